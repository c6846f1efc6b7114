#include "interview/typed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/alike.h"
#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

constexpr std::array<std::pair<Order, std::string_view>, 3> kOrders{{
    {Order::why, "interview.order.why"},
    {Order::back, "interview.order.back"},
    {Order::quit, "interview.order.quit"},
}};

/// Where the next part of a list begins, and how many bytes the comma before it takes.
std::pair<std::size_t, std::size_t> find_comma(std::string_view text) {
  std::pair<std::size_t, std::size_t> first{text.size(), 0};
  for (const std::string_view comma : {",", "，", "、"}) {
    const std::size_t at = text.find(comma);
    if (at < first.first) first = {at, comma.size()};
  }
  return first;
}

/// Where a date is over that more follows: a blank or a comma, and how many bytes it takes.
std::pair<std::size_t, std::size_t> find_break(std::string_view text) {
  const std::size_t blank = std::min(text.find_first_of(" \t"), text.size());
  const auto comma = find_comma(text);
  return comma.first < blank
             ? comma
             : std::pair<std::size_t, std::size_t>{blank, blank < text.size() ? 1 : 0};
}

std::vector<std::string> parts_of(std::string_view line, const Key& key) {
  if (!key.many || key.type == Type::text) return {std::string(line)};
  std::vector<std::string> parts;
  while (!line.empty()) {
    const auto [at, bytes] = find_comma(line);
    const std::string_view part = trim(line.substr(0, at));
    if (!part.empty()) parts.emplace_back(part);
    line.remove_prefix(at + bytes);
  }
  if (parts.empty()) parts.emplace_back();
  return parts;
}

void add_people(const Rulebook& rules, const Opportunity& deal, Language language,
                std::vector<Offer>& offers) {
  const Vocabulary& vocabulary = rules.vocabulary;
  const std::uint16_t section = *vocabulary.section_id("contacts");
  const NameIndex& names = vocabulary.sections[section].names;
  const std::vector<Record>& people = deal.sections[section].records;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Statement* called = people[i].find(*names.find("id"));
    if (called == nullptr) called = people[i].find(*names.find("name"));
    if (called == nullptr || called->value.kind != Value::Kind::text) continue;
    const auto contact = static_cast<std::int32_t>(i);
    offers.push_back(
        {std::string(contact_name(deal, vocabulary, contact)), std::string(called->value.text)});
  }
  const std::string us(vocabulary.us.in(language));
  offers.push_back({us, us});
}

}  // namespace

Order order_of(const Words& words, std::string_view line) {
  const std::string word = to_lower(narrow(alike(line)));
  if (word.empty()) return Order::skip;
  for (const auto& [order, id] : kOrders) {
    for (const Language language : kEveryLanguage) {
      if (bars_hold(words.say(id, language), word)) return order;
    }
  }
  return Order::none;
}

std::vector<Offer> offers_for(const Rulebook& rules, const Opportunity* deal, const Key& key,
                              bool none, Language language) {
  const Vocabulary& vocabulary = rules.vocabulary;
  std::vector<Offer> offers;
  if (key.type == Type::choice) {
    for (const Choice& choice : vocabulary.choices(key).choices) {
      offers.push_back({std::string(choice.label.in(language)), choice.id});
    }
  } else if (key.type == Type::contact && deal != nullptr) {
    add_people(rules, *deal, language, offers);
  }
  if (none) {
    offers.push_back({std::string(rules.words.say("interview.none", language)),
                      std::string(vocabulary.none.in(language))});
  }
  if (!offers.empty()) {
    offers.push_back({std::string(rules.words.say("interview.unknown", language)),
                      std::string(vocabulary.unknown.in(language))});
  }
  return offers;
}

std::optional<TypedAnswer> read_typed(const Vocabulary& vocabulary, std::uint16_t section,
                                      KeyId key, bool none, const std::vector<Offer>& offers,
                                      const std::string& path, std::string_view line,
                                      Diagnostics& diagnostics) {
  TypedAnswer answer;
  const Key& words = vocabulary.key(vocabulary.sections[section], key);
  for (std::string part : parts_of(trim(line), words)) {
    const auto number = parse_whole(alike(part));
    if (number && *number >= 1 && *number <= offers.size()) part = offers[*number - 1].word;
    if (none && vocabulary.none_words.find(normalise_name(part))) {
      answer.none = true;
      continue;
    }
    auto value = read_answered_value(vocabulary, section, key, path, part, diagnostics);
    if (!value) return std::nullopt;
    answer.values.push_back(std::move(*value));
  }
  if (answer.none) answer.values.clear();
  return answer;
}

std::optional<TypedProof> read_proof(const Vocabulary& vocabulary, std::uint16_t section,
                                     const std::string& path, std::string_view line,
                                     Diagnostics& diagnostics) {
  const Section& words = vocabulary.sections[section];
  TypedProof proof;
  const std::string typed = alike(line);
  line = typed;
  const std::string first = narrow(line);
  if (!first.empty() && first.front() >= '0' && first.front() <= '9') {
    const auto [end, behind] = find_break(line);
    const auto date = read_answered_value(vocabulary, section, *vocabulary.find_key(words, "date"),
                                          path, std::string(line.substr(0, end)), diagnostics);
    if (!date) return std::nullopt;
    proof.date = date->value.date;
    line.remove_prefix(end + behind);
    line = trim(line);
  }
  if (line.empty()) return proof;
  const auto by = read_answered_value(vocabulary, section, *vocabulary.find_key(words, "by"), path,
                                      std::string(line), diagnostics);
  if (!by) return std::nullopt;
  if (by->value.kind == Value::Kind::contact) proof.by = by->text;
  return proof;
}

}  // namespace dealcheck

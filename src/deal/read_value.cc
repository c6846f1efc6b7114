#include "deal/read_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/alike.h"
#include "base/loose_date.h"
#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"
#include "yaml/yaml_checks.h"

namespace dealcheck {

namespace {

class ValueReader {
 public:
  ValueReader(const Vocabulary& vocabulary, Diagnostics& diagnostics, Quotes quotes,
              std::optional<Date> today)
      : vocabulary_(vocabulary), diagnostics_(diagnostics), quotes_(quotes), today_(today) {}

  std::optional<Value> read(const Key& key, Yaml node);

 private:
  std::optional<Value> read_choice(const Key& key, Yaml node);
  void refuse_choice(const Key& key, Yaml node, std::string_view word);
  [[nodiscard]] std::string list_choices(const ChoiceSet& set, Language language) const;
  [[nodiscard]] const Key* other_key_of(const Key& key, std::string_view word) const;
  std::optional<Value> read_number_value(const Key& key, Yaml node);
  std::optional<Value> read_date_value(const Key& key, Yaml node);
  std::optional<Value> read_special(const Key& key, Yaml node) const;
  void name_unseen(const Key& key, Yaml node);
  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  Quotes quotes_;
  std::optional<Date> today_;
};

/// Of a key or section.
Arguments add_name(std::string_view kind, const auto& named, Arguments arguments) {
  arguments.emplace_back(kind, named.id);
  add_translated(arguments, std::string(kind) + "_label",
                 [&](Language language) { return std::string(written_name(named, language)); });
  return arguments;
}

/// A text is kept as somebody wrote it; blanks of any width belong to names.
void ValueReader::name_unseen(const Key& key, Yaml node) {
  if (key.type == Type::text || !has_other_spelling(node.text())) return;
  const Unseen unseen = find_unseen(node.text());
  if (!unseen || (unseen.is_blank && key.type == Type::contact)) return;
  warn_of_unseen_at(diagnostics_, node.source(), node.at(), unseen);
}

std::optional<Value> ValueReader::read_special(const Key& key, Yaml node) const {
  // Quotes turn such a word into a text; anywhere else it cannot mean anything but itself.
  const bool free_text = key.type == Type::text || key.type == Type::contact;
  if (quotes_ == Quotes::heeded && node.quoted() && free_text) return std::nullopt;
  const NormalName word(node.text());
  Value value;
  if (vocabulary_.unknown_words.find(word)) return value;
  value.kind = Value::Kind::none;
  if (vocabulary_.none_words.find(word)) return value;
  const std::string_view told = parse_flag(word).value_or(true) ? std::string_view(word) : "no";
  const bool own =
      std::find(key.none_words.begin(), key.none_words.end(), told) != key.none_words.end();
  if (own) return value;
  return std::nullopt;
}

/// YAML has more words for yes and no than people use.
std::optional<std::uint16_t> find_flag(const ChoiceSet& set, std::string_view word) {
  const auto flag = parse_flag(word);
  if (!flag) return std::nullopt;
  const auto found = set.names.find(*flag ? "true" : "false");
  return found ? found : set.names.find(*flag ? "yes" : "no");
}

std::optional<Value> ValueReader::read_choice(const Key& key, Yaml node) {
  const ChoiceSet& set = vocabulary_.choices(key);
  const NormalName word(node.text());
  auto choice = set.names.find(word);
  if (!choice) choice = find_flag(set, word);
  if (!choice) {
    const auto special = read_special(key, node);
    const bool absence = special && special->kind == Value::Kind::none && set.absence;
    if (special && !absence) return special;
    if (absence) choice = set.absence;
  }
  if (!choice) {
    refuse_choice(key, node, word);
    return std::nullopt;
  }
  return choice_value(*choice, node.text());
}

/// The one other key of the section that takes the word; null when there is none, or more.
const Key* ValueReader::other_key_of(const Key& key, std::string_view word) const {
  for (const Section& section : vocabulary_.sections) {
    const bool own = std::any_of(section.keys.begin(), section.keys.end(),
                                 [&](const Key& one) { return &one == &key; });
    if (!own) continue;
    const Key* found = nullptr;
    for (const Key& other : section.keys) {
      if (other.type != Type::choice || other.set == key.set) continue;
      if (!vocabulary_.choices(other).names.find(word)) continue;
      if (found != nullptr) return nullptr;
      found = &other;
    }
    return found;
  }
  return nullptr;
}

/// As a deal file in that language writes them.
std::string ValueReader::list_choices(const ChoiceSet& set, Language language) const {
  std::vector<std::string> names;
  for (const Choice& choice : set.choices) {
    if (vocabulary_.none_words.find(choice.id)) continue;  // the sentence says it for every key
    names.emplace_back(written_name(choice, language));
  }
  return listed(names, language);
}

void ValueReader::refuse_choice(const Key& key, Yaml node, std::string_view word) {
  const ChoiceSet& set = vocabulary_.choices(key);
  if (refuse_wide_mark(node, diagnostics_)) return;
  std::vector<std::string_view> names = set.names.all();
  for (const std::string_view name : vocabulary_.unknown_words.all()) names.push_back(name);
  for (const std::string_view name : vocabulary_.none_words.all()) names.push_back(name);
  if (const Key* other = other_key_of(key, word)) {
    Arguments told = naming(key, {{"value", std::string(node.text())}, {"other", other->id}});
    add_translated(told, "other_label",
                   [&](Language language) { return std::string(written_name(*other, language)); });
    error(node, "deal.value-of-other", std::move(told));
    return;
  }
  // The list is for the one who wrote the file, whatever the language of the complaint.
  Arguments told = naming(key, {{"value", std::string(node.text())},
                                {"known", list_choices(set, language_of_text(node.text()))}});
  add_translated(told, "labels", [&](Language language) { return list_choices(set, language); });
  error(node, "deal.unknown-value", with_nearest(std::move(told), word, names));
}

/// `3`, and as people count: `3家`, `第二`, `半小时`, `2 hours`.
std::optional<double> read_count(const Key& key, std::string_view text) {
  if (const auto plain = parse_number(text)) return plain;
  std::string_view rest;
  const auto number = parse_count(text, rest);
  if (!number) return std::nullopt;
  if (rest.empty()) return number;
  const std::string word = to_lower(rest);
  for (const auto& [unit, factor] : key.counted) {
    if (unit == word) return *number * factor;
  }
  return std::nullopt;
}

/// What a complaint tells of a number: what was written, its limits, what may stand behind it.
Arguments number_range(const Key& key, std::string_view written) {
  Arguments told{{"value", std::string(written)}};
  const auto add = [&](const char* name, const std::optional<double>& limit) {
    if (limit) told.emplace_back(name, fmt::format("{:+}", *limit));
    if (limit && !(key.min && *key.min < 0)) told.back().second = fmt::format("{}", *limit);
  };
  add("min", key.min);
  add("max", key.max);
  std::vector<std::string_view> units;
  for (const auto& [unit, factor] : key.counted) units.push_back(unit);
  if (!units.empty()) told.emplace_back("counted", comma_list(units));
  return told;
}

std::optional<Value> ValueReader::read_number_value(const Key& key, Yaml node) {
  const std::string text = alike(node.text());
  const auto money = key.type == Type::money ? parse_money(text) : std::nullopt;
  const auto number = key.type != Type::money ? read_count(key, text)
                      : money                 ? std::optional(money->value)
                                              : std::nullopt;
  if (!number && key.type == Type::number && refuse_wide_mark(node, diagnostics_))
    return std::nullopt;
  if (!number) {
    error(node, key.type == Type::money ? "deal.not-money" : "deal.not-a-number",
          naming(key, number_range(key, node.text())));
    return std::nullopt;
  }
  if ((key.min && *number < *key.min) || (key.max && *number > *key.max)) {
    error(node, "deal.out-of-range", naming(key, number_range(key, node.text())));
    return std::nullopt;
  }
  return number_value(*number, node.text());
}

/// That it happened, and on a day nobody told: `yes`, `by phone`, `5 times`.
bool tells_no_day(const Key& key, std::string_view text) {
  std::string_view rest;
  const bool times = parse_count(text, rest).has_value();
  const NormalName word(times ? rest : text);
  const std::string_view told = parse_flag(word).value_or(false) ? "yes" : std::string_view(word);
  return std::find(key.undated.begin(), key.undated.end(), told) != key.undated.end();
}

std::optional<Value> ValueReader::read_date_value(const Key& key, Yaml node) {
  const std::string text = alike(node.text());
  if (tells_no_day(key, text)) return text_value(node.text());
  const LooseDate read =
      parse_loose_date(text, today_, key.last_day ? SpanEnd::last : SpanEnd::first);
  if (read.date && (read.date->exact() || !key.exact_day)) {
    return date_value(*read.date, node.text());
  }
  if (!read.date && refuse_wide_mark(node, diagnostics_)) return std::nullopt;
  const std::string_view what =
      read.date ? "deal.needs-a-day"
      : read.problem == LooseDate::Problem::needs_today
          ? (key.id == "as_of" ? "deal.needs-its-day" : "deal.needs-as-of")
      : key.undated.empty() ? "deal.not-a-date"
                            : "deal.not-a-meeting";
  error(node, std::string(what), naming(key, {{"value", std::string(node.text())}}));
  return std::nullopt;
}

std::optional<Value> ValueReader::read(const Key& key, Yaml node) {
  if (blank(node)) {
    error(node, "deal.empty-value", naming(key));
    return std::nullopt;
  }
  if (!node.is_scalar()) {
    error(node, "deal.one-value", naming(key));
    return std::nullopt;
  }
  name_unseen(key, node);
  if (key.type == Type::choice) return read_choice(key, node);
  if (auto special = read_special(key, node)) return special;
  switch (key.type) {
    case Type::number:
    case Type::money:
      return read_number_value(key, node);
    case Type::date:
      return read_date_value(key, node);
    default:
      break;
  }
  Value value;
  value.kind = key.type == Type::contact ? Value::Kind::contact : Value::Kind::text;
  value.index = kNotListed;
  value.text = node.text();
  return value;
}

}  // namespace

Arguments naming(const Key& key, Arguments more) { return add_name("key", key, std::move(more)); }
Arguments naming(const Section& section, Arguments more) {
  return add_name("section", section, std::move(more));
}

bool blank(Yaml node) { return node.is_null() || (node.is_scalar() && trim(node.text()).empty()); }

std::optional<Value> read_value(const Vocabulary& vocabulary, const Key& key, Yaml node,
                                Diagnostics& diagnostics, Quotes quotes,
                                std::optional<Date> today) {
  return ValueReader(vocabulary, diagnostics, quotes, today).read(key, node);
}

}  // namespace dealcheck

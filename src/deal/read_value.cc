#include "deal/read_value.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class ValueReader {
 public:
  ValueReader(const Vocabulary& vocabulary, Diagnostics& diagnostics, Quotes quotes)
      : vocabulary_(vocabulary), diagnostics_(diagnostics), quotes_(quotes) {}

  std::optional<Value> read(const Key& key, Yaml node);

 private:
  std::optional<Value> read_choice(const Key& key, Yaml node);
  void refuse_choice(const Key& key, Yaml node, std::string_view word);
  std::optional<Value> read_number_value(const Key& key, Yaml node);
  std::optional<Value> read_date_value(const Key& key, Yaml node);
  std::optional<Value> read_special(const Key& key, Yaml node) const;
  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  Quotes quotes_;
};

/// Of a key or section; one without a Chinese name goes by its id.
Arguments add_name(std::string_view kind, const auto& named, Arguments arguments) {
  const std::string_view zh = named.label.zh;
  arguments.emplace_back(kind, named.id);
  arguments.emplace_back(std::string(kind) + "_label",
                         zh.empty() ? std::string_view(named.id) : zh);
  return arguments;
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
  const bool own = std::find(key.none_words.begin(), key.none_words.end(),
                             std::string_view(word)) != key.none_words.end();
  if (own) return value;
  return std::nullopt;
}

std::optional<Value> ValueReader::read_choice(const Key& key, Yaml node) {
  const ChoiceSet& set = vocabulary_.choices(key);
  const NormalName word(node.text());
  auto choice = set.names.find(word);
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

void ValueReader::refuse_choice(const Key& key, Yaml node, std::string_view word) {
  const ChoiceSet& set = vocabulary_.choices(key);
  std::string known;
  std::string labels;
  for (const Choice& choice : set.choices) {
    if (vocabulary_.none_words.find(choice.id)) continue;  // the sentence says it for every key
    if (!known.empty()) known += ", ";
    if (!labels.empty()) labels += "、";
    known += choice.id;
    labels += choice.label.zh.view();
  }
  std::vector<std::string_view> names = set.names.all();
  for (const std::string_view name : vocabulary_.unknown_words.all()) names.push_back(name);
  for (const std::string_view name : vocabulary_.none_words.all()) names.push_back(name);
  error(
      node, "deal.unknown-value",
      with_nearest(
          naming(key, {{"value", std::string(node.text())}, {"known", known}, {"labels", labels}}),
          word, names));
}

std::optional<Value> ValueReader::read_number_value(const Key& key, Yaml node) {
  const auto money = key.type == Type::money ? parse_money(node.text()) : std::nullopt;
  const auto number = key.type != Type::money ? parse_number(node.text())
                      : money                 ? std::optional(money->value)
                                              : std::nullopt;
  if (!number) {
    error(node, key.type == Type::money ? "deal.not-money" : "deal.not-a-number",
          naming(key, {{"value", std::string(node.text())}}));
    return std::nullopt;
  }
  if ((key.min && *number < *key.min) || (key.max && *number > *key.max)) {
    const auto limit = [](const std::optional<double>& value) {
      return value ? std::to_string(static_cast<long long>(*value)) : std::string("…");
    };
    error(node, "deal.out-of-range",
          naming(key, {{"value", std::string(node.text())},
                       {"min", limit(key.min)},
                       {"max", limit(key.max)}}));
    return std::nullopt;
  }
  return number_value(*number, node.text());
}

std::optional<Value> ValueReader::read_date_value(const Key& key, Yaml node) {
  const auto date = parse_date(node.text());
  if (!date) {
    error(node, "deal.not-a-date", naming(key, {{"value", std::string(node.text())}}));
    return std::nullopt;
  }
  return date_value(*date, node.text());
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
                                Diagnostics& diagnostics, Quotes quotes) {
  return ValueReader(vocabulary, diagnostics, quotes).read(key, node);
}

}  // namespace dealcheck

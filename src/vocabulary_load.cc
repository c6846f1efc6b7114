// Reads rules/vocabulary.yaml into a Vocabulary. Names are given once, `|` between spellings; every
// spelling goes into the index of the place where a user may write it, and two things with one
// spelling are an error.

#include <algorithm>
#include <array>
#include <utility>

#include "fields.h"
#include "text.h"
#include "vocabulary.h"

namespace dealcheck {

namespace {

class VocabularyLoader {
 public:
  explicit VocabularyLoader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::optional<Vocabulary> load(Yaml root);

 private:
  /// Reads `zh` and `also`, enters every spelling, returns the label.
  Text read_spellings(MapReader& reader, std::string_view id, Location at, NameIndex& index,
                      std::uint16_t number);
  void read_words(Yaml node);
  void read_word(MapReader& words, std::string_view key, NameIndex& index, std::uint16_t number);
  void read_sets(Yaml node);
  ChoiceSet read_choices(std::string id, Yaml values);
  Choice read_choice(const YamlEntry& entry, ChoiceSet& set, std::uint16_t number);
  void read_sections(Yaml node);
  void read_section(const YamlEntry& entry);
  void read_keys(Yaml keys, std::uint16_t section);
  Key read_key(const YamlEntry& entry, std::uint16_t section, std::uint16_t number);
  void read_type(MapReader& reader, Key& key, const Section& section);
  static void read_limits(MapReader& reader, Key& key);
  std::uint16_t read_nested(MapReader& reader, const Key& key, std::uint16_t parent);
  static void read_shorthand(MapReader& reader, Section& section);
  static std::optional<Stage> read_stage(MapReader& reader, std::string_view key);
  void clash(Yaml node, std::string_view name);

  Diagnostics& diagnostics_;
  Vocabulary vocabulary_;
};

void VocabularyLoader::clash(Yaml node, std::string_view name) {
  diagnostics_.error(node.source(), node.at(), "rules.name-taken", {{"name", std::string(name)}});
}

Text VocabularyLoader::read_spellings(MapReader& reader, std::string_view id, Location /*at*/,
                                      NameIndex& index, std::uint16_t number) {
  std::string en(id);
  std::replace(en.begin(), en.end(), '_', ' ');
  if (auto stated = reader.text("en")) en = std::move(*stated);
  const std::vector<std::string> zh = split_bars(reader.required_text("zh"));
  std::vector<std::string> names{std::string(id)};
  names.insert(names.end(), zh.begin(), zh.end());
  for (std::string& other : split_bars(reader.text("also").value_or(""))) {
    names.push_back(std::move(other));
  }
  for (const std::string& name : names) {
    if (!index.add(name, number)) clash(reader.node(), name);
  }
  return {en, zh.empty() ? en : zh.front()};
}

std::optional<Stage> VocabularyLoader::read_stage(MapReader& reader, std::string_view key) {
  const auto node = reader.take(key);
  if (!node) return std::nullopt;
  auto stage = parse_stage(node->text());
  if (!stage)
    reader.error(node->at(), "rules.unknown-stage", {{"value", std::string(node->text())}});
  return stage;
}

void VocabularyLoader::read_word(MapReader& words, std::string_view key, NameIndex& index,
                                 std::uint16_t number) {
  const auto node = words.require(key);
  if (!node) return;
  MapReader reader(*node, diagnostics_);
  read_spellings(reader, key, node->at(), index, number);
  reader.finish();
}

void VocabularyLoader::read_words(Yaml node) {
  MapReader words(node, diagnostics_);
  read_word(words, "unknown", vocabulary_.unknown_words, 0);
  read_word(words, "none", vocabulary_.none_words, 0);
  read_word(words, "us", vocabulary_.us_words, 0);
  read_word(words, "signal", vocabulary_.entry_words, 0);
  read_word(words, "value", vocabulary_.entry_words, 1);
  words.finish();
}

Choice VocabularyLoader::read_choice(const YamlEntry& entry, ChoiceSet& set, std::uint16_t number) {
  MapReader reader(entry.value, diagnostics_);
  Choice choice;
  choice.id = entry.key.text();
  choice.label = read_spellings(reader, choice.id, entry.key.at(), set.names, number);
  choice.looks_like = read_stage(reader, "looks_like");
  if (reader.flag("absence")) set.absence = number;
  reader.finish();
  return choice;
}

ChoiceSet VocabularyLoader::read_choices(std::string id, Yaml values) {
  ChoiceSet set;
  set.id = std::move(id);
  for (const YamlEntry& entry : values.entries()) {
    const auto number = static_cast<std::uint16_t>(set.choices.size());
    set.choices.push_back(read_choice(entry, set, number));
  }
  return set;
}

void VocabularyLoader::read_sets(Yaml node) {
  for (const YamlEntry& entry : node.entries()) {
    vocabulary_.sets.push_back(read_choices(std::string(entry.key.text()), entry.value));
  }
}

void VocabularyLoader::read_limits(MapReader& reader, Key& key) {
  key.many = reader.flag("many");
  key.each_informant = reader.flag("each_informant");
  key.min = reader.number("min");
  key.max = reader.number("max");
  key.begins = read_stage(reader, "begins");
  key.ahead_days = reader.whole("ahead_days").value_or(0);
  key.none_words = split_bars(reader.text("none").value_or(""));
  for (std::string& word : key.none_words) word = normalise_name(word);
}

void VocabularyLoader::read_type(MapReader& reader, Key& key, const Section& section) {
  static constexpr std::array<std::pair<std::string_view, Type>, 6> kTypes{
      {{"number", Type::number},
       {"money", Type::money},
       {"date", Type::date},
       {"text", Type::text},
       {"contact", Type::contact},
       {"records", Type::records}}};
  const auto values = reader.take("values");
  const auto use = reader.text("use");
  const auto type = reader.text("type");
  if (values) {
    key.type = Type::choice;
    key.set = static_cast<std::uint16_t>(vocabulary_.sets.size());
    vocabulary_.sets.push_back(read_choices(section.id + "." + key.id, *values));
    return;
  }
  if (use) {
    const auto set = vocabulary_.set_id(*use);
    key.type = Type::choice;
    key.set = set.value_or(0);
    if (!set) reader.error(reader.node().at(), "rules.unknown-set", {{"name", *use}});
    return;
  }
  for (const auto& [name, value] : kTypes) {
    if (type == name) {
      key.type = value;
      return;
    }
  }
  reader.error(reader.node().at(), "rules.unknown-type", {{"name", type.value_or("")}});
}

std::uint16_t VocabularyLoader::read_nested(MapReader& reader, const Key& key,
                                            std::uint16_t parent) {
  Section nested;
  nested.id = vocabulary_.sections[parent].id + "." + key.id;
  nested.label = key.label;
  nested.means = key.means;
  nested.shape = Shape::records;
  nested.parent = parent;
  const auto number = static_cast<std::uint16_t>(vocabulary_.sections.size());
  vocabulary_.sections.push_back(std::move(nested));
  if (const auto keys = reader.require("keys")) read_keys(*keys, number);
  read_shorthand(reader, vocabulary_.sections[number]);
  return number;
}

Key VocabularyLoader::read_key(const YamlEntry& entry, std::uint16_t section,
                               std::uint16_t number) {
  MapReader reader(entry.value, diagnostics_);
  Key key;
  key.id = entry.key.text();
  Section& owner = section >= kCommonKey ? vocabulary_.common : vocabulary_.sections[section];
  key.label = read_spellings(reader, key.id, entry.key.at(), owner.names, number);
  key.means = reader.required_bilingual("means");
  read_type(reader, key, owner);
  read_limits(reader, key);
  if (key.type == Type::records) {
    key.many = true;
    key.nested = read_nested(reader, key, section);
  }
  reader.finish();
  return key;
}

void VocabularyLoader::read_keys(Yaml keys, std::uint16_t section) {
  std::uint16_t number = 0;
  for (const YamlEntry& entry : keys.entries()) {
    Key key = read_key(entry, section, number++);
    Section& owner = section >= kCommonKey ? vocabulary_.common : vocabulary_.sections[section];
    owner.keys.push_back(std::move(key));
  }
}

void VocabularyLoader::read_shorthand(MapReader& reader, Section& section) {
  const auto name = reader.text("shorthand");
  if (!name) return;
  section.shorthand = section.names.find(*name);
  if (!section.shorthand) reader.error(reader.node().at(), "rules.unknown-key", {{"key", *name}});
}

void VocabularyLoader::read_section(const YamlEntry& entry) {
  MapReader reader(entry.value, diagnostics_);
  const auto number = static_cast<std::uint16_t>(vocabulary_.sections.size());
  Section section;
  section.id = entry.key.text();
  section.top = reader.flag("top");
  section.ages = reader.flag("ages");
  section.planned = reader.flag("planned");
  section.means = reader.required_bilingual("means");
  section.shape = reader.required_text("shape") == "records" ? Shape::records : Shape::attributes;
  NameIndex own_name;  // the head of the file has keys, but no name of its own
  section.label = read_spellings(reader, section.id, entry.key.at(),
                                 section.top ? own_name : vocabulary_.section_names, number);
  vocabulary_.sections.push_back(std::move(section));
  if (const auto keys = reader.require("keys")) read_keys(*keys, number);
  read_shorthand(reader, vocabulary_.sections[number]);
  reader.finish();
}

void VocabularyLoader::read_sections(Yaml node) {
  for (const YamlEntry& entry : node.entries()) read_section(entry);
}

std::optional<Vocabulary> VocabularyLoader::load(Yaml root) {
  MapReader reader(root, diagnostics_);
  if (const auto words = reader.require("words")) read_words(*words);
  if (const auto sets = reader.require("sets")) read_sets(*sets);
  if (const auto common = reader.require("common")) read_keys(*common, kCommonKey);
  if (const auto sections = reader.require("sections")) read_sections(*sections);
  reader.finish();
  if (diagnostics_.has_errors()) return std::nullopt;
  return std::move(vocabulary_);
}

}  // namespace

std::optional<Vocabulary> load_vocabulary(Yaml root, Diagnostics& diagnostics) {
  return VocabularyLoader(diagnostics).load(root);
}

}  // namespace dealcheck

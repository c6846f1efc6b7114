// Reads rules/vocabulary.yaml into a Vocabulary. Names are given once, `|` between spellings; every
// spelling goes into the index of the place where a user may write it, and two things with one
// spelling are an error.

#include <algorithm>
#include <utility>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "deal/vocabulary.h"
#include "deal/vocabulary_needs.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class VocabularyLoader {
 public:
  explicit VocabularyLoader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::optional<Vocabulary> load(Yaml root);

 private:
  /// Reads the names in every language and `also`, enters every spelling, returns the label.
  static LocalizedText read_spellings(MapReader& reader, std::string_view id, NameIndex& index,
                                      std::uint16_t number);
  void read_words(MapReader& root);
  static LocalizedText read_word(MapReader& words, std::string_view key, NameIndex& index,
                                 std::uint16_t number);
  void read_sets(MapReader& root);
  static ChoiceSet read_choices(std::string id, const MapReader& values);
  static Choice read_choice(MapReader reader, std::string_view id, ChoiceSet& set,
                            std::uint16_t number);
  void read_sections(MapReader& root);
  void read_section(MapReader reader, std::string_view id);
  void read_keys(const MapReader& keys, std::uint16_t section);
  Key read_key(MapReader reader, std::string_view id, std::uint16_t section, std::uint16_t number);
  void read_type(MapReader& reader, Key& key, const Section& section);
  static void read_limits(MapReader& reader, Key& key);
  void read_nested(MapReader& reader, Key& key, std::uint16_t parent);
  static void read_shorthand(MapReader& reader, Section& section);
  static std::optional<Stage> read_stage(MapReader& reader, std::string_view key);

  Diagnostics& diagnostics_;
  Vocabulary vocabulary_;
};

/// In English a thing is written by its id, and its label is for reports only; in any other
/// language the first spelling is the label.
LocalizedText VocabularyLoader::read_spellings(MapReader& reader, std::string_view id,
                                               NameIndex& index, std::uint16_t number) {
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      if (!index.add(name, number)) reader.error("rules.name-taken", {{"name", name}});
    }
  };
  add({std::string(id)});
  LocalizedText label;
  for (std::size_t i = 0; i < kLanguageCount; ++i) {
    const std::string stated = reader.text_or_empty(kLanguageCodes[i]);
    if (kEveryLanguage[i] == Language::en) {
      label.texts[i] = stated;
    } else if (const auto names = split_bars(stated); !names.empty()) {
      label.texts[i] = names.front();
      add(names);
    }
  }
  add(split_bars(reader.text_or_empty("also")));
  if (label.empty()) {
    std::string words(id);
    std::replace(words.begin(), words.end(), '_', ' ');
    label.texts.front() = words;
  }
  return label;
}

std::optional<Stage> VocabularyLoader::read_stage(MapReader& reader, std::string_view key) {
  const auto stage = reader.word(key);
  if (!stage) return std::nullopt;
  return static_cast<Stage>(*stage);
}

LocalizedText VocabularyLoader::read_word(MapReader& words, std::string_view key, NameIndex& index,
                                          std::uint16_t number) {
  auto reader = words.map(key);
  return reader ? read_spellings(*reader, key, index, number) : LocalizedText{};
}

void VocabularyLoader::read_words(MapReader& root) {
  auto words = root.map("words");
  if (!words) return;
  vocabulary_.unknown = read_word(*words, "unknown", vocabulary_.unknown_words, 0);
  vocabulary_.none = read_word(*words, "none", vocabulary_.none_words, 0);
  vocabulary_.us = read_word(*words, "us", vocabulary_.us_words, 0);
  (void)read_word(*words, "signal", vocabulary_.entry_words, 0);
  vocabulary_.value = read_word(*words, "value", vocabulary_.entry_words, 1);
  vocabulary_.events = read_word(*words, "events", vocabulary_.event_words, 0);
}

Choice VocabularyLoader::read_choice(MapReader reader, std::string_view id, ChoiceSet& set,
                                     std::uint16_t number) {
  Choice choice;
  choice.id = id;
  choice.label = read_spellings(reader, id, set.names, number);
  choice.looks_like = read_stage(reader, "looks_like");
  if (reader.flag("absence")) set.absence = number;
  return choice;
}

/// The choices of an enumeration are numbered as it numbers them, wherever they stand in the file.
std::vector<YamlEntry> in_order(std::vector<YamlEntry> choices,
                                std::span<const std::string_view> order) {
  const auto place = [order](const YamlEntry& entry) {
    return std::find(order.begin(), order.end(), entry.key.text()) - order.begin();
  };
  std::stable_sort(choices.begin(), choices.end(),
                   [&](const YamlEntry& a, const YamlEntry& b) { return place(a) < place(b); });
  return choices;
}

ChoiceSet VocabularyLoader::read_choices(std::string id, const MapReader& values) {
  ChoiceSet set;
  set.id = std::move(id);
  for (const YamlEntry& entry : in_order(values.others(), enumerated_choices(set.id))) {
    const auto number = static_cast<std::uint16_t>(set.choices.size());
    set.choices.push_back(read_choice(values.other(entry), entry.key.text(), set, number));
  }
  return set;
}

void VocabularyLoader::read_sets(MapReader& root) {
  const auto sets = root.map("sets");
  if (!sets) return;
  for (const YamlEntry& entry : sets->others()) {
    vocabulary_.sets.push_back(read_choices(std::string(entry.key.text()), sets->other(entry)));
  }
}

/// `家`, or `小时=60`; an error for a factor that is none.
void read_counted(MapReader& reader, Key& key) {
  const auto node = reader.take("counted");
  for (const std::string& text : split_bars(reader.text_or_empty("counted"))) {
    const std::string_view word = text;
    const std::size_t sign = word.find('=');
    const bool plain = sign == std::string_view::npos;
    const std::string_view written = plain ? std::string_view("1") : trim(word.substr(sign + 1));
    const auto factor = parse_number(written);
    if (factor && *factor > 0) {
      key.counted.emplace_back(to_lower(trim(word.substr(0, sign))), *factor);
    } else {
      reader.error(*node, "rules.not-a-factor", {{"value", std::string(written)}, {"word", text}});
    }
  }
}

void VocabularyLoader::read_limits(MapReader& reader, Key& key) {
  key.many = reader.flag("many");
  key.each_informant = reader.flag("each_informant");
  key.unweighed = reader.flag("unweighed");
  key.min = reader.number("min");
  key.max = reader.number("max");
  key.begins = read_stage(reader, "begins");
  key.meeting = reader.flag("meeting");
  key.ahead_days = reader.whole_or_zero("ahead_days");
  key.none_words = split_bars(reader.text_or_empty("none"));
  for (std::string& word : key.none_words) word = normalise_name(word);
  key.last_day = reader.flag("last_day");
  key.exact_day = reader.flag("exact_day");
  key.undated = split_bars(reader.text_or_empty("undated"));
  for (std::string& word : key.undated) word = normalise_name(word);
  read_counted(reader, key);
}

void VocabularyLoader::read_type(MapReader& reader, Key& key, const Section& section) {
  const auto values = reader.map("values");
  const auto use = reader.text("use");
  const auto type = reader.word("type");
  if (values) {
    key.type = Type::choice;
    key.set = static_cast<std::uint16_t>(vocabulary_.sets.size());
    vocabulary_.sets.push_back(read_choices(section.id + "." + key.id, *values));
  } else if (use) {
    const auto set = vocabulary_.set_id(*use);
    key.type = Type::choice;
    key.set = set.value_or(0);
    if (!set) reader.error("rules.unknown-set", {{"name", *use}});
  } else if (type) {
    key.type = static_cast<Type>(*type + 1);  // a choice is not written
  } else if (!reader.has("type")) {
    reader.error("rules.unknown-type", {{"value", ""}});
  }
}

void VocabularyLoader::read_nested(MapReader& reader, Key& key, std::uint16_t parent) {
  const auto keys = reader.map("keys");
  if (key.type != Type::records) {
    (void)reader.take("shorthand");
    return;
  }
  Section nested;
  nested.id = vocabulary_.sections[parent].id + "." + key.id;
  nested.label = key.label;
  nested.means = key.means;
  nested.shape = Shape::records;
  nested.parent = parent;
  key.many = true;
  key.nested = static_cast<std::uint16_t>(vocabulary_.sections.size());
  vocabulary_.sections.push_back(std::move(nested));
  if (keys) read_keys(*keys, key.nested);
  read_shorthand(reader, vocabulary_.sections[key.nested]);
}

Key VocabularyLoader::read_key(MapReader reader, std::string_view id, std::uint16_t section,
                               std::uint16_t number) {
  Key key;
  key.id = id;
  Section& owner = section >= kCommonKey ? vocabulary_.common : vocabulary_.sections[section];
  key.label = read_spellings(reader, key.id, owner.names, number);
  key.means = reader.localized("means");
  read_type(reader, key, owner);
  read_limits(reader, key);
  read_nested(reader, key, section);
  return key;
}

void VocabularyLoader::read_keys(const MapReader& keys, std::uint16_t section) {
  std::uint16_t number = 0;
  for (const YamlEntry& entry : keys.others()) {
    Key key = read_key(keys.other(entry), entry.key.text(), section, number++);
    Section& owner = section >= kCommonKey ? vocabulary_.common : vocabulary_.sections[section];
    owner.keys.push_back(std::move(key));
  }
}

void VocabularyLoader::read_shorthand(MapReader& reader, Section& section) {
  const auto name = reader.text("shorthand");
  if (!name) return;
  section.shorthand = section.names.find(*name);
  if (!section.shorthand) reader.error("rules.unknown-key", {{"key", *name}});
}

void VocabularyLoader::read_section(MapReader reader, std::string_view id) {
  const auto number = static_cast<std::uint16_t>(vocabulary_.sections.size());
  Section section;
  section.id = id;
  section.top = reader.flag("top");
  section.ages = reader.flag("ages");
  section.planned = reader.flag("planned");
  section.past = reader.flag("past");
  section.unweighed = reader.flag("unweighed");
  section.means = reader.localized("means");
  section.shape = static_cast<Shape>(reader.word("shape").value_or(0));
  NameIndex own_name;  // the head of the file has keys, but no name of its own
  section.label = read_spellings(reader, section.id,
                                 section.top ? own_name : vocabulary_.section_names, number);
  vocabulary_.sections.push_back(std::move(section));
  if (const auto keys = reader.map("keys")) read_keys(*keys, number);
  read_shorthand(reader, vocabulary_.sections[number]);
}

void VocabularyLoader::read_sections(MapReader& root) {
  const auto sections = root.map("sections");
  if (!sections) return;
  for (const YamlEntry& entry : sections->others()) {
    read_section(sections->other(entry), entry.key.text());
  }
}

std::optional<Vocabulary> VocabularyLoader::load(Yaml root) {
  MapReader reader(root, kVocabularyShape, diagnostics_);
  read_words(reader);
  read_sets(reader);
  if (const auto common = reader.map("common")) read_keys(*common, kCommonKey);
  read_sections(reader);
  if (diagnostics_.has_errors()) return std::nullopt;
  return std::move(vocabulary_);
}

}  // namespace

std::optional<Vocabulary> load_vocabulary(Yaml root, Diagnostics& diagnostics) {
  return VocabularyLoader(diagnostics).load(root);
}

}  // namespace dealcheck

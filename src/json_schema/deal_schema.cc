// The schema of a deal file, from the vocabulary.

#include <algorithm>
#include <set>

#include "base/scalars.h"
#include "deal/event_place.h"
#include "json_schema/definitions.h"
#include "json_schema/schema.h"
#include "json_schema/schema_parts.h"

namespace dealcheck {

namespace {

constexpr const char* kPresence = "unknown or none";

class DealSchema {
 public:
  DealSchema(const Vocabulary& vocabulary, Json& definitions)
      : vocabulary_(vocabulary), definitions_(definitions) {}

  void write();

 private:
  struct Spellings {
    std::vector<std::string> shown;   ///< for completion: the canonical one and the labels
    std::vector<std::string> others;  ///< the rest
  };
  [[nodiscard]] static Spellings spellings(const NameIndex& names, std::uint16_t id,
                                           const std::string& canonical,
                                           const LocalizedText& label);
  [[nodiscard]] static Json written(const Spellings& spellings);
  static void add_property(Json& object, const Spellings& spellings, const Json& schema);

  [[nodiscard]] Json choice_value(const Key& key) const;
  [[nodiscard]] Json plain_value(const Key& key) const;
  [[nodiscard]] std::string type_name(const Key& key) const;
  [[nodiscard]] std::string value_name(const Key& key);
  [[nodiscard]] std::string statement_name(const Key& key);
  void add_count_beside(Json& map, std::vector<std::string>& needed);
  void define_statement(const std::string& name, const Key& key);
  [[nodiscard]] Json nested_or_statement(const Key& key);

  void add_keys(Json& object, const Section& section);
  void add_common(Json& object, const NameIndex* taken = nullptr);
  [[nodiscard]] Json signal_entry(const Section& section);
  [[nodiscard]] Json records(const Section& section);
  [[nodiscard]] Json section(const Section& section);
  [[nodiscard]] Spellings in_events(Spellings spellings, const EventPlace& place) const;
  void add_to_event(Json& event, const Spellings& spellings, const EventPlace& place,
                    const Json& schema);
  [[nodiscard]] Json events();
  void define_presence();
  void define_common();
  [[nodiscard]] std::vector<Json> ways_to_tell_the_stage() const;

  const Vocabulary& vocabulary_;
  Json& definitions_;
};

// ---- names ----

void add_names(const NameIndex& index, std::uint16_t id, std::vector<std::string>& names) {
  for (const NameIndex::Entry& entry : index.entries()) {
    if (entry.second == id) names.emplace_back(entry.first.view());
  }
}

/// What files in other languages than English write; nothing that is there already.
void add_labels(const LocalizedText& label, std::vector<std::string>& names) {
  for (const Language language : kEveryLanguage) {
    const std::string name(label.own(language));
    if (language == Language::en || name.empty()) continue;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
}

/// One key at least that goes by one of these names, or by one with a capital.
std::vector<Json> needs_one_of(std::vector<std::string> names) {
  std::vector<Json> ways;
  for (std::string& name : names) {
    ways.push_back({{"required", Json::array({name})}});
    if (name.front() < 'a' || name.front() > 'z') continue;
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    ways.push_back({{"required", Json::array({name})}});
  }
  return ways;
}

DealSchema::Spellings DealSchema::spellings(const NameIndex& names, std::uint16_t id,
                                            const std::string& canonical,
                                            const LocalizedText& label) {
  Spellings found;
  found.shown = {canonical};
  add_labels(label, found.shown);
  add_names(names, id, found.others);
  return found;
}

/// A word in any of its spellings. Where YAML takes one for a number or a yes-or-no, that too.
Json DealSchema::written(const Spellings& spellings) {
  std::vector<Json> ways{one_of(spellings.shown)};
  std::vector<std::string> all = spellings.shown;
  all.insert(all.end(), spellings.others.begin(), spellings.others.end());
  ways.push_back(text_like(spelling_pattern(all)));
  Json read = Json::array();
  for (const std::string& name : all) {
    if (name == "true" || name == "false") read.push_back(name == "true");
    if (const auto number = parse_number(name)) read.push_back(*number);
  }
  if (!read.empty()) ways.push_back({{"enum", read}});
  return any_of(std::move(ways));
}

void DealSchema::add_property(Json& object, const Spellings& spellings, const Json& schema) {
  for (const std::string& name : spellings.shown) object["properties"][name] = schema;
  std::vector<std::string> all = spellings.shown;
  all.insert(all.end(), spellings.others.begin(), spellings.others.end());
  object["patternProperties"][spelling_pattern(all, spellings.shown)] = schema;
}

Json new_object() {
  return {{"type", "object"},
          {"properties", Json::object()},
          {"patternProperties", Json::object()},
          {"additionalProperties", false}};
}

// ---- values ----

Json DealSchema::choice_value(const Key& key) const {
  const ChoiceSet& set = vocabulary_.choices(key);
  Spellings words;
  for (const Choice& choice : set.choices) {
    words.shown.push_back(choice.id);
    add_labels(choice.label, words.shown);
  }
  for (const std::string_view name : set.names.all()) words.others.emplace_back(name);
  return written(words);
}

Json DealSchema::plain_value(const Key& key) const {
  switch (key.type) {
    case Type::choice:
      return choice_value(key);
    case Type::number:
      return any_of({number_between("number", key.min, key.max),
                     text_like("^[+-]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$")});
    case Type::money:
      return any_of(
          {number_between("number", key.min, key.max),
           text_like("^[^0-9０-９+-]*[+-]?"
                     "(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?|[０-９]+(?:．[０-９]+)?)"
                     "(?![0-9０-９.,])[^0-9０-９,_%-]*$"),
           text_like("^[^0-9]*[0-9]{1,3}(?:,[0-9]{3}){2,}[^0-9,_%-]*$"),
           text_like("^[^0-9]*[0-9]{1,3}(?:\\.[0-9]{3}){2,}[^0-9,_%-]*$"),
           text_like(
               "^[^0-9]*[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*[^0-9]*$")});
    case Type::date:
      return key.exact_day ? exact_day_text() : loose_date_text();
    default:
      return any_scalar();
  }
}

/// Keys that take the same have the same name.
std::string DealSchema::type_name(const Key& key) const {
  if (key.type == Type::choice) return "choice " + vocabulary_.choices(key).id;
  std::string name(kWrittenTypes.at(static_cast<std::size_t>(key.type) - 1));
  const auto limit = [](const std::optional<double>& at) {
    return at ? std::to_string(static_cast<int>(*at)) : std::string("…");
  };
  if (key.min || key.max) name += " " + limit(key.min) + " to " + limit(key.max);
  for (const std::string& word : key.none_words) name += " or " + word;
  if (key.exact_day) name += " to the day";
  for (const auto& [word, factor] : key.counted) name += ", " + word;
  return name;
}

std::string DealSchema::value_name(const Key& key) {
  std::string name = type_name(key);
  if (definitions_.contains(name)) return name;
  std::vector<Json> ways{plain_value(key)};
  const bool any_text = key.type == Type::text || key.type == Type::contact;
  if (!any_text) ways.push_back(reference(kPresence));
  if (!any_text && !key.none_words.empty())
    ways.push_back(text_like(spelling_pattern(key.none_words)));
  if (!key.undated.empty()) {
    ways.push_back(text_like(spelling_pattern(key.undated)));
    ways.push_back({{"type", "boolean"}});
  }
  if (!key.counted.empty()) ways.push_back(text_like("[0-9０-９一二三四五六七八九十两半]"));
  definitions_[name] = any_of(std::move(ways));
  return name;
}

// ---- statements ----

/// A value; a map with it and its proof; a list of those.
std::string DealSchema::statement_name(const Key& key) {
  std::string name = "said " + value_name(key) + (key.many ? ", several" : "");
  if (!definitions_.contains(name)) define_statement(name, key);
  return name;
}

/// `met: {times: 5, last: 2026-03}`
void DealSchema::add_count_beside(Json& map, std::vector<std::string>& needed) {
  const Section& contacts = vocabulary_.sections[*vocabulary_.section_id("contacts")];
  for (std::size_t i = 0; i < contacts.keys.size(); ++i) {
    const Key& key = contacts.keys[i];
    if (key.type != Type::number) continue;
    const Spellings names =
        spellings(contacts.names, static_cast<std::uint16_t>(i), key.id, key.label);
    add_property(map, names, reference(statement_name(key)));
    needed.insert(needed.end(), names.shown.begin(), names.shown.end());
    needed.insert(needed.end(), names.others.begin(), names.others.end());
  }
}

void DealSchema::define_statement(const std::string& name, const Key& key) {
  definitions_[name] = Json::object();  // it stands in itself
  Json map = new_object();
  Spellings value;
  add_names(vocabulary_.entry_words, 1, value.others);
  value.shown = {"value"};
  add_labels(vocabulary_.value, value.shown);
  add_property(map, value, reference(name));
  add_common(map);
  std::vector<std::string> needed = value.others;
  if (key.type == Type::date) {  // `met: [{date: 2026-03-01, note: …}]`
    add_names(vocabulary_.common.names, *vocabulary_.common.names.find("date"), needed);
  }
  if (!key.undated.empty()) add_count_beside(map, needed);
  map["anyOf"] = needs_one_of(std::move(needed));
  definitions_["map of " + name] = std::move(map);
  const Json one = reference(value_name(key));
  const Json proven = reference("map of " + name);
  Json alone = list_of(one);
  alone["maxItems"] = 1;
  definitions_[name] = key.many ? any_of({one, proven, list_of(any_of({one, proven}))})
                                : any_of({one, proven, list_of(proven), alone});
}

Json DealSchema::nested_or_statement(const Key& key) {
  const std::string description = key.label.in_others() + ": " + in_every_language(key.means);
  if (key.type != Type::records) return described(reference(statement_name(key)), description);
  return described(records(vocabulary_.sections[key.nested]), description);
}

// ---- sections ----

void DealSchema::add_keys(Json& object, const Section& section) {
  for (std::size_t i = 0; i < section.keys.size(); ++i) {
    const Key& key = section.keys[i];
    add_property(object, spellings(section.names, static_cast<std::uint16_t>(i), key.id, key.label),
                 nested_or_statement(key));
  }
}

void DealSchema::define_common() {
  for (const Key& key : vocabulary_.common.keys) {
    definitions_["common " + key.id] = described(
        reference(value_name(key)), key.label.in_others() + ": " + in_every_language(key.means));
  }
}

/// `taken`: names that mean a key of the section's own.
void DealSchema::add_common(Json& object, const NameIndex* taken) {
  const Section& common = vocabulary_.common;
  const auto is_taken = [&](const std::string& name) {
    return taken != nullptr && taken->find(normalise_name(name)).has_value();
  };
  for (std::size_t i = 0; i < common.keys.size(); ++i) {
    const Key& key = common.keys[i];
    Spellings names = spellings(common.names, static_cast<std::uint16_t>(i), key.id, key.label);
    std::erase_if(names.shown, is_taken);
    std::erase_if(names.others, is_taken);
    add_property(object, names, reference("common " + key.id));
  }
}

/// `{signal: questions, value: few, date: …}`: an entry in full.
Json DealSchema::signal_entry(const Section& section) {
  Json entry = new_object();
  std::vector<std::string> names;
  for (const std::string_view name : section.names.all()) names.emplace_back(name);
  for (const std::uint16_t word : {std::uint16_t{0}, std::uint16_t{1}}) {
    Spellings words;
    add_names(vocabulary_.entry_words, word, words.others);
    add_property(entry, words, word == 0 ? text_like(spelling_pattern(names)) : any_scalar());
  }
  add_common(entry);
  entry["minProperties"] = 2;
  return entry;
}

Json DealSchema::records(const Section& section) {
  const std::string name = "entry of " + section.id;
  if (!definitions_.contains(name)) {
    definitions_[name] = Json::object();
    Json record = new_object();
    add_keys(record, section);
    add_common(record, &section.names);
    std::vector<Json> ways{std::move(record)};
    if (section.shorthand) ways.push_back(reference(value_name(section.keys[*section.shorthand])));
    definitions_[name] = any_of(std::move(ways));
  }
  return any_of({reference(name), list_of(reference(name), true), reference(kPresence)});
}

Json DealSchema::section(const Section& section) {
  const std::string description =
      section.label.in_others() + ": " + in_every_language(section.means);
  if (section.shape == Shape::records) return described(records(section), description);
  const std::string name = "map of " + section.id;
  Json map = new_object();
  add_keys(map, section);
  add_common(map, &section.names);
  definitions_[name] = any_of({std::move(map), signal_entry(section)});
  return described(any_of({reference(name), list_of(reference(name), true), reference(kPresence)}),
                   description);
}

// ---- events ----

/// Those of the names that mean this place where they stand in an event.
DealSchema::Spellings DealSchema::in_events(Spellings spellings, const EventPlace& place) const {
  const auto means_another = [&](const std::string& name) {
    const std::string normal = normalise_name(name);
    return vocabulary_.common.names.find(normal) || find_event_place(vocabulary_, normal) != place;
  };
  std::erase_if(spellings.shown, means_another);
  std::erase_if(spellings.others, means_another);
  return spellings;
}

void DealSchema::add_to_event(Json& event, const Spellings& spellings, const EventPlace& place,
                              const Json& schema) {
  const Spellings names = in_events(spellings, place);
  if (!names.shown.empty() || !names.others.empty()) add_property(event, names, schema);
}

/// Its day and who did it once, and whatever happened under the name of its place.
Json DealSchema::events() {
  Json event = new_object();
  add_common(event);
  for (std::size_t i = 0; i < vocabulary_.sections.size(); ++i) {
    const Section& one = vocabulary_.sections[i];
    if (one.parent || one.top) continue;
    const auto id = static_cast<std::uint16_t>(i);
    add_to_event(event, spellings(vocabulary_.section_names, id, one.id, one.label), {id, {}},
                 section(one));
    if (one.shape != Shape::attributes) continue;
    for (std::size_t j = 0; j < one.keys.size(); ++j) {
      const auto key = static_cast<KeyId>(j);
      add_to_event(event, spellings(one.names, key, one.keys[j].id, one.keys[j].label), {id, key},
                   nested_or_statement(one.keys[j]));
    }
  }
  definitions_["event"] = std::move(event);
  return any_of({reference("event"), list_of(reference("event"), true)});
}

void DealSchema::define_presence() {
  Spellings words;
  words.shown = {"unknown", "none"};
  add_labels(vocabulary_.unknown, words.shown);
  add_labels(vocabulary_.none, words.shown);
  for (const NameIndex* index : {&vocabulary_.unknown_words, &vocabulary_.none_words}) {
    for (const std::string_view name : index->all()) words.others.emplace_back(name);
  }
  words.others.emplace_back("no");
  definitions_[kPresence] = described(
      written(words), "asked and not known, or checked: there is none · 问过不知道，或查过没有");
}

/// A deal without a stage cannot be judged; dated milestones tell it too.
std::vector<Json> DealSchema::ways_to_tell_the_stage() const {
  std::vector<std::string> names;
  const Section& head = vocabulary_.sections[*vocabulary_.section_id("deal")];
  add_names(head.names, *head.names.find("stage"), names);
  add_names(vocabulary_.section_names, *vocabulary_.section_id("milestones"), names);
  return needs_one_of(std::move(names));
}

void DealSchema::write() {
  define_presence();
  define_common();
  Json deal = new_object();
  for (std::size_t i = 0; i < vocabulary_.sections.size(); ++i) {
    const Section& one = vocabulary_.sections[i];
    if (one.parent) continue;
    if (one.top) {
      add_keys(deal, one);
      continue;
    }
    add_property(
        deal,
        spellings(vocabulary_.section_names, static_cast<std::uint16_t>(i), one.id, one.label),
        section(one));
  }
  if (!vocabulary_.event_words.entries().empty()) {
    Spellings names{{"events"}, {}};
    add_labels(vocabulary_.events, names.shown);
    add_names(vocabulary_.event_words, 0, names.others);
    add_property(deal, names, events());
  }
  deal["anyOf"] = ways_to_tell_the_stage();
  definitions_["deal"] = std::move(deal);
}

}  // namespace

void define_deal(const Vocabulary& vocabulary, Json& definitions) {
  DealSchema(vocabulary, definitions).write();
}

Json deal_schema(const Rulebook& rules) {
  Json schema = schema_head("dealcheck: deal · 商机文件");
  define_deal(rules.vocabulary, schema["definitions"]);
  schema["allOf"] = Json::array({reference("deal")});
  return schema;
}

}  // namespace dealcheck

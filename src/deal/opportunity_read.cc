// Reads a deal file against the vocabulary. Three passes: values section by section, then the
// people that statements name (contacts may stand anywhere in the file), then what only the whole
// file can tell.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "base/alike.h"
#include "base/loose_date.h"
#include "base/strings.h"
#include "deal/deal_reader.h"
#include "deal/read_value.h"
#include "deal/resolve_people.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"
#include "yaml/yaml_checks.h"

namespace dealcheck {

using Presence = SectionData::Presence;

// ---- sections ----

namespace {

/// Words as they may stand in a command that somebody copies: signs that a shell reads are left
/// out.
std::string harmless_words(std::string_view words) {
  std::string kept;
  for (const char c : words) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    kept += letter || beyond_ascii || c == '_' || c == '-' ? c : ' ';
  }
  return std::string(trim(kept));
}

/// A section, or a key of it.
struct NamedPlace {
  const Section* section;
  const Key* key = nullptr;
};

/// The places that know the name, but for a key of the section itself; the first few.
std::vector<NamedPlace> find_elsewhere(const Vocabulary& vocabulary,
                                       std::optional<std::uint16_t> here, std::string_view key) {
  constexpr std::size_t kMost = 3;
  const NormalName name(key);
  std::vector<NamedPlace> places;
  if (const auto own = vocabulary.section_names.find(name)) {
    places.push_back({&vocabulary.sections[*own]});
  }
  for (std::size_t i = 0; i < vocabulary.sections.size() && places.size() < kMost; ++i) {
    const Section& other = vocabulary.sections[i];
    const auto known = other.names.find(name);
    if (!known || i == here || other.parent) continue;
    places.push_back({&other, &other.keys[*known]});
  }
  return places;
}

/// `objections.by, plan`, as a deal file in that language writes them.
std::string list_places(const std::vector<NamedPlace>& places, Language language) {
  std::vector<std::string> names;
  for (const NamedPlace& place : places) {
    std::string& name = names.emplace_back();
    if (!place.key || !place.section->top) name += written_name(*place.section, language);
    if (place.key && !place.section->top) name += ".";
    if (place.key) name += written_name(*place.key, language);
  }
  return listed(names, language);
}

/// Tells the other places that know the name: `elsewhere`, and `elsewhere_label` in the language of
/// the complaint. False when there are none.
bool add_elsewhere(const Vocabulary& vocabulary, std::optional<std::uint16_t> here,
                   std::string_view key, Arguments& told) {
  const std::vector<NamedPlace> places = find_elsewhere(vocabulary, here, key);
  if (places.empty()) return false;
  told.emplace_back("elsewhere", list_places(places, Language::en));
  add_translated(told, "elsewhere_label",
                 [&](Language language) { return list_places(places, language); });
  return true;
}

}  // namespace

bool DealReader::explain_unknown(const YamlEntry& entry, std::optional<std::uint16_t> here,
                                 const std::vector<std::string_view>& names, Arguments& told) {
  const std::string_view key = entry.key.text();
  if (entry.value.is_null()) {
    // `{value: archive, 3 sites}` and a last line without a colon both end up here.
    error(entry.key, "deal.stray-text", with_nearest({{"text", std::string(key)}}, key, names));
    return false;
  }
  if (refuse_wide_mark(entry.key, diagnostics_)) return false;
  told.emplace_back("key", std::string(key));
  if (add_elsewhere(vocabulary_, here, key, told)) return true;
  told = with_nearest(std::move(told), normalise_name(key), names);
  if (told.back().first != "nearest") told.emplace_back("lookup", harmless_words(key));
  return true;
}

void DealReader::unknown_key(std::uint16_t id, const YamlEntry& entry) {
  std::vector<std::string_view> names = section(id).names.all();
  const NameIndex& more = section(id).top ? vocabulary_.section_names : vocabulary_.common.names;
  for (const std::string_view name : more.all()) names.push_back(name);
  Arguments told = naming(section(id));
  if (!explain_unknown(entry, id, names, told)) return;
  // What nobody could have meant for a name of ours judges nothing.
  const std::string_view key = entry.key.text();
  const bool meant = told.back().first != "lookup" || harmless_words(key) != key;
  if (section(id).top && entry.value.is_scalar() && !meant) {
    diagnostics_.warning(entry.key.source(), entry.key.at(), "deal.not-read", std::move(told));
    return;
  }
  error(entry.key, section(id).top ? "deal.unknown-top-key" : "deal.unknown-key", std::move(told));
}

void DealReader::unknown_event(const YamlEntry& entry) {
  std::vector<std::string_view> names = vocabulary_.section_names.all();
  for (const std::string_view name : vocabulary_.common.names.all()) names.push_back(name);
  for (const Section& one : vocabulary_.sections) {
    if (one.shape != Shape::attributes || one.top) continue;
    for (const std::string_view name : one.names.all()) names.push_back(name);
  }
  Arguments told = naming_events();
  if (explain_unknown(entry, std::nullopt, names, told)) {
    error(entry.key, "deal.unknown-key", std::move(told));
  }
}

void DealReader::unknown_key_in_value(const Key& key, const YamlEntry& entry) {
  const std::string word(entry.key.text());
  if (entry.value.is_null()) {
    error(entry.key, "deal.stray-text", {{"text", word}});
    return;
  }
  std::vector<std::string_view> names = vocabulary_.common.names.all();
  for (const std::string_view name : vocabulary_.entry_words.all()) names.push_back(name);
  Arguments told{{"key", word}, {"section", key.id}};
  add_translated(told, "section_label",
                 [&](Language language) { return std::string(written_name(key, language)); });
  told = with_nearest(std::move(told), normalise_name(word), names);
  if (told.back().first != "nearest") told.emplace_back("lookup", harmless_words(word));
  error(entry.key, "deal.unknown-key", std::move(told));
}

bool DealReader::read_presence(Yaml node, SectionData& data) {
  if (!node.is_scalar()) return false;
  const NormalName word(node.text());
  if (vocabulary_.unknown_words.find(word)) {
    data.presence = Presence::unknown;
    return true;
  }
  const bool none = vocabulary_.none_words.find(word).has_value() || std::string_view(word) == "no";
  if (none) data.presence = Presence::none;
  return none;
}

void DealReader::find_today(Yaml root) {
  const auto as_of = section(head_).names.find("as_of");
  for (const YamlEntry& entry : root.entries()) {
    if (section(head_).names.find(NormalName(entry.key.text())) != as_of) continue;
    if (!entry.value.is_scalar()) continue;
    const auto day = parse_loose_date(alike(entry.value.text()), std::nullopt).date;
    if (day && day->exact()) today_ = day;
  }
}

void DealReader::read_top(const YamlEntry& entry) {
  const NormalName name(entry.key.text());
  if (const auto id = vocabulary_.section_names.find(name)) {
    if (deal_.sections[*id].presence != Presence::absent) {
      error(entry.key, "deal.section-twice", naming(section(*id)));
      return;
    }
    deal_.sections[*id].at = entry.key.at();
    if (blank(entry.value)) {
      error(entry.key, "deal.empty-value",
            naming(section(*id), {{"key", std::string(entry.key.text())}}));
      return;
    }
    read_section(*id, entry.value, {});
    return;
  }
  const auto key = section(head_).names.find(name);
  if (!key && vocabulary_.event_words.find(name)) {
    if (events_) error(entry.key, "deal.section-twice", naming_events());
    events_ = entry.value;
    return;
  }
  if (!key) {
    unknown_key(head_, entry);
    return;
  }
  Record& head = deal_.sections[head_].records.front();
  if (head.find(*key) != nullptr) {
    error(entry.key, "deal.key-twice", naming(section(head_).keys[*key]));
    return;
  }
  read_stated(head_, *key, entry.value, {}, head);
}

void DealReader::read_section(std::uint16_t id, Yaml node, const Provenance& outer) {
  SectionData& data = deal_.sections[id];
  const Section& words = section(id);
  const bool shorthand_first =
      words.shorthand && words.keys[*words.shorthand].type == Type::choice &&
      vocabulary_.choices(words.keys[*words.shorthand]).names.find(NormalName(node.text()));
  SectionData own;  // an event without any does not take back what the section has
  if (!shorthand_first && read_presence(node, own)) {
    if (data.presence != Presence::stated) data.presence = own.presence;
    return;
  }
  data.presence = Presence::stated;
  if (words.shape == Shape::attributes) {
    read_attributes(id, node, outer);
  } else {
    read_records(id, node, -1, outer);
  }
}

// ---- attributes ----

void DealReader::read_attributes(std::uint16_t id, Yaml node, const Provenance& outer) {
  Record& record = attributes_of(id, node.at());
  if (node.is_map()) {
    read_attribute_entry(id, node, outer, record);
  } else if (node.is_sequence()) {
    for (const Yaml entry : node.items()) {
      if (entry.is_map()) {
        read_attribute_entry(id, entry, outer, record);
      } else {
        error(entry, "deal.entry-needs-map", naming(section(id)));
      }
    }
  } else {
    error(node, "deal.section-needs-map", naming(section(id)));
  }
}

Record& DealReader::attributes_of(std::uint16_t id, Location at) {
  std::vector<Record>& records = deal_.sections[id].records;
  if (records.empty()) records.emplace_back().at = at;
  return records.front();
}

// ---- records ----

void DealReader::read_records(std::uint16_t id, Yaml node, std::int32_t parent,
                              const Provenance& outer) {
  if (!node.is_sequence()) {
    read_record(id, node, parent, outer);
    return;
  }
  std::vector<Record>& records = deal_.sections[id].records;
  if (records.empty()) records.reserve(node.size());
  for (const Yaml item : node.items()) read_record(id, item, parent, outer);
}

void DealReader::read_record(std::uint16_t id, Yaml node, std::int32_t parent,
                             const Provenance& outer) {
  const Section& words = section(id);
  Record record;
  record.at = node.at();
  record.parent = parent;
  if (node.is_map()) {
    // The place in the list is needed by nested records before this one is complete.
    const std::size_t place = deal_.sections[id].records.size();
    deal_.sections[id].records.push_back(record);
    read_record_map(id, node, outer, record);
    deal_.sections[id].records[place] = std::move(record);
    return;
  }
  if (blank(node)) {
    error(node, "deal.empty-entry", naming(words));
  } else if (node.is_scalar() && words.shorthand) {
    record.proof = outer;
    read_shorthand(words.keys[*words.shorthand], *words.shorthand, node, record);
    deal_.sections[id].records.push_back(std::move(record));
  } else {
    error(node, "deal.entry-needs-map", naming(words));
  }
}

/// In JSON every word is quoted; nobody writes an entry of one word to quote somebody's "none".
void DealReader::read_shorthand(const Key& key, KeyId id, Yaml node, Record& record) {
  const auto value = read_value(vocabulary_, key, node, diagnostics_, Quotes::ignored, today_);
  if (value) record.statements.push_back({id, *value, node.at(), record.proof});
}

void DealReader::read_record_map(std::uint16_t id, Yaml node, const Provenance& outer,
                                 Record& record) {
  const KnownEntries known = known_entries(id, node);
  record.statements.reserve(known.size());
  record.proof = read_provenance(id, known, outer);
  const auto place = static_cast<std::int32_t>(deal_.sections[id].records.size()) - 1;
  for (const auto& [key, value] : known) {
    const Key& words = vocabulary_.key(section(id), key);
    if (words.type == Type::records) {
      read_nested_records(words.nested, place, value);
    } else if (key < kCommonKey) {
      read_stated(id, key, value, record.proof, record);
    }
  }
}

void DealReader::read_nested_records(std::uint16_t id, std::int32_t parent, Yaml node) {
  SectionData& data = deal_.sections[id];
  SectionData own;  // one record without any does not take back what another has
  const bool listed = !read_presence(node, own);
  if (data.presence != Presence::stated) {
    data.presence = listed ? Presence::stated : own.presence;
    data.at = node.at();
  }
  if (listed) read_records(id, node, parent, {});
}

// ---- the whole ----

void DealReader::check_whole(Yaml root) {
  const Section& head = section(head_);
  const Statement* version = deal_.find(head_, *head.names.find("dealcheck"));
  if (version != nullptr && version->value.number != 1) {
    diagnostics_.error(deal_.document->source, version->at, "deal.unknown-version",
                       {{"value", std::string(version->value.text)}});
  }
  const Statement* stage = deal_.find(head_, *head.names.find("stage"));
  const std::uint16_t milestones = *vocabulary_.section_id("milestones");
  const bool dated = deal_.sections[milestones].presence == Presence::stated;
  const bool named = stage != nullptr && stage->value.kind == Value::Kind::choice;
  if (!named && !dated && !diagnostics_.has_errors()) {
    diagnostics_.error(deal_.document->source, stage != nullptr ? stage->at : root.at(),
                       "deal.no-stage");
  }
}

std::optional<Opportunity> DealReader::read(Yaml root) {
  if (!root.is_map()) {
    error(root, "deal.needs-map");
    return std::nullopt;
  }
  SectionData& head = deal_.sections[head_];
  head.presence = Presence::stated;
  head.at = root.at();
  head.records.emplace_back();
  find_today(root);
  for (const YamlEntry& entry : root.entries()) read_top(entry);
  if (events_) read_events(*events_);
  resolve_people(deal_, vocabulary_, diagnostics_);
  drop_told_twice();
  check_whole(root);
  if (diagnostics_.has_errors()) return std::nullopt;
  return std::move(deal_);
}

std::optional<Opportunity> read_opportunity(std::shared_ptr<const YamlDocument> document,
                                            const Vocabulary& vocabulary,
                                            Diagnostics& diagnostics) {
  const Yaml root(*document);
  return read_opportunity(root, std::move(document), vocabulary, diagnostics);
}

std::optional<Opportunity> read_opportunity(Yaml root, std::shared_ptr<const YamlDocument> document,
                                            const Vocabulary& vocabulary,
                                            Diagnostics& diagnostics) {
  return DealReader(vocabulary, std::move(document), diagnostics).read(root);
}

}  // namespace dealcheck

// Reads a deal file against the vocabulary. Three passes: values section by section, then the
// people that statements name (contacts may stand anywhere in the file), then what only the whole
// file can tell.

#include <algorithm>
#include <cmath>
#include <utility>

#include "fields.h"
#include "opportunity.h"
#include "read_value.h"
#include "resolve_people.h"
#include "text.h"

namespace dealcheck {

namespace {

using Presence = SectionData::Presence;

// Places among the entry words: the key of a full-form entry names its signal, and its value.
constexpr std::uint16_t kSignalWord = 0;
constexpr std::uint16_t kValueWord = 1;

class DealReader {
 public:
  DealReader(const Vocabulary& vocabulary, std::shared_ptr<const YamlDocument> document,
             Diagnostics& diagnostics)
      : vocabulary_(vocabulary), diagnostics_(diagnostics) {
    deal_.document = std::move(document);
    deal_.sections.resize(vocabulary.sections.size());
    head_ = *vocabulary.section_id("deal");
  }

  std::optional<Opportunity> read(Yaml root);

 private:
  void read_top(const YamlEntry& entry);
  void read_section(std::uint16_t id, Yaml node);
  bool read_presence(Yaml node, SectionData& data);

  void read_attributes(std::uint16_t id, Yaml node);
  void read_attribute_entry(std::uint16_t id, Yaml entry, Record& record);
  /// `{signal: questions, value: many}`
  void read_signal(std::uint16_t id, Yaml signal, const std::optional<Yaml>& value, Record& record,
                   const Provenance& proof);
  [[nodiscard]] std::optional<Yaml> find_entry_word(Yaml entry, std::uint16_t word) const;

  void read_records(std::uint16_t id, Yaml node, std::int32_t parent);
  void read_record(std::uint16_t id, Yaml node, std::int32_t parent);
  void read_record_map(std::uint16_t id, Yaml node, Record& record);
  void read_nested_records(std::uint16_t id, std::int32_t parent, Yaml node);

  void read_stated(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer, Record& record);
  void read_stated_map(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                       Record& record);
  void read_stated_list(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                        Record& record);

  /// A key that the section knows, and what stands behind it.
  struct KnownEntry {
    KeyId key = 0;
    Yaml value;
  };
  using KnownEntries = std::vector<KnownEntry>;
  /// The pairs of a map; of the others, and of a key that comes again, it is told what is wrong.
  /// With `full_form` the words of that form are passed over.
  KnownEntries known_entries(std::uint16_t id, Yaml map, bool full_form = false);

  /// Common keys of a map, as provenance; inherits from `outer` what is not said again.
  Provenance read_provenance(std::uint16_t id, const KnownEntries& entries,
                             const Provenance& outer);
  void apply_common(KeyId key, const Value& value, Location at, Provenance& proof) const;

  void check_whole(Yaml root);

  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }
  const Section& section(std::uint16_t id) const { return vocabulary_.sections[id]; }
  void unknown_key(std::uint16_t id, const YamlEntry& entry);
  void unknown_key_in_value(const Key& key, const YamlEntry& entry);

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  Opportunity deal_;
  std::uint16_t head_ = 0;
};

// ---- sections ----

void DealReader::unknown_key(std::uint16_t id, const YamlEntry& entry) {
  std::vector<std::string_view> names = section(id).names.all();
  if (section(id).top) {
    for (const std::string_view name : vocabulary_.section_names.all()) names.push_back(name);
  } else {
    for (const std::string_view name : vocabulary_.common.names.all()) names.push_back(name);
  }
  const std::string_view key = entry.key.text();
  if (entry.value.is_null()) {
    // `{value: archive, 3 sites}` and a last line without a colon both end up here.
    error(entry.key, "deal.stray-text", with_nearest({{"text", std::string(key)}}, key, names));
    return;
  }
  error(entry.key, section(id).top ? "deal.unknown-top-key" : "deal.unknown-key",
        with_nearest({{"key", std::string(key)}, {"section", section(id).id}}, normalise_name(key),
                     names));
}

void DealReader::unknown_key_in_value(const Key& key, const YamlEntry& entry) {
  const std::string word(entry.key.text());
  if (entry.value.is_null()) {
    error(entry.key, "deal.stray-text", {{"text", word}});
    return;
  }
  std::vector<std::string_view> names = vocabulary_.common.names.all();
  for (const std::string_view name : vocabulary_.entry_words.all()) names.push_back(name);
  error(entry.key, "deal.unknown-key",
        with_nearest({{"key", word}, {"section", key.id}}, normalise_name(word), names));
}

bool DealReader::read_presence(Yaml node, SectionData& data) {
  if (!node.is_scalar() || node.quoted()) return false;
  const NormalName word(node.text());
  if (vocabulary_.unknown_words.find(word)) {
    data.presence = Presence::unknown;
    return true;
  }
  const bool none = vocabulary_.none_words.find(word).has_value() || std::string_view(word) == "no";
  if (none) data.presence = Presence::none;
  return none;
}

void DealReader::read_top(const YamlEntry& entry) {
  const NormalName name(entry.key.text());
  if (const auto id = vocabulary_.section_names.find(name)) {
    if (deal_.sections[*id].presence != Presence::absent) {
      error(entry.key, "deal.section-twice", {{"section", section(*id).id}});
      return;
    }
    deal_.sections[*id].at = entry.key.at();
    if (blank(entry.value)) {
      error(entry.key, "deal.empty-value", {{"key", std::string(entry.key.text())}});
      return;
    }
    read_section(*id, entry.value);
    return;
  }
  const auto key = section(head_).names.find(name);
  if (!key) {
    unknown_key(head_, entry);
    return;
  }
  Record& head = deal_.sections[head_].records.front();
  if (head.find(*key) != nullptr) {
    error(entry.key, "deal.key-twice", {{"key", section(head_).keys[*key].id}});
    return;
  }
  read_stated(head_, *key, entry.value, {}, head);
}

void DealReader::read_section(std::uint16_t id, Yaml node) {
  SectionData& data = deal_.sections[id];
  const Section& words = section(id);
  const bool shorthand_first =
      words.shorthand && words.keys[*words.shorthand].type == Type::choice &&
      vocabulary_.choices(words.keys[*words.shorthand]).names.find(NormalName(node.text()));
  if (!shorthand_first && read_presence(node, data)) return;
  data.presence = Presence::stated;
  if (words.shape == Shape::attributes) {
    read_attributes(id, node);
  } else {
    read_records(id, node, -1);
  }
}

// ---- attributes ----

void DealReader::read_attributes(std::uint16_t id, Yaml node) {
  Record record;
  record.at = node.at();
  if (node.is_map()) {
    read_attribute_entry(id, node, record);
  } else if (node.is_sequence()) {
    for (const Yaml entry : node.items()) {
      if (entry.is_map()) {
        read_attribute_entry(id, entry, record);
      } else {
        error(entry, "deal.entry-needs-map", {{"section", section(id).id}});
      }
    }
  } else {
    error(node, "deal.section-needs-map", {{"section", section(id).id}});
  }
  deal_.sections[id].records.push_back(std::move(record));
}

std::optional<Yaml> DealReader::find_entry_word(Yaml entry, std::uint16_t word) const {
  std::optional<Yaml> found;
  for (const YamlEntry& pair : entry.entries()) {
    if (vocabulary_.entry_words.find(NormalName(pair.key.text())) == word) found = pair.value;
  }
  return found;
}

void DealReader::read_signal(std::uint16_t id, Yaml signal, const std::optional<Yaml>& value,
                             Record& record, const Provenance& proof) {
  const auto key = section(id).names.find(NormalName(signal.text()));
  if (!key) {
    error(signal, "deal.unknown-signal",
          with_nearest({{"key", std::string(signal.text())}, {"section", section(id).id}},
                       normalise_name(signal.text()), section(id).names.all()));
  } else if (!value) {
    error(signal, "deal.signal-without-value", {{"key", std::string(signal.text())}});
  } else {
    read_stated(id, *key, *value, proof, record);
  }
}

void DealReader::read_attribute_entry(std::uint16_t id, Yaml entry, Record& record) {
  const auto signal = find_entry_word(entry, kSignalWord);
  const KnownEntries known = known_entries(id, entry, signal.has_value());
  const Provenance proof = read_provenance(id, known, {});
  if (signal) read_signal(id, *signal, find_entry_word(entry, kValueWord), record, proof);
  for (const auto& [key, value] : known) {
    if (key < kCommonKey) read_stated(id, key, value, proof, record);
  }
}

// ---- records ----

void DealReader::read_records(std::uint16_t id, Yaml node, std::int32_t parent) {
  if (!node.is_sequence()) {
    read_record(id, node, parent);
    return;
  }
  std::vector<Record>& records = deal_.sections[id].records;
  if (records.empty()) records.reserve(node.size());
  for (const Yaml item : node.items()) read_record(id, item, parent);
}

void DealReader::read_record(std::uint16_t id, Yaml node, std::int32_t parent) {
  const Section& words = section(id);
  Record record;
  record.at = node.at();
  record.parent = parent;
  if (node.is_map()) {
    // The place in the list is needed by nested records before this one is complete.
    const std::size_t place = deal_.sections[id].records.size();
    deal_.sections[id].records.push_back(record);
    read_record_map(id, node, record);
    deal_.sections[id].records[place] = std::move(record);
    return;
  }
  if (blank(node)) {
    error(node, "deal.empty-entry", {{"section", words.id}});
  } else if (node.is_scalar() && words.shorthand) {
    read_stated(id, *words.shorthand, node, {}, record);
    deal_.sections[id].records.push_back(std::move(record));
  } else {
    error(node, "deal.entry-needs-map", {{"section", words.id}});
  }
}

void DealReader::read_record_map(std::uint16_t id, Yaml node, Record& record) {
  const KnownEntries known = known_entries(id, node);
  record.statements.reserve(known.size());
  record.proof = read_provenance(id, known, {});
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
  if (listed) read_records(id, node, parent);
}

// ---- statements ----

DealReader::KnownEntries DealReader::known_entries(std::uint16_t id, Yaml map, bool full_form) {
  KnownEntries known;
  known.reserve(map.size());
  for (const YamlEntry& pair : map.entries()) {
    if (full_form && vocabulary_.entry_words.find(NormalName(pair.key.text()))) continue;
    const auto key = vocabulary_.find_key(section(id), pair.key.text());
    const bool twice = std::any_of(known.begin(), known.end(),
                                   [&](const KnownEntry& other) { return other.key == key; });
    if (!key) {
      unknown_key(id, pair);
    } else if (twice) {
      error(pair.key, "deal.key-twice", {{"key", vocabulary_.key(section(id), *key).id}});
    } else {
      known.push_back({*key, pair.value});
    }
  }
  return known;
}

Provenance DealReader::read_provenance(std::uint16_t id, const KnownEntries& entries,
                                       const Provenance& outer) {
  Provenance proof = outer;
  for (const auto& [key, stated] : entries) {
    if (key < kCommonKey) continue;
    const auto value =
        read_value(vocabulary_, vocabulary_.key(section(id), key), stated, diagnostics_);
    if (value) apply_common(key, *value, stated.at(), proof);
  }
  return proof;
}

void DealReader::apply_common(KeyId key, const Value& value, Location at, Provenance& proof) const {
  const std::string& id = vocabulary_.common.keys[key - kCommonKey].id;
  if (value.kind == Value::Kind::date && id == "date") proof.date = value.date;
  if (value.kind == Value::Kind::contact && id == "by") {
    proof.by = value.index;
    proof.by_text = value.text;
    proof.by_at = at;
  }
  if (value.kind == Value::Kind::text && id == "note") proof.note = value.text;
  if (value.kind == Value::Kind::text && id == "source") proof.source = value.text;
  if (value.kind != Value::Kind::choice) return;
  const std::string& choice = vocabulary_.choices(vocabulary_.common.keys[key - kCommonKey])
                                  .choices[static_cast<std::size_t>(value.index)]
                                  .id;
  if (id == "evidence") {
    proof.stated_grade = choice == "witnessed" ? Grade::witnessed
                         : choice == "assumed" ? Grade::assumed
                                               : Grade::reported;
  }
  if (id == "seen_in") proof.seen_in = parse_stage(choice);
  if (id == "trust") proof.trust = value.index;
}

void DealReader::read_stated(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                             Record& record) {
  const Key& words = vocabulary_.key(section(id), key);
  if (blank(node)) {
    error(node, "deal.empty-value", {{"key", words.id}});
    return;
  }
  if (node.is_map()) {
    read_stated_map(id, key, node, outer, record);
    return;
  }
  if (node.is_sequence()) {
    read_stated_list(id, key, node, outer, record);
    return;
  }
  if (const auto value = read_value(vocabulary_, words, node, diagnostics_)) {
    record.statements.push_back({key, *value, node.at(), outer});
  }
}

void DealReader::read_stated_map(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                                 Record& record) {
  const Key& words = vocabulary_.key(section(id), key);
  KnownEntries shared;  // a name that the section itself gives a meaning is none of these
  std::optional<Yaml> value;
  for (const YamlEntry& pair : node.entries()) {
    const NormalName name(pair.key.text());
    const auto common = vocabulary_.common.names.find(name);
    // `met: [{date: 2026-03-01, note: …}]`: of a date, the date is the value.
    const bool dated = common && words.type == Type::date && !value &&
                       vocabulary_.common.keys[*common].id == "date";
    if (common && !section(id).names.find(name)) {
      shared.push_back({static_cast<KeyId>(kCommonKey + *common), pair.value});
    }
    if (vocabulary_.entry_words.find(name) == kValueWord || dated) {
      value = pair.value;
    } else if (!common) {
      unknown_key_in_value(words, pair);
    }
  }
  if (!value) {
    error(node, "deal.missing-value", {{"key", words.id}});
    return;
  }
  read_stated(id, key, *value, read_provenance(id, shared, outer), record);
}

void DealReader::read_stated_list(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                                  Record& record) {
  const Key& words = vocabulary_.key(section(id), key);
  if (node.size() == 0) {
    error(node, "deal.empty-list", {{"key", words.id}});
    return;
  }
  for (const Yaml item : node.items()) {
    if (item.is_sequence()) {
      error(item, "deal.list-in-list", {{"key", words.id}});
    } else if (!words.many && !item.is_map() && node.size() > 1) {
      error(item, "deal.one-value", {{"key", words.id}});
      return;
    } else {
      read_stated(id, key, item, outer, record);
    }
  }
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
  for (const YamlEntry& entry : root.entries()) read_top(entry);
  resolve_people(deal_, vocabulary_, diagnostics_);
  check_whole(root);
  if (diagnostics_.has_errors()) return std::nullopt;
  return std::move(deal_);
}

}  // namespace

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

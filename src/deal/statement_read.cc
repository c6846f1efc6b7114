// Reads what an entry states: a value alone, a list, a map with where it comes from, or the full
// form with `signal` and `value`.

#include <algorithm>

#include "deal/deal_reader.h"
#include "deal/read_value.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

// Places among the entry words: the key of a full-form entry names its signal, and its value.
constexpr std::uint16_t kSignalWord = 0;
constexpr std::uint16_t kValueWord = 1;

}  // namespace

// ---- entries ----

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
      error(pair.key, "deal.key-twice", naming(vocabulary_.key(section(id), *key)));
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
    const auto value = read_value(vocabulary_, vocabulary_.key(section(id), key), stated,
                                  diagnostics_, Quotes::heeded, today_);
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

// ---- attributes ----

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
          with_nearest(naming(section(id), {{"key", std::string(signal.text())}}),
                       normalise_name(signal.text()), section(id).names.all()));
  } else if (!value) {
    error(signal, "deal.signal-without-value", {{"key", std::string(signal.text())}});
  } else {
    read_stated(id, *key, *value, proof, record);
  }
}

void DealReader::read_attribute_entry(std::uint16_t id, Yaml entry, const Provenance& outer,
                                      Record& record) {
  const auto signal = find_entry_word(entry, kSignalWord);
  const KnownEntries known = known_entries(id, entry, signal.has_value());
  const Provenance proof = read_provenance(id, known, outer);
  if (signal) read_signal(id, *signal, find_entry_word(entry, kValueWord), record, proof);
  for (const auto& [key, value] : known) {
    if (key < kCommonKey) read_stated(id, key, value, proof, record);
  }
}

// ---- statements ----

void DealReader::read_stated(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                             Record& record) {
  const Key& words = vocabulary_.key(section(id), key);
  if (blank(node)) {
    error(node, "deal.empty-value", naming(words));
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
  if (const auto value =
          read_value(vocabulary_, words, node, diagnostics_, Quotes::heeded, today_)) {
    record.statements.push_back({key, *value, node.at(), outer});
  }
}

/// `met: {times: 5, last: 2026-03}`: how often it happened has a key of its own in the section.
std::optional<KeyId> DealReader::count_beside(std::uint16_t id, const Key& dated,
                                              std::string_view name) const {
  if (dated.undated.empty()) return std::nullopt;
  const auto key = section(id).names.find(name);
  if (!key || section(id).keys[*key].type != Type::number) return std::nullopt;
  return *key;
}

void DealReader::read_stated_map(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                                 Record& record) {
  const Key& words = vocabulary_.key(section(id), key);
  KnownEntries shared;  // a name that the section itself gives a meaning is none of these
  std::optional<Yaml> value;
  std::optional<Yaml> counted;
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
    } else if (const auto beside = count_beside(id, words, name)) {
      read_stated(id, *beside, pair.value, outer, record);
      counted = pair.value;
    } else if (!common) {
      unknown_key_in_value(words, pair);
    }
  }
  const Provenance proof = read_provenance(id, shared, outer);
  if (!value && counted) {
    record.statements.push_back({key, text_value(counted->text()), node.at(), proof});
    return;
  }
  if (!value) {
    error(node, "deal.missing-value", naming(words));
    return;
  }
  read_stated(id, key, *value, proof, record);
}

void DealReader::read_stated_list(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                                  Record& record) {
  const Key& words = vocabulary_.key(section(id), key);
  if (node.size() == 0) {
    error(node, "deal.empty-list", naming(words));
    return;
  }
  for (const Yaml item : node.items()) {
    if (item.is_sequence()) {
      error(item, "deal.list-in-list", naming(words));
    } else if (!words.many && !item.is_map() && node.size() > 1) {
      error(item, "deal.one-value", naming(words));
      return;
    } else {
      read_stated(id, key, item, outer, record);
    }
  }
}

}  // namespace dealcheck

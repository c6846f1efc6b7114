// Reads the list of whatever happened. An event tells its day and who did it once, and then what it
// says under the name of the place where that would stand; it is read as if it stood there.

#include <algorithm>

#include "deal/deal_reader.h"
#include "deal/event_place.h"
#include "deal/read_value.h"
#include "diagnostics/diagnostic.h"

namespace dealcheck {

namespace {

bool same_proof(const Provenance& a, const Provenance& b) {
  return a.date == b.date && a.by == b.by && (a.by != kNotListed || a.by_text == b.by_text);
}

bool says(const std::vector<Statement>& said, const Statement& one) {
  return std::any_of(said.begin(), said.end(), [&](const Statement& other) {
    return other.key == one.key && other.value.same_as(one.value);
  });
}

/// Of the same day and person, with something in common and nothing said otherwise.
bool is_same_entry(const Record& a, const Record& b) {
  if (!same_proof(a.proof, b.proof)) return false;
  const auto agrees = [&](const Statement& one) {
    return a.find(one.key) == nullptr || says(a.statements, one);
  };
  return std::all_of(b.statements.begin(), b.statements.end(), agrees) &&
         std::any_of(b.statements.begin(), b.statements.end(),
                     [&](const Statement& one) { return says(a.statements, one); });
}

/// Statements behind the first `told` that repeat one of those.
void drop_repeated(std::vector<Statement>& statements, std::size_t told) {
  const auto late = statements.begin() + static_cast<std::ptrdiff_t>(told);
  const auto repeats = [&](const Statement& one) {
    return std::any_of(statements.begin(), late, [&](const Statement& early) {
      return early.key == one.key && early.value.same_as(one.value) &&
             same_proof(early.proof, one.proof);
    });
  };
  statements.erase(std::remove_if(late, statements.end(), repeats), statements.end());
}

/// Entries behind the first `told` go into one of those that tells the same.
void join_repeated(std::vector<Record>& records, std::size_t told) {
  const auto late = records.begin() + static_cast<std::ptrdiff_t>(told);
  const auto joins = [&](const Record& one) {
    const auto early = std::find_if(records.begin(), late,
                                    [&](const Record& own) { return is_same_entry(own, one); });
    if (early == late) return false;
    for (const Statement& statement : one.statements) {
      if (early->find(statement.key) == nullptr) early->statements.push_back(statement);
    }
    return true;
  };
  records.erase(std::remove_if(late, records.end(), joins), records.end());
}

bool holds_entries(const Section& section) {
  return std::any_of(section.keys.begin(), section.keys.end(),
                     [](const Key& key) { return key.type == Type::records; });
}

}  // namespace

Arguments DealReader::naming_events(Arguments more) const {
  const auto name = [&](Language language) { return std::string(vocabulary_.events.in(language)); };
  more.emplace_back("section", name(Language::en));
  add_translated(more, "section_label", name);
  return more;
}

void DealReader::read_events(Yaml list) {
  for (std::size_t i = 0; i < deal_.sections.size(); ++i) {
    const std::vector<Record>& records = deal_.sections[i].records;
    const bool attributes = vocabulary_.sections[i].shape == Shape::attributes;
    told_in_place_.push_back(!attributes       ? records.size()
                             : records.empty() ? 0
                                               : records.front().statements.size());
  }
  if (!list.is_sequence()) return read_event(list);
  for (const Yaml event : list.items()) read_event(event);
}

void DealReader::read_event(Yaml event) {
  if (!event.is_map()) {
    error(event, "deal.entry-needs-map", naming_events());
    return;
  }
  KnownEntries shared;
  std::vector<YamlEntry> parts;
  for (const YamlEntry& entry : event.entries()) {
    const auto common = vocabulary_.common.names.find(NormalName(entry.key.text()));
    if (common) {
      shared.push_back({static_cast<KeyId>(kCommonKey + *common), entry.value});
    } else {
      parts.push_back(entry);
    }
  }
  const Provenance proof = read_provenance(head_, shared, {});
  for (const YamlEntry& part : parts) read_event_part(part, proof);
  if (parts.empty()) {
    diagnostics_.warning(event.source(), event.at(), "deal.event-without-fact");
  }
}

void DealReader::read_event_part(const YamlEntry& part, const Provenance& proof) {
  const auto place = find_event_place(vocabulary_, NormalName(part.key.text()));
  if (!place) {
    unknown_event(part);
    return;
  }
  if (blank(part.value)) {
    error(part.value, "deal.empty-value",
          naming_events({{"key", std::string(part.key.text())},
                         {"key_label", std::string(part.key.text())}}));
    return;
  }
  SectionData& data = deal_.sections[place->section];
  if (data.presence == SectionData::Presence::absent) data.at = part.key.at();
  if (!place->key) {
    read_section(place->section, part.value, proof);
    return;
  }
  data.presence = SectionData::Presence::stated;
  read_stated(place->section, *place->key, part.value, proof,
              attributes_of(place->section, part.value.at()));
}

void DealReader::drop_told_twice() {
  const std::uint16_t contacts = *vocabulary_.section_id("contacts");
  for (std::size_t i = 0; i < told_in_place_.size(); ++i) {
    std::vector<Record>& records = deal_.sections[i].records;
    const Section& words = vocabulary_.sections[i];
    if (words.shape == Shape::attributes) {
      for (Record& record : records) drop_repeated(record.statements, told_in_place_[i]);
    } else if (i != contacts && !holds_entries(words)) {  // others point at those by their number
      join_repeated(records, told_in_place_[i]);
    }
  }
}

}  // namespace dealcheck

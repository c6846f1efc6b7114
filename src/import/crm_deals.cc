#include "import/crm_deals.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/strings.h"
#include "import/crm_columns.h"

namespace dealcheck {

namespace {

class CrmDealsReader {
 public:
  CrmDealsReader(const CrmMap& map, const Vocabulary& vocabulary, ToldManner told,
                 Diagnostics& diagnostics)
      : map_(map), vocabulary_(vocabulary), told_(told), diagnostics_(diagnostics) {
    if (told_.dates == DateOrder::unsaid) told_.dates = map.dates;
    if (told_.decimal == DecimalMark::unsaid) told_.decimal = map.decimal;
  }

  CrmExport read(const CrmTables& tables);

 private:
  void read_deals(const Table& table);
  void read_deal(CrmColumns& columns, const TableRow& row);
  void add_currency(CrmDeal& deal, const std::string& currency);
  void read_people(const Table& table, const CrmTableMap& map);
  void read_activities(const Table& table, const CrmTableMap& map);
  void add_person(CrmDeal& deal, const CrmEntry& entry);
  void add_activity(CrmDeal& deal, CrmEntry entry, CrmColumns& columns, const TableRow& row);
  void keep_known_people(const CrmDeal& deal, CrmEntry& activity, const Table& table,
                         const TableRow& row);
  [[nodiscard]] static CrmEntry read_entry(CrmColumns& columns, const TableRow& row,
                                           std::uint16_t section);
  [[nodiscard]] std::vector<CrmDeal*> deals_of(CrmColumns& columns, const TableRow& row);
  [[nodiscard]] CrmDeal* named(const std::map<std::string, std::size_t>& index,
                               const std::string& name);
  [[nodiscard]] bool tells_deals(CrmColumns& columns);
  [[nodiscard]] FieldName field(std::string_view section, std::string_view key) const;

  const CrmMap& map_;
  const Vocabulary& vocabulary_;
  ToldManner told_;
  Diagnostics& diagnostics_;
  LeftBehind left_;
  std::vector<CrmDeal> deals_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, std::size_t> by_name_;  ///< npos: several deals have that name
};

constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

CrmEntry& entry_of(CrmDeal& deal, std::uint16_t section) {
  for (CrmEntry& entry : deal.entries) {
    if (entry.section == section && entry.id.empty()) return entry;
  }
  deal.entries.push_back({section, {}, {}});
  return deal.entries.back();
}

const std::string* first_text(const CrmEntry& entry, KeyId key) {
  const CrmValue* value = entry.find(key);
  return value == nullptr || value->texts.empty() ? nullptr : &value->texts.front();
}

FieldName CrmDealsReader::field(std::string_view section, std::string_view key) const {
  const std::uint16_t id = *vocabulary_.section_id(section);
  return {id, *vocabulary_.find_key(vocabulary_.sections[id], key)};
}

// ---- deals ----

/// The currency that stands with the amount, where no column tells one.
void CrmDealsReader::add_currency(CrmDeal& deal, const std::string& currency) {
  const FieldName place = field("deal", "currency");
  if (currency.empty() || !deal.text(place).empty()) return;
  CrmEntry& head = entry_of(deal, place.section);
  std::erase_if(head.values, [&](const CrmValue& value) { return value.key == place.key; });
  head.values.push_back({place.key, {currency}});
}

void CrmDealsReader::read_deal(CrmColumns& columns, const TableRow& row) {
  const TableCell* id = columns.first(row, map_.deals.deal_id);
  if (id == nullptr) {
    left_.add("no-id", columns.table(), &row.front(), "", "");
    return;
  }
  const auto [place, added] = by_id_.try_emplace(comparable_id(map_, id->text), deals_.size());
  if (!added) {
    diagnostics_.error(columns.table().source, columns.table().locate(*id), "import.deal-twice",
                       {{"id", id->text}});
    return;
  }
  CrmDeal deal{clean_text(id->text), {}};
  std::string currency;
  for (const CrmField& one : map_.deals.fields) {
    auto value = columns.value(row, one);
    if (!columns.currency().empty()) currency = columns.currency();
    if (value) entry_of(deal, one.field.section).values.push_back(std::move(*value));
  }
  add_currency(deal, currency);
  if (const TableCell* name = columns.first(row, map_.deals.deal_name)) {
    const auto [known, fresh] = by_name_.try_emplace(plain_heading(name->text), deals_.size());
    if (!fresh) known->second = kSeveral;
  }
  deals_.push_back(std::move(deal));
}

void CrmDealsReader::read_deals(const Table& table) {
  CrmColumns columns(table, map_.deals, vocabulary_, told_, left_);
  if (!columns.has_any(map_.deals.deal_id)) {
    std::vector<std::string_view> known(map_.deals.deal_id.begin(), map_.deals.deal_id.end());
    diagnostics_.error(table.source, table.locate(table.headings.front()), "import.no-id-column",
                       {{"crm", map_.name}, {"known", comma_list(known)}});
    return;
  }
  columns.note_unknown_headings();
  for (const TableRow& row : table.rows) {
    if (!columns.is_left_out(row)) read_deal(columns, row);
  }
}

// ---- what hangs under a deal ----

CrmDeal* CrmDealsReader::named(const std::map<std::string, std::size_t>& index,
                               const std::string& name) {
  const auto found = index.find(name);
  return found == index.end() || found->second == kSeveral ? nullptr : &deals_[found->second];
}

/// False, with an error: no column says to which deal a row belongs.
bool CrmDealsReader::tells_deals(CrmColumns& columns) {
  const CrmTableMap& map = columns.map();
  if (columns.has_any(map.deal_id) || columns.has_any(map.deal_name)) return true;
  std::vector<std::string_view> known(map.deal_id.begin(), map.deal_id.end());
  known.insert(known.end(), map.deal_name.begin(), map.deal_name.end());
  const Table& table = columns.table();
  diagnostics_.error(table.source, table.locate(table.headings.front()), "import.no-deal-column",
                     {{"crm", map_.name}, {"known", comma_list(known)}});
  return false;
}

/// The deals that a row belongs to, by their ids, else by their names.
std::vector<CrmDeal*> CrmDealsReader::deals_of(CrmColumns& columns, const TableRow& row) {
  std::vector<CrmDeal*> found;
  const TableCell* cell = columns.first(row, columns.map().deal_id);
  const bool by_id = cell != nullptr;
  if (!by_id) cell = columns.first(row, columns.map().deal_name);
  if (cell == nullptr) {
    left_.add("no-deal", columns.table(), &row.front(), "", "");
    return found;
  }
  for (const std::string& name : split_at(cell->text, columns.map().several)) {
    const std::string compared = by_id ? comparable_id(map_, name) : plain_heading(name);
    CrmDeal* deal = named(by_id ? by_id_ : by_name_, compared);
    if (deal != nullptr) {
      found.push_back(deal);
      continue;
    }
    const bool several = !by_id && by_name_.contains(compared);
    left_.add(several ? "two-deals" : "other-deal", columns.table(), cell, "", name);
  }
  return found;
}

CrmEntry CrmDealsReader::read_entry(CrmColumns& columns, const TableRow& row,
                                    std::uint16_t section) {
  CrmEntry entry{section, {}, {}};
  if (const TableCell* id = columns.first(row, columns.map().entry_id)) entry.id = id->text;
  for (const CrmField& one : columns.map().fields) {
    if (one.field.section != section) continue;
    if (auto value = columns.value(row, one)) entry.values.push_back(std::move(*value));
  }
  return entry;
}

/// A person with several roles stands on several rows.
void CrmDealsReader::add_person(CrmDeal& deal, const CrmEntry& entry) {
  const KeyId name = field("contacts", "name").key;
  const std::string wanted = plain_heading(*first_text(entry, name));
  for (CrmEntry& known : deal.entries) {
    if (known.section != entry.section || plain_heading(*first_text(known, name)) != wanted) {
      continue;
    }
    for (const CrmValue& value : entry.values) {
      const auto same = std::find_if(known.values.begin(), known.values.end(),
                                     [&](const CrmValue& other) { return other.key == value.key; });
      const bool many = vocabulary_.key(vocabulary_.sections[entry.section], value.key).many;
      if (same == known.values.end()) {
        known.values.push_back(value);
      } else if (same->texts.empty()) {
        same->texts = value.texts;
      } else if (many) {
        for (const std::string& text : value.texts) {
          const bool there =
              std::find(same->texts.begin(), same->texts.end(), text) != same->texts.end();
          if (!there) same->texts.push_back(text);
        }
      }
    }
    return;
  }
  deal.entries.push_back(entry);
}

void CrmDealsReader::read_people(const Table& table, const CrmTableMap& map) {
  CrmColumns columns(table, map, vocabulary_, told_, left_);
  if (!tells_deals(columns)) return;
  columns.note_unknown_headings();
  const FieldName name = field("contacts", "name");
  for (const TableRow& row : table.rows) {
    if (columns.is_left_out(row)) continue;
    const std::vector<CrmDeal*> deals = deals_of(columns, row);
    if (deals.empty()) continue;
    CrmEntry entry = read_entry(columns, row, name.section);
    const std::string* told = first_text(entry, name.key);
    const bool says_nobody = told == nullptr ||
                             vocabulary_.unknown_words.find(normalise_name(*told)) ||
                             vocabulary_.none_words.find(normalise_name(*told));
    if (says_nobody) {
      left_.add("nameless", table, &row.front(), "", "");
      continue;
    }
    if (entry.id.empty()) entry.id = plain_heading(*told);
    for (CrmDeal* deal : deals) add_person(*deal, entry);
  }
}

/// Whom an activity names must stand among the contacts of the deal.
void CrmDealsReader::keep_known_people(const CrmDeal& deal, CrmEntry& activity, const Table& table,
                                       const TableRow& row) {
  const FieldName name = field("contacts", "name");
  const KeyId with = field("interactions", "with").key;
  for (CrmValue& value : activity.values) {
    if (value.key != with) continue;
    std::vector<std::string> known;
    for (const std::string& person : value.texts) {
      const auto contact =
          std::find_if(deal.entries.begin(), deal.entries.end(), [&](const CrmEntry& entry) {
            return entry.section == name.section &&
                   plain_heading(*first_text(entry, name.key)) == plain_heading(person);
          });
      if (contact == deal.entries.end()) {
        left_.add("person", table, &row.front(), "", person);
      } else {
        known.push_back(*first_text(*contact, name.key));
      }
    }
    value.texts = std::move(known);
  }
}

void CrmDealsReader::add_activity(CrmDeal& deal, CrmEntry entry, CrmColumns& columns,
                                  const TableRow& row) {
  keep_known_people(deal, entry, columns.table(), row);
  const auto same =
      std::find_if(deal.entries.begin(), deal.entries.end(), [&](const CrmEntry& known) {
        return known.section == entry.section && known.id == entry.id;
      });
  if (same == deal.entries.end()) {
    deal.entries.push_back(std::move(entry));
    return;
  }
  // One that several people took part in stands on several rows.
  const KeyId with = field("interactions", "with").key;
  const CrmValue* more = entry.find(with);
  for (CrmValue& value : same->values) {
    if (value.key != with || more == nullptr) continue;
    for (const std::string& person : more->texts) {
      const bool there =
          std::find(value.texts.begin(), value.texts.end(), person) != value.texts.end();
      if (!there) value.texts.push_back(person);
    }
  }
}

void CrmDealsReader::read_activities(const Table& table, const CrmTableMap& map) {
  CrmColumns columns(table, map, vocabulary_, told_, left_);
  if (!tells_deals(columns)) return;
  columns.note_unknown_headings();
  const FieldName date = field("interactions", "date");
  const KeyId purpose = field("interactions", "purpose").key;
  for (const TableRow& row : table.rows) {
    if (columns.is_left_out(row)) {
      left_.add("not-done", table, &row.front(), "", "");
      continue;
    }
    const std::vector<CrmDeal*> deals = deals_of(columns, row);
    if (deals.empty()) continue;
    CrmEntry entry = read_entry(columns, row, date.section);
    const std::string* day = first_text(entry, date.key);
    if (day == nullptr) {
      left_.add("no-date", table, &row.front(), "", "");
      continue;
    }
    const std::string* subject = first_text(entry, purpose);
    if (entry.id.empty()) entry.id = *day + " " + (subject == nullptr ? "" : *subject);
    for (CrmDeal* deal : deals) add_activity(*deal, entry, columns, row);
  }
}

CrmExport CrmDealsReader::read(const CrmTables& tables) {
  read_deals(*tables.deals);
  if (tables.contacts != nullptr && map_.contacts) read_people(*tables.contacts, *map_.contacts);
  if (tables.activities != nullptr && map_.activities) {
    read_activities(*tables.activities, *map_.activities);
  }
  return {std::move(deals_), left_.take()};
}

}  // namespace

const CrmValue* CrmEntry::find(KeyId key) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const CrmValue& value) { return value.key == key; });
  return found == values.end() ? nullptr : &*found;
}

const CrmEntry* CrmDeal::find(std::uint16_t section, std::string_view entry_id) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const CrmEntry& entry) {
    return entry.section == section && entry.id == entry_id;
  });
  return found == entries.end() ? nullptr : &*found;
}

std::string CrmDeal::text(const FieldName& field) const {
  const CrmEntry* entry = find(field.section, "");
  const std::string* text = entry == nullptr ? nullptr : first_text(*entry, field.key);
  return text == nullptr ? std::string() : *text;
}

std::string comparable_id(const CrmMap& map, std::string_view id) {
  const std::string whole = clean_text(id);
  return map.id_characters == 0 ? whole : whole.substr(0, map.id_characters);
}

CrmExport read_crm_deals(const CrmMap& map, const CrmTables& tables, const Vocabulary& vocabulary,
                         ToldManner told, Diagnostics& diagnostics) {
  return CrmDealsReader(map, vocabulary, told, diagnostics).read(tables);
}

}  // namespace dealcheck

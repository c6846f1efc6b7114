#include "import/map_draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "import/crm_columns.h"
#include "import/crm_texts.h"
#include "yaml/yaml_writer.h"

namespace dealcheck {

namespace {

/// The mapping of one table, and what it does not place.
struct TableDraft {
  CrmTableMap map;
  std::vector<std::string> headings;            ///< that nothing takes
  std::vector<std::vector<std::string>> words;  ///< by field, that stand for nothing yet
};

bool has_heading(const std::vector<std::string>& names, std::string_view heading) {
  const std::string plain = plain_heading(heading);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return plain_heading(name) == plain; });
}

class TableDrafter {
 public:
  TableDrafter(const Table& table, std::vector<const CrmTableMap*> known,
               const Vocabulary& vocabulary)
      : table_(table), known_(std::move(known)), vocabulary_(vocabulary) {}

  TableDraft draft(bool of_deals);

 private:
  [[nodiscard]] bool place(const std::string& heading, const CrmTableMap& known);
  [[nodiscard]] bool place_by_vocabulary(const std::string& heading);
  void add(const CrmField& like, const std::string& heading, bool tens, bool joined);
  void place_words(CrmField& field, std::vector<std::string>& left) const;
  [[nodiscard]] std::string meaning(const CrmField& field, const std::string& word) const;

  const Table& table_;
  std::vector<const CrmTableMap*> known_;
  const Vocabulary& vocabulary_;
  TableDraft draft_;
};

void TableDrafter::add(const CrmField& like, const std::string& heading, bool tens, bool joined) {
  auto& fields = draft_.map.fields;
  auto field = std::find_if(fields.begin(), fields.end(),
                            [&](const CrmField& one) { return one.field == like.field; });
  if (field == fields.end()) {
    fields.push_back(like);
    field = std::prev(fields.end());
    field->from.clear();
    field->joined.clear();
    field->ten_thousands.clear();
  }
  (tens ? field->ten_thousands : joined ? field->joined : field->from).push_back(heading);
}

bool TableDrafter::place(const std::string& heading, const CrmTableMap& known) {
  bool placed = false;
  const auto put = [&](const std::vector<std::string>& names, std::vector<std::string>& into) {
    if (!has_heading(names, heading)) return;
    into.push_back(heading);
    placed = true;
  };
  put(known.deal_id, draft_.map.deal_id);
  put(known.deal_name, draft_.map.deal_name);
  put(known.entry_id, draft_.map.entry_id);
  put(known.pass_over, draft_.map.pass_over);
  for (const CrmField& field : known.fields) {
    const bool tens = has_heading(field.ten_thousands, heading);
    const bool joined = has_heading(field.joined, heading);
    if (!tens && !joined && !has_heading(field.from, heading)) continue;
    add(field, heading, tens, joined);
    placed = true;
  }
  for (const CrmLeftOut& one : known.left_out) {
    if (!has_heading(one.from, heading)) continue;
    draft_.map.left_out.push_back({{heading}, one.of});
    placed = true;
  }
  if (placed && draft_.map.several.empty()) draft_.map.several = known.several;
  return placed;
}

bool TableDrafter::place_by_vocabulary(const std::string& heading) {
  for (const std::string_view id : {"deal", "objective", "outcome"}) {
    const std::uint16_t section = *vocabulary_.section_id(id);
    const Section& words = vocabulary_.sections[section];
    const auto key = words.names.find(normalise_name(heading));
    if (!key) continue;
    CrmField field;
    field.field = {section, *key};
    field.name = words.id + "." + words.keys[*key].id;
    add(field, heading, false, false);
    return true;
  }
  return false;
}

/// What a word stands for, as one of the known systems or the vocabulary has it; empty: nobody
/// knows it.
std::string TableDrafter::meaning(const CrmField& field, const std::string& word) const {
  for (const CrmTableMap* known : known_) {
    for (const CrmField& other : known->fields) {
      if (other.field != field.field) continue;
      for (const CrmWords& words : other.words) {
        if (has_heading(words.of, word)) return words.is;
      }
    }
  }
  const ChoiceSet& set = vocabulary_.choices(
      vocabulary_.key(vocabulary_.sections[field.field.section], field.field.key));
  const auto choice = set.names.find(normalise_name(word));
  return choice ? set.choices[*choice].id : std::string();
}

void TableDrafter::place_words(CrmField& field, std::vector<std::string>& left) const {
  const Key& key = vocabulary_.key(vocabulary_.sections[field.field.section], field.field.key);
  field.words.clear();
  if (key.type != Type::choice) return;
  std::vector<std::string> seen;
  for (const std::string& heading : field.from) {
    const auto column = find_column(table_, heading);
    for (const TableRow& row : table_.rows) {
      for (const std::string& word : split_at(row[*column].text, field.several)) {
        if (std::find(seen.begin(), seen.end(), word) == seen.end()) seen.push_back(word);
      }
    }
  }
  for (const std::string& word : seen) {
    const std::string is = meaning(field, word);
    if (is.empty()) {
      left.push_back(word);
      continue;
    }
    auto words = std::find_if(field.words.begin(), field.words.end(),
                              [&](const CrmWords& one) { return one.is == is; });
    if (words == field.words.end()) words = field.words.insert(words, CrmWords{is, {}});
    words->of.push_back(word);
  }
}

TableDraft TableDrafter::draft(bool of_deals) {
  for (const TableCell& cell : table_.headings) {
    const std::string& heading = cell.text;
    if (heading.empty()) continue;
    const bool known = std::any_of(known_.begin(), known_.end(),
                                   [&](const CrmTableMap* map) { return place(heading, *map); });
    if (known || (of_deals && place_by_vocabulary(heading))) continue;
    draft_.headings.push_back(heading);
  }
  draft_.words.resize(draft_.map.fields.size());
  for (std::size_t i = 0; i < draft_.map.fields.size(); ++i) {
    place_words(draft_.map.fields[i], draft_.words[i]);
  }
  return std::move(draft_);
}

// ---- writing ----

class MapWriter {
 public:
  explicit MapWriter(const std::string& unplaced) : unplaced_(unplaced) {}

  std::string write(const std::string& about, const std::string& name,
                    const std::array<std::pair<std::string_view, TableDraft*>, 3>& drafts);

 private:
  void write_names(std::string_view key, const std::vector<std::string>& names,
                   bool always = false);
  void write_word(std::string_view key, const std::string& word);
  void write_flag(std::string_view key, bool on);
  void write_table(const TableDraft& draft, bool of_deals);
  void write_field(const CrmField& field, const std::vector<std::string>& left);
  void write_left(const std::vector<std::string>& left);

  const std::string& unplaced_;
  YamlWriter out_;
};

void MapWriter::write_names(std::string_view key, const std::vector<std::string>& names,
                            bool always) {
  if (names.empty() && !always) return;
  out_.key(key);
  out_.open_list(YamlWriter::Form::brackets);
  for (const std::string& name : names) out_.text(name);
  out_.close_list();
}

void MapWriter::write_word(std::string_view key, const std::string& word) {
  if (word.empty()) return;
  out_.key(key);
  out_.text(word);
}

void MapWriter::write_flag(std::string_view key, bool on) {
  if (!on) return;
  out_.key(key);
  out_.word("yes");
}

void MapWriter::write_left(const std::vector<std::string>& left) {
  if (left.empty()) return;
  std::string lines = unplaced_;
  for (const std::string& one : left) lines += "\n  " + clean_text(one);
  out_.comment(lines);
}

void MapWriter::write_field(const CrmField& field, const std::vector<std::string>& left) {
  out_.open_map();
  write_word("key", field.name);
  write_names("from", field.from, true);
  write_names("joined", field.joined);
  write_names("ten_thousands", field.ten_thousands);
  write_flag("fraction", field.fraction);
  write_flag("date", field.is_date);
  write_word("several", field.several);
  if (!field.words.empty()) {
    out_.key("words");
    out_.open_list();
    for (const CrmWords& words : field.words) {
      out_.open_map(YamlWriter::Form::brackets);
      write_word("is", words.is);
      write_names("of", words.of);
      out_.close_map();
    }
    out_.close_list();
  }
  write_left(left);
  out_.close_map();
}

void MapWriter::write_table(const TableDraft& draft, bool of_deals) {
  const CrmTableMap& map = draft.map;
  out_.open_map();
  if (of_deals) write_names("known_by", map.known_by);
  write_names("deal_id", map.deal_id, true);
  write_names("deal_name", map.deal_name);
  write_names("entry_id", map.entry_id);
  write_word("several", map.several);
  out_.key("fields");
  out_.open_list();
  for (std::size_t i = 0; i < map.fields.size(); ++i) write_field(map.fields[i], draft.words[i]);
  out_.close_list();
  if (!map.left_out.empty()) {
    out_.key("left_out");
    out_.open_list();
    for (const CrmLeftOut& one : map.left_out) {
      out_.open_map(YamlWriter::Form::brackets);
      write_names("from", one.from);
      write_names("of", one.of);
      out_.close_map();
    }
    out_.close_list();
  }
  write_names("pass_over", map.pass_over);
  write_left(draft.headings);
  out_.close_map();
}

std::string MapWriter::write(
    const std::string& about, const std::string& name,
    const std::array<std::pair<std::string_view, TableDraft*>, 3>& drafts) {
  out_.comment(about);
  out_.open_map();
  out_.key("crms");
  out_.open_list();
  out_.open_map();
  write_word("crm", name);
  for (const auto& [key, draft] : drafts) {
    if (draft == nullptr) continue;
    out_.key(key);
    write_table(*draft, key == "deals");
  }
  out_.close_map();
  out_.close_list();
  out_.close_map();
  return out_.take();
}

}  // namespace

std::string draft_crm_map(const CrmTables& tables, const std::vector<CrmMap>& known,
                          const Vocabulary& vocabulary, const std::string& about,
                          const std::string& unplaced) {
  std::array<std::vector<const CrmTableMap*>, 3> maps;
  for (const CrmMap& map : known) {
    maps[0].push_back(&map.deals);
    if (map.contacts) maps[1].push_back(&*map.contacts);
    if (map.activities) maps[2].push_back(&*map.activities);
  }
  const std::array<const Table*, 3> given{tables.deals, tables.contacts, tables.activities};
  std::array<TableDraft, 3> made;
  std::array<std::pair<std::string_view, TableDraft*>, 3> drafts{
      {{"deals", nullptr}, {"contacts", nullptr}, {"activities", nullptr}}};
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i] == nullptr) continue;
    made[i] = TableDrafter(*given[i], maps[i], vocabulary).draft(i == 0);
    drafts[i].second = &made[i];
  }
  for (const TableCell& heading : tables.deals->headings) {
    if (!heading.text.empty()) made[0].map.known_by.push_back(heading.text);
  }
  const std::string name = known.size() == 1 ? known.front().name : "CRM";
  return MapWriter(unplaced).write(about, name, drafts);
}

}  // namespace dealcheck

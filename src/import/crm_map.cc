#include "import/crm_map.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class CrmMapReader {
 public:
  CrmMapReader(const Vocabulary& vocabulary, UnknownFields unknown, Diagnostics& diagnostics)
      : vocabulary_(vocabulary), unknown_(unknown), diagnostics_(diagnostics) {}

  std::vector<CrmMap> read(Yaml root);

 private:
  CrmMap read_crm(MapReader& reader);
  CrmTableMap read_table_map(MapReader& reader);
  std::optional<CrmField> read_field(MapReader& reader);
  std::optional<FieldName> read_name(Yaml node);
  void read_words(MapReader& reader, CrmField& field);
  void check_choice(MapReader& reader, const CrmField& field, const std::string& word);

  const Vocabulary& vocabulary_;
  UnknownFields unknown_;
  Diagnostics& diagnostics_;
};

std::optional<FieldName> CrmMapReader::read_name(Yaml node) {
  Diagnostics own;
  const auto name = read_field_name(node, vocabulary_, own);
  if (unknown_ == UnknownFields::refused) diagnostics_.append(own);
  return name;
}

void CrmMapReader::check_choice(MapReader& reader, const CrmField& field, const std::string& word) {
  const Key& key = vocabulary_.key(vocabulary_.sections[field.field.section], field.field.key);
  std::vector<std::string_view> known;
  if (key.type == Type::choice) {
    for (const Choice& choice : vocabulary_.choices(key).choices) known.push_back(choice.id);
  }
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  if (unknown_ == UnknownFields::left_out) return;
  reader.error(
      "rules.unknown-word",
      with_nearest({{"key", "is"}, {"value", word}, {"known", comma_list(known)}}, word, known));
}

void CrmMapReader::read_words(MapReader& reader, CrmField& field) {
  for (MapReader& one : reader.maps("words")) {
    field.words.push_back({one.text_or_empty("is"), one.names("of")});
    check_choice(one, field, field.words.back().is);
  }
}

std::optional<CrmField> CrmMapReader::read_field(MapReader& reader) {
  CrmField field;
  const auto key = reader.take("key");
  const auto name = key ? read_name(*key) : std::nullopt;
  if (!name) {
    reader.give_up();
    return std::nullopt;
  }
  field.field = *name;
  field.name = std::string(key->text());
  field.from = reader.names("from");
  field.joined = reader.names("joined");
  field.ten_thousands = reader.names("ten_thousands");
  field.fraction = reader.flag("fraction");
  field.is_date = reader.flag("date");
  field.several = reader.text_or_empty("several");
  read_words(reader, field);
  return field;
}

CrmTableMap CrmMapReader::read_table_map(MapReader& reader) {
  CrmTableMap map;
  map.known_by = reader.names("known_by");
  map.deal_id = reader.names("deal_id");
  map.deal_name = reader.names("deal_name");
  map.entry_id = reader.names("entry_id");
  map.several = reader.text_or_empty("several");
  for (MapReader& one : reader.maps("fields")) {
    if (auto field = read_field(one)) map.fields.push_back(std::move(*field));
  }
  for (MapReader& one : reader.maps("left_out")) {
    map.left_out.push_back({one.names("from"), one.names("of")});
  }
  map.pass_over = reader.names("pass_over");
  return map;
}

CrmMap CrmMapReader::read_crm(MapReader& reader) {
  CrmMap map;
  map.name = reader.text_or_empty("crm");
  // Behind the one that says nothing.
  if (const auto order = reader.word("dates")) map.dates = static_cast<DateOrder>(*order + 1);
  if (const auto mark = reader.word("decimal")) map.decimal = static_cast<DecimalMark>(*mark + 1);
  map.id_characters = static_cast<std::size_t>(reader.whole_or_zero("id_characters"));
  if (auto deals = reader.map("deals")) map.deals = read_table_map(*deals);
  if (auto contacts = reader.map("contacts")) map.contacts = read_table_map(*contacts);
  if (auto activities = reader.map("activities")) map.activities = read_table_map(*activities);
  return map;
}

std::vector<CrmMap> CrmMapReader::read(Yaml root) {
  std::vector<CrmMap> maps;
  MapReader reader(root, kImportShape, diagnostics_);
  for (MapReader& one : reader.maps("crms")) maps.push_back(read_crm(one));
  return maps;
}

std::size_t count_known(const CrmTableMap& map, const Table& table) {
  const std::vector<std::string> known = known_headings(map);
  return static_cast<std::size_t>(std::count_if(
      known.begin(), known.end(),
      [&](const std::string& heading) { return find_column(table, heading).has_value(); }));
}

}  // namespace

std::vector<CrmMap> load_crm_maps(Yaml root, const Vocabulary& vocabulary, UnknownFields unknown,
                                  Diagnostics& diagnostics) {
  return CrmMapReader(vocabulary, unknown, diagnostics).read(root);
}

std::string plain_heading(std::string_view heading) {
  constexpr char32_t kWideFirst = 0xFF01;
  constexpr char32_t kWideLast = 0xFF5E;
  constexpr char32_t kToNarrow = kWideFirst - U'!';
  std::string plain;
  for (const char32_t code : code_points(heading)) {
    const bool wide = code >= kWideFirst && code <= kWideLast;
    const char32_t narrow = wide ? code - kToNarrow : code;
    const bool blank = narrow == U' ' || narrow == U'\u00A0' || narrow == U'\u3000' ||
                       narrow == U'\t' || narrow == U'\n' || narrow == U'\r';
    if (!blank) append_utf8(plain, narrow);
  }
  return to_lower(plain);
}

std::optional<std::size_t> find_column(const Table& table, std::string_view name) {
  const std::string plain = plain_heading(name);
  const auto found =
      std::find_if(table.headings.begin(), table.headings.end(),
                   [&](const TableCell& heading) { return plain_heading(heading.text) == plain; });
  if (found == table.headings.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.headings.begin());
}

const CrmMap* recognise_crm(const std::vector<CrmMap>& maps, const Table& deals) {
  const CrmMap* best = nullptr;
  std::size_t most = 0;
  for (const CrmMap& map : maps) {
    const auto& marks = map.deals.known_by;
    const bool marked = std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
      return find_column(deals, mark).has_value();
    });
    const std::size_t count = marked ? count_known(map.deals, deals) : 0;
    if (count <= most) continue;
    best = &map;
    most = count;
  }
  return best;
}

std::vector<std::string> known_headings(const CrmTableMap& map) {
  std::vector<std::string> all;
  const auto add = [&](const std::vector<std::string>& names) {
    all.insert(all.end(), names.begin(), names.end());
  };
  for (const auto* names :
       {&map.known_by, &map.deal_id, &map.deal_name, &map.entry_id, &map.pass_over}) {
    add(*names);
  }
  for (const CrmField& field : map.fields) {
    add(field.from);
    add(field.joined);
    add(field.ten_thousands);
  }
  for (const CrmLeftOut& one : map.left_out) add(one.from);
  return all;
}

}  // namespace dealcheck

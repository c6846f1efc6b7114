// Values of a table, column by column, as a deal file states them.

#include "import/crm_columns.h"

#include <algorithm>
#include <utility>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"

namespace dealcheck {

// ---- what is left behind ----

void LeftBehind::add(std::string_view reason, const Table& table, const TableCell* cell,
                     std::string_view heading, std::string_view text) {
  // Refused values of one column are told together, by the first of them.
  const bool by_word = reason == "word" || reason == "person";
  std::string name(reason);
  for (const std::string_view part :
       {std::string_view(table.source->path()), heading, by_word ? text : std::string_view()}) {
    name += '\n';
    name += part;
  }
  const auto [place, added] = places_.try_emplace(std::move(name), list_.size());
  if (added) {
    list_.push_back({std::string(reason), table.source->path(), std::string(heading),
                     std::string(text), 0, cell == nullptr ? Location{} : table.locate(*cell)});
    last_.push_back(nullptr);
  }
  const TableCell* const before = std::exchange(last_[place->second], cell);
  if (cell == nullptr || cell != before) ++list_[place->second].count;
}

std::string clean_text(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char32_t code : code_points(text)) {
    constexpr char32_t kDelete = 0x7F;
    constexpr char32_t kLastControl = 0x9F;
    const bool control = code < U' ' || (code >= kDelete && code <= kLastControl);
    if (control || code == U' ') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    append_utf8(out, code);
  }
  return out;
}

std::vector<std::string> split_at(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end =
        mark.empty() ? text.size() : std::min(text.find(mark, from), text.size());
    const std::string part = clean_text(text.substr(from, end - from));
    if (!part.empty()) parts.push_back(part);
    from = end + std::max<std::size_t>(mark.size(), 1);
  }
  return parts;
}

// ---- columns ----

CrmColumns::CrmColumns(const Table& table, const CrmTableMap& map, const Vocabulary& vocabulary,
                       ToldManner told, LeftBehind& left)
    : table_(table),
      map_(map),
      vocabulary_(vocabulary),
      left_(left),
      manners_(table.headings.size()) {
  for (std::size_t i = 0; i < table.headings.size(); ++i) {
    places_.try_emplace(plain_heading(table.headings[i].text), i);
  }
  for (const std::string& heading : known_headings(map)) {
    plain_.try_emplace(heading, plain_heading(heading));
  }
  for (const CrmField& field : map.fields) note_manner(field, told);
}

std::optional<std::size_t> CrmColumns::place_of(const std::string& heading) const {
  const auto plain = plain_.find(heading);
  const auto found = places_.find(plain->second);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

const Key& CrmColumns::key_of(const CrmField& field) const {
  return vocabulary_.key(vocabulary_.sections[field.field.section], field.field.key);
}

/// What a user says holds; else what the values of the column prove, if they do not prove both.
ColumnManner CrmColumns::manner_of(std::size_t place, ToldManner told) const {
  bool day_first = false;
  bool month_first = false;
  bool point = false;
  bool comma = false;
  for (const TableRow& row : table_.rows) {
    const DateOrder order = date_order_in(row[place].text);
    day_first = day_first || order == DateOrder::dmy;
    month_first = month_first || order == DateOrder::mdy;
    const DecimalMark mark = decimal_mark_in(row[place].text);
    point = point || mark == DecimalMark::point;
    comma = comma || mark == DecimalMark::comma;
  }
  ColumnManner manner = told;
  if (manner.dates == DateOrder::unsaid && day_first != month_first) {
    manner.dates = day_first ? DateOrder::dmy : DateOrder::mdy;
  }
  if (manner.decimal == DecimalMark::unsaid && point != comma) {
    manner.decimal = point ? DecimalMark::point : DecimalMark::comma;
  }
  return manner;
}

void CrmColumns::note_manner(const CrmField& field, ToldManner told) {
  for (const auto* headings : {&field.from, &field.ten_thousands}) {
    for (const std::string& heading : *headings) {
      if (const auto place = place_of(heading)) manners_[*place] = manner_of(*place, told);
    }
  }
}

bool CrmColumns::has_any(const std::vector<std::string>& headings) const {
  return std::any_of(headings.begin(), headings.end(),
                     [&](const std::string& heading) { return place_of(heading).has_value(); });
}

const TableCell* CrmColumns::first(const TableRow& row,
                                   const std::vector<std::string>& headings) const {
  for (const std::string& heading : headings) {
    const auto place = place_of(heading);
    if (place && !row[*place].text.empty()) return &row[*place];
  }
  return nullptr;
}

bool CrmColumns::is_left_out(const TableRow& row) const {
  return std::any_of(map_.left_out.begin(), map_.left_out.end(), [&](const CrmLeftOut& one) {
    return std::any_of(one.from.begin(), one.from.end(), [&](const std::string& heading) {
      const auto place = place_of(heading);
      if (!place) return false;
      const std::string word = plain_heading(row[*place].text);
      return std::any_of(one.of.begin(), one.of.end(),
                         [&](const std::string& known) { return plain_heading(known) == word; });
    });
  });
}

void CrmColumns::note_unknown_headings() {
  for (const TableCell& heading : table_.headings) {
    const std::string plain = plain_heading(heading.text);
    const bool known = std::any_of(plain_.begin(), plain_.end(),
                                   [&](const auto& one) { return one.second == plain; });
    if (!known && !plain.empty()) left_.add("heading", table_, &heading, heading.text, "");
  }
}

// ---- values ----

/// What a word stands for; `known` although it stands for nothing here, as another field that reads
/// the same column knows it.
std::optional<std::string> CrmColumns::meaning(const CrmField& field, std::string_view word,
                                               std::size_t place, bool& known) const {
  const std::string plain = plain_heading(word);
  std::optional<std::string> found;
  for (const CrmField& other : map_.fields) {
    const bool same_column = &other == &field || std::any_of(other.from.begin(), other.from.end(),
                                                             [&](const std::string& heading) {
                                                               return place_of(heading) == place;
                                                             });
    if (!same_column) continue;
    for (const CrmWords& words : other.words) {
      const bool among = std::any_of(words.of.begin(), words.of.end(), [&](const std::string& one) {
        return plain_heading(one) == plain;
      });
      known = known || among;
      if (among && &other == &field && !words.is.empty() && !found) found = words.is;
    }
  }
  if (known) return found;
  const ChoiceSet& set = vocabulary_.choices(key_of(field));
  const auto choice = set.names.find(normalise_name(word));
  known = choice.has_value();
  return choice ? std::optional(set.choices[*choice].id) : std::nullopt;
}

std::vector<std::string> CrmColumns::words_of(const CrmField& field, const TableCell& cell,
                                              std::size_t place) {
  std::vector<std::string> ids;
  for (const std::string& word : split_at(cell.text, field.several)) {
    bool known = false;
    auto id = meaning(field, word, place, known);
    if (!known) {
      left_.add("word", table_, &cell, table_.headings[place].text, word);
      refused_ = true;
    }
    if (id && std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(std::move(*id));
  }
  if (!key_of(field).many && ids.size() > 1) ids.resize(1);
  return ids;
}

void CrmColumns::refuse(ValueProblem problem, bool is_date, const TableCell& cell,
                        std::size_t place) {
  const std::string_view reason = problem == ValueProblem::two_ways
                                      ? (is_date ? "date-two-ways" : "amount-two-ways")
                                      : "unreadable";
  left_.add(reason, table_, &cell, table_.headings[place].text, cell.text);
  refused_ = true;
}

std::optional<std::string> CrmColumns::text_of(const CrmField& field, const TableCell& cell,
                                               std::size_t place, bool tens) {
  const Key& key = key_of(field);
  const ColumnManner& manner = manners_[place];
  if (key.type == Type::date || field.is_date) {
    const CrmText date = read_crm_date(cell.text, manner.dates);
    if (date.problem == ValueProblem::none) return date.text;
    refuse(date.problem, true, cell, place);
    return std::nullopt;
  }
  if (key.type == Type::money) {
    const CrmText amount = read_crm_amount(cell.text, manner.decimal);
    if (amount.problem != ValueProblem::none) {
      refuse(amount.problem, false, cell, place);
      return std::nullopt;
    }
    constexpr double kTenThousand = 10'000;
    currency_ = amount.currency;
    return tens ? digits_of(*parse_number(amount.text) * kTenThousand) : amount.text;
  }
  if (key.type == Type::number) {
    std::string_view digits = cell.text;
    if (digits.ends_with('%')) digits.remove_suffix(1);
    const auto number = parse_number(trim(digits));
    const double value = number.value_or(0) * (field.fraction && number ? 100 : 1);
    const bool fits = number && (!key.min || value >= *key.min) && (!key.max || value <= *key.max);
    if (fits) return digits_of(value);
    refuse(ValueProblem::unreadable, false, cell, place);
    return std::nullopt;
  }
  return clean_text(cell.text);
}

std::vector<std::string> CrmColumns::texts_of(const CrmField& field, const TableCell& cell,
                                              std::size_t place, bool tens) {
  const Key& key = key_of(field);
  if (key.type == Type::choice) return words_of(field, cell, place);
  if (key.type == Type::text && key.many) return split_at(cell.text, "\n");
  if (key.type == Type::contact) return split_at(cell.text, field.several);
  auto text = text_of(field, cell, place, tens);
  if (!text || text->empty()) return {};
  return {std::move(*text)};
}

std::string CrmColumns::joined(const TableRow& row, const CrmField& field) const {
  std::string all;
  for (const std::string& heading : field.joined) {
    const auto place = place_of(heading);
    if (!place || row[*place].text.empty()) continue;
    all += (all.empty() ? "" : " ") + row[*place].text;
  }
  return clean_text(all);
}

std::optional<CrmValue> CrmColumns::value(const TableRow& row, const CrmField& field) {
  currency_.clear();
  refused_ = false;
  bool there = has_any(field.joined);
  for (const auto* headings : {&field.from, &field.ten_thousands}) {
    for (const std::string& heading : *headings) {
      const auto place = place_of(heading);
      if (!place) continue;
      there = true;
      const TableCell& cell = row[*place];
      if (cell.text.empty()) continue;
      auto texts = texts_of(field, cell, *place, headings == &field.ten_thousands);
      if (refused_ && texts.empty()) return std::nullopt;
      if (!texts.empty()) return CrmValue{field.field.key, std::move(texts)};
    }
  }
  if (!there) return std::nullopt;
  std::string name = joined(row, field);
  if (name.empty()) return CrmValue{field.field.key, {}};
  return CrmValue{field.field.key, {std::move(name)}};
}

}  // namespace dealcheck

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/crm_deals.h"

namespace dealcheck {

using TableRow = std::vector<TableCell>;

/// Collects what is not taken over, each thing once.
class LeftBehind {
 public:
  void add(std::string_view reason, const Table& table, const TableCell* cell,
           std::string_view heading, std::string_view text);
  [[nodiscard]] std::vector<NotTaken> take() { return std::move(list_); }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<NotTaken> list_;
  std::vector<const TableCell*> last_;  ///< of each, the cell noted last: two fields may read it
};

/// One table with the columns that its mapping names.
class CrmColumns {
 public:
  CrmColumns(const Table& table, const CrmTableMap& map, const Vocabulary& vocabulary,
             ToldManner told, LeftBehind& left);

  [[nodiscard]] const Table& table() const { return table_; }
  [[nodiscard]] const CrmTableMap& map() const { return map_; }
  /// The first cell of these columns that is not empty; null when there is none.
  [[nodiscard]] const TableCell* first(const TableRow& row,
                                       const std::vector<std::string>& headings) const;
  [[nodiscard]] bool has_any(const std::vector<std::string>& headings) const;
  /// What a row says of a field. Nothing: the table has no such column, or what it says cannot be
  /// taken over.
  [[nodiscard]] std::optional<CrmValue> value(const TableRow& row, const CrmField& field);
  /// The currency that stood with the amount read last.
  [[nodiscard]] const std::string& currency() const { return currency_; }
  /// The row is passed over: it tells no fact.
  [[nodiscard]] bool is_left_out(const TableRow& row) const;
  /// Notes the headings that the mapping does not know.
  void note_unknown_headings();

 private:
  struct Column {
    std::size_t place = 0;
    ColumnManner manner;
  };

  [[nodiscard]] std::optional<std::size_t> place_of(const std::string& heading) const;
  [[nodiscard]] ColumnManner manner_of(std::size_t place, ToldManner told) const;
  void note_manner(const CrmField& field, ToldManner told);
  [[nodiscard]] const Key& key_of(const CrmField& field) const;
  [[nodiscard]] std::vector<std::string> words_of(const CrmField& field, const TableCell& cell,
                                                  std::size_t place);
  [[nodiscard]] std::optional<std::string> meaning(const CrmField& field, std::string_view word,
                                                   std::size_t place, bool& known) const;
  [[nodiscard]] std::optional<std::string> text_of(const CrmField& field, const TableCell& cell,
                                                   std::size_t place, bool tens);
  void refuse(ValueProblem problem, bool is_date, const TableCell& cell, std::size_t place);
  [[nodiscard]] std::vector<std::string> texts_of(const CrmField& field, const TableCell& cell,
                                                  std::size_t place, bool tens);
  [[nodiscard]] std::string joined(const TableRow& row, const CrmField& field) const;

  const Table& table_;
  const CrmTableMap& map_;
  const Vocabulary& vocabulary_;
  LeftBehind& left_;
  std::map<std::string, std::size_t, std::less<>> places_;  ///< of headings as compared
  std::map<std::string, std::string, std::less<>> plain_;   ///< headings of the mapping, compared
  std::vector<ColumnManner> manners_;                       ///< by column
  std::string currency_;
  bool refused_ = false;  ///< something that the row being read says cannot be taken over
};

/// A text without what no deal file should hold: control characters are blanks.
[[nodiscard]] std::string clean_text(std::string_view text);

/// Parts between marks, without blanks around them and empty ones.
[[nodiscard]] std::vector<std::string> split_at(std::string_view text, std::string_view mark);

}  // namespace dealcheck

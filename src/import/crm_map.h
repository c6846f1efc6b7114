#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deal/field_name.h"
#include "deal/vocabulary.h"
#include "import/table.h"
#include "yaml/yaml.h"

namespace dealcheck {

/// In which order a day such as `03/04/2026` is written.
enum class DateOrder : std::uint8_t { unsaid, ymd, dmy, mdy };
/// What stands in front of the cents.
enum class DecimalMark : std::uint8_t { unsaid, point, comma };

/// What words of a customer system stand for.
struct CrmWords {
  std::string is;  ///< id of a choice; empty: nothing that a deal file would say
  std::vector<std::string> of;
};

/// One field of a deal and the columns that say it.
struct CrmField {
  FieldName field;
  std::string name;               ///< `deal.amount`
  std::vector<std::string> from;  ///< the first that is not empty holds
  std::vector<std::string> joined;
  std::vector<std::string> ten_thousands;
  bool fraction = false;  ///< of a number in percent: written as 0.4
  bool is_date = false;   ///< of a text: what it says is a day
  std::string several;    ///< what stands between several values; empty: there is one
  std::vector<CrmWords> words;
};

/// Rows that are passed over: those with one of these words in one of these columns.
struct CrmLeftOut {
  std::vector<std::string> from;
  std::vector<std::string> of;
};

/// How one kind of table of a customer system is read.
struct CrmTableMap {
  std::vector<std::string> known_by;
  std::vector<std::string> deal_id;
  std::vector<std::string> deal_name;
  std::vector<std::string> entry_id;
  std::string several;  ///< between several deals of one row
  std::vector<CrmField> fields;
  std::vector<CrmLeftOut> left_out;
  std::vector<std::string> pass_over;
};

/// The export of one customer system.
struct CrmMap {
  std::string name;
  DateOrder dates = DateOrder::unsaid;
  DecimalMark decimal = DecimalMark::unsaid;
  std::size_t id_characters = 0;  ///< by how many of them ids are told apart; 0: all
  CrmTableMap deals;
  std::optional<CrmTableMap> contacts;
  std::optional<CrmTableMap> activities;
};

/// Whether a field that the vocabulary does not have is an error (a mapping of a user's own), or is
/// left out (the built-in ones, with a vocabulary of a user's own).
enum class UnknownFields : std::uint8_t { refused, left_out };

/// Reads rules/import.yaml or a mapping of a user's own. What is wrong is in `diagnostics`.
[[nodiscard]] std::vector<CrmMap> load_crm_maps(Yaml root, const Vocabulary& vocabulary,
                                                UnknownFields unknown, Diagnostics& diagnostics);

/// As headings and words are compared: without regard to case, blanks and the width of marks.
[[nodiscard]] std::string plain_heading(std::string_view heading);

/// The column of the first of these names that the table has.
[[nodiscard]] std::optional<std::size_t> find_column(const Table& table, std::string_view name);

/// The system that a table of deals comes from; null when its headings tell none.
[[nodiscard]] const CrmMap* recognise_crm(const std::vector<CrmMap>& maps, const Table& deals);

/// Every heading that a mapping names.
[[nodiscard]] std::vector<std::string> known_headings(const CrmTableMap& map);

}  // namespace dealcheck

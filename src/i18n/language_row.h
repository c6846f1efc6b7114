#pragma once

#include <array>
#include <string_view>

namespace dealcheck {

/// How dates are spoken. What stands in braces is filled in: a `{day}`, a `{month}` as it is called
/// in `months`, a `{year}`, a `{quarter}` (1 … 4), a spoken day (`{from}`, `{to}`).
struct DateForms {
  std::array<std::string_view, 12> months;
  std::string_view day;  ///< in a year that goes without saying
  std::string_view day_of_year;
  std::string_view month;
  std::string_view quarter;
  std::string_view year;
  std::string_view about;  ///< a day that is not known exactly, `{day}` being spoken
  std::string_view range;
};

/// What there is to know of a language beside the texts in it.
struct LanguageRow {
  std::string_view code;      ///< of `--lang` and `language:`, and the key of its texts
  std::string_view own_name;  ///< what its readers call it
  std::string_view html;      ///< what a page says that it is written in
  std::string_view comma;     ///< between the items of a list
  std::string_view colon;     ///< between a word and what is said of it
  /// A word that a deal file takes, `{label}`, with the name that programs know it by, `{id}`.
  std::string_view choice;
  std::string_view money;       ///< an amount, as an example
  bool has_own_marks;           ///< quotes and dashes are signs of its own, that no ASCII replaces
  bool (*is_letter)(char32_t);  ///< a letter that gives the language away; null: none does
  DateForms dates;
};

}  // namespace dealcheck

#include "i18n/spoken_date.h"

#include <fmt/format.h>

#include <chrono>

namespace dealcheck {

namespace {

std::string spoken_form(std::string_view form, const DateForms& forms, std::chrono::sys_days date) {
  const std::chrono::year_month_day parts{date};
  const auto month = static_cast<unsigned>(parts.month());
  return fmt::format(fmt::runtime(form), fmt::arg("day", static_cast<unsigned>(parts.day())),
                     fmt::arg("month", forms.months.at(month - 1)),
                     fmt::arg("quarter", (month + 2) / 3),
                     fmt::arg("year", static_cast<int>(parts.year())));
}

std::string spoken_day(std::chrono::sys_days date, Date near, const DateForms& forms) {
  const auto year_of = [](std::chrono::sys_days day) {
    return std::chrono::year_month_day{day}.year();
  };
  return spoken_form(year_of(date) == year_of(near.day) ? forms.day : forms.day_of_year, forms,
                     date);
}

}  // namespace

std::string spoken_date(Date date, Date near, Language language) {
  const DateForms& forms = row_of(language).dates;
  switch (date.known) {
    case Date::Known::about: {
      const auto middle = date.first() + std::chrono::days(date.more / 2);
      return fmt::format(fmt::runtime(forms.about),
                         fmt::arg("day", spoken_day(middle, near, forms)));
    }
    case Date::Known::month:
      return spoken_form(forms.month, forms, date.first());
    case Date::Known::quarter:
      return spoken_form(forms.quarter, forms, date.first());
    case Date::Known::year:
      return spoken_form(forms.year, forms, date.first());
    case Date::Known::range:
      return fmt::format(fmt::runtime(forms.range),
                         fmt::arg("from", spoken_day(date.first(), near, forms)),
                         fmt::arg("to", spoken_day(date.last(), near, forms)));
    case Date::Known::day:
      break;
  }
  return spoken_day(date.day, near, forms);
}

}  // namespace dealcheck

#include "i18n/spoken_date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string spoken_day(std::chrono::sys_days date, Date near, Language language) {
  const std::chrono::year_month_day parts{date};
  const int year = static_cast<int>(parts.year());
  const auto month = static_cast<unsigned>(parts.month());
  const auto day_of_month = static_cast<unsigned>(parts.day());
  const bool with_year = parts.year() != std::chrono::year_month_day{near.day}.year();
  if (language == Language::zh) {
    const std::string day = fmt::format("{}月{}日", month, day_of_month);
    return with_year ? fmt::format("{}年{}", year, day) : day;
  }
  const std::string day = fmt::format("{} {}", day_of_month, kMonths.at(month - 1));
  return with_year ? fmt::format("{} {}", day, year) : day;
}

}  // namespace

std::string spoken_date(Date date, Date near, Language language) {
  const bool zh = language == Language::zh;
  const std::chrono::year_month_day first{date.first()};
  const int year = static_cast<int>(first.year());
  const auto month = static_cast<unsigned>(first.month());
  switch (date.known) {
    case Date::Known::about: {
      const auto middle = date.first() + std::chrono::days(date.more / 2);
      const std::string day = spoken_day(middle, near, language);
      return zh ? day + "前后" : "about " + day;
    }
    case Date::Known::month:
      return zh ? fmt::format("{}年{}月", year, month)
                : fmt::format("{} {}", kMonths.at(month - 1), year);
    case Date::Known::quarter:
      return zh ? fmt::format("{}年{}季度", year, (month + 2) / 3)
                : fmt::format("{} Q{}", year, (month + 2) / 3);
    case Date::Known::year:
      return zh ? fmt::format("{}年", year) : std::to_string(year);
    case Date::Known::range: {
      const std::string from = spoken_day(date.first(), near, language);
      return from + (zh ? "到" : " to ") + spoken_day(date.last(), near, language);
    }
    case Date::Known::day:
      break;
  }
  return spoken_day(date.day, near, language);
}

}  // namespace dealcheck

#include "i18n/spoken_date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

std::string spoken_date(Date date, Date near, Language language) {
  const std::chrono::year_month_day parts{date.day};
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

}  // namespace dealcheck

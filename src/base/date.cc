#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "base/alike.h"

namespace dealcheck {
namespace {

bool has_iso_shape(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  return std::equal(text.begin(), text.end(), kShape.begin(), kShape.end(), [](char c, char shape) {
    return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
  });
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view written) {
  const std::string iso_text = narrow(written);
  const std::string_view iso = iso_text;
  if (!has_iso_shape(iso)) return std::nullopt;
  const std::chrono::year_month_day parts{
      std::chrono::year{static_cast<int>(number(iso.substr(0, 4)))},
      std::chrono::month{number(iso.substr(5, 2))}, std::chrono::day{number(iso.substr(8, 2))}};
  if (!parts.ok()) return std::nullopt;
  return Date{std::chrono::sys_days{parts}};
}

std::string iso_date(Date date) {
  const std::chrono::year_month_day parts{date.day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

bool is_ahead(Date date, Date today) { return date.day - today.day > std::chrono::days{1}; }

std::string written_date(Date date) {
  const Date first{date.first()};
  std::string day = iso_date(first);
  const auto month = static_cast<unsigned>(std::chrono::year_month_day{first.day}.month());
  switch (date.known) {
    case Date::Known::month:
      return day.substr(0, 7);
    case Date::Known::year:
      return day.substr(0, 4);
    case Date::Known::quarter:
      return fmt::format("{}-Q{}", day.substr(0, 4), (month + 2) / 3);
    case Date::Known::about:
      return "about " + iso_date({first.day + std::chrono::days(date.more / 2)});
    case Date::Known::range:
      return day + ".." + iso_date({date.last()});
    case Date::Known::day:
      break;
  }
  return day;
}

int days_between(Date from, Date to) { return static_cast<int>((to.day - from.day).count()); }

int working_days_between(Date from, Date to) {
  const int days = std::max(0, days_between(from, to));
  int working = days / 7 * 5;
  const unsigned start = std::chrono::weekday{from.day}.iso_encoding();
  for (unsigned step = 1; step <= static_cast<unsigned>(days % 7); ++step) {
    if ((start + step - 1) % 7 < 5) ++working;
  }
  return working;
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return Date{std::chrono::sys_days{std::chrono::year{local.tm_year + 1900} /
                                    std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
                                    std::chrono::day{static_cast<unsigned>(local.tm_mday)}}};
}

}  // namespace dealcheck

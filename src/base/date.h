#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealcheck {

/// A calendar day (no time, no zone). One that is not known exactly lies in a span of days; `day`
/// is the end of the span that counts, and nothing else is compared.
struct Date {
  /// How the day is known; each but the first spans more than one day.
  enum class Known : std::uint8_t { day, about, month, quarter, year, range };

  std::chrono::sys_days day{};
  Known known = Known::day;
  bool at_end = false;     ///< `day` is the last of the span, else the first
  std::uint16_t more = 0;  ///< days of the span beside `day`

  [[nodiscard]] bool exact() const { return known == Known::day; }
  [[nodiscard]] std::chrono::sys_days first() const {
    return at_end ? day - std::chrono::days(more) : day;
  }
  [[nodiscard]] std::chrono::sys_days last() const {
    return at_end ? day : day + std::chrono::days(more);
  }
  friend auto operator<=>(const Date& a, const Date& b) { return a.day <=> b.day; }
  friend bool operator==(const Date& a, const Date& b) { return a.day == b.day; }
};

/// `2026-03-20`, nothing else; nothing for days that do not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view written);
/// `2026-03-20`: the day that counts.
[[nodiscard]] std::string iso_date(Date date);
/// Later than tomorrow: tomorrow may be today further east.
[[nodiscard]] bool is_ahead(Date date, Date today);
/// As a deal file takes it, a span as such: `2026-03`, `2026-Q1`, `about 2026-03-20`.
[[nodiscard]] std::string written_date(Date date);
/// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);
/// Mondays to Fridays after `from` up to and including `to`; 0 when `to` is not later.
[[nodiscard]] int working_days_between(Date from, Date to);
/// The machine's local calendar day. The only place that looks at the clock.
[[nodiscard]] Date today();

}  // namespace dealcheck

#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealcheck {

/// A calendar day (no time, no zone).
struct Date {
  std::chrono::sys_days day{};
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// `2026-03-20`, nothing else; nothing for days that do not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
/// `2026-03-20`.
[[nodiscard]] std::string iso_date(Date date);
/// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);
/// Mondays to Fridays after `from` up to and including `to`; 0 when `to` is not later.
[[nodiscard]] int working_days_between(Date from, Date to);
/// The machine's local calendar day. The only place that looks at the clock.
[[nodiscard]] Date today();

}  // namespace dealcheck

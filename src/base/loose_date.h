#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace dealcheck {

/// Which end of a span of days counts.
enum class SpanEnd : std::uint8_t { first, last };

/// A day, or a span of days, as people write it, and why nothing was read.
struct LooseDate {
  enum class Problem : std::uint8_t { none, unreadable, needs_today };

  std::optional<Date> date;
  Problem problem = Problem::none;
};

/// Reads `2026-03-20`, `2026/3/20`, `2026年3月20日`, `20 March 2026`, `2026-03`, `March 2026`,
/// `2026`, `2026-Q1`, `about 2026-03-10`, `early March 2026`, `2026-03-01..2026-03-05`; with
/// `today` also `20 March`, `3月20日`, `yesterday`, `three weeks ago`, `last month`, `两周前`,
/// `去年底`. What can be read in two ways (`3/4/2026`) and days that do not exist are unreadable.
[[nodiscard]] LooseDate parse_loose_date(std::string_view text, std::optional<Date> today,
                                         SpanEnd counts = SpanEnd::first);

}  // namespace dealcheck

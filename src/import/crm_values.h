#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "import/crm_map.h"

namespace dealcheck {

/// What the values of a column tell about how all of them are written.
struct ColumnManner {
  DateOrder dates = DateOrder::unsaid;
  DecimalMark decimal = DecimalMark::unsaid;
};

/// Why a value is not taken over.
enum class ValueProblem : std::uint8_t { none, unreadable, two_ways };

/// A value as a deal file states it, or why there is none.
struct CrmText {
  std::string text;
  ValueProblem problem = ValueProblem::none;
  std::string currency = {};  ///< that stands with an amount
};

/// A number in as many digits as it needs, without an exponent.
[[nodiscard]] std::string digits_of(double number);

/// `1,250,000.50`, `EUR 1.250.000`, `120万`. What can be read in two ways (`1,250`) is not read
/// unless `mark` tells.
[[nodiscard]] CrmText read_crm_amount(std::string_view text, DecimalMark mark);
/// What an amount proves: that a point or a comma stands in front of its cents.
[[nodiscard]] DecimalMark decimal_mark_in(std::string_view amount);

/// `2026-03-15`, `15.03.2026`, `3/15/2026 2:30 PM`, `2026年3月15日` as `2026-03-15`; a month as
/// `2026-03`. `03/04/2026` is not read unless `order` tells.
[[nodiscard]] CrmText read_crm_date(std::string_view text, DateOrder order);
/// What a date proves: that the day or the month comes first.
[[nodiscard]] DateOrder date_order_in(std::string_view date);

}  // namespace dealcheck

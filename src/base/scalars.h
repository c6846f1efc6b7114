#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dealcheck {

/// A plain decimal number: digits of either width, at most one point, an optional sign. Nothing for
/// anything a person might read in two ways: leading zeros, `0x1F`, `1,000`, `1_000`, `80%`,
/// `.nan`, exponents.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// The number in front of a text as people count: `3`, `３`, `第二`, `三`, `半` (0.5), `两`,
/// `三百二十万`. `rest` becomes what stands behind it; nothing when no number stands in front.
[[nodiscard]] std::optional<double> parse_count(std::string_view text, std::string_view& rest);

/// Digits of either width only, without leading zeros; nothing when there is anything else or it is
/// too large.
[[nodiscard]] std::optional<std::size_t> parse_whole(std::string_view written);

/// An amount as somebody wrote it.
struct Money {
  double value = 0;           ///< in units of its currency
  std::string_view currency;  ///< as written, in front or behind; empty when there is none
  std::string_view unit;      ///< `M`, `万`; empty when there is none
};

/// An amount like `1.2M EUR`, `350k`, `2 million`, `120万`, `三百二十万`, `1,200,000`, its digits
/// in either width; words like `about` and `over` change nothing in it. Nothing when something is
/// left that is neither a unit nor a currency: a known one, or two to four letters.
[[nodiscard]] std::optional<Money> parse_money(std::string_view text);

}  // namespace dealcheck

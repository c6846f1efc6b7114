#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "portfolio/portfolio.h"

namespace dealcheck {

/// A deal whose file differs from what it was.
struct EarlierDeal {
  std::string path;                 ///< today, or where it was when it is gone
  std::optional<DealEntry> before;  ///< empty: it is new
};

/// What became of a deal: it came, its file went, it was closed, its verdict rose or fell, or
/// something else about it changed; `unclear`: one of the two could not be judged.
enum class ShiftKind : std::uint8_t { came, went, closed, rose, fell, other, unclear };
[[nodiscard]] std::string_view to_string(ShiftKind kind);

struct DealShift {
  ShiftKind kind = ShiftKind::other;
  std::optional<std::size_t> now;   ///< place among today's deals; empty: it is gone
  std::optional<DealEntry> before;  ///< empty: it is new
};

/// How the portfolio stood at a commit, and what has moved since.
struct Trend {
  std::string commit;  ///< short hash
  Date day;            ///< of the commit
  Portfolio before;
  std::vector<DealShift> shifts;  ///< in the order of today's deals, those that are gone last
};

/// Why there is none: no repository (or no git), deals outside of it, no commit, none before.
enum class NoTrend : std::uint8_t { no_git, elsewhere, no_commit, no_earlier };
[[nodiscard]] std::string_view to_string(NoTrend reason);

using TrendResult = std::variant<NoTrend, Trend>;

/// Deals that are not among the earlier ones stood then as they do now.
[[nodiscard]] Trend compute_trend(const Portfolio& now, std::vector<EarlierDeal> earlier,
                                  const PortfolioRules& rules);

}  // namespace dealcheck

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backtest/closed_deal.h"
#include "base/logistic.h"
#include "base/statistics.h"

namespace dealcheck {

/// Below so many deals with a known end, only counts and single deals mean something.
inline constexpr std::size_t kFewestClosed = 30;
/// And of those that were won, and of those that were not, so many.
inline constexpr std::size_t kFewestOfKind = 5;

/// How deals ended, by Ending.
struct Endings {
  std::array<std::size_t, kEndings.size()> counts{};

  [[nodiscard]] std::size_t of(Ending ending) const {
    return counts.at(static_cast<std::size_t>(ending));
  }
  /// Won, of all but those that we left ourselves.
  [[nodiscard]] Tally won() const;
};

/// Whether a rule told the end: against what all deals show.
enum class RuleCall : std::uint8_t { open, right, wrong };
inline constexpr std::array<std::string_view, 3> kRuleCalls{"open", "right", "wrong"};

/// What came of the deals in which a rule spoke for us, or in which it spoke against us.
struct RuleRecord {
  std::string rule;
  std::string label;
  bool for_us = false;
  Tally won;
  RuleCall call = RuleCall::open;  ///< open: the share of all deals lies within the interval
};

/// Deals in which the seller felt one way and the verdict said the other; places among the deals.
struct Disagreement {
  std::vector<std::size_t> deals;
  Tally won;
};

/// What was said so many days before the end, by the versions that git has.
struct Lead {
  int days = 0;
  std::size_t deals = 0;  ///< that had a version by then
  Tally first_choice;     ///< of the deals called so, those that were won
  Tally looked_lost;
};

/// Deals of a like chance, and how many were won.
struct ChanceGroup {
  double mean = 0;  ///< of the chances
  Tally won;
};

/// Chances, each worked out from other deals than the one it is for, against what happened.
struct Chances {
  std::vector<double> by_deal;  ///< of the decided deals, in their order
  double brier = 0;
  double brier_of_share = 0;  ///< when every deal is given the share that all others were won with
  std::vector<ChanceGroup> groups;  ///< from the lowest to the highest
};

/// How right we were.
struct Backtest {
  std::vector<ClosedDeal> deals;  ///< by path
  std::size_t open = 0;           ///< left out: no end. Not filled in by make_backtest
  std::size_t broken = 0;         ///< left out: could not be judged. Neither is this

  bool enough = false;  ///< more may be said than counts and single deals
  Endings all;
  std::array<Endings, kVerdictCount> by_verdict{};  ///< by Verdict
  std::optional<Separation> points;  ///< won deals against the others; empty: only one kind
  std::optional<Chances> chances;    ///< from the points; empty: not enough
  std::optional<Chances> forecasts;  ///< the sellers' own, where enough files state one
  std::vector<RuleRecord> rules;     ///< the surest first
  Disagreement sure;                 ///< felt sure of a deal that looked lost
  Disagreement uneasy;               ///< felt uneasy about a first choice
  std::vector<std::size_t>
      surprises;                    ///< lost, and never looked lost: the most points first; places
  std::vector<std::size_t> warned;  ///< lost, and looked so before the end
  std::vector<Lead> leads;          ///< the longest first; empty: git had no version
};

/// `deals` sorted by path.
[[nodiscard]] Backtest make_backtest(std::vector<ClosedDeal> deals);

/// The decided deals as cases: the points, and in them the parts of rules; `rules` gives each rule
/// a number.
[[nodiscard]] std::vector<LogisticCase> cases_of(const std::vector<ClosedDeal>& deals,
                                                 std::vector<std::string>& rules);

/// The version that stood so many days before the end of a deal; null when there is none.
[[nodiscard]] const PastVerdict* past_before(const ClosedDeal& deal, int days);

/// The first version that gave the deal up for lost; null when none did.
[[nodiscard]] const PastVerdict* first_warning(const ClosedDeal& deal);

}  // namespace dealcheck

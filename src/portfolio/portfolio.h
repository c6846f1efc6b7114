#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/entry.h"
#include "rules/portfolio_rules.h"

namespace dealcheck {

/// What a review has to ask about a deal, beside its verdict.
enum class DealMark : std::uint8_t {
  ownerless,
  review_overdue,
  review_unknown,  ///< the file names no review
  stalled,         ///< no act of the customer for too long
  acts_unknown,    ///< the file dates no act of the customer
  close_passed,    ///< the order was expected before the day of judgement
  special_control,
  out_of_control,
  large_share,  ///< of all open money in its currency
  poor_fit,     ///< against the ideal customer
  no_amount,
  drop,  ///< to be left today
  few    ///< one of those to put the time into
};
inline constexpr std::array<std::string_view, 13> kDealMarks{
    "ownerless",    "review-overdue", "review-unknown",  "stalled",
    "acts-unknown", "close-passed",   "special-control", "out-of-control",
    "large-share",  "poor-fit",       "no-amount",       "drop",
    "few"};

/// What deals of one currency add up to; the currency is empty when it is not said.
struct CurrencySum {
  std::string currency;
  double sum = 0;
  std::size_t deals = 0;
};

/// Deals that belong together; deals are places among those of the portfolio.
struct DealGroup {
  std::string id;  ///< layer, owner, stage, class; empty: outside, nobody, not said
  std::vector<std::size_t> deals;
  std::vector<CurrencySum> amounts;                   ///< the largest number of deals first
  std::size_t no_amount = 0;                          ///< deals of which none is known
  std::array<std::size_t, kVerdictCount> verdicts{};  ///< by Verdict
};

/// One deal as the portfolio sees it.
struct DealView {
  DealEntry entry;
  bool open = false;  ///< judged, and not yet won, lost or given up
  /// Open, not to be left, and in a layer that has seats among the few: wants its seller's time.
  bool needs_time = false;
  std::optional<std::size_t> layer;  ///< place among the layers; empty: outside the funnel
  std::array<bool, kDealMarks.size()> marks{};

  [[nodiscard]] bool is(DealMark mark) const { return marks[static_cast<std::size_t>(mark)]; }
};

/// Many deals, looked at together (method 9). Closed deals and those that could not be judged
/// belong to no group.
struct Portfolio {
  std::vector<DealView> deals;    ///< the narrow end of the funnel first, there the best first
  std::vector<DealGroup> layers;  ///< as in the rules; behind them, without an id, what is outside
  std::vector<bool> starving;     ///< by layer
  std::vector<std::size_t> few;   ///< to put the time into, the first one first
  std::vector<DealGroup> owners;  ///< the most deals first
  std::vector<DealGroup> stages;
  std::vector<DealGroup> classes;
  std::vector<std::size_t> closed;
  std::vector<std::size_t> broken;  ///< could not be judged

  /// The open deals with a mark, in their order.
  [[nodiscard]] std::vector<std::size_t> marked(DealMark mark) const;
};

[[nodiscard]] Portfolio make_portfolio(std::vector<DealEntry> entries, const PortfolioRules& rules);

/// Days from a day of the entry to its day of judgement; nothing when there is no such day.
[[nodiscard]] std::optional<int> days_since(const DealEntry& entry, const std::string& day);

/// How many deals of a group want their seller's time.
[[nodiscard]] std::size_t competing(const Portfolio& portfolio, const DealGroup& group);

}  // namespace dealcheck

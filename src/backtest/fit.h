#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backtest/backtest.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// New points for one reading of a rule.
struct ReadingProposal {
  std::size_t reading = 0;  ///< its place in the rule
  StagePoints from{};
  StagePoints to{};
};

/// What the closed deals say a rule should weigh. All its readings move by one factor, so that none
/// changes its sign and none overtakes another.
struct RuleProposal {
  std::string rule;
  double factor = 1;  ///< 0 … 3
  Tally for_us;       ///< of the deals in which it spoke for us, those that were won
  Tally against_us;
  std::vector<ReadingProposal> readings;  ///< those that change
};

/// What there is to learn.
enum class Lesson : std::uint8_t {
  proposals,
  too_few,  ///< of the deals, or of one kind of them
  mixed,    ///< the deals are judged by different rule sets
  coin,     ///< the points do not tell won deals from others: that is no matter of weights
  nothing   ///< other weights are no better on deals that they have not seen
};
inline constexpr std::array<std::string_view, 5> kLessons{"proposals", "too_few", "mixed", "coin",
                                                          "nothing"};

struct Fit {
  Lesson lesson = Lesson::too_few;
  Tally won;                         ///< of the deals that it was learnt from
  std::optional<Separation> points;  ///< of all those deals, by the points as they are
  double before = 0;  ///< pairs in the right order by the points as they are, of deals not seen
  double after = 0;   ///< by other weights, of deals not seen; 0: nothing to learn
  std::vector<RuleProposal> proposals;  ///< the largest change first
};

/// Looks for points that tell won deals from others better than those of the rules: weights that
/// are held close to what they are, tested on deals that they were not learnt from, and taken only
/// when they are surely better there. `rules` is what the deals were judged by.
[[nodiscard]] Fit fit_points(const Backtest& backtest, const Rulebook& rules);

}  // namespace dealcheck

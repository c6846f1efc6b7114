#include "report/shared/verdict_scale.h"

namespace dealcheck {

VerdictScale lay_out_scale(const Range& range, Standing standing, double width) {
  constexpr double kGap = 2;
  constexpr double kInset = 6;
  VerdictScale scale;
  const double step = width / static_cast<double>(kRankCount);
  for (std::size_t i = 0; i < kRankCount; ++i) {
    const double left = step * static_cast<double>(i);
    scale.ranks.at(i) = {left + kGap / 2, left + step - kGap / 2};
  }
  const auto rank = [&](Standing one) { return scale.ranks.at(static_cast<std::size_t>(one)); };
  if (range.worst != Standing::unclear && range.best != Standing::unclear) {
    scale.range = {rank(range.worst).from + kInset, rank(range.best).to - kInset};
  }
  if (standing != Standing::unclear) {
    scale.here = (rank(standing).from + rank(standing).to) / 2;
  }
  return scale;
}

}  // namespace dealcheck

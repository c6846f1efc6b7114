#pragma once

#include <array>
#include <optional>

#include "assess/assessment.h"
#include "report/writers/lanes.h"

namespace dealcheck {

/// The scale from column fodder to first choice, in drawing units.
struct VerdictScale {
  std::array<Stretch, kRankCount> ranks;  ///< worst first, side by side
  std::optional<Stretch> range;  ///< from the worst standing to the best; empty: it is unclear
  std::optional<double> here;    ///< the middle of the standing; empty: it is unclear
};

[[nodiscard]] VerdictScale lay_out_scale(const Range& range, Standing standing, double width);

}  // namespace dealcheck

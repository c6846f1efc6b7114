#pragma once

#include <cstddef>
#include <vector>

#include "report/writers/lanes.h"

namespace dealcheck {

/// A layer of the funnel: how many deals it holds, and how many it should hold at least.
struct FunnelCount {
  std::size_t deals = 0;
  std::size_t least = 0;
};

/// One layer's bar, in drawing units, around the middle of the width.
struct FunnelBar {
  Stretch deals;  ///< as wide as it has deals; empty for none
  Stretch least;  ///< where it would be wide enough; empty when it is
};

/// The widest of all bars, wanted ones too, takes the whole width.
[[nodiscard]] std::vector<FunnelBar> lay_out_funnel(const std::vector<FunnelCount>& layers,
                                                    double width);

}  // namespace dealcheck

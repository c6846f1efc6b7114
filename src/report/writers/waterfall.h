#pragma once

#include <array>
#include <vector>

#include "base/stage.h"
#include "report/writers/lanes.h"

namespace dealcheck {

/// Points as steps that begin where the one before ended, in drawing units from 0 to the width.
struct Waterfall {
  std::vector<Stretch> steps;  ///< from is where it begins: right of `to` when points were lost
  std::array<Stretch, kRankCount> bands;  ///< what each standing covers, worst first
  double zero = 0;
  double sum = 0;
};

/// `bands`: the least points of each standing, the first one means nothing.
[[nodiscard]] Waterfall lay_out_waterfall(const std::vector<int>& points,
                                          const std::array<int, kRankCount>& bands, double width);

}  // namespace dealcheck

#include "report/writers/waterfall.h"

#include <algorithm>

namespace dealcheck {

Waterfall lay_out_waterfall(const std::vector<int>& points,
                            const std::array<int, kRankCount>& bands, double width) {
  constexpr int kMargin = 2;  // points left free at both ends
  int least = std::min(0, *std::min_element(bands.begin() + 1, bands.end()));
  int most = std::max(0, *std::max_element(bands.begin() + 1, bands.end()));
  int sum = 0;
  for (const int one : points) {
    sum += one;
    least = std::min(least, sum);
    most = std::max(most, sum);
  }
  least -= kMargin;
  most += kMargin;
  const auto at = [&](int value) {
    return width * static_cast<double>(value - least) / static_cast<double>(most - least);
  };
  Waterfall fall;
  fall.zero = at(0);
  fall.sum = at(sum);
  int reached = 0;
  for (const int one : points) {
    fall.steps.push_back({at(reached), at(reached + one)});
    reached += one;
  }
  for (std::size_t i = 0; i < kRankCount; ++i) {
    fall.bands.at(i) = {i == 0 ? 0 : at(bands.at(i)),
                        i + 1 == kRankCount ? width : at(bands.at(i + 1))};
  }
  return fall;
}

}  // namespace dealcheck

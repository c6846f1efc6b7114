#include "report/writers/bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 8> kBlocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr double kSignSteps = 7;  ///< between the lowest and the highest sign

}  // namespace

std::string bar(double value, double most, int cells, Charset charset) {
  if (!(value > 0) || !(most > 0) || cells <= 0) return {};
  const double share = std::min(1.0, value / most);
  const int filled = std::max(1, static_cast<int>(std::lround(share * cells)));
  std::string drawn;
  for (int i = 0; i < filled; ++i) drawn += "▰";
  return to_charset(drawn, charset);
}

std::string sparkline(const std::vector<std::optional<double>>& values, double least, double most,
                      Charset charset) {
  const double span = most - least;
  std::string drawn;
  for (const auto& value : values) {
    if (!value) {
      drawn += ' ';
      continue;
    }
    const double share = span > 0 ? std::clamp((*value - least) / span, 0.0, 1.0) : 0.0;
    drawn += kBlocks.at(static_cast<std::size_t>(std::lround(share * kSignSteps)));
  }
  return to_charset(drawn, charset);
}

}  // namespace dealcheck

#include "report/writers/gauge.h"

#include <cmath>
#include <numbers>

namespace dealcheck {

std::vector<GaugePart> lay_out_gauge(std::size_t questions, double radius, double hole) {
  constexpr double kGap = 3.0 * std::numbers::pi / 180;
  const double part = 2 * std::numbers::pi / static_cast<double>(questions);
  const auto at = [&](double angle, double distance) {
    return Point{radius + distance * std::sin(angle), radius - distance * std::cos(angle)};
  };
  std::vector<GaugePart> parts;
  for (std::size_t i = 0; i < questions; ++i) {
    const double from = part * static_cast<double>(i) + kGap / 2;
    const double to = from + part - kGap;
    const double middle = (from + to) / 2;
    parts.push_back({at(from, radius), at(to, radius), at(to, hole), at(from, hole),
                     at(middle, hole + 0.64 * (radius - hole)),
                     at(middle, hole + 0.2 * (radius - hole)), to - from > std::numbers::pi});
  }
  return parts;
}

}  // namespace dealcheck

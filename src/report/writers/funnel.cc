#include "report/writers/funnel.h"

#include <algorithm>

namespace dealcheck {

std::vector<FunnelBar> lay_out_funnel(const std::vector<FunnelCount>& layers, double width) {
  std::size_t most = 1;
  for (const FunnelCount& layer : layers) most = std::max({most, layer.deals, layer.least});
  const auto around_middle = [&](std::size_t count) {
    const double half = width / 2 * static_cast<double>(count) / static_cast<double>(most);
    return Stretch{width / 2 - half, width / 2 + half};
  };
  std::vector<FunnelBar> bars;
  for (const FunnelCount& layer : layers) {
    FunnelBar& bar = bars.emplace_back();
    if (layer.deals > 0) bar.deals = around_middle(layer.deals);
    if (layer.deals < layer.least) bar.least = around_middle(layer.least);
  }
  return bars;
}

}  // namespace dealcheck

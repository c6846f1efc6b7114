#include "report/writers/lanes.h"

#include <algorithm>
#include <numeric>

namespace dealcheck {

std::vector<std::size_t> assign_lanes(const std::vector<Stretch>& stretches) {
  std::vector<std::size_t> order(stretches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return stretches[a].from < stretches[b].from;
  });
  std::vector<double> taken;  // up to where, by lane
  std::vector<std::size_t> lanes(stretches.size());
  for (const std::size_t i : order) {
    const auto lane =
        std::find_if(taken.begin(), taken.end(), [&](double to) { return to < stretches[i].from; });
    lanes[i] = static_cast<std::size_t>(lane - taken.begin());
    if (lane == taken.end()) {
      taken.push_back(stretches[i].to);
    } else {
      *lane = stretches[i].to;
    }
  }
  return lanes;
}

std::size_t count_lanes(const std::vector<std::size_t>& lanes) {
  return lanes.empty() ? 0 : *std::max_element(lanes.begin(), lanes.end()) + 1;
}

}  // namespace dealcheck

#pragma once

#include <cstddef>
#include <vector>

namespace dealcheck {

/// A stretch of a drawing, from left to right.
struct Stretch {
  double from = 0;
  double to = 0;
};

/// Puts stretches into lanes so that no two in a lane touch: for each, the first lane, from 0, that
/// is free. Those further left choose first, among equals the earlier.
[[nodiscard]] std::vector<std::size_t> assign_lanes(const std::vector<Stretch>& stretches);

/// How many lanes they take.
[[nodiscard]] std::size_t count_lanes(const std::vector<std::size_t>& lanes);

}  // namespace dealcheck

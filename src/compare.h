#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment.h"

namespace dealcheck {

/// How one rule reads two versions of a deal.
struct ReadingChange {
  std::string rule;
  std::string label;
  const Finding* before = nullptr;  ///< null: it said nothing
  const Finding* after = nullptr;
  int points = 0;  ///< what the change adds to the points
};

/// What lies between two assessments of one deal. Points into both of them.
struct Comparison {
  std::vector<ReadingChange> changes;  ///< those that move most first
  std::vector<const MineView*> gone;   ///< mines of the first that the second has no more
  std::vector<const MineView*> come;
};

/// Compares by rule and by the entry a rule runs over; what both read alike is left out.
[[nodiscard]] Comparison compare(const Assessment& before, const Assessment& after);

}  // namespace dealcheck

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"

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

/// Whether a change is more than other words for the same: in what is read, what it is worth, or
/// what it limits.
[[nodiscard]] bool moves_something(const ReadingChange& change);

/// Where the entries of the first deal stand in the second, when its file is another one. Without
/// these functions everything stands where it stood.
struct Counterparts {
  /// The place of the entry that a rule runs over.
  std::function<std::optional<std::size_t>(const std::string& rule, std::size_t record)> record{};
  std::function<std::optional<std::size_t>(std::size_t contact)> contact{};
};

/// Compares by rule and by the entry a rule runs over; what both read alike is left out.
[[nodiscard]] Comparison compare(const Assessment& before, const Assessment& after,
                                 const Counterparts& counterparts = {});

}  // namespace dealcheck

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace dealcheck {

/// Between which two values something lies: right in 95 of 100 such statements.
struct Interval {
  double from = 0;
  double to = 1;
};

/// So many of so many.
struct Tally {
  std::size_t hits = 0;
  std::size_t of = 0;

  void add(bool hit) {
    hits += hit ? 1 : 0;
    ++of;
  }
  /// 0 … 1; 0 of none.
  [[nodiscard]] double share() const {
    return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of);
  }
  /// Of the share that so many more would show (Wilson 1927); 0 to 1 of none.
  [[nodiscard]] Interval between() const;
};

/// How well a number tells two groups apart.
struct Separation {
  double share = 0;  ///< of all pairs, those in which the first has the higher number; ties half.
                     ///< 1: every pair, 0.5: a coin (the area under the ROC curve)
  Interval between;  ///< also where every pair is in order (Newcombe 2006, method 5)
};

/// Nothing when one of the groups is empty.
[[nodiscard]] std::optional<Separation> separate(const std::vector<double>& first,
                                                 std::vector<double> second);

/// How far chances (0 … 1) were from what happened: the mean square, 0 is perfect; 0 of none.
[[nodiscard]] double brier(const std::vector<double>& chances, const std::vector<bool>& happened);

}  // namespace dealcheck

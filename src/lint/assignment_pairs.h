#pragma once

#include <bitset>
#include <cstddef>
#include <map>
#include <vector>

#include "lint/state_space.h"

namespace dealcheck {

constexpr std::size_t kMostPaired = 1500;  ///< assignments that are held against each other

/// Some of the assignments of some AssignmentPairs, by their number.
using AssignmentSet = std::bitset<kMostPaired>;

/// Every assignment held against every other: what counts for us is one of them, what is said
/// another, and what was looked into either of the two. A condition is asked in all that could be
/// said at once, which is what makes millions of pairs bearable.
class AssignmentPairs {
 public:
  explicit AssignmentPairs(const StateSpace& space);

  /// What counts for us, and whether that is also all that was looked into.
  struct View {
    std::size_t firm = 0;  ///< the number of an assignment
    bool checked_is_firm = false;
  };

  /// Whether the view does for one of them, which are gone through until it does.
  [[nodiscard]] bool any_view(FunctionRef<bool(const View&)> does) const;

  /// The assignments that, when they are what is said, make the condition come out yes.
  [[nodiscard]] AssignmentSet where(const Condition& condition, EvidencePolicy trust,
                                    const View& view) const {
    return answer(condition, trust, view).yes & existing_;
  }

  /// There were no more assignments than can be held against each other.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  /// Three values in two sets; `yes` lies within `possible`.
  struct Answers {
    AssignmentSet yes;
    AssignmentSet possible;  ///< yes or not known
  };
  [[nodiscard]] Answers answer(const Condition& condition, EvidencePolicy trust,
                               const View& view) const;
  [[nodiscard]] Answers answer_leaf(const Condition& leaf, EvidencePolicy trust,
                                    const View& view) const;

  std::size_t count_ = 0;
  AssignmentSet existing_;
  bool complete_ = false;
  std::map<const Condition*, Answers> leaves_;
};

}  // namespace dealcheck

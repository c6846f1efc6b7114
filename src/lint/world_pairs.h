#pragma once

#include <bitset>
#include <cstddef>
#include <map>
#include <vector>

#include "lint/worlds.h"

namespace dealcheck {

constexpr std::size_t kMostPaired = 1500;  ///< worlds that are held against each other

/// Some of the worlds of a WorldPairs, by their number.
using WorldSet = std::bitset<kMostPaired>;

/// Every world held against every other: what counts for us is one of them, what is said another,
/// and what was looked into either of the two. A condition is asked in all that could be said at
/// once, which is what makes millions of pairs bearable.
class WorldPairs {
 public:
  explicit WorldPairs(const Worlds& worlds);

  /// What counts for us, and whether that is also all that was looked into.
  struct View {
    std::size_t firm = 0;  ///< the number of a world
    bool checked_is_firm = false;
  };

  /// Whether the view does for one of them, which are gone through until it does.
  [[nodiscard]] bool any_view(FunctionRef<bool(const View&)> does) const;

  /// The worlds that, when they are what is said, make the condition come out yes.
  [[nodiscard]] WorldSet where(const Condition& condition, Trust trust, const View& view) const {
    return answer(condition, trust, view).yes & existing_;
  }

  /// There were no more worlds than can be held against each other.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  /// Three values in two sets; `yes` lies within `possible`.
  struct Answers {
    WorldSet yes;
    WorldSet possible;  ///< yes or not known
  };
  [[nodiscard]] Answers answer(const Condition& condition, Trust trust, const View& view) const;
  [[nodiscard]] Answers answer_leaf(const Condition& leaf, Trust trust, const View& view) const;

  std::size_t count_ = 0;
  WorldSet existing_;
  bool complete_ = false;
  std::map<const Condition*, Answers> leaves_;
};

}  // namespace dealcheck

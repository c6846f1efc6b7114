#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace dealcheck {

/// One person as a step on the way to another. Costs are in points of effort; only their order
/// matters.
struct LeverPerson {
  std::optional<int> start;  ///< beginning a chain with this person; empty: cannot
  std::optional<int> carry;  ///< going on through this person; empty: cannot
};

/// `from` can bring us to `to`, or move `to` for us.
struct LeverLink {
  std::size_t from = 0;
  std::size_t to = 0;
  int cost = 0;
};

/// The cheapest way from our supporters to everybody else (method 4, leverage, and 8). Computed
/// once; the same people and links give the same chains: among equals the shorter, then the one
/// through people who stand earlier in the file.
class Leverage {
 public:
  /// Links that name nobody among `people`, and from a person to himself, are left out.
  Leverage(const std::vector<LeverPerson>& people, const std::vector<LeverLink>& links);

  /// From our supporter to the one before the target. Empty: there is no fulcrum, or the target is
  /// one of ours already.
  [[nodiscard]] std::vector<std::size_t> chain_to(std::size_t target) const;

 private:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  std::vector<std::size_t> before_;  ///< who brings us to each person
};

}  // namespace dealcheck

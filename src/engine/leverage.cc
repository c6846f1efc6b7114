// Dijkstra's search from all supporters at once. A way may end with anybody, but goes on only
// through people who can carry it.

#include "engine/leverage.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace dealcheck {

namespace {

/// Cost, length of the way, who is reached, who stands before: in this order ways are compared.
using Way = std::tuple<int, int, std::size_t, std::size_t>;

}  // namespace

Leverage::Leverage(const std::vector<LeverPerson>& people, const std::vector<LeverLink>& links)
    : before_(people.size(), kNobody) {
  std::vector<std::vector<const LeverLink*>> out(people.size());
  for (const LeverLink& link : links) {
    const bool known = link.from < people.size() && link.to < people.size();
    if (known && link.from != link.to) out[link.from].push_back(&link);
  }
  std::priority_queue<Way, std::vector<Way>, std::greater<>> open;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].start) open.emplace(*people[i].start, 0, i, kNobody);
  }
  std::vector<bool> reached(people.size(), false);
  while (!open.empty()) {
    const auto [cost, length, person, before] = open.top();
    open.pop();
    if (reached[person]) continue;
    reached[person] = true;
    before_[person] = before;
    const bool begins = before == kNobody;
    if (!begins && !people[person].carry) continue;
    const int through = begins ? 0 : *people[person].carry;
    for (const LeverLink* link : out[person]) {
      if (!reached[link->to]) {
        open.emplace(cost + through + link->cost, length + 1, link->to, person);
      }
    }
  }
}

std::vector<std::size_t> Leverage::chain_to(std::size_t target) const {
  std::vector<std::size_t> chain;
  for (std::size_t at = before_[target]; at != kNobody; at = before_[at]) chain.push_back(at);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace dealcheck

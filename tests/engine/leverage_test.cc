#include "engine/leverage.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dealcheck {
namespace {

constexpr LeverPerson kFriend{0, 0};
constexpr LeverPerson kLukewarm{3, 0};
constexpr LeverPerson kNeutral{std::nullopt, 2};
constexpr LeverPerson kStranger{std::nullopt, 3};
constexpr LeverPerson kOpponent{std::nullopt, std::nullopt};

std::string chain(const std::vector<LeverPerson>& people, const std::vector<LeverLink>& links,
                  std::size_t target) {
  std::string text;
  for (const std::size_t person : Leverage(people, links).chain_to(target)) {
    text += (text.empty() ? "" : " ") + std::to_string(person);
  }
  return text;
}

TEST_CASE("leverage: the cheapest chain from a supporter to the target") {
  // 0 our friend, 1 neutral, 2 unknown, 3 the target
  const std::vector<LeverPerson> people{kFriend, kNeutral, kStranger, kOpponent};
  CHECK(chain(people, {{0, 3, 1}}, 3) == "0");
  CHECK(chain(people, {{0, 1, 1}, {1, 3, 1}}, 3) == "0 1");
  CHECK(chain(people, {{0, 1, 1}, {1, 3, 1}, {0, 2, 1}, {2, 3, 1}}, 3) == "0 1");
  CHECK(chain(people, {{0, 1, 1}, {1, 3, 9}, {0, 2, 1}, {2, 3, 1}}, 3) == "0 2");
  CHECK(chain(people, {{0, 3, 9}, {0, 1, 1}, {1, 3, 1}}, 3) == "0 1");
}

TEST_CASE("leverage: no way without a supporter, a link, or somebody who carries it") {
  CHECK(chain({kNeutral, kOpponent}, {{0, 1, 1}}, 1).empty());
  CHECK(chain({kFriend, kOpponent}, {}, 1).empty());
  CHECK(chain({kFriend, kOpponent}, {{1, 0, 1}}, 1).empty());
  CHECK(chain({kFriend, kOpponent, kOpponent}, {{0, 1, 1}, {1, 2, 1}}, 2).empty());
  CHECK(chain({kFriend, kOpponent}, {{0, 1, 1}}, 0).empty());
}

TEST_CASE("leverage: the strongest supporter goes first, then the shorter chain, then file order") {
  CHECK(chain({kLukewarm, kFriend, kOpponent}, {{0, 2, 1}, {1, 2, 1}}, 2) == "1");
  CHECK(chain({kFriend, kFriend, kOpponent}, {{1, 2, 1}, {0, 2, 1}}, 2) == "0");
  CHECK(chain({kFriend, kFriend, kNeutral, kOpponent}, {{1, 3, 4}, {0, 2, 1}, {2, 3, 1}}, 3) ==
        "1");
}

TEST_CASE("leverage: circles, links to oneself and to nobody do no harm") {
  const std::vector<LeverPerson> people{kFriend, kNeutral, kNeutral, kOpponent};
  CHECK(chain(people, {{0, 0, 0}, {0, 1, 1}, {1, 2, 1}, {2, 1, 1}, {2, 3, 1}, {0, 17, 1}}, 3) ==
        "0 1 2");
}

}  // namespace
}  // namespace dealcheck

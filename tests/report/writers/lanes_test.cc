#include "report/writers/lanes.h"

#include <doctest/doctest.h>

#include <vector>

namespace dealcheck {

TEST_CASE("lanes: what does not touch shares a lane, what does gets one of its own") {
  const std::vector<std::size_t> lanes =
      assign_lanes({{10, 20}, {0, 5}, {15, 30}, {21, 25}, {20, 40}});
  CHECK(lanes == std::vector<std::size_t>{0, 0, 1, 0, 2});
  CHECK(count_lanes(lanes) == 3);
}

TEST_CASE("lanes: among those that begin together the earlier chooses first") {
  CHECK(assign_lanes({{0, 9}, {0, 9}, {0, 9}}) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("lanes: nothing takes none") {
  CHECK(assign_lanes({}).empty());
  CHECK(count_lanes({}) == 0);
}

}  // namespace dealcheck

#include "report/writers/waterfall.h"

#include <doctest/doctest.h>

namespace dealcheck {

TEST_CASE("waterfall: each step begins where the one before ended") {
  const Waterfall fall = lay_out_waterfall({-3, 2, -1}, {0, -8, -3, 7}, 1000);
  REQUIRE(fall.steps.size() == 3);
  CHECK(fall.steps[0].from == doctest::Approx(fall.zero));
  CHECK(fall.steps[0].to < fall.steps[0].from);
  CHECK(fall.steps[1].from == doctest::Approx(fall.steps[0].to));
  CHECK(fall.steps[1].to > fall.steps[1].from);
  CHECK(fall.steps[2].to == doctest::Approx(fall.sum));
  // From 10 below zero to 9 above it: a point is 1000 / 19 wide.
  CHECK(fall.steps[0].from - fall.steps[0].to == doctest::Approx(3 * 1000.0 / 19));
}

TEST_CASE("waterfall: the standings lie side by side from end to end") {
  const Waterfall fall = lay_out_waterfall({}, {0, -8, -3, 7}, 1000);
  CHECK(fall.bands[0].from == 0);
  for (std::size_t i = 1; i < kRankCount; ++i) {
    CHECK(fall.bands.at(i).from == doctest::Approx(fall.bands.at(i - 1).to));
  }
  CHECK(fall.bands[3].to == 1000);
  CHECK(fall.sum == doctest::Approx(fall.zero));
}

TEST_CASE("waterfall: points beyond all bands are still inside") {
  const Waterfall fall = lay_out_waterfall({-30, 60}, {0, -8, -3, 7}, 1000);
  CHECK(fall.steps[0].to > 0);
  CHECK(fall.steps[1].to < 1000);
}

}  // namespace dealcheck

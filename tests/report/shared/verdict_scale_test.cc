#include "report/shared/verdict_scale.h"

#include <doctest/doctest.h>

namespace dealcheck {

TEST_CASE("verdict scale: four standings of the same width, worst on the left") {
  const VerdictScale scale =
      lay_out_scale({Standing::backup, Standing::contender, -9, 1}, Standing::backup, 400);
  CHECK(scale.ranks[0].from == doctest::Approx(1));
  CHECK(scale.ranks[3].to == doctest::Approx(399));
  for (const Stretch& rank : scale.ranks) CHECK(rank.to - rank.from == doctest::Approx(98));
  REQUIRE(scale.here.has_value());
  CHECK(*scale.here == doctest::Approx(150));
  REQUIRE(scale.range.has_value());
  CHECK(scale.range->from > scale.ranks[1].from);
  CHECK(scale.range->to < scale.ranks[2].to);
  CHECK(scale.range->to > scale.ranks[2].from);
}

TEST_CASE("verdict scale: what is unclear has no place") {
  const VerdictScale scale =
      lay_out_scale({Standing::unclear, Standing::contender, 0, 0}, Standing::unclear, 400);
  CHECK_FALSE(scale.here.has_value());
  CHECK_FALSE(scale.range.has_value());
}

}  // namespace dealcheck

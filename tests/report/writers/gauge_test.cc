#include "report/writers/gauge.h"

#include <doctest/doctest.h>

#include <cmath>

namespace dealcheck {

TEST_CASE("gauge: four questions make four quarters, clockwise from the top") {
  const auto parts = lay_out_gauge(4, 100, 40);
  REQUIRE(parts.size() == 4);
  const bool right[] = {true, true, false, false};
  const bool upper[] = {true, false, false, true};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CAPTURE(i);
    CHECK((parts[i].mark.x > 100) == right[i]);
    CHECK((parts[i].mark.y < 100) == upper[i]);
    CHECK_FALSE(parts[i].over_half);
    CHECK(std::hypot(parts[i].outer_from.x - 100, parts[i].outer_from.y - 100) ==
          doctest::Approx(100));
    CHECK(std::hypot(parts[i].inner_to.x - 100, parts[i].inner_to.y - 100) == doctest::Approx(40));
  }
}

TEST_CASE("gauge: the part of a single question is longer than half a circle") {
  CHECK(lay_out_gauge(1, 100, 40).front().over_half);
  CHECK(lay_out_gauge(0, 100, 40).empty());
}

}  // namespace dealcheck

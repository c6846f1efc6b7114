#include "report/writers/funnel.h"

#include <doctest/doctest.h>

namespace dealcheck {

TEST_CASE("funnel: bars as wide as their counts, around the middle") {
  const auto bars = lay_out_funnel({{4, 0}, {2, 1}}, 200);
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].deals.from == 0);
  CHECK(bars[0].deals.to == 200);
  CHECK(bars[1].deals.from == 50);
  CHECK(bars[1].deals.to == 150);
  CHECK(bars[1].least.to == bars[1].least.from);
}

TEST_CASE("funnel: what a layer lacks is drawn on the same scale") {
  const auto bars = lay_out_funnel({{0, 2}, {1, 4}}, 200);
  CHECK(bars[0].deals.to == bars[0].deals.from);
  CHECK(bars[0].least.to - bars[0].least.from == 100);
  CHECK(bars[1].deals.to - bars[1].deals.from == 50);
  CHECK(bars[1].least.from == 0);
  CHECK(bars[1].least.to == 200);
}

TEST_CASE("funnel: without any deal there is no bar") {
  const auto bars = lay_out_funnel({{0, 0}}, 200);
  CHECK(bars[0].deals.to == 0);
  CHECK(bars[0].least.to == 0);
}

}  // namespace dealcheck

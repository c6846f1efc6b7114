#include "report/writers/dot_chart.h"

#include <doctest/doctest.h>

#include <cmath>

namespace dealcheck {

namespace {

constexpr DotField kField{{60, 660}, 20, 20};

DotPlace dot(std::size_t column, std::size_t band, std::optional<double> amount) {
  return {column, band, amount, 8, 0};
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("dots: each stands in its column, the larger amount higher up") {
  const DotChart chart =
      lay_out_dots({dot(0, 0, 20'000), dot(5, 0, 3e6), dot(2, 0, 1e5)}, 6, 1, kField);
  REQUIRE(chart.columns.size() == 6);
  for (const auto& [place, column] : {std::pair{0U, 0U}, {1U, 5U}, {2U, 2U}}) {
    const Stretch across = chart.columns[column];
    CHECK(chart.dots[place].x == doctest::Approx((across.from + across.to) / 2));
  }
  CHECK(chart.dots[1].y < chart.dots[2].y);
  CHECK(chart.dots[2].y < chart.dots[0].y);
  for (const Point& point : chart.dots) {
    CHECK(point.y > chart.bands[0].down.from);
    CHECK(point.y < chart.bands[0].down.to);
  }
}

TEST_CASE("dots: a tick for each power of ten around the amounts") {
  const DotChart chart = lay_out_dots({dot(0, 0, 20'000), dot(1, 0, 3e6)}, 6, 1, kField);
  const auto& ticks = chart.bands[0].ticks;
  REQUIRE(ticks.size() == 4);
  CHECK(ticks.front().amount == doctest::Approx(1e7));
  CHECK(ticks.back().amount == doctest::Approx(1e4));
  CHECK(ticks[1].y - ticks[0].y == doctest::Approx(ticks[2].y - ticks[1].y));
  const double at = lay_out_dots({dot(0, 0, 1e5), dot(1, 0, 3e6)}, 6, 1, kField).dots[0].y;
  CHECK(at ==
        doctest::Approx(
            lay_out_dots({dot(0, 0, 1e5), dot(1, 0, 3e6)}, 6, 1, kField).bands[0].ticks.back().y));
}

TEST_CASE("dots: few ticks however far the amounts lie apart, and none below one") {
  const DotChart chart =
      lay_out_dots({dot(0, 0, -5), dot(1, 0, 0), dot(2, 0, 1e200)}, 6, 1, kField);
  CHECK(chart.bands[0].ticks.size() <= 6);
  CHECK(chart.dots[0].y == doctest::Approx(chart.dots[1].y));
  CHECK(std::isfinite(chart.dots[2].y));
  CHECK(chart.dots[2].y < chart.dots[1].y);
}

TEST_CASE("dots: equal deals stand side by side inside their column") {
  std::vector<DotPlace> places(7, dot(3, 0, 1e6));
  for (DotPlace& place : places) place.radius = 4;
  const DotChart chart = lay_out_dots(places, 6, 1, kField);
  for (std::size_t i = 0; i < chart.dots.size(); ++i) {
    CHECK(chart.dots[i].x - 4 >= chart.columns[3].from);
    CHECK(chart.dots[i].x + 4 <= chart.columns[3].to);
    for (std::size_t j = 0; j < i; ++j) CHECK(distance(chart.dots[i], chart.dots[j]) >= 8);
  }
}

TEST_CASE("dots: what is written beside a dot has its own room") {
  DotPlace place = dot(3, 0, 1e6);
  place.label_width = 15;
  const DotChart chart = lay_out_dots({place, place}, 6, 1, kField);
  CHECK(std::abs(chart.dots[0].x - chart.dots[1].x) >= 8 + 15 + 8);
}

TEST_CASE("dots: a crowd stays in its column") {
  const DotChart chart = lay_out_dots(std::vector<DotPlace>(500, dot(1, 0, 1e6)), 6, 1, kField);
  for (const Point& point : chart.dots) {
    CHECK(point.x >= chart.columns[1].from);
    CHECK(point.x <= chart.columns[1].to);
  }
}

TEST_CASE("dots: bands stand below one another; without amounts in rows") {
  std::vector<DotPlace> places(30, dot(1, 1, {}));
  places.push_back(dot(0, 0, 1e6));
  const DotChart chart = lay_out_dots(places, 6, 2, kField);
  REQUIRE(chart.bands.size() == 2);
  CHECK(chart.bands[1].ticks.empty());
  CHECK(chart.bands[0].down.from == 40);
  CHECK(chart.bands[1].down.from == chart.bands[0].down.to + 20);
  CHECK(chart.height == chart.bands[1].down.to);
  for (std::size_t i = 0; i < 30; ++i) {
    CHECK(chart.dots[i].y > chart.bands[1].down.from);
    CHECK(chart.dots[i].y < chart.bands[1].down.to);
    for (std::size_t j = 0; j < i; ++j) CHECK(distance(chart.dots[i], chart.dots[j]) >= 16);
  }
}

}  // namespace dealcheck

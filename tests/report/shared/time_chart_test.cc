#include "report/shared/time_chart.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dealcheck {

namespace {

Date on(const char* iso) { return *parse_date(iso); }

}  // namespace

TEST_CASE("time chart: later is further right, in the row of its kind") {
  const TimeChart chart =
      lay_out_time({{on("2026-01-01"), 0}, {on("2026-02-01"), 1}, {on("2026-03-01"), 0}}, 2, {},
                   on("2026-03-20"), 720);
  REQUIRE(chart.rows.size() == 2);
  CHECK(chart.events[0].x < chart.events[1].x);
  CHECK(chart.events[1].x < chart.events[2].x);
  CHECK(chart.events[2].x < chart.now);
  CHECK(chart.events[0].y == doctest::Approx(chart.events[2].y));
  CHECK(chart.events[1].y > chart.rows[1].from);
  CHECK(chart.now < chart.width);
  CHECK(chart.plot_bottom < chart.height);
}

TEST_CASE("time chart: what happened on one day does not stand on one another") {
  const TimeChart chart =
      lay_out_time({{on("2026-03-01"), 0}, {on("2026-03-01"), 0}, {on("2026-03-02"), 0}}, 1, {},
                   on("2026-09-20"), 330);
  CHECK(chart.events[0].y != doctest::Approx(chart.events[1].y));
  CHECK(chart.events[2].y != doctest::Approx(chart.events[0].y));
  CHECK(chart.events[2].y != doctest::Approx(chart.events[1].y));
  CHECK(chart.events[2].y < chart.rows[0].to);
}

TEST_CASE("time chart: a stage lasts until the next one, the last to the end") {
  const TimeChart chart = lay_out_time({}, 1,
                                       {{Stage::early, on("2026-01-01")},
                                        {Stage::mid, on("2026-01-05")},
                                        {Stage::late, on("2026-06-01")}},
                                       on("2026-06-20"), 720);
  REQUIRE(chart.stages.size() == 3);
  CHECK(chart.stages[0].across.to == doctest::Approx(chart.stages[1].across.from));
  CHECK(chart.stages[2].across.to == doctest::Approx(720));
  CHECK(chart.stages[0].label_line == 0);
  CHECK(chart.stages[1].label_line == 1);  // too near to the one before
  CHECK(chart.stages[2].label_line == 0);
}

TEST_CASE("time chart: days below are the first of months, never too many, never outside") {
  for (const char* first : {"2026-03-19", "2026-01-02", "2024-05-30", "1999-12-31"}) {
    CAPTURE(first);
    const TimeChart chart = lay_out_time({{on(first), 0}}, 1, {}, on("2026-03-20"), 330);
    CHECK(chart.ticks.size() <= 5);
    for (const TimeTick& tick : chart.ticks) {
      CHECK(iso_date(tick.day).ends_with("-01"));
      CHECK(tick.x >= 0);
      CHECK(tick.x <= 330);
    }
  }
}

TEST_CASE("time chart: a single day has a place") {
  const TimeChart chart = lay_out_time({{on("2026-03-20"), 0}}, 1, {}, on("2026-03-20"), 330);
  CHECK(chart.events[0].x > 0);
  CHECK(chart.events[0].x <= 330);
}

}  // namespace dealcheck

#include "base/statistics.h"

#include <doctest/doctest.h>

using dealcheck::brier;
using dealcheck::separate;
using dealcheck::Tally;

namespace {

constexpr double kClose = 0.0001;

void check_between(const dealcheck::Interval& between, double from, double to) {
  CHECK(between.from == doctest::Approx(from).epsilon(kClose).scale(1));
  CHECK(between.to == doctest::Approx(to).epsilon(kClose).scale(1));
}

TEST_CASE("tally: the interval of a share is Wilson's, also at none and at all") {
  check_between(Tally{9, 12}.between(), 0.4677, 0.9111);
  check_between(Tally{0, 10}.between(), 0, 0.2775);
  check_between(Tally{10, 10}.between(), 0.7225, 1);
  check_between(Tally{118, 232}.between(), 0.4447, 0.5723);
  check_between(Tally{}.between(), 0, 1);
  CHECK(Tally{}.share() == 0);
}

TEST_CASE("separate: pairs in the right order, ties half, with Newcombe's interval") {
  const auto told = separate({3, 5, 5}, {1, 3, 5, 0});
  REQUIRE(told.has_value());
  CHECK(told->share == doctest::Approx((2.5 + 3.5 + 3.5) / 12));
  CHECK(separate({1}, {2})->share == 0);
  CHECK_FALSE(separate({}, {1}).has_value());
  CHECK_FALSE(separate({1}, {}).has_value());
}

TEST_CASE("separate: the interval leaves room where every pair is in order") {
  check_between(separate({6, 7, 8, 9, 10}, {1, 2, 3, 4, 5})->between, 0.6427, 1);
  check_between(separate({1, 2, 3}, {4, 5, 6, 7})->between, 0, 0.4603);
  const std::vector<double> same(10, 1);
  check_between(separate(same, std::vector<double>(20, 1))->between, 0.2994, 0.7006);
}

TEST_CASE("brier: the mean square of what chances were off") {
  CHECK(brier({1, 0}, {true, false}) == 0);
  CHECK(brier({0.8, 0.4}, {true, true}) == doctest::Approx((0.04 + 0.36) / 2));
  CHECK(brier({}, {}) == 0);
}

}  // namespace

#include "base/logistic.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using dealcheck::deal_folds;
using dealcheck::fit_logistic;
using dealcheck::LogisticCase;
using dealcheck::LogisticModel;

namespace {

std::vector<LogisticCase> eight_cases() {
  return {{3, {{0, 3}}, true},           {2, {{0, 3}, {1, -1}}, true},
          {1, {{1, 1}}, false},          {-1, {{0, -1}}, false},
          {-2, {{0, -3}, {1, 1}}, true}, {0, {}, false},
          {-3, {{0, -3}}, false},        {1, {{1, 1}}, true}};
}

TEST_CASE("logistic: level, slope and extras are those of a whole Newton step, by hand") {
  const LogisticModel plain = fit_logistic(eight_cases(), 2, std::nullopt);
  CHECK(plain.level == doctest::Approx(-0.0881524).epsilon(1e-4));
  CHECK(plain.slope == doctest::Approx(0.5692362).epsilon(1e-4));
  CHECK(plain.extra == std::vector<double>{0, 0});
  const LogisticModel ridge = fit_logistic(eight_cases(), 2, 0.5);
  CHECK(ridge.level == doctest::Approx(-0.1195732).epsilon(1e-4));
  CHECK(ridge.slope == doctest::Approx(0.6299087).epsilon(1e-4));
  CHECK(ridge.extra[0] == doctest::Approx(-0.0518107).epsilon(1e-3));
  CHECK(ridge.extra[1] == doctest::Approx(0.0518264).epsilon(1e-3));
  CHECK(ridge.chance({2, {{0, 2}}, false}) ==
        doctest::Approx(1 / (1 + std::exp(0.1195732 - 2 * 0.6299087 + 2 * 0.0518107))));
}

TEST_CASE("logistic: cases that one number tells apart for sure still get a finite slope") {
  const LogisticModel model =
      fit_logistic(std::vector<LogisticCase>{{-1, {}, false}, {1, {}, true}}, 0, std::nullopt);
  CHECK(std::isfinite(model.slope));
  CHECK(model.chance({1, {}, false}) > 0.95);
  CHECK(model.chance({1, {}, false}) < 1);
}

TEST_CASE("logistic: weights that the cases were made with are found again, none below zero") {
  std::mt19937 random(7);
  const auto chance = [&] { return static_cast<double>(random()) / 4294967296.0; };
  std::vector<LogisticCase> cases;
  for (int i = 0; i < 6000; ++i) {
    LogisticCase one;
    double odds = 0;
    for (std::uint32_t part = 0; part < 4; ++part) {
      const double value = chance() < 0.3 ? 0 : chance() < 0.5 ? -2 : 2;
      const double factor = part == 0 ? 0 : part == 1 ? -1 : part == 2 ? 1 : 2;
      one.parts.emplace_back(part, value);
      one.total += value;
      odds += 0.4 * factor * value;
    }
    one.truth = chance() < 1 / (1 + std::exp(-odds));
    cases.push_back(std::move(one));
  }
  const LogisticModel model = fit_logistic(cases, 4, 0.4);
  const auto weight = [&](std::size_t part) { return model.slope + model.extra[part]; };
  CHECK(weight(0) == doctest::Approx(0).epsilon(0.05).scale(1));
  CHECK(weight(1) == doctest::Approx(0).epsilon(1e-9).scale(1));  // it may not speak the other way
  CHECK(weight(2) == doctest::Approx(0.4).epsilon(0.1).scale(1));
  CHECK(weight(3) == doctest::Approx(0.8).epsilon(0.1).scale(1));
  CHECK(model.doubt[2] < 0.05);
}

TEST_CASE("logistic: both kinds of cases are dealt out evenly") {
  std::vector<LogisticCase> cases(7);
  cases[0].truth = cases[1].truth = cases[4].truth = true;
  CHECK(deal_folds(cases, 2) == std::vector<std::size_t>{0, 1, 0, 1, 0, 0, 1});
}

}  // namespace

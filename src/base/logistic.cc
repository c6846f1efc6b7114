// Newton's method, one coordinate after the other: with a few hundred parts, most of which are
// silent in most cases, that needs no matrix, and a limit on a coordinate costs nothing.

#include "base/logistic.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dealcheck {

namespace {

constexpr double kFaint = 1e-4;  ///< penalty of level and slope: no chance becomes certain
constexpr double kLongest = 2;   ///< step, in units of the logarithm of the odds
constexpr double kClose = 1e-7;  ///< no step is longer: done
constexpr int kMostRounds = 500;

double chance_of(double odds) { return 1 / (1 + std::exp(-odds)); }

/// A coordinate's values in the cases where it has one.
struct Coordinate {
  std::vector<std::pair<std::size_t, double>> values;
  double largest = 0;
  double penalty = kFaint;
  double weight = 0;

  void add(std::size_t place, double value) {
    if (value == 0) return;
    values.emplace_back(place, value);
    largest = std::max(largest, std::abs(value));
  }
};

class LogisticFit {
 public:
  LogisticFit(std::span<const LogisticCase> cases, std::size_t parts, std::optional<double> spread)
      : cases_(cases), odds_(cases.size()), extra_(parts) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
      level_.add(i, 1);
      slope_.add(i, cases[i].total);
      if (!spread) continue;
      for (const auto& [part, value] : cases[i].parts) extra_[part].add(i, value);
    }
    for (Coordinate& one : extra_) one.penalty = spread ? 1 / (*spread * *spread) : kFaint;
  }

  LogisticModel fit() {
    double longest = 1;
    for (int round = 0; round < kMostRounds && longest > kClose; ++round) {
      longest = step(level_, -HUGE_VAL);
      double least = 0;
      for (const Coordinate& one : extra_) least = std::max(least, -one.weight);
      longest = std::max(longest, step(slope_, least));
      for (Coordinate& one : extra_) longest = std::max(longest, step(one, -slope_.weight));
    }
    LogisticModel model{level_.weight, slope_.weight, {}, {}};
    for (const Coordinate& one : extra_) {
      model.extra.push_back(one.weight);
      model.doubt.push_back(1 / std::sqrt(slopes(one).second));
    }
    return model;
  }

 private:
  /// First and second derivative of what is made small.
  [[nodiscard]] std::pair<double, double> slopes(const Coordinate& one) const {
    double first = one.penalty * one.weight;
    double second = one.penalty;
    for (const auto& [place, value] : one.values) {
      const double chance = chance_of(odds_[place]);
      first += value * (chance - (cases_[place].truth ? 1 : 0));
      second += value * value * chance * (1 - chance);
    }
    return {first, second};
  }

  /// Moves a coordinate, not below `least`. Returns how far, in the case that it moves most.
  double step(Coordinate& one, double least) {
    if (one.values.empty()) return 0;
    const auto [first, second] = slopes(one);
    const double most = kLongest / one.largest;
    const double wanted = std::clamp(-first / second, -most, most);
    const double moved = std::max(one.weight + wanted, least) - one.weight;
    one.weight += moved;
    for (const auto& [place, value] : one.values) odds_[place] += moved * value;
    return std::abs(moved) * one.largest;
  }

  std::span<const LogisticCase> cases_;
  std::vector<double> odds_;
  Coordinate level_;
  Coordinate slope_;
  std::vector<Coordinate> extra_;
};

}  // namespace

double LogisticModel::chance(const LogisticCase& one) const {
  double odds = level + slope * one.total;
  for (const auto& [part, value] : one.parts) odds += extra[part] * value;
  return chance_of(odds);
}

LogisticModel fit_logistic(std::span<const LogisticCase> cases, std::size_t parts,
                           std::optional<double> spread) {
  return LogisticFit(cases, parts, spread).fit();
}

std::vector<std::size_t> deal_folds(std::span<const LogisticCase> cases, std::size_t folds) {
  std::array<std::size_t, 2> dealt{};
  std::vector<std::size_t> fold;
  fold.reserve(cases.size());
  for (const LogisticCase& one : cases) fold.push_back(dealt.at(one.truth ? 1 : 0)++ % folds);
  return fold;
}

}  // namespace dealcheck

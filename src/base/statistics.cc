#include "base/statistics.h"

#include <algorithm>
#include <cmath>

namespace dealcheck {

namespace {

constexpr double kSure = 1.959963984540054;  ///< standard deviations to each side for 95 of 100

/// Twice the number of pairs in which `one` is higher than one of the sorted others, ties once.
std::size_t twice_beaten(double one, const std::vector<double>& others) {
  const auto [low, high] = std::equal_range(others.begin(), others.end(), one);
  return static_cast<std::size_t>((low - others.begin()) + (high - others.begin()));
}

/// The end of the interval on one side of `share`: where it would be just sure to be off.
double bound(double share, double first, double second, double towards) {
  const double pairs = first * second;
  const double more = (first + second) / 2 - 1;
  const auto deviation = [&](double at) {
    const double spread = 1 + more * ((1 - at) / (2 - at) + at / (1 + at));
    return std::sqrt(at * (1 - at) * spread / pairs);
  };
  double inside = share;
  double outside = towards;
  constexpr int kHalvings = 60;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (inside + outside) / 2;
    (std::abs(middle - share) < kSure * deviation(middle) ? inside : outside) = middle;
  }
  return inside;
}

}  // namespace

Interval Tally::between() const {
  if (of == 0) return {};
  const auto n = static_cast<double>(of);
  const double z2 = kSure * kSure;
  const double middle = (share() + z2 / (2 * n)) / (1 + z2 / n);
  const double half =
      kSure / (1 + z2 / n) * std::sqrt(share() * (1 - share()) / n + z2 / (4 * n * n));
  return {std::max(middle - half, 0.0), std::min(middle + half, 1.0)};
}

std::optional<Separation> separate(const std::vector<double>& first, std::vector<double> second) {
  if (first.empty() || second.empty()) return std::nullopt;
  std::sort(second.begin(), second.end());
  std::size_t twice = 0;
  for (const double one : first) twice += twice_beaten(one, second);
  const auto a = static_cast<double>(first.size());
  const auto b = static_cast<double>(second.size());
  const double share = static_cast<double>(twice) / (2 * a * b);
  return Separation{share, {bound(share, a, b, 0), bound(share, a, b, 1)}};
}

double brier(const std::vector<double>& chances, const std::vector<bool>& happened) {
  double sum = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const double off = chances[i] - (happened[i] ? 1 : 0);
    sum += off * off;
  }
  return chances.empty() ? 0 : sum / static_cast<double>(chances.size());
}

}  // namespace dealcheck

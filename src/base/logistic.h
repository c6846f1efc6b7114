#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dealcheck {

/// One case that came true or not, what spoke for it and how strongly. Every part has a share in
/// the total, which may hold more than its parts.
struct LogisticCase {
  double total = 0;
  std::vector<std::pair<std::uint32_t, double>> parts;  ///< number of the part, its value
  bool truth = false;
};

/// The chance of a case: 1 / (1 + exp(−(level + slope · total + Σ extra · part))).
struct LogisticModel {
  double level = 0;
  double slope = 0;           ///< never below 0
  std::vector<double> extra;  ///< by part: what its values count beside `slope`; never less than
                              ///< −slope, so that nothing speaks against what it is meant for
  std::vector<double> doubt;  ///< by part: the standard deviation of `extra`

  [[nodiscard]] double chance(const LogisticCase& one) const;
};

/// Fits a model by ridge regression, whatever the order of the cases. `spread`: how far each extra
/// is expected to be from 0, as a standard deviation; nothing: all stay 0. Enough of both kinds of
/// cases is the caller's matter: without one kind the chance goes towards the other.
[[nodiscard]] LogisticModel fit_logistic(std::span<const LogisticCase> cases, std::size_t parts,
                                         std::optional<double> spread);

/// Which of `folds` groups each case is tested in: the true and the false ones dealt out in turn.
[[nodiscard]] std::vector<std::size_t> deal_folds(std::span<const LogisticCase> cases,
                                                  std::size_t folds);

}  // namespace dealcheck

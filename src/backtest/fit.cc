#include "backtest/fit.h"

#include <algorithm>
#include <cmath>

namespace dealcheck {

namespace {

constexpr std::size_t kFitFolds = 5;
constexpr std::array kSpreads{0.25, 0.5, 1.0};  ///< of the factors around 1
constexpr double kSurelyBetter = 2;             ///< standard deviations
constexpr double kLargestFactor = 3;
constexpr std::size_t kFewestSpoken = 10;  ///< deals in which a rule spoke

/// How badly a chance was off, in a way that a sum of it can be made small.
double loss(double chance, bool truth) {
  constexpr double kLeast = 1e-9;  // no single deal outweighs all others
  return -std::log(std::max(truth ? chance : 1 - chance, kLeast));
}

/// Chances of cases by weights that have not seen them, and how far off each was.
struct Trial {
  std::vector<double> chances;
  std::vector<double> losses;

  [[nodiscard]] double total() const {
    double sum = 0;
    for (const double one : losses) sum += one;
    return sum;
  }
};

/// Whether one trial is surely less off than another, deal by deal.
bool surely_better(const Trial& one, const Trial& other) {
  const auto count = static_cast<double>(one.losses.size());
  const double mean = (other.total() - one.total()) / count;
  double squares = 0;
  for (std::size_t i = 0; i < one.losses.size(); ++i) {
    const double off = other.losses[i] - one.losses[i] - mean;
    squares += off * off;
  }
  return mean > kSurelyBetter * std::sqrt(squares / count / (count - 1));
}

class PointsFit {
 public:
  PointsFit(const Backtest& backtest, const Rulebook& rules)
      : backtest_(backtest), rules_(rules), cases_(cases_of(backtest.deals, names_)) {}

  Fit fit() {
    fit_.won = backtest_.all.won();
    fit_.points = backtest_.points;
    fit_.lesson = lesson();
    return std::move(fit_);
  }

 private:
  Lesson lesson() {
    if (!backtest_.enough) return Lesson::too_few;
    const auto& deals = backtest_.deals;
    const bool mixed = std::any_of(deals.begin(), deals.end(), [&](const ClosedDeal& deal) {
      return deal.rules_hash != deals.front().rules_hash;
    });
    if (mixed) return Lesson::mixed;
    const Trial now = run_trial(std::nullopt);
    fit_.before = in_order(now);
    if (backtest_.points->between.from <= 0.5) return Lesson::coin;
    std::optional<double> spread;
    Trial best;
    for (const double one : kSpreads) {
      Trial trial = run_trial(one);
      if (spread && trial.total() >= best.total()) continue;
      best = std::move(trial);
      spread = one;
    }
    if (!surely_better(best, now)) return Lesson::nothing;
    fit_.after = in_order(best);
    propose(*spread);
    return fit_.proposals.empty() ? Lesson::nothing : Lesson::proposals;
  }

  /// `spread` is that of the factors; what the model needs is that of the weights.
  [[nodiscard]] LogisticModel learn(const std::vector<LogisticCase>& cases,
                                    std::optional<double> spread) const {
    LogisticModel plain = fit_logistic(cases, names_.size(), std::nullopt);
    if (!spread || plain.slope <= 0) return plain;
    return fit_logistic(cases, names_.size(), *spread * plain.slope);
  }

  [[nodiscard]] Trial run_trial(std::optional<double> spread) const {
    const std::vector<std::size_t> fold = deal_folds(cases_, kFitFolds);
    Trial trial{std::vector<double>(cases_.size()), std::vector<double>(cases_.size())};
    for (std::size_t tested = 0; tested < kFitFolds; ++tested) {
      std::vector<LogisticCase> seen;
      for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (fold[i] != tested) seen.push_back(cases_[i]);
      }
      const LogisticModel model = learn(seen, spread);
      for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (fold[i] != tested) continue;
        trial.chances[i] = model.chance(cases_[i]);
        trial.losses[i] = loss(trial.chances[i], cases_[i].truth);
      }
    }
    return trial;
  }

  /// The share of pairs in the right order. Only deals that one model was tested on are pairs:
  /// another one may set all its chances a little higher.
  [[nodiscard]] double in_order(const Trial& trial) const {
    const std::vector<std::size_t> fold = deal_folds(cases_, kFitFolds);
    double right = 0;
    double pairs = 0;
    for (std::size_t tested = 0; tested < kFitFolds; ++tested) {
      std::vector<double> won;
      std::vector<double> others;
      for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (fold[i] == tested) (cases_[i].truth ? won : others).push_back(trial.chances[i]);
      }
      const auto count = static_cast<double>(won.size() * others.size());
      const auto told = separate(won, std::move(others));
      right += told ? told->share * count : 0;
      pairs += count;
    }
    return pairs > 0 ? right / pairs : 0;
  }

  void propose(double spread) {
    const LogisticModel model = learn(cases_, spread);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (std::abs(model.extra[i]) < kSurelyBetter * model.doubt[i]) continue;
      propose(names_[i], std::min(1 + model.extra[i] / model.slope, kLargestFactor));
    }
    std::stable_sort(fit_.proposals.begin(), fit_.proposals.end(),
                     [](const RuleProposal& a, const RuleProposal& b) {
                       return std::abs(a.factor - 1) > std::abs(b.factor - 1);
                     });
  }

  void propose(const std::string& name, double factor) {
    RuleProposal proposal{name, factor, {}, {}, {}};
    for (const RuleRecord& record : backtest_.rules) {
      if (record.rule == name) (record.for_us ? proposal.for_us : proposal.against_us) = record.won;
    }
    if (proposal.for_us.of + proposal.against_us.of < kFewestSpoken) return;
    const auto rule = std::find_if(rules_.rules.begin(), rules_.rules.end(),
                                   [&](const Rule& one) { return one.id == name; });
    if (rule == rules_.rules.end()) return;
    for (std::size_t i = 0; i < rule->readings.size(); ++i) {
      const StagePoints& from = rule->readings[i].points;
      StagePoints to = from;
      for (int& points : to) points = static_cast<int>(std::lround(points * factor));
      if (to != from) proposal.readings.push_back({i, from, to});
    }
    if (!proposal.readings.empty()) fit_.proposals.push_back(std::move(proposal));
  }

  const Backtest& backtest_;
  const Rulebook& rules_;
  std::vector<std::string> names_;  ///< of rules, by number; before `cases_`, which fills it
  std::vector<LogisticCase> cases_;
  Fit fit_;
};

}  // namespace

Fit fit_points(const Backtest& backtest, const Rulebook& rules) {
  return PointsFit(backtest, rules).fit();
}

}  // namespace dealcheck

#include "backtest/backtest.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace dealcheck {

namespace {

constexpr std::size_t kChanceFolds = 10;
constexpr std::array kLeadDays{90, 60, 30, 7};
constexpr std::size_t kGroupSize = 15;  ///< deals of a like chance, at least
constexpr std::size_t kMostGroups = 8;

// The two ends of the scale of feelings (method 2, head); `okay` between them is neither.
constexpr std::array<std::string_view, 3> kSure{"euphoric", "great", "comfortable"};
constexpr std::array<std::string_view, 4> kUneasy{"concerned", "worried", "afraid", "panic"};

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_won(const ClosedDeal& deal) { return deal.end.how == Ending::won; }

/// A chance for each case by a model that has not seen it.
std::vector<double> unseen_chances(const std::vector<LogisticCase>& cases) {
  const std::vector<std::size_t> fold = deal_folds(cases, kChanceFolds);
  std::vector<double> chances(cases.size());
  for (std::size_t tested = 0; tested < kChanceFolds; ++tested) {
    std::vector<LogisticCase> seen;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (fold[i] != tested) seen.push_back({cases[i].total, {}, cases[i].truth});
    }
    const LogisticModel model = fit_logistic(seen, 0, std::nullopt);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (fold[i] == tested) chances[i] = model.chance({cases[i].total, {}, false});
    }
  }
  return chances;
}

/// Whether more can be said of deals that were won, or were not, than counts.
bool enough(const std::vector<bool>& won) {
  const auto hits = static_cast<std::size_t>(std::count(won.begin(), won.end(), true));
  return won.size() >= kFewestClosed && hits >= kFewestOfKind && won.size() - hits >= kFewestOfKind;
}

/// Deals in the order of a number; those of the same number stay together.
std::vector<ChanceGroup> group_chances(const std::vector<double>& order,
                                       const std::vector<double>& chances,
                                       const std::vector<bool>& won) {
  std::vector<std::size_t> sorted(order.size());
  std::iota(sorted.begin(), sorted.end(), 0);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::size_t a, std::size_t b) { return order[a] < order[b]; });
  const std::size_t count = std::clamp<std::size_t>(sorted.size() / kGroupSize, 1, kMostGroups);
  std::vector<ChanceGroup> groups;
  std::size_t from = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    std::size_t to = std::max(i * sorted.size() / count, from);
    while (to > from && to < sorted.size() && order[sorted[to]] == order[sorted[to - 1]]) ++to;
    if (to == from) continue;
    ChanceGroup& group = groups.emplace_back();
    for (; from < to; ++from) {
      group.mean += chances[sorted[from]];
      group.won.add(won[sorted[from]]);
    }
    group.mean /= static_cast<double>(group.won.of);
  }
  return groups;
}

/// `order`: what the chances were worked out from.
Chances tell_chances(const std::vector<double>& order, std::vector<double> by_deal,
                     const std::vector<bool>& won) {
  Chances told;
  const auto all = static_cast<double>(won.size());
  const auto hits = static_cast<double>(std::count(won.begin(), won.end(), true));
  std::vector<double> others;
  others.reserve(won.size());
  for (const bool one : won) others.push_back((hits - (one ? 1 : 0)) / (all - 1));
  told.brier = brier(by_deal, won);
  told.brier_of_share = brier(others, won);
  told.groups = group_chances(order, by_deal, won);
  told.by_deal = std::move(by_deal);
  return told;
}

class BacktestMaker {
 public:
  explicit BacktestMaker(std::vector<ClosedDeal> deals) { result_.deals = std::move(deals); }

  Backtest make() {
    count_endings();
    tell_points();
    tell_rules();
    tell_feelings();
    tell_losses();
    tell_leads();
    return std::move(result_);
  }

 private:
  void count_endings() {
    for (const ClosedDeal& deal : result_.deals) {
      const auto ending = static_cast<std::size_t>(deal.end.how);
      ++result_.all.counts.at(ending);
      ++result_.by_verdict.at(static_cast<std::size_t>(deal.verdict)).counts.at(ending);
      if (decided(deal)) won_.push_back(is_won(deal));
    }
    result_.enough = enough(won_);
  }

  void tell_points() {
    std::vector<double> points;
    std::vector<double> won;
    std::vector<double> others;
    std::vector<double> forecasts;
    std::vector<bool> forecast_won;
    for (const ClosedDeal& deal : result_.deals) {
      if (!decided(deal)) continue;
      points.push_back(deal.points);
      (is_won(deal) ? won : others).push_back(deal.points);
      if (!deal.forecast) continue;
      forecasts.push_back(*deal.forecast);
      forecast_won.push_back(is_won(deal));
    }
    result_.points = separate(won, std::move(others));
    if (!result_.enough) return;
    std::vector<std::string> rules;
    result_.chances = tell_chances(points, unseen_chances(cases_of(result_.deals, rules)), won_);
    if (enough(forecast_won)) {
      result_.forecasts = tell_chances(forecasts, forecasts, forecast_won);
    }
  }

  void tell_rules() {
    std::map<std::pair<std::string, bool>, RuleRecord> records;
    for (const ClosedDeal& deal : result_.deals) {
      if (!decided(deal)) continue;
      for (const Spoken& one : deal.spoken) {
        RuleRecord& record = records[{one.rule, one.points > 0}];
        record.rule = one.rule;
        record.label = one.label;
        record.for_us = one.points > 0;
        record.won.add(is_won(deal));
      }
    }
    for (auto& [key, record] : records) {
      record.call = call_of(record);
      result_.rules.push_back(std::move(record));
    }
    std::stable_sort(
        result_.rules.begin(), result_.rules.end(),
        [&](const RuleRecord& a, const RuleRecord& b) { return surety(a) > surety(b); });
  }

  [[nodiscard]] RuleCall call_of(const RuleRecord& record) const {
    const Interval between = record.won.between();
    const double all = result_.all.won().share();
    if (!result_.enough || (between.from <= all && all <= between.to)) return RuleCall::open;
    return (between.from > all) == record.for_us ? RuleCall::right : RuleCall::wrong;
  }

  /// How far the share of a rule's deals is from that of all, in its own standard deviations.
  [[nodiscard]] double surety(const RuleRecord& record) const {
    const double all = result_.all.won().share();
    return std::abs(record.won.share() - all) * std::sqrt(static_cast<double>(record.won.of));
  }

  void tell_feelings() {
    for (std::size_t i = 0; i < result_.deals.size(); ++i) {
      const ClosedDeal& deal = result_.deals[i];
      if (!decided(deal)) continue;
      if (looks_lost(deal.verdict) && is_one_of(kSure, deal.feeling)) add(result_.sure, i);
      if (deal.verdict == Verdict::first_choice && is_one_of(kUneasy, deal.feeling)) {
        add(result_.uneasy, i);
      }
    }
  }

  void add(Disagreement& disagreement, std::size_t place) const {
    disagreement.deals.push_back(place);
    disagreement.won.add(is_won(result_.deals[place]));
  }

  void tell_losses() {
    for (std::size_t i = 0; i < result_.deals.size(); ++i) {
      const ClosedDeal& deal = result_.deals[i];
      if (deal.end.how != Ending::lost) continue;
      const bool looked = looks_lost(deal.verdict) || first_warning(deal) != nullptr;
      (looked ? result_.warned : result_.surprises).push_back(i);
    }
    std::stable_sort(result_.surprises.begin(), result_.surprises.end(),
                     [&](std::size_t a, std::size_t b) {
                       return result_.deals[a].points > result_.deals[b].points;
                     });
  }

  void tell_leads() {
    for (const int days : kLeadDays) {
      Lead lead;
      lead.days = days;
      for (const ClosedDeal& deal : result_.deals) {
        const PastVerdict* const then = decided(deal) ? past_before(deal, days) : nullptr;
        if (then == nullptr) continue;
        ++lead.deals;
        if (then->verdict == Verdict::first_choice) lead.first_choice.add(is_won(deal));
        if (looks_lost(then->verdict)) lead.looked_lost.add(is_won(deal));
      }
      if (lead.deals > 0) result_.leads.push_back(lead);
    }
  }

  Backtest result_;
  std::vector<bool> won_;  ///< the decided deals
};

}  // namespace

Tally Endings::won() const {
  const std::size_t won = of(Ending::won);
  return {won, won + of(Ending::lost) + of(Ending::no_decision)};
}

Backtest make_backtest(std::vector<ClosedDeal> deals) {
  return BacktestMaker(std::move(deals)).make();
}

std::vector<LogisticCase> cases_of(const std::vector<ClosedDeal>& deals,
                                   std::vector<std::string>& rules) {
  std::map<std::string, std::uint32_t> numbers;
  std::vector<LogisticCase> cases;
  for (const ClosedDeal& deal : deals) {
    if (!decided(deal)) continue;
    LogisticCase& one = cases.emplace_back();
    one.total = deal.points;
    one.truth = is_won(deal);
    for (const Spoken& spoken : deal.spoken) {
      const auto [number, fresh] =
          numbers.emplace(spoken.rule, static_cast<std::uint32_t>(rules.size()));
      if (fresh) rules.push_back(spoken.rule);
      one.parts.emplace_back(number->second, spoken.points);
    }
  }
  return cases;
}

const PastVerdict* past_before(const ClosedDeal& deal, int days) {
  if (!deal.end.day) return nullptr;
  const PastVerdict* last = nullptr;
  for (const PastVerdict& one : deal.past) {
    if (days_between(one.day, *deal.end.day) >= days) last = &one;
  }
  return last;
}

const PastVerdict* first_warning(const ClosedDeal& deal) {
  const auto found = std::find_if(deal.past.begin(), deal.past.end(),
                                  [](const PastVerdict& one) { return looks_lost(one.verdict); });
  return found == deal.past.end() ? nullptr : &*found;
}

}  // namespace dealcheck

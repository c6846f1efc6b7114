#include "portfolio/trend.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace dealcheck {

namespace {

bool is_open(const DealEntry& entry) { return entry.judged && entry.review.outcome.empty(); }

ShiftKind kind_of(const DealEntry& before, const DealEntry& now) {
  if (!before.judged || !now.judged) return ShiftKind::unclear;
  if (is_open(before) && !is_open(now)) return ShiftKind::closed;
  if (badness(now) < badness(before)) return ShiftKind::rose;
  return badness(now) > badness(before) ? ShiftKind::fell : ShiftKind::other;
}

}  // namespace

std::string_view to_string(ShiftKind kind) {
  static constexpr std::array<std::string_view, 7> kNames{"came", "went",  "closed", "rose",
                                                          "fell", "other", "unclear"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(NoTrend reason) {
  static constexpr std::array<std::string_view, 4> kNames{"no-git", "elsewhere", "no-commit",
                                                          "no-earlier"};
  return kNames.at(static_cast<std::size_t>(reason));
}

Trend compute_trend(const Portfolio& now, std::vector<EarlierDeal> earlier,
                    const PortfolioRules& rules) {
  std::map<std::string, EarlierDeal> changed;
  for (EarlierDeal& deal : earlier) {
    std::string path = deal.path;
    changed.emplace(std::move(path), std::move(deal));
  }
  Trend trend;
  std::vector<DealEntry> before;
  for (std::size_t i = 0; i < now.deals.size(); ++i) {
    const DealEntry& entry = now.deals[i].entry;
    const auto found = changed.find(entry.path);
    if (found == changed.end()) {
      before.push_back(entry);
      continue;
    }
    std::optional<DealEntry>& old = found->second.before;
    if (old) before.push_back(*old);
    trend.shifts.push_back({old ? kind_of(*old, entry) : ShiftKind::came, i, std::move(old)});
    changed.erase(found);
  }
  for (auto& [path, deal] : changed) {
    if (!deal.before || !deal.before->judged) continue;  // nobody knows that it was a deal
    before.push_back(*deal.before);
    trend.shifts.push_back({ShiftKind::went, std::nullopt, std::move(deal.before)});
  }
  trend.before = make_portfolio(std::move(before), rules);
  return trend;
}

}  // namespace dealcheck

#include <algorithm>
#include <tuple>

#include "batch.h"

namespace dealcheck {

BatchReport make_report(std::vector<DealEntry> deals) {
  std::stable_sort(deals.begin(), deals.end(), [](const DealEntry& a, const DealEntry& b) {
    const int worse_a = -badness(a);
    const int worse_b = -badness(b);
    return std::tie(worse_a, a.points, a.path) < std::tie(worse_b, b.points, b.path);
  });
  return {std::move(deals), {}};
}

BatchCounts count_report(const BatchReport& report) {
  BatchCounts counts;
  for (const DealEntry& deal : report.deals) {
    ++(deal.judged ? counts.judged : counts.broken);
    if (fails(deal)) ++counts.failing;
    if (const auto verdict = parse_verdict(deal.verdict)) {
      ++counts.verdicts[static_cast<std::size_t>(*verdict)];
    }
    for (const EntryRisk& risk : deal.risks) {
      counts.known += risk.state == "known" ? 1U : 0U;
      counts.fresh += risk.state == "new" ? 1U : 0U;
      if (const auto severity = parse_severity(risk.severity)) {
        ++counts.risks[static_cast<std::size_t>(*severity)];
      }
    }
    counts.waived += deal.waived.size();
  }
  return counts;
}

DayRange days_of(const BatchReport& report) {
  DayRange days;
  for (const DealEntry& deal : report.deals) {
    if (!deal.judged) continue;
    if (days.first.empty() || deal.as_of < days.first) days.first = deal.as_of;
    if (days.last.empty() || deal.as_of > days.last) days.last = deal.as_of;
  }
  return days;
}

}  // namespace dealcheck

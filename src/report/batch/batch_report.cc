#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "report/batch/batch.h"

namespace dealcheck {

BatchReport make_report(std::vector<DealEntry> deals) {
  std::stable_sort(deals.begin(), deals.end(), [](const DealEntry& a, const DealEntry& b) {
    const int worse_a = -badness(a);
    const int worse_b = -badness(b);
    return std::tie(worse_a, a.points, a.path) < std::tie(worse_b, b.points, b.path);
  });
  tell_apart(deals);
  return {std::move(deals), {}};
}

BatchCounts count_report(const BatchReport& report) {
  BatchCounts counts;
  for (const DealEntry& deal : report.deals) {
    ++(deal.judged ? counts.judged : counts.broken);
    if (deal.failed) ++counts.failing;
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
    counts.overrides += deal.overrides.size();
  }
  return counts;
}

void widen(DayRange& days, const DealEntry& deal) {
  if (!deal.judged) return;
  if (days.first.empty() || deal.as_of < days.first) days.first = deal.as_of;
  if (days.last.empty() || deal.as_of > days.last) days.last = deal.as_of;
}

DayRange days_of(const BatchReport& report) {
  DayRange days;
  for (const DealEntry& deal : report.deals) widen(days, deal);
  return days;
}

std::string told_days(const DayRange& days, const Phrases& phrases) {
  if (days.first.empty()) return {};
  if (days.first == days.last) return phrases.say("batch.as_of", {{"date", days.first}});
  return phrases.say("batch.as_of_range", {{"first", days.first}, {"last", days.last}});
}

std::string titled(const DealEntry& deal, const std::string& title, const Phrases& phrases) {
  return phrases.say("batch.titled", {{"verdict", deal.verdict_label}, {"title", title}});
}

std::string place_of(const std::string& path, const Region& region) {
  if (region.line == 0) return path;
  return path + ":" + std::to_string(region.line) + ":" + std::to_string(region.column);
}

std::string told_also(const DealEntry& deal, const Phrases& phrases) {
  std::vector<std::string> parts;
  for (const EntryAlso& one : deal.also) {
    parts.push_back(phrases.say("batch.also", {{"title", one.title.empty() ? one.set : one.title},
                                               {"verdict", one.verdict_label}}));
  }
  return phrases.joined(parts, "semicolon");
}

std::vector<const EntryOverride*> acted_overrides(const BatchReport& report) {
  std::vector<const EntryOverride*> acted;
  for (const DealEntry& deal : report.deals) {
    for (const EntryOverride& one : deal.overrides) acted.push_back(&one);
  }
  const auto key = [](const EntryOverride* one) {
    return std::tie(one->file, one->line, one->rule);
  };
  std::stable_sort(acted.begin(), acted.end(),
                   [&](const auto* a, const auto* b) { return key(a) < key(b); });
  const auto same = [&](const auto* a, const auto* b) { return key(a) == key(b); };
  acted.erase(std::unique(acted.begin(), acted.end(), same), acted.end());
  return acted;
}

std::string two_places(double share) { return fmt::format(FMT_STRING("{:.2f}"), share); }

}  // namespace dealcheck

#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/baseline.h"
#include "portfolio/entry.h"
#include "report/shared/phrases.h"
#include "report/shared/render.h"

namespace dealcheck {

/// What came of a run over many deals. The order is that of every report: those that could not be
/// judged and the worst first, then by points, then by path.
struct BatchReport {
  std::vector<DealEntry> deals;
  std::vector<KnownRisk> stale;  ///< entries of the baseline that stand for nothing any more
};

/// The same entries in the order of a report.
[[nodiscard]] BatchReport make_report(std::vector<DealEntry> deals);

/// How often something stands in a report.
struct BatchCounts {
  std::size_t judged = 0;
  std::size_t broken = 0;  ///< could not be judged
  std::size_t failing = 0;
  std::array<std::size_t, kVerdictCount> verdicts{};  ///< by Verdict
  std::array<std::size_t, 3> risks{};                 ///< by MineSeverity
  std::size_t waived = 0;
  std::size_t overrides = 0;  ///< that acted on a deal
  std::size_t known = 0;      ///< risks that the baseline holds
  std::size_t fresh = 0;      ///< risks that it does not hold
};
[[nodiscard]] BatchCounts count_report(const BatchReport& report);

/// The first and the last day of judgement, empty when nothing was judged; equal for one day.
struct DayRange {
  std::string first;
  std::string last;
};
[[nodiscard]] DayRange days_of(const BatchReport& report);
/// Takes in the day of one more deal, when it was judged.
void widen(DayRange& days, const DealEntry& deal);
/// `as of 2026-03-20`, or the range; empty when nothing was judged.
[[nodiscard]] std::string told_days(const DayRange& days, const Phrases& phrases);

/// `BACKUP: St. Anna`
[[nodiscard]] std::string titled(const DealEntry& deal, const std::string& title,
                                 const Phrases& phrases);
/// `deals/a.yaml:12:5`; only the path for the file as a whole.
[[nodiscard]] std::string place_of(const std::string& path, const Region& region);
/// What other rule sets say of a deal: `MEDDPICC: WEAK`; empty without any.
[[nodiscard]] std::string told_also(const DealEntry& deal, const Phrases& phrases);
/// The overrides that acted on some deal, each once, in the order of their settings.
[[nodiscard]] std::vector<const EntryOverride*> acted_overrides(const BatchReport& report);

/// A share like `0.82`, not told to people.
[[nodiscard]] std::string two_places(double share);

[[nodiscard]] std::string render_batch_text(const BatchReport& report, const Words& words,
                                            const RenderOptions& options);
[[nodiscard]] std::string render_batch_json(const BatchReport& report, const Words& words,
                                            const RenderOptions& options);
[[nodiscard]] std::string render_batch_csv(const BatchReport& report, const Words& words,
                                           const RenderOptions& options);
[[nodiscard]] std::string render_batch_markdown(const BatchReport& report, const Words& words,
                                                const RenderOptions& options);
[[nodiscard]] std::string render_batch_junit(const BatchReport& report, const Words& words,
                                             const RenderOptions& options);
[[nodiscard]] std::string render_batch_sarif(const BatchReport& report, const Words& words,
                                             const RenderOptions& options);
[[nodiscard]] std::string render_batch_github(const BatchReport& report, const Words& words,
                                              const RenderOptions& options);

/// A way to write a report: a row of the table in batch_formats.cc.
struct BatchFormat {
  std::string_view name;
  std::string (*render)(const BatchReport& report, const Words& words,
                        const RenderOptions& options);
  bool placed = false;  ///< tells paths to a code host (see DealEntry::place)
};

/// All formats that need the whole report, in the order of the help; `jsonl` is not among them, as
/// its lines are written one by one.
[[nodiscard]] const BatchFormat* find_batch_format(std::string_view name);
[[nodiscard]] std::vector<std::string_view> batch_format_names();

}  // namespace dealcheck

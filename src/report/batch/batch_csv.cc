#include <algorithm>

#include "report/batch/batch.h"
#include "report/writers/csv.h"

namespace dealcheck {

namespace {

std::string count_risks(const DealEntry& deal, MineSeverity severity) {
  return std::to_string(
      std::count_if(deal.risks.begin(), deal.risks.end(),
                    [&](const EntryRisk& risk) { return risk.severity == to_string(severity); }));
}

std::string first_error(const DealEntry& deal) {
  const auto errors = errors_of(deal);
  return errors.empty() ? std::string() : errors.front()->message;
}

/// `meddpicc: backup`, in canonical names.
std::string also_names(const DealEntry& deal) {
  std::string names;
  for (const EntryAlso& one : deal.also) {
    names += (names.empty() ? "" : "; ") + one.set + ": " + one.verdict;
  }
  return names;
}

std::vector<std::string> head() {
  return {"path",      "judged",    "failed",    "verdict",      "name",     "account",   "owner",
          "stage",     "as_of",     "standing",  "project",      "decision", "points",    "worst",
          "best",      "coverage",  "feeling",   "deadly",       "serious",  "minor",     "waived",
          "main_rule", "main_risk", "next_step", "next_step_by", "error",    "overrides", "also"};
}

std::vector<std::string> row(const DealEntry& deal) {
  const auto number = [&](auto value) {
    return deal.judged ? std::to_string(value) : std::string();
  };
  const EntryRisk none;
  const EntryRisk& main = deal.risks.empty() ? none : deal.risks.front();
  const auto yes_or_no = [](bool flag) { return std::string(flag ? "yes" : "no"); };
  return {csv_text(deal.path),
          yes_or_no(deal.judged),
          yes_or_no(deal.failed),
          deal.verdict,
          csv_text(deal.name),
          csv_text(deal.account),
          csv_text(deal.owner),
          deal.stage,
          deal.as_of,
          deal.standing,
          deal.project,
          csv_text(deal.decision),
          number(deal.points),
          deal.worst,
          deal.best,
          deal.judged ? two_places(deal.coverage) : "",
          deal.feeling,
          deal.judged ? count_risks(deal, MineSeverity::deadly) : "",
          deal.judged ? count_risks(deal, MineSeverity::serious) : "",
          deal.judged ? count_risks(deal, MineSeverity::minor) : "",
          number(deal.waived.size()),
          csv_text(main.rule),
          csv_text(main.message),
          csv_text(deal.next_step.says),
          deal.next_step.by,
          csv_text(first_error(deal)),
          number(deal.overrides.size()),
          csv_text(also_names(deal))};
}

}  // namespace

std::string render_batch_csv(const BatchReport& report, const Words& /*words*/,
                             const RenderOptions& /*options*/) {
  std::string text(kByteOrderMarkForCsv);
  text += csv_row(head());
  for (const DealEntry& deal : report.deals) text += csv_row(row(deal));
  return text;
}

}  // namespace dealcheck

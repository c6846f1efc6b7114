// A test case for each deal: it fails when the run fails because of it, and is an error when it
// could not be judged.

#include <filesystem>

#include "report/batch/batch.h"
#include "report/shared/phrases.h"
#include "report/writers/junit.h"

namespace dealcheck {

namespace {

class JunitReport {
 public:
  JunitReport(const BatchReport& report, const Words& words, const RenderOptions& options)
      : report_(report), counts_(count_report(report)), phrases_(words, options.language) {}

  std::string render();

 private:
  [[nodiscard]] JunitCase case_of(const DealEntry& deal) const;
  void add_outcome(JunitCase& test, const DealEntry& deal) const;
  [[nodiscard]] std::vector<std::string> told(const DealEntry& deal) const;

  const BatchReport& report_;
  BatchCounts counts_;
  Phrases phrases_;
};

/// A line for each risk and each waiver.
std::vector<std::string> JunitReport::told(const DealEntry& deal) const {
  std::vector<std::string> lines;
  for (const EntryRisk& risk : deal.risks) {
    lines.push_back(phrases_.label("severity", risk.severity) + ": " + risk.message + " [" +
                    risk.rule + "] " + place_of(deal.path, risk.region));
  }
  for (const EntryWaiver& waiver : deal.waived) {
    lines.push_back(waiver.rule + ": " + phrases_.say("waived", {{"reason", waiver.reason}}));
  }
  return lines;
}

void JunitReport::add_outcome(JunitCase& test, const DealEntry& deal) const {
  if (deal.failed) {
    test.failure = JunitProblem{deal.verdict, titled(deal, deal.headline, phrases_), told(deal)};
    return;
  }
  for (const EntryDiagnostic* one : errors_of(deal)) {
    const std::string help = one->help.empty() ? "" : " " + one->help;
    test.errors.push_back({one->id, one->message, {place_of(deal.path, one->region) + help}});
  }
}

JunitCase JunitReport::case_of(const DealEntry& deal) const {
  const std::filesystem::path path(deal.path);
  JunitCase test;
  test.name = deal.name.empty() ? path.filename().string()
                                : deal.name + " (" + path.filename().string() + ")";
  test.classname = path.parent_path().empty() ? "." : path.parent_path().string();
  add_outcome(test, deal);
  if (!deal.judged) return test;
  const std::string points =
      phrases_.say("verdict.points", {{"points", phrases_.signed_number(deal.points)}});
  if (!deal.failed) test.output = told(deal);
  test.output.insert(test.output.begin(), deal.verdict_label + ", " + points);
  return test;
}

std::string JunitReport::render() {
  JunitSuite suite{{{"waived", counts_.waived}, {"known", counts_.known}, {"new", counts_.fresh}},
                   {}};
  for (const DealEntry& deal : report_.deals) suite.cases.push_back(case_of(deal));
  return render_junit(suite);
}

}  // namespace

std::string render_batch_junit(const BatchReport& report, const Words& words,
                               const RenderOptions& options) {
  return JunitReport(report, words, options).render();
}

}  // namespace dealcheck

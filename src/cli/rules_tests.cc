#include "cli/rules_tests.h"

#include <algorithm>
#include <iterator>

#include "cli/deal_input.h"
#include "rule_tests/rule_test_load.h"

namespace dealcheck {

namespace {

void read_tests(const CommandLine& line, RuleTestRun& run) {
  Diagnostics& broken = run.report.broken;
  for (const std::string& path : line.operands) {
    auto tests = read_rule_tests(path, *run.rules, broken);
    std::move(tests.begin(), tests.end(), std::back_inserter(run.tests));
  }
  if (!line.operands.empty()) return;
  if (run.folders.empty()) throw UsageError("usage.builtin-tests");
  for (const std::string& folder : run.folders) {
    auto tests = read_folder_tests(folder, *run.rules, broken);
    std::move(tests.begin(), tests.end(), std::back_inserter(run.tests));
  }
}

}  // namespace

std::optional<RuleTestRun> run_rule_tests(const CommandLine& line, const Console& console,
                                          const std::function<bool(const RuleTest&)>& wanted) {
  RuleTestRun run{std::make_unique<RulesetResolver>(line, console), nullptr, {}, {}, {}};
  const JudgingConfig* config = run.resolver->for_deal("");
  if (config == nullptr) return std::nullopt;
  run.rules = config->rules;
  run.folders = config->folders;
  run.report.rules_version = run.rules->policy.version;
  run.report.rules_hash = run.rules->hash;
  read_tests(line, run);
  const bool sound = !run.report.broken.has_errors();
  if (run.tests.empty() && sound) throw UsageError("usage.no-tests");
  if (wanted) std::erase_if(run.tests, [&](const RuleTest& test) { return !wanted(test); });
  if (run.tests.empty() && sound) throw UsageError("usage.no-test-matches");
  for (const RuleTest& test : run.tests) {
    run.report.results.push_back(run_rule_test(*run.rules, test));
  }
  return run;
}

void complain_of_tests(const RuleTestRun& run, const Console& console) {
  Diagnostics all = run.report.broken;
  for (const RuleTestResult& result : run.report.results) {
    if (!result.passed()) all.append(result.diagnostics);
  }
  complain(all, run.rules->words, console);
}

}  // namespace dealcheck

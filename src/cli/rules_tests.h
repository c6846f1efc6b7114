#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/ruleset_resolver.h"
#include "report/rules/rule_tests.h"

namespace dealcheck {

/// The tests that a command line of `rules test` or `rules coverage` means, and how they came out.
struct RuleTestRun {
  std::unique_ptr<RulesetResolver> resolver;  ///< owns the rules
  const Rulebook* rules = nullptr;
  std::vector<std::string> folders;  ///< those of the rules; none: the built-in ones
  std::vector<RuleTest> tests;
  RuleTestReport report;
};

/// Reads and runs the tests of the named files, else of the rule folder; with `wanted` only those
/// it picks. Nothing when the rules cannot be used; that has been told. Throws UsageError when
/// there is no test at all, or none is wanted.
[[nodiscard]] std::optional<RuleTestRun> run_rule_tests(
    const CommandLine& line, const Console& console,
    const std::function<bool(const RuleTest&)>& wanted = {});

/// Tells on standard error what kept tests from running, and what there is to know about the deals
/// of those that failed.
void complain_of_tests(const RuleTestRun& run, const Console& console);

}  // namespace dealcheck

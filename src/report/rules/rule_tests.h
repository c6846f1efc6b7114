#pragma once

#include <string>
#include <vector>

#include "report/shared/render.h"
#include "rule_tests/rule_coverage.h"
#include "rule_tests/rule_test.h"

namespace dealcheck {

/// What a run of rule tests came to.
struct RuleTestReport {
  std::vector<RuleTestResult> results;
  Diagnostics broken;  ///< errors of tests that could not be run, and of their files
  std::string rules_version;
  std::string rules_hash;

  [[nodiscard]] std::size_t failed() const;
};

/// The tests that failed, field by field, and a line that counts.
[[nodiscard]] std::string render_rule_tests_text(const RuleTestReport& report, const Words& words,
                                                 const RenderOptions& options);
/// Every test.
[[nodiscard]] std::string render_rule_tests_json(const RuleTestReport& report, const Words& words,
                                                 Language language);
[[nodiscard]] std::string render_rule_tests_junit(const RuleTestReport& report, const Words& words,
                                                  Language language);

/// What no test reaches, and how much of the readings is.
[[nodiscard]] std::string render_coverage_text(const Coverage& coverage, std::size_t tests,
                                               const Words& words, const RenderOptions& options);
[[nodiscard]] std::string render_coverage_json(const Coverage& coverage,
                                               const RuleTestReport& report, const Words& words,
                                               Language language);

}  // namespace dealcheck

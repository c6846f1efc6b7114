// The rules test themselves: every example and test of theirs, and what all of them together must
// keep to.

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "builtin.h"
#include "catalogue.h"
#include "render/rule_tests.h"
#include "rule_test_load.h"
#include "rulebook_bytes.h"
#include "support.h"

using namespace dealcheck;

namespace {

std::vector<RuleTest> tests_of_the_rules() {
  Diagnostics diagnostics;
  auto tests = read_folder_tests(test::rules_folder(), test::rules(), diagnostics);
  const std::string told =
      render_diagnostics(diagnostics, test::rules().words, Language::en, false);
  REQUIRE_MESSAGE(!diagnostics.has_errors(), told);
  return tests;
}

RuleTestReport run(const std::vector<RuleTest>& tests) {
  RuleTestReport report;
  for (const RuleTest& test : tests) report.results.push_back(run_rule_test(test::rules(), test));
  return report;
}

}  // namespace

TEST_CASE("the rules pass their own tests, and the tests come to every reading") {
  const std::vector<RuleTest> tests = tests_of_the_rules();
  CHECK(tests.size() > 100);
  const RuleTestReport report = run(tests);
  const std::string told = render_rule_tests_text(report, test::rules().words, {});
  CHECK_MESSAGE(report.failed() == 0, told);
  const Coverage coverage = compute_coverage(test::rules(), report.results);
  const std::string missing = render_coverage_text(coverage, tests.size(), test::rules().words, {});
  CHECK_MESSAGE(coverage.percent() == 100, missing);
  for (const RuleCoverage& rule : coverage.rules) CHECK_MESSAGE(rule.silent, rule.rule->id);
}

TEST_CASE("each stage asks four questions, the late one five") {
  std::map<Stage, int> count;
  for (const Rule& rule : test::rules().rules) {
    for (const Stage stage : kStages) {
      if (rule.question && rule.stages.has(stage)) ++count[stage];
    }
  }
  CHECK(count[Stage::early] == 4);
  CHECK(count[Stage::mid] == 4);
  CHECK(count[Stage::late] == 5);
}

TEST_CASE("the rules in the program are those of the folder") {
  CHECK(builtin_rulebook().hash == test::rules().hash);
  CHECK(rulebook_to_bytes(builtin_rulebook()) == rulebook_to_bytes(test::rules()));
}

TEST_CASE("rules/README.md says what the rules say") {
  std::ifstream file(test::rules_folder() + "/README.md");
  std::stringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(text.str() == render_catalogue(test::rules()), "run: bash tests/run.sh --update");
}

#include "rule_tests/rule_coverage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "rule_tests/rule_test_load.h"
#include "support.h"

using namespace dealcheck;

namespace {

Coverage coverage_of(const std::string& tests) {
  const test::TemporaryFolder folder;
  folder.write("some.yaml", "as_of: 2026-03-20\ntests:\n" + tests);
  Diagnostics diagnostics;
  const auto read = read_rule_tests(folder.path() + "/some.yaml", test::rules(), diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  std::vector<RuleTestResult> results;
  results.reserve(read.size());
  for (const RuleTest& test : read) results.push_back(run_rule_test(test::rules(), test));
  return compute_coverage(test::rules(), results);
}

const RuleCoverage& rule(const Coverage& coverage, const std::string& id) {
  return *std::find_if(coverage.rules.begin(), coverage.rules.end(),
                       [&](const RuleCoverage& one) { return one.rule->id == id; });
}

}  // namespace

TEST_CASE("a reading is reached by a test that expects something of its rule and comes to it") {
  const Coverage coverage = coverage_of(
      "  - {name: a, deal: {stage: early, behaviours: {questions: few, agenda: theirs}},\n"
      "     expect: {early.questions: adverse, early.scope: unknown}}\n");
  CHECK(coverage.reached == 1);
  CHECK(coverage.readings > 100);
  CHECK(coverage.percent() == 0);
  const auto& questions = rule(coverage, "early.questions");
  CHECK(std::count(questions.reached.begin(), questions.reached.end(), true) == 1);
  CHECK_FALSE(questions.silent);
  CHECK(rule(coverage, "early.scope").silent);
  const auto& passed_by = rule(coverage, "early.time");
  CHECK(std::count(passed_by.reached.begin(), passed_by.reached.end(), true) == 0);
}

TEST_CASE("silence in another stage tests nothing") {
  const Coverage coverage =
      coverage_of("  - {name: a, deal: {stage: early}, expect: {late.top-person: silent}}\n");
  CHECK_FALSE(rule(coverage, "late.top-person").silent);
}

TEST_CASE("next steps and decisions that no deal comes to are told") {
  const Coverage coverage =
      coverage_of("  - {name: a, deal: {stage: early}, expect: {verdict: unclear}}\n");
  CHECK(coverage.undecided.size() == 14);
  CHECK(coverage.unplayed.size() < test::rules().plays.size());
  CHECK_FALSE(coverage.unplayed.empty());
}

TEST_CASE("a percentage is rounded down, so that 100 means all") {
  Coverage coverage;
  CHECK(coverage.percent() == 100);
  coverage.readings = 1000;
  coverage.reached = 999;
  CHECK(coverage.percent() == 99);
}

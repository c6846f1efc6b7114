#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rule_tests/rule_test.h"
#include "rule_tests/rule_test_load.h"
#include "support.h"

using namespace dealcheck;

namespace {

/// `rule.field: expected, is actual` for everything that came out otherwise.
std::vector<std::string> mismatches(const std::string& text) {
  const test::TemporaryFolder folder;
  folder.write("some.yaml", text);
  Diagnostics diagnostics;
  const auto tests = read_rule_tests(folder.path() + "/some.yaml", test::rules(), diagnostics);
  const std::string told = test::in_lines(diagnostics);
  REQUIRE_MESSAGE(told.empty(), told);
  std::vector<std::string> found;
  for (const RuleTest& test : tests) {
    const RuleTestResult result = run_rule_test(test::rules(), test);
    REQUIRE(result.assessment);
    for (const Mismatch& one : result.mismatches) {
      found.push_back(one.rule + "." + one.field + ": " + one.expected + ", is " + one.actual);
    }
  }
  return found;
}

std::vector<std::string> expecting(const std::string& expect, const std::string& deal) {
  return mismatches("tests:\n  - {name: some, as_of: 2026-03-20, deal: " + deal + ", expect: {" +
                    expect + "}}\n");
}

using Lines = std::vector<std::string>;

const std::string kAdverse = "{stage: early, behaviours: {questions: few, time_given: short}}";

}  // namespace

TEST_CASE("what comes out as expected is no mismatch, in every field") {
  CHECK(
      expecting("early.questions: adverse, early.scope: unknown, people.no-coach: silent", kAdverse)
          .empty());
  CHECK(expecting("early.questions: {reads: adverse, points: -2, mine: minor, kind: signal, cap: "
                  "none, lift: none, not_started: no, gap: none, "
                  "says: They have few questions; somebody may have answered them before us.}",
                  kAdverse) == Lines{});
  CHECK(expecting("early.scope: {reads: unknown, gap: not-asked, mine: none}", kAdverse).empty());
}

TEST_CASE("each field that comes out otherwise is told, and nothing stops at the first") {
  CHECK(expecting("early.questions: {reads: mixed, points: 1}, early.scope: silent, "
                  "late.top-person: adverse, verdict: first-choice",
                  kAdverse) ==
        Lines{"early.questions.reads: mixed, is adverse", "early.questions.points: 1, is -2",
              "early.scope.reads: silent, is unknown", "late.top-person.reads: adverse, is silent",
              ".verdict: first-choice, is backup"});
}

TEST_CASE("with only, every rule that is not expected must not fire") {
  const std::string head = "tests:\n  - {name: some, only: yes, deal: " + kAdverse + ", expect: {";
  CHECK(mismatches(head + "early.questions: adverse, early.time: adverse}}\n").empty());
  CHECK(mismatches(head + "early.questions: adverse}}\n") == Lines{"early.time.: , is adverse"});
}

TEST_CASE("a list means every finding of a rule that runs over entries") {
  const std::string deal =
      "{stage: late, contacts: [{id: a, name: Ann, roles: user, met: none}, "
      "{id: b, name: Bob, roles: technical, met: none}]}";
  CHECK(expecting("people.uncontacted: adverse", deal).empty());
  CHECK(expecting("people.uncontacted: [adverse, adverse]", deal).empty());
  CHECK(expecting("people.uncontacted: [adverse]", deal) ==
        Lines{"people.uncontacted.reads: silent, is adverse"});
  CHECK(expecting("people.uncontacted: [adverse, adverse, adverse]", deal) ==
        Lines{"people.uncontacted.reads: adverse, is silent"});
}

TEST_CASE("facts that are given hold, and everything else is unknown") {
  CHECK(mismatches("tests:\n"
                   "  - name: derived facts\n"
                   "    facts: {stage: late, choice.refused: yes, choice.refused.by: H. Lang}\n"
                   "    expect:\n"
                   "      late.explicit-choice:\n"
                   "        reads: adverse\n"
                   "        says: We were told a plain no, or that a rival was chosen (H. Lang).\n"
                   "      late.top-person: unknown\n"
                   "  - name: the outcome itself\n"
                   "    facts: {stage: mid, standing: backup, deal.feeling: comfortable}\n"
                   "    expect: {consistency.feeling: adverse}\n"
                   "  - name: asked and not known\n"
                   "    facts: {stage: early, behaviours.questions: unknown}\n"
                   "    expect: {early.questions: unknown}\n") == Lines{});
}

TEST_CASE("texts are compared in the language of the test") {
  CHECK(mismatches("language: zh\n"
                   "tests:\n"
                   "  - {name: a, deal: " +
                   kAdverse + ", expect: {early.time: {says: x}}}\n")
            .size() == 1);
}

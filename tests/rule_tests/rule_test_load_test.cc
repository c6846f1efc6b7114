#include "rule_tests/rule_test_load.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support.h"

using namespace dealcheck;

namespace {

struct Read {
  std::vector<RuleTest> tests;
  std::string told;  ///< every complaint in a line
};

Read read(const std::string& text) {
  const test::TemporaryFolder folder;
  folder.write("tests/some.yaml", text);
  Diagnostics diagnostics;
  Read result;
  result.tests = read_rule_tests(folder.path() + "/tests/some.yaml", test::rules(), diagnostics);
  result.told = test::in_lines(diagnostics);
  return result;
}

/// A file with one test that has this instead of a deal, and expects that.
std::string one(const std::string& what, const std::string& expect = "verdict: unclear") {
  return "tests:\n  - name: some\n    " + what + "\n    expect: {" + expect + "}\n";
}

const std::string kDeal = "deal: {stage: late}";

}  // namespace

TEST_CASE("a test of a deal has its expectations with their places") {
  const Read result = read(
      "as_of: 2026-03-20\n"
      "tests:\n"
      "  - name: some\n"
      "    deal: {stage: late, milestones: {quote: 2026-03-01}}\n"
      "    expect:\n"
      "      late.top-person: adverse\n"
      "      late.sudden-objection: {points: +1, mine: none}\n"
      "      range: [backup, first-choice]\n"
      "    only: yes\n");
  CHECK(result.told.empty());
  REQUIRE(result.tests.size() == 1);
  const RuleTest& test = result.tests.front();
  CHECK(test.name == "some");
  CHECK(test.only);
  CHECK(iso_date(test.as_of) == "2026-03-20");
  REQUIRE(test.expect.size() == 3);
  CHECK(test.expect[0].rule == "late.top-person");
  CHECK(test.expect[0].findings[0][0].name == "reads");
  CHECK(test.expect[0].findings[0][0].value == "adverse");
  CHECK(test.expect[0].findings[0][0].at == Location{6, 24});
  CHECK(test.expect[1].findings[0][0].value == "1");
  CHECK(test.expect[2].rule.empty());
  CHECK(test.expect[2].findings[0][0].value == "backup, first-choice");
}

TEST_CASE("the nearest day holds: of the test, of its deal, of the file") {
  const Read result = read(
      "as_of: 2026-01-01\n"
      "tests:\n"
      "  - {name: a, as_of: 2026-03-03, deal: {stage: late, as_of: 2026-02-02}, only: yes, expect: "
      "{}}\n"
      "  - {name: b, deal: {stage: late, as_of: 2026-02-02}, only: yes, expect: {}}\n"
      "  - {name: c, deal: {stage: late}, only: yes, expect: {}}\n");
  CHECK(result.told.empty());
  REQUIRE(result.tests.size() == 3);
  CHECK(iso_date(result.tests[0].as_of) == "2026-03-03");
  CHECK(iso_date(result.tests[1].as_of) == "2026-02-02");
  CHECK(iso_date(result.tests[2].as_of) == "2026-01-01");
}

TEST_CASE("facts are given by the names that rules use") {
  const Read result =
      read(one("facts: {stage: mid, executive.latest.outcome: refused, executive.latest.age: 3, "
               "behaviours.next_step: errands}"));
  CHECK(result.told.empty());
  REQUIRE(result.tests.size() == 1);
  CHECK(result.tests.front().stage == Stage::mid);
  CHECK(result.tests.front().facts.size() == 3);
}

TEST_CASE("what is wrong with a test is told at its place") {
  struct Wrong {
    const char* name;
    std::string text;
    const char* told;
  };
  const std::vector<Wrong> table{
      {"no rule", one(kDeal, "late.top-persn: adverse"),
       "4:14 error: there is neither a rule nor a part of the verdict called 'late.top-persn' | "
       "the nearest is 'late.top-person'"},
      {"no reading", one(kDeal, "late.top-person: advers"),
       "4:31 error: 'reads' cannot be 'advers' | the nearest is 'adverse'; it is one of adverse, "
       "mixed, favourable, unknown, silent"},
      {"no field", one(kDeal, "late.top-person: {point: 1}"),
       "4:32 error: a rule's reading has no 'point' | the nearest is 'points'; there are reads, "
       "points, says, mine, kind, cap, lift, lifted_by, not_started, gap"},
      {"no number", one(kDeal, "points: many"),
       "4:22 error: a whole number is needed here, not 'many'"},
      {"no verdict", one(kDeal, "verdict: back-up"), "the nearest is 'backup'"},
      {"silent and more", one(kDeal, "late.top-person: {reads: silent, points: 1}"),
       "4:31 error: a rule that is silent has no other fields"},
      {"no fact", one("facts: {stage: late, executive.latest.outcom: refused}"),
       "3:26 error: there is no fact 'executive.latest.outcom' | the nearest is "
       "'executive.latest.outcome'"},
      {"a fact of the wrong type", one("facts: {stage: late, executive.latest.outcome: blue}"),
       "'blue'"},
      {"facts without a stage", one("facts: {behaviours.questions: few}"),
       "3:12 error: facts need a stage to be judged in | add `stage: early`, mid or late"},
      {"nothing to judge", one("only: yes"),
       "2:5 error: a test judges one thing: a `deal`, a `deal_file`, or `facts`"},
      {"two things to judge", one(kDeal + "\n    facts: {stage: late}"),
       "2:5 error: a test judges one thing"},
      {"no day", one("deal: {stage: late, milestones: {quote: 2026-03-01}}"),
       "2:5 error: this test holds dates, and would come out differently another day"},
      {"expects nothing", one(kDeal, ""), "4:13 error: this test expects nothing"},
      {"a name twice", one(kDeal) + one(kDeal).substr(7),
       "5:5 error: another test of this file is called 'some'"},
      {"no tests", "tests: []\n", "1:8 error: a list with at least one entry is needed here"},
      {"no language", one("language: fr\n    " + kDeal),
       "3:15 error: this does not take 'fr' | it takes en, zh"},
      {"unknown key", one("dael: {stage: late}"), "'dael'"},
      {"a wrong deal", one("deal: {stage: lat}"), "'lat'"},
      {"a deal file that is not there", one("deal_file: ../deals/none.yaml"), "deals/none.yaml"},
  };
  for (const Wrong& wrong : table) {
    CAPTURE(wrong.name);
    const Read result = read(wrong.text);
    CHECK_MESSAGE(result.told.find(wrong.told) != std::string::npos, result.told);
    CHECK(result.tests.size() == (std::string(wrong.name) == "a name twice" ? 1U : 0U));
  }
}

TEST_CASE("a bad test does not keep the others of its file from running") {
  const Read result = read(
      "tests:\n"
      "  - {name: bad, deal: {stage: late}, expect: {no.rule: silent}}\n"
      "  - {name: good, deal: {stage: late}, expect: {verdict: unclear}}\n");
  REQUIRE(result.tests.size() == 1);
  CHECK(result.tests.front().name == "good");
}

TEST_CASE("a folder gives the examples of its rules, then its files of tests") {
  const test::TemporaryFolder folder;
  folder.write("late/some.yaml",
               "id: late.detail\nreadings: []\nexamples:\n"
               "  - {deal: {stage: late}, reads: silent}\n"
               "  - {deal: {stage: late, behaviours: {detail: none}}, reads: {reads: adverse, "
               "points: -1}}\n");
  folder.write("tests/b.yaml", one(kDeal));
  folder.write("tests/deep/a.yaml", one(kDeal));
  folder.write("tests/.hidden.yaml", "not a test");
  Diagnostics diagnostics;
  const auto tests = read_folder_tests(folder.path(), test::rules(), diagnostics);
  CHECK(test::in_lines(diagnostics).empty());
  REQUIRE(tests.size() == 4);
  CHECK(tests[0].name == "late.detail 1");
  CHECK(tests[1].name == "late.detail 2");
  CHECK(tests[1].expect.front().findings.front().size() == 2);
  CHECK(tests[2].path().ends_with("tests/b.yaml"));
  CHECK(tests[3].path().ends_with("tests/deep/a.yaml"));
}

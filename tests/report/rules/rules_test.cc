// The rules test themselves: every example and test of theirs, and what all of them together must
// keep to.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "lint/reach.h"
#include "report/rules/catalogue.h"
#include "report/rules/rule_tests.h"
#include "rule_tests/rule_test_load.h"
#include "rules/builtin/builtin.h"
#include "rules/builtin/rulebook_bytes.h"
#include "support.h"

using namespace dealcheck;

namespace {

std::vector<RuleTest> tests_of(const Rulebook& book, const std::string& folder) {
  Diagnostics diagnostics;
  auto tests = read_folder_tests(folder, book, diagnostics);
  const std::string told = render_diagnostics(diagnostics, book.words, Language::en, false);
  REQUIRE_MESSAGE(!diagnostics.has_errors(), told);
  return tests;
}

/// The tests of a rule set pass, come to every reading, and let every rule be silent once.
void check_tests(const Rulebook& book, const std::string& folder) {
  const std::vector<RuleTest> tests = tests_of(book, folder);
  RuleTestReport report;
  for (const RuleTest& test : tests) {
    report.results.push_back(run_rule_test(book, test));
  }
  CHECK_MESSAGE(report.failed() == 0, render_rule_tests_text(report, book.words, {}));
  const Coverage coverage = compute_coverage(book, report.results);
  const std::string missing = render_coverage_text(coverage, report.results.size(), book.words, {});
  CHECK_MESSAGE(coverage.percent() == 100, missing);
  for (const RuleCoverage& rule : coverage.rules) CHECK_MESSAGE(rule.silent, rule.rule->id);
}

}  // namespace

TEST_CASE("the rules pass their own tests, and the tests come to every reading") {
  CHECK(tests_of(test::rules(), test::rules_folder()).size() > 100);
  check_tests(test::rules(), test::rules_folder());
  for (const Rulebook& pack : test::packs()) {
    check_tests(pack, test::rules_folder() + "/packs/" + pack.name);
  }
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

TEST_CASE("the packs in the program are those of the folder; MEDDPICC asks eight questions") {
  REQUIRE(builtin_packs().size() == test::packs().size());
  for (const Rulebook& pack : test::packs()) {
    const Rulebook* built_in = builtin_pack(pack.name);
    REQUIRE(built_in != nullptr);
    CHECK(built_in == builtin_pack(pack.name));
    CHECK(rulebook_to_bytes(*built_in) == rulebook_to_bytes(pack));
  }
  const Rulebook& meddpicc = *builtin_pack("meddpicc");
  CHECK(std::all_of(meddpicc.rules.begin(), meddpicc.rules.end(), [](const Rule& rule) {
    return rule.question && rule.source.starts_with("field");
  }));
  CHECK(meddpicc.rules.size() == 8);
  CHECK(builtin_pack("medpic") == nullptr);
  CHECK(has_builtin_rule("meddpicc.champion"));
  CHECK_FALSE(has_builtin_rule("meddpicc.champio"));
}

TEST_CASE("rules/README.md says what the rules say") {
  std::ifstream file(test::rules_folder() + "/README.md");
  std::stringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(text.str() == render_catalogue(test::rules(), test::packs()),
                "run: bash tests/run.sh --update");
}

TEST_CASE("whatever the vocabulary can say is read by a rule, or marked as for people") {
  const std::vector<std::string> unread = Reach(builtin_rulebook()).unread();
  std::string list;
  for (const std::string& name : unread) list += name + "\n";
  CHECK_MESSAGE(unread.empty(), list);
}

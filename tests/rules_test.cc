// The rules test themselves: every example of every rule, and what all of them together must keep
// to.

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "builtin.h"
#include "catalogue.h"
#include "rulebook_bytes.h"
#include "support.h"

using namespace dealcheck;

namespace {

std::vector<RuleExample> examples() {
  Diagnostics diagnostics;
  auto list = load_examples(test::rules_folder(), diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return list;
}

const Rule& rule_of(const std::string& id) {
  for (const Rule& rule : test::rules().rules) {
    if (rule.id == id) return rule;
  }
  FAIL("no rule " << id);
  return test::rules().rules.front();
}

std::string reading_of(const Rule& rule, const Assessment& assessment) {
  const Finding* finding = test::find(assessment, rule.id);
  if (finding == nullptr) return "silent";
  return finding->reads ? std::string(to_string(*finding->reads)) : "unknown";
}

}  // namespace

TEST_CASE("every rule reads its own examples as it says") {
  const auto list = examples();
  CHECK(list.size() > 100);
  for (const RuleExample& example : list) {
    Diagnostics diagnostics;
    const auto assessment = test::judge(example.deal, example.document, diagnostics);
    const std::string place = example.file + ":" + std::to_string(example.at.line);
    REQUIRE_MESSAGE(
        assessment.has_value(),
        place << "\n"
              << render_diagnostics(diagnostics, test::rules().words, Language::en, false));
    CHECK_MESSAGE(reading_of(rule_of(example.rule), *assessment) == example.reads, place);
  }
}

TEST_CASE("every rule has an example that fires and one that does not") {
  std::map<std::string, std::set<std::string>> seen;
  for (const RuleExample& example : examples()) seen[example.rule].insert(example.reads);
  for (const Rule& rule : test::rules().rules) {
    const auto& reads = seen[rule.id];
    CHECK_MESSAGE((reads.contains("silent") || reads.contains("unknown")), rule.id);
    for (const Reading& reading : rule.readings) {
      CHECK_MESSAGE(reads.contains(std::string(to_string(reading.reads))), rule.id);
    }
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

TEST_CASE("rules/README.md says what the rules say") {
  std::ifstream file(test::rules_folder() + "/README.md");
  std::stringstream text;
  text << file.rdbuf();
  CHECK_MESSAGE(text.str() == render_catalogue(test::rules()), "run: bash tests/run.sh --update");
}

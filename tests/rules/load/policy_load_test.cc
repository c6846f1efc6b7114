// Reading verdict.yaml: the real one, and what must fail in it.

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "rules/load/rule_load.h"
#include "support.h"

namespace dealcheck {
namespace {

const std::string& real_policy() {
  static const std::string kText = [] {
    std::ifstream file(test::rules_folder() + "/verdict.yaml");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }();
  return kText;
}

/// The real file with the first of `piece` replaced.
std::string policy_with(const std::string& piece, const std::string& other) {
  std::string text = real_policy();
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), other);
}

/// The real file without the line that begins with `head` and those below it that stand deeper.
std::string without(const std::string& head) {
  const std::string text = real_policy();
  const std::size_t start = text.find("\n" + head) + 1;
  REQUIRE_MESSAGE(start != 0, head);
  std::size_t end = text.find('\n', start) + 1;
  while (end < text.size() && (text[end] == ' ' || text[end] == '#'))
    end = text.find('\n', end) + 1;
  return text.substr(0, start) + text.substr(end);
}

Policy load_policy_from(const std::string& text, Diagnostics& diagnostics) {
  const auto file = test::document(text, "verdict.yaml");
  const NameScope scope(test::rules().vocabulary, test::rules().queries);
  return load_policy(Yaml(*file), scope, diagnostics);
}

/// Only the sentences, without their places: the file they are about is edited often.
std::string complaints_of_policy(const std::string& text) {
  Diagnostics diagnostics;
  (void)load_policy_from(text, diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    CHECK(one.at.line > 0);
    told += diagnostic_message(one, test::rules().words, Language::en) + "\n";
  }
  return told;
}

}  // namespace

TEST_CASE("policy: the real one") {
  Diagnostics diagnostics;
  const Policy policy = load_policy_from(real_policy(), diagnostics);
  CHECK(test::in_lines(diagnostics).empty());
  CHECK_FALSE(policy.version.empty());
  for (const Stage stage : kStages) {
    const auto index = static_cast<std::size_t>(stage);
    CAPTURE(to_string(stage));
    CHECK(policy.unknown_points[index] <= 0);
    CHECK(policy.stale_after[index] > 0);
    CHECK(policy.bands[index][1] < policy.bands[index][2]);
    CHECK(policy.bands[index][2] < policy.bands[index][3]);
    for (const Decision& decision : policy.decisions[index]) {
      CHECK_FALSE(decision.id.empty());
      CHECK_FALSE(decision.says.empty());
    }
  }
  // Missing evidence weighs more the later it is (method 1.3), and ages faster.
  CHECK(policy.unknown_points[0] == 0);
  CHECK(policy.unknown_points[2] < policy.unknown_points[0]);
  CHECK(policy.stale_after[2] < policy.stale_after[0]);
  CHECK(policy.grade_weight[static_cast<std::size_t>(Grade::assumed)] == 0);
  CHECK(policy.grade_weight[static_cast<std::size_t>(Grade::witnessed)] == 1);
  for (const VerdictWords& words : policy.verdicts) CHECK_FALSE(words.label.empty());
  CHECK(policy.not_started.id == "start-the-project");
  CHECK(policy.nurture.id == "nurture");
}

TEST_CASE("policy: what must fail") {
  struct Case {
    std::string text;
    std::string told;
  };
  const Case cases[] = {
      {policy_with("early: {first-choice: 6", "early: {first-choice: -90"),
       "the bands must rise from backup to contender to first-choice\n"},
      {policy_with("early: {first-choice: 6", "early: {first_choice: 10"),
       "'first-choice' is missing here\nunknown key 'first_choice'\n"},
      {policy_with("early: {first-choice: 6", "early: {first-choice: ten"),
       "a plain number is needed here, not 'ten'\n"},
      {policy_with("early: {first-choice: 6", "early: {first-choice: 1.5"),
       "a whole number is needed here, not '1.5'\n"},
      {policy_with("unclear: {weight: 2", "unclear: {wieght: 2"),
       "unknown key 'wieght'\n'questions' is missing here\n'readings' is missing here\n"},
      {policy_with("earnest: {no: -6", "earnest: {no: 6"), "'no' must lie below 'yes'\n"},
      {policy_with("earnest: {no: -6", "earnest: {on: -6"),
       "'no' is missing here\nunknown key 'on'\n"},
      {policy_with("grade_weight: {witnessed", "grade_weight: {seen"),
       "'witnessed' is missing here\nunknown key 'seen'\n"},
      {policy_with("state: later", "stat: later"), "'state' is missing here\nunknown key 'stat'\n"},
      {policy_with("{project.put_off: frozen}", "{project.put_of: frozen}"),
       "there is no fact 'project.put_of'\n"},
      {policy_with("{project.put_off: frozen}", "{project.put_off: frosen}"),
       "the fact never has the value 'frosen'\n"},
      {policy_with("decision: engage, says", "decison: engage, says"),
       "'decision' is missing here\nunknown key 'decison'\n"},
      {policy_with("label: {en: BACKUP, zh: 备选}", "label: {zh: 备选}"),
       "'en' is missing here\na text is needed in English (en)\n"},
      {without("version:"), "'version' is missing here\n"},
      {without("bands:"), "'bands' is missing here\n"},
      {without("stale_after:"), "'stale_after' is missing here\n"},
      {without("large_amount:"), "'large_amount' is missing here\n"},
      {without("unknown_points:"), "'unknown_points' is missing here\n"},
      {without("grade_weight:"), "'grade_weight' is missing here\n"},
      {without("unclear:"), "'unclear' is missing here\n"},
      {without("verdicts:"), "'verdicts' is missing here\n"},
      {without("project:"), "'project' is missing here\n"},
      {without("decisions:"), "'decisions' is missing here\n"},
      {without("not_started:"), "'not_started' is missing here\n"},
      {without("nurture:"), "'nurture' is missing here\n"},
      {without("macro:"), "'macro' is missing here\n"},
      {policy_with("far-ahead: 4, ahead: 1", "far-ahead: 0, ahead: 1"),
       "the positions must fall from far-ahead to behind\n"},
      {policy_with("{favoured: -2", "{favoured: two"),
       "a plain number is needed here, not 'two'\n"},
      {real_policy() + "extra: 1\n", "unknown key 'extra'\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.told);
    CHECK(complaints_of_policy(one.text) == one.told);
  }
}

TEST_CASE("policy: a number that is left out is told") {
  CHECK(complaints_of_policy(policy_with(", contender: -3", "")) ==
        "'contender' is missing here\n");
  CHECK(complaints_of_policy(policy_with("unclear: {weight: 2}", "unclear: {questions: 2}")) ==
        "'readings' is missing here\n");
  CHECK(complaints_of_policy(policy_with("stale_after: {early: 120, ", "stale_after: {")) ==
        "'early' is missing here\n");
}

}  // namespace dealcheck

// rules/callsheet.yaml as a user would write it: what has to be there, and how a mistake is told.

#include "rules/load/callsheet_load.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

std::string real_file() {
  std::ifstream file(test::rules_folder() + "/callsheet.yaml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string callsheet_with(std::string text, const std::string& piece, const std::string& other) {
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), other);
}

/// The complaints about a file, without their places.
std::string complaints_of_callsheet(const std::string& text) {
  static const std::vector<Query> kNone;
  Diagnostics diagnostics;
  const auto file = test::document(text, "callsheet.yaml");
  const NameScope scope(test::rules().vocabulary, kNone);
  (void)load_call_rules(Yaml(*file), scope, test::rules(), diagnostics);
  std::istringstream lines(test::in_lines(diagnostics));
  std::string all;
  for (std::string line; std::getline(lines, line);) all += line.substr(line.find(' ') + 1) + "\n";
  return all;
}

}  // namespace

TEST_CASE("callsheet load: the file as it is") {
  CHECK(complaints_of_callsheet(real_file()).empty());
  const CallRules& rules = test::rules().callsheet;
  CHECK(rules.answers.front().id == "do-not");
  CHECK(rules.answers.front().then == CallOutlook::nothing);
  CHECK(rules.answers.back().id == "call");
  CHECK_FALSE(rules.answers.back().blocks);
  CHECK(rules.flow.size() == 5);
  CHECK(rules.frequency[0].every < rules.frequency[1].every);
  CHECK(rules.frequency[1].every < rules.frequency[2].every);
}

TEST_CASE("callsheet load: mistakes") {
  struct Case {
    const char* what;
    const char* instead;
    const char* told;
  };
  const std::vector<Case> cases{
      {"link:", "lnik:",
       "error: 'link' is missing here\nerror: unknown key 'lnik' | the nearest name is "
       "'link'\n"},
      {"answer: wait", "answer: wiat",
       "error: there is no answer 'wiat' under `answers` | the nearest one is 'wait'\n"},
      {"then: close", "then: closed",
       "error: there is no outlook 'closed'; it is prepare, close or nothing | the nearest one is "
       "'close'\n"},
      {"decisions: [walk-away]", "decisions: [walk-awy]",
       "error: verdict.yaml has no decision 'walk-awy' | the nearest one is 'walk-away'\n"},
      {"verdicts: [first-choice]", "verdicts: [first]", "error: there is no verdict 'first'\n"},
      {"for: we_owe_late", "for: we_owe_lat",
       "error: no call entry can be about 'we_owe_lat' | the nearest is 'we_owe_late'; it takes "
       "person, planned, we_owe, we_owe_late, they_owe, they_owe_late, introduces, mine, or a list "
       "and the key that names the person, like objections.by\n"},
      {"for: plan.moves", "for: plan.action",
       "error: no call entry can be about 'plan.action' | it takes person, planned, we_owe, "
       "we_owe_late, they_owe, they_owe_late, introduces, mine, or a list and the key that names "
       "the person, like objections.by\n"},
      {"{it.departed: yes}", "{it.departd: yes}",
       "error: there is no fact 'it.departd' | the nearest name is 'it.departed'\n"},
      {"{deal.class: c}", "{silence.running: yes}", "error: there is no fact 'silence.running'\n"},
      {"Call {person}.", "Call {persn}.",
       "error: no fact fills the placeholder '{persn}' | the nearest name is 'person'\n"},
      {"say what the call is for and what it brings them\", zh", "x\", zhh",
       "error: unknown key 'zhh' | the nearest name is 'zh'\n"},
      {"a: {every: 7, pause: 2}", "a: {every: 2, pause: 7}",
       "error: `every` must be longer than `pause`, and neither below 0\n"},
      {"{rule: mid.demo,", "{rule: mid.dmo,",
       "warning: there is no rule 'mid.dmo' | the nearest one is 'mid.demo'\n"},
  };
  for (const Case& one : cases) {
    CHECK_MESSAGE(
        complaints_of_callsheet(callsheet_with(real_file(), one.what, one.instead)) == one.told,
        one.what);
  }
}

}  // namespace dealcheck

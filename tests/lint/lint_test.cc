// The analyses of `rules check`, each on a rule set that has the flaw and on one that has not.

#include "lint/lint.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "rules/load/rule_files.h"
#include "support.h"

namespace dealcheck {
namespace {

/// A question of the late stage with these readings, written as flow maps.
std::string question(const std::string& readings) {
  return "id: late.top-person\nkind: question\nstages: [late]\norder: 4\nlabel: {en: A, zh: 甲}\n"
         "question: {en: A, zh: 甲}\nsource: field\nask: {en: A, zh: 甲}\nwhy: {en: A, zh: 甲}\n"
         "would: {help: {en: a, zh: 甲}, hurt: {en: b, zh: 乙}}\nreadings:\n" +
         readings + "examples: []\n";
}

std::string reading(const std::string& reads, const std::string& when,
                    const std::string& more = {}) {
  const std::string points = reads == "adverse" ? "-1" : reads == "mixed" ? "0" : "1";
  return "  - {reads: " + reads + ", points: " + points + ", when: {" + when +
         "}, says: {en: A, zh: 甲}" + more + "}\n";
}

/// `kind line, …` of the findings in the folder's own files, notes left out unless asked for.
std::string findings(const test::TemporaryFolder& folder, bool notes = false) {
  Diagnostics diagnostics;
  const auto book = load_rulebook(folder.path(), &test::rules(), diagnostics);
  REQUIRE_MESSAGE(book.has_value(), test::in_lines(diagnostics));
  SourceMap places;
  places.add(read_rule_files(test::rules_folder(), diagnostics));
  places.add(read_rule_files(folder.path(), diagnostics));
  const Diagnostics found = check_rules({*book, places, test::rules().words, folder.path()});
  std::string told;
  for (const Diagnostic* one : found.sorted()) {
    if (one->severity == Severity::note && !notes) continue;
    told += told.empty() ? "" : ", ";
    told += one->id.substr(kFindingFront.size()) + " " + std::to_string(one->at.line);
  }
  return told;
}

std::string findings_of(const std::string& readings) {
  const test::TemporaryFolder folder;
  folder.write("late/top-person.yaml", question(readings));
  return findings(folder);
}

}  // namespace

TEST_CASE("lint: readings that all can be reached are fine") {
  CHECK(findings_of(reading("adverse", "behaviours.top_person: [too_busy, refused, absent]") +
                    reading("favourable", "behaviours.top_person: [received_us, promised]") +
                    reading("mixed", "behaviours.top_person: {is: known}")) == "");
}

TEST_CASE("lint: a reading behind one that takes all its cases is never reached") {
  CHECK(findings_of(reading("adverse", "behaviours.top_person: [too_busy, refused]") +
                    reading("adverse", "behaviours.top_person: {is: known}") +
                    reading("adverse", "behaviours.top_person: received_us")) ==
        "unreachable-reading 14");
}

TEST_CASE("lint: numbers shadow each other too") {
  CHECK(findings_of(reading("adverse", "behaviours.meeting_minutes: {below: 60}") +
                    reading("adverse", "behaviours.meeting_minutes: {below: 30}") +
                    reading("mixed", "behaviours.meeting_minutes: {is: known}")) ==
        "unreachable-reading 13");
  CHECK(findings_of(reading("adverse", "behaviours.meeting_minutes: {below: 30}") +
                    reading("adverse", "behaviours.meeting_minutes: {below: 60}") +
                    reading("mixed", "behaviours.meeting_minutes: {is: known}")) == "");
}

TEST_CASE("lint: conditions that exclude each other never hold") {
  CHECK(findings_of(
            reading("favourable", "all: [{behaviours.agenda: theirs}, {behaviours.agenda: open}]") +
            reading("mixed", "behaviours.agenda: {is: known}")) == "reading-never-holds 12");
  CHECK(findings_of(reading("favourable",
                            "all: [{behaviours.agenda: theirs}, {behaviours.agenda: open}]")) ==
        "gap 1, gap 1, gap 1, never-fires 1");
}

TEST_CASE("lint: a reading of a stage that its rule has not") {
  CHECK(findings_of(reading("adverse", "behaviours.agenda: theirs", ", stages: [early]") +
                    reading("mixed", "behaviours.agenda: {is: known}")) ==
        "reading-of-no-stage 12");
}

TEST_CASE("lint: two readings that say the opposite of the same facts") {
  CHECK(findings_of(reading("adverse", "behaviours.agenda: [theirs, ours]") +
                    reading("favourable", "behaviours.agenda: [ours, open]") +
                    reading("mixed", "behaviours.agenda: {is: known}")) == "contradiction 13");
}

TEST_CASE("lint: a known answer that nothing reads is a gap") {
  CHECK(findings_of(reading("adverse", "behaviours.agenda: theirs")) == "gap 1");
}

TEST_CASE("lint: a fact that no entry can match, and one that nobody asks for") {
  const test::TemporaryFolder folder;
  folder.write("late/top-person.yaml",
               question(reading("mixed", "behaviours.agenda: {is: known}")));
  folder.write("facts/own.yaml",
               "facts:\n  own.never:\n    means: {en: a, zh: 甲}\n    of: objections\n"
               "    where: {all: [{can_meet: yes}, {can_meet: {is: unknown}}]}\n");
  CHECK(findings(folder, true) == "fact-never 2, unused-fact 2");
}

namespace {

/// `file line, …` of what is not translated in a folder with this one file.
std::string untranslated(const std::string& name, const std::string& text) {
  const test::TemporaryFolder folder;
  folder.write(name, text);
  Diagnostics diagnostics;
  SourceMap places;
  places.add(read_rule_files(folder.path(), diagnostics));
  const LintInput input{test::rules(), places, test::rules().words, folder.path()};
  FindingSink sink(input);
  check_translations(input, sink);
  return test::in_lines(sink.found);
}

}  // namespace

TEST_CASE("lint: a text that is in English only is told at its place, wherever texts may stand") {
  struct Case {
    const char* file;
    const char* text;
    const char* at;
  };
  const Case cases[] = {
      {"late/x.yaml", "label: {en: a, zh: 甲}\nask: {en: a}\n", "2:6"},
      {"late/x.yaml", "readings:\n- says: {en: a, zh: 甲}\n- says: {en: a, zh: \"\"}\n", "3:9"},
      {"late/x.yaml", "examples:\n- deal: {label: {en: a}}\n", ""},
      {"facts/x.yaml", "facts:\n  own:\n    means: {en: a}\n", "3:12"},
      {"plays.yaml", "plays:\n- label: {en: a, zh: 甲}\n  says: {en: a}\n", "3:9"},
      {"vocabulary.yaml", "sections:\n  plan: {zh: 计划, keys: {a: {zh: 甲}, b: {also: c}}}\n",
       "2:40"},
      {"words/x.yaml", "report:\n  own:\n    a: {en: a, zh: 甲}\n    b: {en: a}\n", "4:8"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const std::string told = untranslated(one.file, one.text);
    const std::string wanted = *one.at == '\0' ? "" : std::string(one.at) + " warning: ";
    CHECK(told.substr(0, wanted.size()) == wanted);
    CHECK(std::count(told.begin(), told.end(), '\n') == (wanted.empty() ? 0 : 1));
  }
}

}  // namespace dealcheck

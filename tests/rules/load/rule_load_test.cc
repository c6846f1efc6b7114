#include "rules/load/rule_load.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kRuleFacts = R"(
  objection.open:
    means: {en: open, zh: 未了}
    of: objections
    where: {settled: no}
)";

const Rulebook& book() {
  static const Rulebook kBook = test::small_rulebook(kRuleFacts);
  return kBook;
}

constexpr const char* kHead = R"(id: late.probe
kind: question
stages: [late]
order: 2
label: {en: Probe, zh: 探测}
question: {en: Is it so, zh: 是这样吗？}
source: S1 late 1
ask: {en: Is it so, zh: 是这样吗？}
why: {en: It matters., zh: 有关系。}
would: {help: {en: it is so, zh: 是}, hurt: {en: it is not, zh: 不是}}
)";
constexpr const char* kReadings = R"(readings:
  - reads: adverse
    points: -3
    when: {objection.open: yes}
    unless: {project.initiated: no}
    says: {en: "[{objection.open.by.name}: ]{objection.open.topic} is open.", zh: "{objection.open.topic}未了。"}
    mine: {kind: signal, severity: deadly}
    cap: backup
    lifted_by: {en: their word, zh: 客户的话}
  - reads: favourable
    points: 2
    stages: [late]
    when: {objection.open: no}
    says: {en: Nothing is open., zh: 没有未了的。}
    lift: contender
)";
constexpr const char* kExamples = "examples:\n  - {deal: {stage: late}, reads: unknown}\n";

std::string whole() { return std::string(kHead) + kReadings + kExamples; }

/// The whole rule with one piece of text replaced.
std::string with(const std::string& piece, const std::string& other) {
  std::string text = whole();
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), other);
}

std::optional<Rule> load(const std::string& text, Diagnostics& diagnostics) {
  const auto file = test::document(text, "rule.yaml");
  const NameScope scope(book().vocabulary, book().queries);
  return load_rule(Yaml(*file), "late.probe", scope, diagnostics);
}

std::string complaints(const std::string& text) {
  Diagnostics diagnostics;
  const bool loaded = load(text, diagnostics).has_value();
  CHECK(loaded == !diagnostics.has_errors());
  return test::in_lines(diagnostics);
}

std::string complaints_about_facts(const std::string& text) {
  Diagnostics diagnostics;
  std::vector<Query> queries;
  const auto file = test::document(text, "facts.yaml");
  load_queries(Yaml(*file), NameScope(book().vocabulary, queries), queries, diagnostics);
  return test::in_lines(diagnostics);
}

struct Mistake {
  std::string text;
  std::string told;
};

}  // namespace

TEST_CASE("rule: points by stage, in one direction") {
  Diagnostics diagnostics;
  const auto rule = load(with("points: -3", "points: {mid: -1, late: -2}"), diagnostics);
  REQUIRE_MESSAGE(rule, test::in_lines(diagnostics));
  CHECK(rule->readings[0].points == StagePoints{0, -1, -2});
  CHECK(rule->readings[0].points_in(Stage::late) == -2);
  CHECK(complaints(
            with("reads: adverse\n    points: -3", "reads: mixed\n    points: {mid: 1, late: -2}"))
            .find("the points of one reading cannot help in one stage and hurt in another") !=
        std::string::npos);
}

TEST_CASE("rule: everything that is written is in it") {
  Diagnostics diagnostics;
  const auto rule = load(whole(), diagnostics);
  REQUIRE_MESSAGE(rule, test::in_lines(diagnostics));
  CHECK(rule->id == "late.probe");
  CHECK(rule->question);
  CHECK(rule->order == 2);
  CHECK(rule->stages.has(Stage::late));
  CHECK_FALSE(rule->stages.has(Stage::mid));
  CHECK(rule->label.in(Language::zh) == "探测");
  CHECK(rule->asks.in(Language::en) == "Is it so");
  CHECK(rule->would_help.in(Language::en) == "it is so");
  CHECK(rule->would_hurt.in(Language::zh) == "不是");
  CHECK_FALSE(rule->each.has_value());
  CHECK_FALSE(rule->after_verdict);
  REQUIRE(rule->readings.size() == 2);
  const Reading& adverse = rule->readings[0];
  CHECK(adverse.reads == Reads::adverse);
  CHECK(adverse.points == StagePoints{-3, -3, -3});
  CHECK(adverse.unless.has_value());
  CHECK(adverse.mine->kind == "signal");
  CHECK(adverse.mine->severity == MineSeverity::deadly);
  CHECK(adverse.cap == Standing::backup);
  CHECK_FALSE(adverse.lift.has_value());
  CHECK(adverse.lifted_by.in(Language::en) == "their word");
  CHECK(adverse.stages.has(Stage::late));
  REQUIRE(adverse.slots.size() == 2);  // each name once, whatever the language
  CHECK(adverse.slots[0].name == "objection.open.by.name");
  CHECK(adverse.slots[0].type == Type::text);
  CHECK(rule->readings[1].lift == Standing::contender);
  CHECK_FALSE(rule->readings[1].mine.has_value());
}

TEST_CASE("rule: one that runs over a list knows the record at hand") {
  Diagnostics diagnostics;
  std::string text = with("kind: question", "kind: rule\nfor: contacts");
  text.replace(text.find("order: 2\n"), 9, "");
  text.replace(text.find("would:"), text.find("readings:") - text.find("would:"), "");
  text.replace(text.find("{objection.open: no}"), 20, "{it.stance: for}");
  const auto rule = load(text, diagnostics);
  REQUIRE_MESSAGE(rule, test::in_lines(diagnostics));
  CHECK(rule->each == book().vocabulary.section_id("contacts"));
  CHECK_FALSE(rule->question);
}

TEST_CASE("rule: one that asks for the standing runs after the verdict") {
  Diagnostics diagnostics;
  std::string text = with("points: -3\n    when: {objection.open: yes}",
                          "points: 0\n    when: {standing: backup}");
  text.replace(text.find("    cap: backup\n"), 16, "");
  text.replace(text.find("    points: 2\n"), 14, "    points: 0\n");
  text.replace(text.find("    lift: contender\n"), 20, "");
  const auto rule = load(text, diagnostics);
  REQUIRE_MESSAGE(rule, test::in_lines(diagnostics));
  CHECK(rule->after_verdict);
}

TEST_CASE("rule: what must fail") {
  const std::string placeholder = "{objection.open.topic} is open.";
  const std::vector<Mistake> mistakes{
      {with("id: late.probe", "id: late.prob"),
       "1:1 error: the rule calls itself 'late.prob', but by its folder and file it is "
       "'late.probe'\n"},
      {with("kind: question", "kind: query"),
       "2:7 error: a rule is of kind question or rule, not 'query'\n"},
      {with("order: 2", "for: contacts\norder: 2"),
       "4:6 error: a question of a stage is asked once, not for every entry of a list | leave out "
       "`for`, or write `kind: rule`\n"},
      {with("kind: question", "kind: rule"),
       "4:8 error: 'order' has no meaning without `kind: question`\n"
       "10:8 error: 'would' has no meaning without `kind: question`\n"},
      {with("stages: [late]", "stages: [latter]"),
       "3:10 error: a stage is early, mid or late, not 'latter'\n"},
      {with("stages: [late]\n", ""), "1:1 error: 'stages' is missing here\n"},
      {with("order: 2", "order: second"),
       "4:8 error: a plain number is needed here, not 'second'\n"},
      {with("label: {en: Probe, zh: 探测}", "label: {zh: 探测}"),
       "5:8 error: 'en' is missing here\n"
       "5:8 error: a text is needed in English (en)\n"},
      {with("question: {en: Is it so, zh: 是这样吗？}\n", ""),
       "1:1 error: 'question' is missing here\n"},
      {with("source: S1 late 1\n", ""), "1:1 error: 'source' is missing here\n"},
      {with("would:", "wuold:"),
       "1:1 error: 'would' is missing here\n10:1 error: unknown key 'wuold' | the nearest name is "
       "'would'\n"},
      {with(", hurt: {en: it is not, zh: 不是}", ""), "10:8 error: 'hurt' is missing here\n"},
      {with("reads: adverse", "reads: bad"),
       "12:12 error: a reading is adverse, mixed or favourable, not 'bad'\n"},
      {with("points: -3", "points: 3"),
       "12:5 error: an adverse reading takes points away and a favourable one adds them\n"},
      {with("points: 2", "points: -2"),
       "20:5 error: an adverse reading takes points away and a favourable one adds them\n"},
      {with("points: -3", "points: -2.5"),
       "13:13 error: a whole number is needed here, not '-2.5'\n"},
      {with("    points: 2\n", ""), "20:5 error: 'points' is missing here\n"},
      {with("order: 2\n", ""), "1:1 error: 'order' is missing here\n"},
      {with("    when: {objection.open: yes}\n", ""), "12:5 error: 'when' is missing here\n"},
      {with("when: {objection.open: yes}", "when: {objection.opne: yes}"),
       "14:12 error: there is no fact 'objection.opne' | the nearest name is 'objection.open'\n"},
      {with("when: {objection.open: yes}", "when: {standing: backup}"),
       "12:5 error: a rule that asks for the standing cannot move it | remove its points and "
       "gates\n"
       "20:5 error: a rule that asks for the standing cannot move it | remove its points and "
       "gates\n"},
      {with("zh: \"{objection.open.topic}未了。\"", "fr: x"), "16:79 error: unknown key 'fr'\n"},
      {with(placeholder, "{objection.open.topik} is open."),
       "12:5 error: no fact fills the placeholder '{objection.open.topik}' | the nearest name is "
       "'objection.open'\n"},
      {with(placeholder, "{objection.opne} is open."),
       "12:5 error: no fact fills the placeholder '{objection.opne}' | the nearest name is "
       "'objection.open'\n"},
      {with("{en: their word", "{en: \"{whoever}\""),
       "12:5 error: no fact fills the placeholder '{whoever}'\n"},
      {with("kind: signal", "kind: singal"),
       "17:18 error: there is no kind of mine 'singal' | the nearest name is 'signal'\n"},
      {with("severity: deadly", "severity: bad"),
       "17:36 error: a mine is minor, serious or deadly, not 'bad'\n"},
      {with("cap: backup", "cap: reserve"),
       "18:10 error: a standing is column-fodder, backup, contender or first-choice, not "
       "'reserve'\n"},
      {with("cap: backup", "cap: unclear"),
       "18:10 error: a standing is column-fodder, backup, contender or first-choice, not "
       "'unclear'\n"},
      {with("    lifted_by: {en: their word, zh: 客户的话}\n", ""),
       "12:5 error: 'lifted_by' is missing here\n"},
      {with("lift: contender", "lfit: contender"),
       "25:5 error: unknown key 'lfit' | the nearest name is 'lift'\n"},
      {with("    stages: [late]\n    when", "    stages: [never]\n    when"),
       "22:14 error: a stage is early, mid or late, not 'never'\n"},
      {with("kind: question", "kind: question\nfor: behaviours"),
       "1:1 error: the deal file has no list 'behaviours'\n"
       "3:6 error: a question of a stage is asked once, not for every entry of a list | leave out "
       "`for`, or write `kind: rule`\n"},
      {std::string(kHead) + "readings: []\n" + kExamples,
       "11:11 error: a list with at least one entry is needed here\n"},
      {std::string(kHead) + kExamples, "1:1 error: 'readings' is missing here\n"},
      {std::string(kHead) + kReadings, "1:1 error: 'examples' is missing here\n"},
      {std::string(kHead) + kReadings + "examples: none\n",
       "26:11 error: a list with at least one entry is needed here\n"},
      {with("source:", "sorce:"),
       "1:1 error: 'source' is missing here\n7:1 error: unknown key 'sorce' | the nearest name is "
       "'source'\n"},
  };
  for (const Mistake& one : mistakes) {
    CAPTURE(one.text);
    CHECK(complaints(one.text) == one.told);
  }
}

TEST_CASE("facts: what must fail") {
  const std::vector<Mistake> mistakes{
      {"fcats: {}\n",
       "1:1 error: 'facts' is missing here\n1:1 error: unknown key 'fcats' | the nearest name is "
       "'facts'\n"},
      {"facts:\n  a.b: {of: objections}\n", "2:8 error: 'means' is missing here\n"},
      {"facts:\n  a.b: {means: {en: x, zh: 文}}\n", "2:8 error: 'of' is missing here\n"},
      {"facts:\n  a.b: {means: {en: x, zh: 文}, of: objection}\n",
       "2:8 error: the deal file has no list 'objection'\n"},
      {"facts:\n  a.b: {means: {en: x, zh: 文}, of: project}\n",
       "2:8 error: the deal file has no list 'project'\n"},
      {"facts:\n  a.b: {means: {en: x, zh: 文}, of: objections, where: {setled: no}}\n",
       "2:56 error: there is no fact 'setled' | the nearest name is 'settled'\n"},
      {"facts:\n  a.b: {means: {en: x, zh: 文}, of: objections, wher: {settled: no}}\n",
       "2:48 error: unknown key 'wher' | the nearest name is 'where'\n"},
      {"facts:\n  a.b: {means: {en: x, zh: 文}, of: objections, open: maybe}\n",
       "2:54 error: yes or no is needed here, not 'maybe'\n"},
      {"facts:\n  a.b: text\n", "2:8 error: `key: value` lines are needed here\n"},
  };
  for (const Mistake& one : mistakes) {
    CAPTURE(one.text);
    CHECK(complaints_about_facts(one.text) == one.told);
  }
}

TEST_CASE("facts: a name is given once, over all files") {
  Diagnostics diagnostics;
  std::vector<Query> queries;
  const NameScope scope(book().vocabulary, queries);
  const auto first =
      test::document("facts:\n  a.b: {means: {en: x, zh: 文}, of: objections, open: yes}\n");
  const auto second = test::document("facts:\n  a.b: {means: {en: x, zh: 文}, of: changes}\n");
  load_queries(Yaml(*first), scope, queries, diagnostics);
  REQUIRE(queries.size() == 1);
  CHECK(queries[0].open);
  CHECK_FALSE(diagnostics.has_errors());
  load_queries(Yaml(*second), scope, queries, diagnostics);
  CHECK(test::in_lines(diagnostics) ==
        "2:3 error: the name 'a.b' already stands for something else here\n");
}

TEST_CASE("words: nested maps join with dots") {
  Diagnostics diagnostics;
  std::vector<Words::Entry> entries;
  const auto file = test::document("a:\n  b: {en: x, zh: 文}\n  c.d:\n    e: {en: y, zh: 字}\n");
  load_words(Yaml(*file), entries, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  const Words words(entries);
  CHECK(words.say("a.b", Language::zh) == "文");
  CHECK(words.say("a.c.d.e", Language::en) == "y");
}

TEST_CASE("words: what must fail") {
  const std::vector<Mistake> mistakes{
      {"a: text\n", "1:4 error: `key: value` lines are needed here\n"},
      {"a: {zh: 文}\n",
       "1:4 error: 'en' is missing here\n1:4 error: a text is needed in English (en)\n"},
      {"a: {b: {en: x, zh: 文, de: y}}\n", "1:23 error: unknown key 'de'\n"},
  };
  for (const Mistake& one : mistakes) {
    CAPTURE(one.text);
    Diagnostics diagnostics;
    std::vector<Words::Entry> entries;
    const auto file = test::document(one.text, "words.yaml");
    load_words(Yaml(*file), entries, diagnostics);
    CHECK(test::in_lines(diagnostics) == one.told);
  }
}

}  // namespace dealcheck

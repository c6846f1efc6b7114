// Rule folders as a user would write them, in a temporary directory: what is taken from the
// built-in rules, what has to be there, and how a mistake is told.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "rules/builtin/builtin.h"
#include "rules/rulebook.h"
#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kRule = R"(id: house.budget
kind: rule
stages: [early, mid, late]
label: {en: House rule, zh: 自家规则}
source: field
ask: {en: Is there money, zh: 有钱吗？}
why: {en: No money no deal., zh: 没钱没单。}
readings:
  - reads: adverse
    points: -1
    when: {house.dropped: yes}
    says: {en: A rival dropped out., zh: 有对手退出。}
examples:
  - {deal: {stage: late}, reads: silent}
)";
constexpr const char* kFewFacts = R"(facts:
  house.dropped:
    means: {en: dropped out, zh: 退出}
    of: competitors
    where: {status: dropped_out}
)";

std::optional<Rulebook> load(const test::TemporaryFolder& folder, const Rulebook* base,
                             Diagnostics& diagnostics) {
  return load_rulebook(folder.path(), base, diagnostics);
}

/// What is wrong with a folder, with its path left out.
std::string complaints(const test::TemporaryFolder& folder, const Rulebook* base) {
  Diagnostics diagnostics;
  const bool loaded = load(folder, base, diagnostics).has_value();
  CHECK(loaded == !diagnostics.has_errors());
  std::string told = test::in_lines(diagnostics);
  for (std::size_t at = 0; (at = told.find(folder.path())) != std::string::npos;) {
    told.replace(at, folder.path().size(), "RULES");
  }
  return told;
}

std::string hash_of(const test::TemporaryFolder& folder) {
  Diagnostics diagnostics;
  const auto book = load(folder, &test::rules(), diagnostics);
  REQUIRE_MESSAGE(book, test::in_lines(diagnostics));
  return book->hash;
}

std::string replaced(std::string text, const std::string& piece, const std::string& other) {
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), other);
}

std::string contents(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("rule folder: one rule is enough beside the built-in ones") {
  const test::TemporaryFolder folder;
  folder.write("facts/house.yaml", kFewFacts);
  folder.write("house/budget.yaml", kRule);
  folder.write("house/notes.txt", "not a rule");
  folder.write(".git/config.yaml", "a: [broken");
  folder.write("house/.draft.yaml", "a: [broken");
  Diagnostics diagnostics;
  const auto book = load(folder, &builtin_rulebook(), diagnostics);
  REQUIRE_MESSAGE(book, test::in_lines(diagnostics));
  REQUIRE(book->rules.size() == 1);
  CHECK(book->rules[0].id == "house.budget");
  CHECK(book->queries.size() == builtin_rulebook().queries.size() + 1);
  CHECK(book->vocabulary.sections.size() == builtin_rulebook().vocabulary.sections.size());
  CHECK(book->words.entries().size() == builtin_rulebook().words.entries().size());
  CHECK(book->policy.bands == builtin_rulebook().policy.bands);

  const Opportunity deal =
      test::read_deal("stage: late\ncompetitors: [{name: A, status: dropped out}]\n");
  const auto judged =
      assess(*book, deal, {std::nullopt, *parse_date("2026-03-20"), Language::zh}, diagnostics);
  REQUIRE(judged.has_value());
  REQUIRE(judged->findings.size() == 1);
  CHECK(judged->findings[0].message == "有对手退出。");
}

TEST_CASE("rule folder: facts of the base are there when the folder has none") {
  const test::TemporaryFolder folder;
  folder.write("house/budget.yaml", replaced(kRule, "house.dropped", "rivals.dropped_out"));
  CHECK(complaints(folder, &test::rules()).empty());
}

TEST_CASE("rule folder: without a base everything has to be there") {
  const test::TemporaryFolder folder;
  folder.write("house/budget.yaml", kRule);
  CHECK(complaints(folder, nullptr) ==
        "RULES error: the rule folder has no vocabulary.yaml\n"
        "RULES error: the rule folder has no words/\n");
}

TEST_CASE("rule folder: rules stand in order, questions first") {
  const test::TemporaryFolder folder;
  folder.write("facts/house.yaml", kFewFacts);
  const auto write = [&](const char* name, const std::string& kind, const std::string& stages) {
    std::string text = replaced(kRule, "house.budget", std::string("house.") + name);
    text = replaced(text, "kind: rule", kind);
    folder.write(std::string("house/") + name + ".yaml",
                 replaced(text, "[early, mid, late]", stages));
  };
  const std::string would =
      "\nquestion: {en: q, zh: 问}\nwould: {help: {en: h, zh: 好}, hurt: {en: b, zh: 坏}}";
  write("z", "kind: rule", "[late]");
  write("a", "kind: rule", "[late]");
  write("b", "kind: question\norder: 2" + would, "[early]");
  write("c", "kind: question\norder: 1" + would, "[mid]");
  write("d", "kind: question\norder: 1" + would, "[early]");
  Diagnostics diagnostics;
  const auto book = load(folder, &test::rules(), diagnostics);
  REQUIRE_MESSAGE(book, test::in_lines(diagnostics));
  std::string order;
  for (const Rule& rule : book->rules) order += rule.id.substr(6);
  CHECK(order == "dbcaz");
}

TEST_CASE("rule folder: what must fail") {
  struct Case {
    std::string file;
    std::string text;
    std::string told;
  };
  const Case cases[] = {
      {"house/budget.yaml", replaced(kRule, "id: house.budget", "id: home.budget"),
       "1:1 error: the rule calls itself 'home.budget', but by its folder and file it is "
       "'house.budget'\n"},
      {"house/deep/budget.yaml", kRule,
       "1:1 error: the rule calls itself 'house.budget', but by its folder and file it is "
       "'house.deep.budget'\n"},
      {"house/budget.yaml", replaced(kRule, "house.dropped", "house.droped"),
       "11:12 error: there is no fact 'house.droped' | the nearest name is 'house.dropped'\n"},
      {"house/budget.yaml", replaced(kRule, "en: Is there money, ", ""),
       "6:6 error: 'en' is missing here\n6:6 error: a text is needed in English (en)\n"},
      {"house/budget.yaml", replaced(kRule, "A rival dropped out.", "\"{rivla} dropped\""),
       "9:5 error: no fact fills the placeholder '{rivla}'\n"},
      {"house/budget.yaml", replaced(kRule, "points: -1", "points: 1"),
       "9:5 error: an adverse reading takes points away and a favourable one adds them\n"},
      {"house/budget.yaml", replaced(kRule, "house.dropped: yes", "standing: backup"),
       "9:5 error: a rule that asks for the standing cannot move it | remove its points and "
       "gates\n"},
      {"house/budget.yaml", "id: house.budget\nid: x\n",
       "2:1 error: the key 'id' appears here a second time | the first one is in line 1; one of "
       "the two "
       "has to go\n"},
      {"facts/house.yaml", replaced(kFewFacts, "of: competitors", "of: competitor"),
       "3:5 error: the deal file has no list 'competitor'\n"},
      {"facts/more.yaml", kFewFacts,
       "2:3 error: the name 'house.dropped' already stands for something else here\n"},
      {"words/own.yaml", "a: {zh: 文}\n",
       "1:4 error: 'en' is missing here\n1:4 error: a text is needed in English (en)\n"},
      {"vocabulary.yaml", "words: {}\n", "1:1 error: 'sets' is missing here\n"},
      {"verdict.yaml", "bands: {first-choice: 1, contender: 2, backup: 0}\n",
       "1:1 error: 'version' is missing here\n1:8 error: the bands must rise from backup to "
       "contender to first-choice\n"},
      {"house/empty.yaml", "", "this file is empty"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const test::TemporaryFolder folder;
    folder.write("facts/house.yaml", kFewFacts);
    if (!one.file.starts_with("house/")) folder.write("house/budget.yaml", kRule);
    folder.write(one.file, one.text);
    const std::string told = complaints(folder, &test::rules());
    CHECK_MESSAGE(told.find(one.told) != std::string::npos, told);
  }
}

TEST_CASE("rule folder: mistakes of all its rules are told, with file, line and caret") {
  const test::TemporaryFolder folder;
  folder.write("facts/house.yaml", kFewFacts);
  folder.write("house/a.yaml", replaced(kRule, "house.budget", "house.b"));
  folder.write("house/budget.yaml", replaced(kRule, "reads: adverse", "reads: bad"));
  folder.write("house/fine.yaml", replaced(kRule, "house.budget", "house.fine"));
  Diagnostics diagnostics;
  CHECK_FALSE(load(folder, &test::rules(), diagnostics).has_value());
  const std::string house = folder.path() + "/house/";
  CHECK(render_diagnostics(diagnostics, test::rules().words, Language::en, false) ==
        house +
            "a.yaml:1:1: error: the rule calls itself 'house.b', but by its folder and file it is "
            "'house.a'\n"
            "  1 | id: house.b\n"
            "    | ^\n" +
            house +
            "budget.yaml:9:12: error: a reading is adverse, mixed or favourable, not 'bad'\n"
            "  9 |   - reads: bad\n"
            "    |            ^\n");
}

TEST_CASE("rule folder: added to the built-in rules, it changes nothing of them") {
  const test::TemporaryFolder folder;
  folder.write("facts/house.yaml", kFewFacts);
  folder.write("house/budget.yaml", kRule);
  folder.write("words/own.yaml", "house: {hello: {en: Hello, zh: 你好}}\n");
  Diagnostics diagnostics;
  const auto book = add_rules(folder.path(), test::rules(), diagnostics);
  REQUIRE_MESSAGE(book, test::in_lines(diagnostics));
  CHECK(book->rules.size() == test::rules().rules.size() + 1);
  CHECK(book->queries.back().name == "house.dropped");
  CHECK(book->words.say("house.hello", Language::zh) == "你好");
  CHECK(book->hash != test::rules().hash);
  CHECK(book->hash != hash_of(folder));  // of the same folder instead of the built-in rules
  CHECK(find_rule(*book, "house.budget") != nullptr);
  CHECK(told_name(*book) == test::rules().policy.version + " + " +
                                std::filesystem::path(folder.path()).filename().string());
  const auto judged =
      assess(*book, test::read_deal("stage: late\ncompetitors: [{name: A, status: dropped out}]\n"),
             {.as_of = std::nullopt, .today = *parse_date("2026-03-20")}, diagnostics);
  REQUIRE(judged);
  CHECK(test::find(*judged, "house.budget") != nullptr);

  const auto again = add_rules(folder.path(), *book, diagnostics);
  CHECK_FALSE(again);
  const std::string told = test::in_lines(diagnostics);
  CHECK(told.find("'house.budget' is already taken, in " + folder.path() +
                  "/house/budget.yaml:1") != std::string::npos);
  CHECK(told.find("'house.dropped' is already taken, in") != std::string::npos);
  CHECK(told.find("'house.hello' is already taken, in") != std::string::npos);
}

TEST_CASE("rule folder: what cannot be added") {
  const test::TemporaryFolder folder;
  folder.write("verdict.yaml", "version: x\n");
  folder.write("vocabulary.yaml", "words: {}\n");
  folder.write("plays.yaml", "plays: [{play: other-scope}]\n");
  folder.write("checks.yaml", "objective: [{check: what}]\n");
  Diagnostics diagnostics;
  CHECK_FALSE(add_rules(folder.path(), test::rules(), diagnostics));
  const std::string told = test::in_lines(diagnostics);
  CHECK(told.find("verdict.yaml cannot be added") != std::string::npos);
  CHECK(told.find("vocabulary.yaml cannot be added") != std::string::npos);
  CHECK(told.find("'other-scope' is already taken by the built-in rules") != std::string::npos);
  CHECK(told.find("'objective what' is already taken by the built-in rules") != std::string::npos);
  const test::TemporaryFolder nothing;
  Diagnostics none;
  CHECK_FALSE(add_rules(nothing.path(), test::rules(), none));
  CHECK(test::in_lines(none).find("there is no rule in this folder") != std::string::npos);
}

TEST_CASE("rule folder: one that is not there, one without rules") {
  Diagnostics diagnostics;
  CHECK_FALSE(load_rulebook("/nowhere/rules", &test::rules(), diagnostics).has_value());
  CHECK(test::in_lines(diagnostics) ==
        "/nowhere/rules error: cannot read the rule folder: No such file or directory\n");
  const test::TemporaryFolder empty;
  CHECK(complaints(empty, &test::rules()) == "RULES error: there is no rule in this folder\n");
  empty.write("facts/house.yaml", kFewFacts);
  CHECK(complaints(empty, &test::rules()) == "RULES error: there is no rule in this folder\n");
}

TEST_CASE("rule folder: the hash tells folders apart") {
  const test::TemporaryFolder folder;
  folder.write("facts/house.yaml", kFewFacts);
  folder.write("house/budget.yaml", kRule);
  const std::string hash = hash_of(folder);
  CHECK(hash.size() == 8);
  CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(hash_of(folder) == hash);
  CHECK(hash != test::rules().hash);

  folder.write("house/budget.yaml", std::string(kRule) + "# one more line\n");
  const std::string longer = hash_of(folder);
  CHECK(longer != hash);
  folder.write("house/budget.yaml", kRule);
  CHECK(hash_of(folder) == hash);
  folder.write("words.txt", "does not count");
  CHECK(hash_of(folder) == hash);
  folder.write("words/own.yaml", "house: {said: {en: said, zh: 说}}\n");  // judges nothing
  CHECK(hash_of(folder) == hash);

  const test::TemporaryFolder renamed;
  renamed.write("facts/home.yaml", kFewFacts);
  renamed.write("house/budget.yaml", kRule);
  CHECK(hash_of(renamed) != hash);

  Rulebook base = test::rules();
  base.hash = "00000000";
  Diagnostics diagnostics;
  CHECK(load(folder, &base, diagnostics)->hash != hash);  // what it is laid over counts too
}

TEST_CASE("rule folder: the words alone, as far as they can be read") {
  const test::TemporaryFolder folder;
  folder.write("words/a.yaml", "own: {en: mine, zh: 我的}\n");
  folder.write("house/budget.yaml", "a: [broken\n");
  Diagnostics diagnostics;
  const Words words = load_folder_words(folder.path(), diagnostics);
  CHECK(words.say("own", Language::zh) == "我的");
  CHECK(load_folder_words(test::rules_folder(), diagnostics).entries().size() ==
        test::rules().words.entries().size());
}

TEST_CASE("rule folder: examples with their place") {
  const test::TemporaryFolder folder;
  folder.write("house/budget.yaml", kRule);
  folder.write("facts/house.yaml", kFewFacts);
  Diagnostics diagnostics;
  const auto examples = load_examples(folder.path(), diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  REQUIRE(examples.size() == 1);
  CHECK(examples[0].rule == "house.budget");
  CHECK(examples[0].reads.text() == "silent");
  CHECK(examples[0].at == Location{14, 5});
  CHECK(examples[0].file == folder.path() + "/house/budget.yaml");

  folder.write("house/budget.yaml", replaced(kRule, "reads: silent", "raeds: silent"));
  (void)load_examples(folder.path(), diagnostics);
  CHECK(test::in_lines(diagnostics) ==
        "14:5 error: 'reads' is missing here\n"
        "14:27 error: unknown key 'raeds' | the nearest name is 'reads'\n");
}

TEST_CASE("rule folder: tests beside the rules are neither rules nor part of what is judged by") {
  const test::TemporaryFolder folder;
  folder.write("house/budget.yaml", kRule);
  folder.write("facts/house.yaml", kFewFacts);
  Diagnostics diagnostics;
  const auto before = load(folder, &test::rules(), diagnostics);
  folder.write("tests/house.yaml", "not even: [yaml\n");
  const auto after = load(folder, &test::rules(), diagnostics);
  REQUIRE_MESSAGE((before && after), test::in_lines(diagnostics));
  CHECK(after->hash == before->hash);
  CHECK(after->rules.size() == before->rules.size());

  folder.write("house/tests/more.yaml", "not even: [yaml\n");  // only the one at the top is special
  CHECK_FALSE(load(folder, &test::rules(), diagnostics));
}

TEST_CASE("rule folder: the built-in one can stand alone") {
  const test::TemporaryFolder folder;
  std::filesystem::copy(
      test::rules_folder(), folder.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  Diagnostics diagnostics;
  const auto book = load(folder, nullptr, diagnostics);
  REQUIRE_MESSAGE(book, test::in_lines(diagnostics));
  CHECK(book->hash == test::rules().hash);
  const std::string verdict = contents(folder.path() + "/verdict.yaml");
  folder.write("verdict.yaml", verdict + "# changed\n");
  CHECK(load(folder, nullptr, diagnostics)->hash != test::rules().hash);
}

}  // namespace dealcheck

#include "support.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <tuple>

#include "deal/opportunity.h"
#include "rules/load/rule_load.h"

namespace dealcheck::test {

namespace {

AssessOptions on_test_day(Language language) {
  return {.as_of = std::nullopt, .today = *parse_date("2026-03-20"), .language = language};
}

std::shared_ptr<const YamlDocument> parse(const std::string& text, Diagnostics& diagnostics) {
  const auto source = check_source("deal.yaml", text, diagnostics);
  if (!source) return nullptr;
  auto document = parse_yaml(source, diagnostics);
  if (!document) return nullptr;
  return std::make_shared<const YamlDocument>(std::move(*document));
}

constexpr const char* kPolicy = R"(
version: "test"
unknown_points: {early: 0, mid: 0, late: -1}
bands:
  early: {first-choice: 5, contender: 0, backup: -4}
  mid: {first-choice: 5, contender: 0, backup: -4}
  late: {first-choice: 5, contender: 0, backup: -4}
unclear: {questions: 2, readings: 2}
large_amount: 1000000
stale_after: {early: 120, mid: 90, late: 60}
grade_weight: {witnessed: 1.0, reported: 0.5, assumed: 0.0}
verdicts:
  first-choice: {label: {en: FIRST, zh: 首选}, means: {en: we lead, zh: 领先}}
  contender: {label: {en: CONTENDER, zh: 竞争}, means: {en: open, zh: 未定}}
  backup: {label: {en: BACKUP, zh: 备选}, means: {en: reserve, zh: 后备}}
  column-fodder: {label: {en: FODDER, zh: 陪标}, means: {en: numbers, zh: 凑数}}
  unclear: {label: {en: UNCLEAR, zh: 不明}, means: {en: nothing known, zh: 不知}}
  no-project: {label: {en: NO PROJECT, zh: 未立项}, means: {en: no race, zh: 没开始}}
project:
  - {state: later, label: {en: later, zh: 以后}, when: {project.put_off: frozen}}
  - {state: active, label: {en: active, zh: 在做}, when: {project.initiated: yes}}
not_started: {decision: start-the-project, says: {en: Start it., zh: 先立项。}}
nurture: {when: {project.wanted_inside: no}, decision: nurture, says: {en: Leave it., zh: 放着。}}
macro:
  bands: {far-ahead: 4, ahead: 1, level: 0, behind: -3}
  recognised: 1
  by_decider: 2
  status: {favoured: -2}
)";

/// One row of the decision table for each stage: its decisions are called `early-backup` and so on.
std::string decision_table() {
  std::string table = "decisions:\n";
  for (const Stage stage : kStages) {
    table += "  " + std::string(to_string(stage)) + ":\n";
    for (const Standing standing : {Standing::first_choice, Standing::contender, Standing::backup,
                                    Standing::column_fodder, Standing::unclear}) {
      const std::string name(to_string(standing));
      const std::string id = std::string(to_string(stage)) + "-" + name;
      table += "    " + name + ": {decision: " + id + ", says: {en: do " + id + ", zh: 做}}\n";
    }
  }
  return table;
}

/// Fails the test when something could not be loaded.
void require_no_errors(const Diagnostics& diagnostics, const Words& words) {
  const std::string told = render_diagnostics(diagnostics, words, Language::en, false);
  REQUIRE_MESSAGE(!diagnostics.has_errors(), told);
}

}  // namespace

std::string source_folder() { return DEALCHECK_SOURCE_DIR; }

std::string rules_folder() { return source_folder() + "/rules"; }

const Rulebook& rules() {
  static const Rulebook kBook = [] {
    Diagnostics diagnostics;
    auto book = load_rulebook(rules_folder(), nullptr, diagnostics);
    REQUIRE_MESSAGE(book, render_diagnostics(diagnostics, Words(), Language::en, false));
    return std::move(*book);
  }();
  return kBook;
}

const std::vector<Rulebook>& packs() {
  static const std::vector<Rulebook> kPacks = [] {
    Diagnostics diagnostics;
    auto packs = load_packs(rules_folder(), rules(), diagnostics);
    REQUIRE_MESSAGE(packs, render_diagnostics(diagnostics, rules().words, Language::en, false));
    return std::move(*packs);
  }();
  return kPacks;
}

std::optional<Assessment> judge(Yaml deal, std::shared_ptr<const YamlDocument> document,
                                Diagnostics& diagnostics, const Rulebook& book) {
  const auto opportunity =
      read_opportunity(deal, std::move(document), book.vocabulary, diagnostics);
  if (!opportunity) return std::nullopt;
  return assess(book, *opportunity, on_test_day(Language::en), diagnostics);
}

Assessment judge(const std::string& deal, Language language) {
  Diagnostics diagnostics;
  std::optional<Assessment> result;
  if (const auto document = parse(deal, diagnostics)) {
    if (const auto opportunity = read_opportunity(document, rules().vocabulary, diagnostics)) {
      result = assess(rules(), *opportunity, on_test_day(language), diagnostics);
    }
  }
  const std::string told = render_diagnostics(diagnostics, rules().words, Language::en, false);
  REQUIRE_MESSAGE(result.has_value(), told);
  return std::move(*result);
}

std::string complaints_about(const std::string& deal) {
  Diagnostics diagnostics;
  if (const auto document = parse(deal, diagnostics)) {
    const auto opportunity = read_opportunity(document, rules().vocabulary, diagnostics);
    if (opportunity) {
      const auto judged = assess(rules(), *opportunity, on_test_day(Language::en), diagnostics);
      CHECK(judged.has_value() == !diagnostics.has_errors());
    }
  }
  return render_diagnostics(diagnostics, rules().words, Language::en, false);
}

std::shared_ptr<const YamlDocument> document(const std::string& text, const std::string& path) {
  Diagnostics diagnostics;
  auto tree = parse_yaml(std::make_shared<const Source>(path, text), diagnostics);
  require_no_errors(diagnostics, rules().words);
  return std::make_shared<const YamlDocument>(std::move(*tree));
}

Opportunity read_deal(const std::string& text) {
  Diagnostics diagnostics;
  auto deal = read_opportunity(document(text), rules().vocabulary, diagnostics);
  require_no_errors(diagnostics, rules().words);
  return std::move(*deal);
}

std::string in_lines(const Diagnostics& diagnostics, Language language) {
  std::vector<Diagnostic> sorted = diagnostics.all();
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.path, a.at) < std::tie(b.path, b.at);
  });
  std::string text;
  for (const Diagnostic& one : sorted) {
    const std::string help = diagnostic_help(one, rules().words, language);
    text += one.at.line == 0 ? one.path
                             : std::to_string(one.at.line) + ":" + std::to_string(one.at.column);
    text += one.severity == Severity::error ? " error: " : " warning: ";
    text += diagnostic_message(one, rules().words, language);
    text += help.empty() ? "\n" : " | " + help + "\n";
  }
  return text;
}

Rulebook small_rulebook(const std::string& facts, const std::vector<std::string>& rule_texts) {
  Diagnostics diagnostics;
  Rulebook book;
  book.vocabulary = rules().vocabulary;
  book.words = rules().words;
  book.hash = "12345678";
  const NameScope scope(book.vocabulary, book.queries);
  if (!facts.empty()) {
    load_queries(Yaml(*document("facts:\n" + facts, "facts.yaml")), scope, book.queries,
                 diagnostics);
  }
  book.policy =
      load_policy(Yaml(*document(kPolicy + decision_table(), "verdict.yaml")), scope, diagnostics);
  for (const std::string& text : rule_texts) {
    const auto file = document(text, "rule.yaml");
    const auto id = Yaml(*file).find("id");
    REQUIRE(id.has_value());
    auto rule = load_rule(Yaml(*file), std::string(id->text()), scope, diagnostics);
    require_no_errors(diagnostics, book.words);
    book.rules.push_back(std::move(*rule));
  }
  require_no_errors(diagnostics, book.words);
  return book;
}

Condition condition(const std::string& text, const Rulebook& book) {
  Diagnostics diagnostics;
  const auto file = document("when: " + text + "\n", "condition.yaml");
  const NameScope scope(book.vocabulary, book.queries);
  Condition made = read_condition(*Yaml(*file).find("when"), scope, diagnostics);
  require_no_errors(diagnostics, book.words);
  return made;
}

TemporaryFolder::TemporaryFolder() {
  static int count = 0;
  const std::string name =
      "dealcheck-test-" + std::to_string(getpid()) + "-" + std::to_string(++count);
  path_ = std::filesystem::temp_directory_path() / name;
  std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, const std::string& text) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

const Finding* find(const Assessment& assessment, const std::string& rule) {
  for (const auto* list : {&assessment.questions, &assessment.findings}) {
    for (const Finding& finding : *list) {
      if (finding.rule == rule) return &finding;
    }
  }
  return nullptr;
}

}  // namespace dealcheck::test

// Reading checks.yaml: the real one, and what must fail in it.

#include <doctest/doctest.h>

#include <string>

#include "rules/load/rule_load.h"
#include "support.h"

namespace dealcheck {
namespace {

/// A file with all groups empty but one check of strengths.
std::string file(const std::string& check) {
  return "objective: []\nproject: []\nspecial-control: []\nfit: []\ncoach: []\nbullet:\n  - " +
         check + "\n";
}

constexpr const char* kGood =
    "{check: value, label: {en: L, zh: 标}, source: S3, when: {it.worth_paying: yes}, failed: "
    "{it.worth_paying: no}, passes: {en: \"{it.what}\", zh: 好}, fails: {en: No, zh: 不}, ask: "
    "{en: Ask, zh: 问}}";

std::string checks_with(const std::string& piece, const std::string& other) {
  std::string text = kGood;
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return file(text.replace(at, piece.size(), other));
}

std::string complaints_of_checks(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = test::document(text, "checks.yaml");
  const NameScope scope(test::rules().vocabulary, test::rules().queries);
  (void)load_checks(Yaml(*document), scope, diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    CHECK(one.at.line > 0);
    told += diagnostic_message(one, test::rules().words, Language::en) + "\n";
  }
  return told;
}

TEST_CASE("checks: the real ones are there, each group") {
  const CheckLists& checks = test::rules().checks;
  CHECK(checks[CheckGroup::objective].size() == 5);
  CHECK(checks[CheckGroup::project].size() == 5);
  CHECK(checks[CheckGroup::bullet].size() == 4);
  CHECK(checks[CheckGroup::coach].size() == 3);
  CHECK(checks[CheckGroup::fit].size() == 3);
  CHECK(checks[CheckGroup::special_control].size() >= 3);
}

TEST_CASE("checks: what must fail") {
  struct Case {
    std::string text;
    std::string told;
  };
  const Case cases[] = {
      {file(kGood), ""},
      {checks_with("when: {it.worth_paying", "when: {it.worth_payin"),
       "there is no fact 'it.worth_payin'\n"},
      {checks_with("failed: {it.worth_paying: no}, ", ""), "'failed' is missing here\n"},
      {checks_with("{it.what}", "{it.wat}"), "no fact fills the placeholder '{it.wat}'\n"},
      {checks_with("label: {en: L, zh: 标}", "label: {zh: 标}"),
       "'en' is missing here\na text is needed in English (en)\n"},
      {checks_with("check: value", "chek: value"), "'check' is missing here\nunknown key 'chek'\n"},
      {file(kGood) + "extra: []\n", "unknown key 'extra'\n"},
      {"objective: []\nproject: []\nspecial-control: []\nfit: []\nbullet: []\n",
       "'coach' is missing here\n"},
      {"objective: one\nproject: []\nspecial-control: []\nfit: []\nbullet: []\ncoach: []\n",
       "a list with at least one entry is needed here\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.told);
    CHECK(complaints_of_checks(one.text) == one.told);
  }
}

}  // namespace
}  // namespace dealcheck

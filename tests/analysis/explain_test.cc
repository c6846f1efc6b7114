#include "analysis/explain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "engine/verdict.h"
#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kFacts = R"(
  objection.open:
    means: {en: open, zh: 未决}
    of: objections
    where: {can_meet: no}
)";

std::string rule(const std::string& readings, const std::string& head = {}) {
  return "id: r.one\nkind: rule\nstages: [mid]\n" + head +
         "label: {en: L, zh: 标}\nsource: S1\nask: {en: Ask, zh: 问}\nwhy: {en: Why, zh: 因}\n"
         "examples: []\nreadings:\n" +
         readings;
}

std::string reading(const std::string& when, int points = -1, const std::string& more = {}) {
  return "  - {reads: " + std::string(points < 0 ? "adverse" : "favourable") +
         ", points: " + std::to_string(points) + ", when: " + when + more +
         ", says: {en: Says, zh: 说}}\n";
}

/// The explanation of the one rule on a deal of 2026-03-20.
RuleExplanation explained(const std::string& rule_text, const std::string& deal_text) {
  static std::vector<std::unique_ptr<Opportunity>> deals;
  static std::vector<std::unique_ptr<Rulebook>> books;
  books.push_back(std::make_unique<Rulebook>(test::small_rulebook(kFacts, {rule_text})));
  deals.push_back(std::make_unique<Opportunity>(test::read_deal("stage: mid\n" + deal_text)));
  Facts facts(*books.back(), *deals.back(), *parse_date("2026-03-20"), Stage::mid);
  std::vector<RuleResult> hits;
  rule_on(*books.back(), facts, hits);
  return explain(AssessContext(*books.back(), *deals.back(), facts, Language::en),
                 books.back()->rules.front());
}

/// `fact=wanted` to hold, `fact!=wanted` to fail.
std::string change_of(const RuleExplanation& told) {
  std::string text;
  for (const LeafChange& one : told.cases.front().change) {
    text += (text.empty() ? "" : " ") + one.fact + (one.to_hold ? "=" : "!=") + one.wanted;
  }
  return text;
}

TEST_CASE("explain: a rule that fires says what it rests on, and what would stop it") {
  const RuleExplanation told =
      explained(rule(reading("{behaviours.questions: few}")), "behaviours: {questions: few}\n");
  REQUIRE(told.cases.size() == 1);
  CHECK(told.cases[0].fires == 0);
  const ExplainedCondition& leaf = told.cases[0].readings[0].when;
  CHECK(leaf.fact == "behaviours.questions");
  CHECK(leaf.wanted == "few");
  CHECK(leaf.actual == "few");
  CHECK(leaf.truth == Tri::yes);
  REQUIRE(leaf.evidence.size() == 1);
  CHECK(leaf.evidence[0].at.line == 2);
  CHECK(change_of(told) == "behaviours.questions!=few");
}

TEST_CASE("explain: the smallest change through all, any, not and some") {
  struct Case {
    std::string when;
    std::string deal;
    std::string change;
  };
  const Case cases[] = {
      {"{behaviours.questions: few, behaviours.scope: narrow}", "behaviours: {questions: few}\n",
       "behaviours.scope=narrow"},
      {"{behaviours.questions: few, behaviours.scope: narrow}",
       "behaviours: {questions: few, scope: narrow}\n", "behaviours.questions!=few"},
      {"{any: [{behaviours.questions: few}, {behaviours.scope: narrow}]}", "",
       "behaviours.questions=few"},
      {"{any: [{behaviours.questions: few}, {behaviours.scope: narrow}]}",
       "behaviours: {questions: few, scope: narrow}\n",
       "behaviours.questions!=few behaviours.scope!=narrow"},
      {"{not: {behaviours.questions: few}}", "behaviours: {questions: few}\n",
       "behaviours.questions!=few"},
      {"{any: [{all: [{behaviours.questions: few}, {behaviours.scope: narrow}]}, "
       "{behaviours.tasks: yes}]}",
       "", "behaviours.tasks=yes"},
      {"{some: {at_least: 2, of: [{behaviours.questions: few}, {behaviours.scope: narrow}, "
       "{behaviours.tasks: yes}]}}",
       "behaviours: {scope: narrow}\n", "behaviours.questions=few"},
      {"{some: {at_least: 2, of: [{behaviours.questions: few}, {behaviours.scope: narrow}, "
       "{behaviours.tasks: yes}]}}",
       "behaviours: {questions: few, scope: narrow, tasks: no}\n", "behaviours.questions!=few"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.when);
    CAPTURE(one.deal);
    CHECK(change_of(explained(rule(reading(one.when)), one.deal)) == one.change);
  }
}

TEST_CASE("explain: an exclusion and an earlier reading are told") {
  const RuleExplanation excluded = explained(
      rule(reading("{behaviours.questions: few}", -1, ", unless: {behaviours.scope: wide}")),
      "behaviours: {questions: few, scope: wide}\n");
  CHECK_FALSE(excluded.cases[0].fires.has_value());
  CHECK(excluded.cases[0].readings[0].unless->truth == Tri::yes);
  CHECK(change_of(excluded) == "behaviours.scope!=wide");
  const RuleExplanation second = explained(
      rule(reading("{behaviours.questions: few}") + reading("{behaviours.questions: few}")),
      "behaviours: {questions: few}\n");
  CHECK(second.cases[0].readings[1].preempted);
  CHECK_FALSE(second.cases[0].readings[1].fires);
}

TEST_CASE("explain: why a fact has no value that counts") {
  const auto gap = [](const std::string& deal, int points) {
    return explained(rule(reading("{behaviours.questions: few}", points)), deal)
        .cases[0]
        .readings[0]
        .when.gap;
  };
  CHECK(gap("", -1) == Gap::not_asked);
  CHECK(gap("behaviours: {questions: unknown}\n", -1) == Gap::not_known);
  CHECK(gap("behaviours: [{questions: few, seen_in: early}]\n", -1) == Gap::earlier_stage);
  CHECK(gap("behaviours: [{questions: few, by: a}, {questions: many, by: b}]\n", -1) ==
        Gap::contradicted);
  CHECK(gap("behaviours: {questions: {value: few, evidence: assumed}}\n", 1) == Gap::only_assumed);
  CHECK(gap("behaviours: {questions: {value: few, evidence: assumed}}\n", -1) == Gap::none);
}

TEST_CASE("explain: a rule over entries, those that fire first") {
  const RuleExplanation told =
      explained(rule(reading("{it.can_meet: no}"), "for: objections\n"),
                "objections: [{topic: price}, {topic: date, can_meet: no}]\n");
  REQUIRE(told.cases.size() == 2);
  CHECK(told.cases[0].about == "date, no");
  CHECK(told.cases[0].fires == 0);
  CHECK(told.cases[1].about == "price");
  CHECK_FALSE(told.cases[1].fires.has_value());
}

TEST_CASE("explain: a named fact is told with the entry it found") {
  const RuleExplanation told = explained(rule(reading("{objection.open: yes}")),
                                         "objections: [{topic: price, can_meet: no}]\n");
  const ExplainedCondition& leaf = told.cases[0].readings[0].when;
  CHECK(leaf.actual == "yes");
  REQUIRE(leaf.evidence.size() == 1);
  CHECK(leaf.evidence[0].value == "price, no");
}

}  // namespace
}  // namespace dealcheck

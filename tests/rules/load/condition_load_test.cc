#include "rules/load/condition_load.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "rules/computed.h"
#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kFacts = R"(
  objection.open:
    means: {en: open, zh: 未了}
    of: objections
    where: {settled: no}
  objection:
    means: {en: any, zh: 任何}
    of: objections
  rival.strong:
    means: {en: strong, zh: 强}
    of: competitors.strengths
    where: {parent.incumbent: yes}
)";

const Rulebook& condition_book() {
  static const Rulebook kBook = test::small_rulebook(kFacts);
  return kBook;
}

NameScope scope() { return {condition_book().vocabulary, condition_book().queries}; }

std::uint16_t section(const char* id) { return condition_book().vocabulary.section_id(id).value(); }

std::string complaints(const std::string& condition, const NameScope& names) {
  Diagnostics diagnostics;
  const auto file = test::document("when: " + condition + "\n", "rule.yaml");
  (void)read_condition(*Yaml(*file).find("when"), names, diagnostics);
  return test::in_lines(diagnostics);
}

struct ConditionMistake {
  std::string condition;
  std::string told;
};

}  // namespace

// ---- names
// ---------------------------------------------------------------------------------------

TEST_CASE("condition: what a name stands for") {
  using Stands = Subject::Kind;
  struct Case {
    const char* name;
    Stands kind;
    Type type;
    std::size_t steps;
  };
  const Case cases[] = {
      {"project.budget", Stands::attribute, Type::choice, 1},
      {"deal.feeling", Stands::attribute, Type::choice, 1},
      {"process.bidders", Stands::attribute, Type::number, 1},
      {"value.number", Stands::attribute, Type::money, 1},
      {"milestones.demo", Stands::attribute, Type::date, 1},
      {"behaviours.questions.age", Stands::attribute_age, Type::number, 1},
      {"behaviours.questions.by", Stands::attribute, Type::contact, 2},
      {"behaviours.questions.by.name", Stands::attribute, Type::text, 3},
      {"behaviours.questions.by.roles", Stands::attribute, Type::choice, 3},
      {"behaviours.questions.note", Stands::attribute, Type::text, 2},
      {"objection.open", Stands::query, Type::choice, 0},
      {"objection.open.count", Stands::query_count, Type::number, 0},
      {"objection.open.age", Stands::query_age, Type::number, 0},
      {"objection.open.topic", Stands::query_field, Type::text, 1},
      {"objection.open.by.reports_to.name", Stands::query_field, Type::text, 3},
      {"objection.open.current", Stands::query_field, Type::choice, 1},
      {"objection", Stands::query, Type::choice, 0},
      {"objection.topic", Stands::query_field, Type::text, 1},
      {"rival.strong.parent.name", Stands::query_field, Type::text, 2},
      {"stage", Stands::computed, Type::choice, 0},
      {"stage.days", Stands::computed, Type::number, 0},
      {"standing", Stands::computed, Type::choice, 0},
      {"mines.count", Stands::computed, Type::number, 0},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const auto named = scope().find(one.name);
    REQUIRE(named.has_value());
    CHECK(named->subject.kind == one.kind);
    CHECK(named->type == one.type);
    CHECK(named->subject.path.size() == one.steps);
  }
}

TEST_CASE("condition: only what is known after the verdict says so") {
  for (const ComputedFact& fact : kDealFacts) {
    const auto named = scope().find(fact.name);
    REQUIRE(named.has_value());
    CHECK(named->after_verdict == (fact.name == "standing" || fact.name == "mines.count"));
  }
}

TEST_CASE("condition: names that stand for nothing") {
  for (const char* name : {"",
                           ".",
                           "project",
                           "project.",
                           "project.bugdet",
                           "project.预算",
                           "project.budget.colour",
                           "project.budget.budget",
                           "behaviours.questions.age.age",
                           "objections",
                           "objections.topic",
                           "objection.open.",
                           "objection.open.topik",
                           "objection.open.topic.name",
                           "objection.open.by.zzz",
                           "objection.opened",
                           "rival.strong.parent",
                           "contacts.name",
                           "it.name",
                           "stage.day",
                           "value.number.name",
                           "deal.stage.parent",
                           "competitors.strengths.what"}) {
    CAPTURE(name);
    CHECK_FALSE(scope().find(name).has_value());
  }
}

TEST_CASE("condition: the record at hand, by bare names inside where, behind it. in a rule") {
  const NameScope bare = scope().with_record(section("contacts"), true);
  const NameScope each = scope().with_record(section("contacts"), false);
  for (const char* field : {"name", "roles", "reports_to.influence", "by", "date", "stance",
                            "reached", "unmet_days", "age", "current", "grade", "working_age",
                            "newcomer", "countered", "named_role", "trusts.by.name"}) {
    CAPTURE(field);
    const auto inside = bare.find(field);
    REQUIRE(inside.has_value());
    CHECK(inside->subject.kind == Subject::Kind::field);
    CHECK_FALSE(bare.find(std::string("it.") + field).has_value());
    CHECK(each.find(std::string("it.") + field).has_value());
    CHECK_FALSE(each.find(field).has_value());
  }
  CHECK(bare.find("project.budget").has_value());
  CHECK(each.find("project.budget").has_value());
  CHECK_FALSE(bare.find("days").has_value());
  CHECK(scope().with_record(section("silences"), true).find("working_days").has_value());
  CHECK_FALSE(scope().with_record(section("silences"), true).find("stance").has_value());
  CHECK_FALSE(bare.find("姓名").has_value());
}

TEST_CASE("condition: every name that is offered as the nearest one is one") {
  for (const char* id : {"contacts", "silences", "objections"}) {
    for (const bool bare : {true, false}) {
      const NameScope names = scope().with_record(section(id), bare);
      for (const std::string& name : names.all_names()) {
        CAPTURE(name);
        // A list inside a record can be asked only through a query.
        const bool list = name.ends_with("strengths") || name.ends_with("weaknesses");
        CHECK((names.find(name).has_value() || list));
      }
    }
  }
}

// ---- trees and matchers
// --------------------------------------------------------------------------

TEST_CASE("condition: a tree is what was written") {
  const Condition one = test::condition("{project.budget: in_place}", condition_book());
  CHECK(one.op == Condition::Op::leaf);
  CHECK(one.matcher.choices == std::vector<std::int32_t>{0});

  const Condition two =
      test::condition("{project.budget: [in_place, requested], stage: late}", condition_book());
  CHECK(two.op == Condition::Op::all);
  REQUIRE(two.parts.size() == 2);
  const ChoiceSet& states =
      condition_book().vocabulary.sets[*condition_book().vocabulary.set_id("project.budget")];
  CHECK(two.parts[0].matcher.choices ==
        std::vector<std::int32_t>{*states.names.find("in_place"), *states.names.find("requested")});

  const Condition tree = test::condition(
      "{any: [{stage: late}, {not: {stage: mid, project.initiated: no}}], "
      "some: {at_least: 2, of: [{stage: late}, {stage: mid}, {stage: early}]}}",
      condition_book());
  CHECK(tree.op == Condition::Op::all);
  REQUIRE(tree.parts.size() == 2);
  CHECK(tree.parts[0].op == Condition::Op::any);
  CHECK(tree.parts[0].parts[1].op == Condition::Op::negation);
  CHECK(tree.parts[0].parts[1].parts[0].op == Condition::Op::all);
  CHECK(tree.parts[1].op == Condition::Op::some);
  CHECK(tree.parts[1].at_least == 2);
  CHECK(tree.parts[1].parts.size() == 3);
}

TEST_CASE("condition: matchers") {
  using Match = Matcher::Kind;
  const auto matcher = [](const std::string& text) {
    return test::condition("{process.bidders: " + text + "}", condition_book()).matcher;
  };
  CHECK(matcher("3").numbers == std::vector<double>{3});
  CHECK(matcher("[1, 2]").numbers == std::vector<double>{1, 2});
  const auto bounds = [&](const std::string& text) { return matcher(text).bounds; };
  CHECK(bounds("{at_least: 2}") == std::vector<Bound>{{Bound::Kind::at_least, 2}});
  CHECK(bounds("{below: 5, at_least: 2}") ==
        std::vector<Bound>{{Bound::Kind::at_least, 2}, {Bound::Kind::below, 5}});
  CHECK(matcher("{above: 0, at_most: 9}").kind == Match::range);
  CHECK(matcher("{is: known}").kind == Match::known);
  CHECK(matcher("{is: unknown}").kind == Match::unknown);
  CHECK(matcher("{is: none}").kind == Match::none);
  CHECK(matcher("{not: 3}").negated);
  CHECK(matcher("{not: [3, 4]}").numbers.size() == 2);
  CHECK_FALSE(matcher("3").negated);
}

TEST_CASE("condition: asking for the standing is noticed") {
  Diagnostics diagnostics;
  bool after = false;
  const auto file =
      test::document("a: {stage: late}\nb: {any: [{stage: late}, {not: {standing: backup}}]}\n");
  (void)read_condition(*Yaml(*file).find("a"), scope(), diagnostics, &after);
  CHECK_FALSE(after);
  (void)read_condition(*Yaml(*file).find("b"), scope(), diagnostics, &after);
  CHECK(after);
  (void)read_condition(*Yaml(*file).find("a"), scope(), diagnostics, &after);
  CHECK(after);  // once said, it stays
}

// ---- what must fail
// ------------------------------------------------------------------------------

TEST_CASE("condition: what must fail") {
  const std::vector<ConditionMistake> mistakes{
      {"{project.bugdet: in_place}",
       "1:8 error: there is no fact 'project.bugdet' | the nearest name is 'project.budget'\n"},
      {"{zzzzzzzzzzzzzz: yes}", "1:8 error: there is no fact 'zzzzzzzzzzzzzz'\n"},
      {"{objection.opne: yes}",
       "1:8 error: there is no fact 'objection.opne' | the nearest name is 'objection.open'\n"},
      {"{project.budget: in_plaec}",
       "1:24 error: the fact never has the value 'in_plaec' | the nearest value is 'in_place'\n"},
      {"{project.budget: 到位}", "1:24 error: the fact never has the value '到位'\n"},
      {"{project.budget: [in_place, gone, gnoe]}",
       "1:35 error: the fact never has the value 'gone'\n"
       "1:41 error: the fact never has the value 'gnoe'\n"},
      {"{objection.open: perhaps}", "1:24 error: the fact never has the value 'perhaps'\n"},
      {"{project.approver: somebody}",
       "1:26 error: this fact has no fixed values to compare with | ask for it with `is: known`, "
       "`unknown` or `none`\n"},
      {"{milestones.demo: 2026-03-01}",
       "1:25 error: this fact has no fixed values to compare with | ask for it with `is: known`, "
       "`unknown` or `none`\n"},
      {"{behaviours.questions.by: us}",
       "1:33 error: this fact has no fixed values to compare with | ask for it with `is: known`, "
       "`unknown` or `none`\n"},
      {"{process.bidders: many}", "1:25 error: a plain number is needed here, not 'many'\n"},
      {"{process.bidders: 010}", "1:25 error: a plain number is needed here, not '010'\n"},
      {"{process.bidders: {at_least: few}}",
       "1:36 error: a plain number is needed here, not 'few'\n"},
      {"{project.budget: {at_least: 2}}", "1:24 error: this fact is no number\n"},
      {"{process.bidders: {}}",
       "1:25 error: a comparison is missing here | write a value, a list of values, at_least, "
       "at_most, "
       "above, below, is or not\n"},
      {"{process.bidders: {at_lest: 2}}",
       "1:26 error: unknown key 'at_lest' | the nearest name is 'at_least'\n"},
      {"{process.bidders: {is: known, at_least: 2}}",
       "1:25 error: `is`, `not` and limits do not go together | write two conditions under "
       "`all`\n"},
      {"{project.budget: {is: there}}",
       "1:29 error: a fact is known, unknown or none, not 'there'\n"},
      {"{}", "1:7 error: a condition is a map from fact to value\n"},
      {"late", "1:7 error: a condition is a map from fact to value\n"},
      {"[{stage: late}]", "1:7 error: a condition is a map from fact to value\n"},
      {"{not: late}", "1:13 error: a condition is a map from fact to value\n"},
      {"{any: []}", "1:13 error: a list with at least one entry is needed here\n"},
      {"{all: {stage: late}}", "1:13 error: a list with at least one entry is needed here\n"},
      {"{any: [late]}", "1:14 error: a condition is a map from fact to value\n"},
      {"{some: {of: [{stage: late}]}}", "1:14 error: 'at_least' is missing here\n"},
      {"{some: {at_least: 2, of: [{stage: late}]}}",
       "1:14 error: `some` needs at_least between 1 and the number of parts\n"},
      {"{some: {at_least: 0, of: [{stage: late}]}}",
       "1:25 error: a number of at least 1 is needed here, not '0'\n"},
      {"{some: {at_least: 1.5, of: [{stage: late}]}}",
       "1:25 error: a whole number is needed here, not '1.5'\n"},
      {"{some: {at_least: 1}}",
       "1:14 error: 'of' is missing here\n"
       "1:14 error: `some` needs at_least between 1 and the number of parts\n"},
      {"{some: [{stage: late}]}", "1:14 error: `key: value` lines are needed here\n"},
      {"{some: {at_least: 1, of: [{stage: late}], off: 1}}",
       "1:49 error: unknown key 'off' | the nearest name is 'of'\n"},
  };
  for (const ConditionMistake& one : mistakes) {
    CAPTURE(one.condition);
    CHECK(complaints(one.condition, scope()) == one.told);
  }
}

TEST_CASE("condition: what must fail on a record at hand") {
  const NameScope names = scope().with_record(section("contacts"), true);
  CHECK(complaints("{roels: economic}", names) ==
        "1:8 error: there is no fact 'roels' | the nearest name is 'roles'\n");
  CHECK(complaints("{stance: agianst}", names) ==
        "1:16 error: the fact never has the value 'agianst' | the nearest value is 'against'\n");
  CHECK(complaints("{reached: {at_least: 1}}", names) == "1:17 error: this fact is no number\n");
  CHECK(complaints("{unmet_days: long}", names) ==
        "1:20 error: a plain number is needed here, not 'long'\n");
}

}  // namespace dealcheck

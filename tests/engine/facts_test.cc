#include "engine/facts.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/load/condition_load.h"
#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kFactCases = R"(
  objection.any:
    means: {en: any, zh: 任何}
    of: objections
  objection.unmet:
    means: {en: cannot meet, zh: 满足不了}
    of: objections
    where: {can_meet: no}
  objection.current:
    means: {en: of this stage, zh: 本阶段}
    of: objections
    where: {current: yes}
  objection.earlier:
    means: {en: of an earlier stage, zh: 以前阶段}
    of: objections
    where: {not: {current: yes}}
  objection.by_payer:
    means: {en: by the payer, zh: 拍板人提的}
    of: objections
    where: {by.roles: economic}
  meeting.long:
    means: {en: a long meeting, zh: 长谈}
    of: interactions
    where: {minutes: {at_least: 60}}
    open: yes
  friend:
    means: {en: for us, zh: 支持}
    of: contacts
    where: {stance: for}
  opponent:
    means: {en: against us, zh: 反对}
    of: contacts
    where: {stance: against}
  silence.long:
    means: {en: silent, zh: 沉默}
    of: silences
    where: {days: {above: 14}, over: no, dated: no}
  silence.working:
    means: {en: silent, zh: 沉默}
    of: silences
    where: {working_days: {above: 5}}
  rival.strength:
    means: {en: of the incumbent, zh: 在位者的}
    of: competitors.strengths
    where: {parent.incumbent: yes}
)";

const Rulebook& book() {
  static const Rulebook kBook = test::small_rulebook(kFactCases);
  return kBook;
}

/// A deal and its facts on 2026-03-20.
class Case {
 public:
  explicit Case(const std::string& deal, Stage stage = Stage::late,
                std::string_view day = "2026-03-20")
      : deal_(test::read_deal("stage: " + std::string(to_string(stage)) + "\n" + deal)),
        facts_(book(), deal_, parse_date(day).value(), stage) {}
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  [[nodiscard]] std::string test(const std::string& condition, EvidencePolicy trust) const {
    static constexpr std::string_view kNames[] = {"no", "?", "yes"};
    return std::string(
        kNames[static_cast<std::size_t>(facts_.test(test::condition(condition, book()), trust))]);
  }
  /// For us, against us and as checked, in this order.
  [[nodiscard]] std::string trusted(const std::string& condition) const {
    return test(condition, EvidencePolicy::for_us) + " " +
           test(condition, EvidencePolicy::against_us) + " " +
           test(condition, EvidencePolicy::checked);
  }
  [[nodiscard]] std::string print(const std::string& name, Language language = Language::en) const {
    const auto named = NameScope(book().vocabulary, book().queries).find(name);
    REQUIRE_MESSAGE(named, name);
    return facts_.print({name, named->subject, named->type, named->set}, language).value_or("-");
  }
  /// Lines and columns of what decided a condition.
  [[nodiscard]] std::string traces(const std::string& condition, EvidencePolicy trust) const {
    std::string text;
    for (const Origin& trace : facts_.traces(test::condition(condition, book()), trust)) {
      const Location at = trace.statement != nullptr ? trace.statement->at
                          : trace.record != nullptr  ? trace.record->at
                                                     : deal_.sections[trace.section].at;
      text += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    }
    return text;
  }
  [[nodiscard]] std::string silence(const std::string& condition) const {
    Facts::Silence silence;
    facts_.explain_unknown(test::condition(condition, book()), {}, silence);
    return std::string(silence.mentioned ? "mentioned " : "") +
           (silence.not_known ? "not-known " : "") + (silence.contradicted ? "contradicted " : "");
  }
  [[nodiscard]] Facts& facts() { return facts_; }

 private:
  Opportunity deal_;
  Facts facts_;
};

struct Row {
  std::string deal;
  std::string condition;
  std::string shown;
};

void check_rows(const std::vector<Row>& rows, Stage stage = Stage::late) {
  for (const Row& one : rows) {
    CAPTURE(one.deal);
    CAPTURE(one.condition);
    const Case made(one.deal, stage);
    CHECK(made.test(one.condition, EvidencePolicy::checked) == one.shown);
  }
}

void check_trusted(const std::vector<Row>& rows, Stage stage = Stage::late) {
  for (const Row& one : rows) {
    CAPTURE(one.deal);
    CAPTURE(one.condition);
    CHECK(Case(one.deal, stage).trusted(one.condition) == one.shown);
  }
}

}  // namespace

// ---- three values
// --------------------------------------------------------------------------------

TEST_CASE("facts: all, any, not and some in three values") {
  // Three facts: one true, one false, one not said.
  const Case deal("project: {initiated: yes, decider_agrees: no}\n");
  const std::string yes = "{project.initiated: yes}";
  const std::string no = "{project.decider_agrees: yes}";
  const std::string open = "{project.dated_plan: yes}";
  const std::string parts[] = {no, open, yes};
  const char* const all[3][3] = {{"no", "no", "no"}, {"no", "?", "?"}, {"no", "?", "yes"}};
  const char* const any[3][3] = {{"no", "?", "yes"}, {"?", "?", "yes"}, {"yes", "yes", "yes"}};
  const char* const negated[3] = {"yes", "?", "no"};
  for (std::size_t a = 0; a < 3; ++a) {
    CHECK(deal.test("{not: " + parts[a] + "}", EvidencePolicy::checked) == negated[a]);
    for (std::size_t b = 0; b < 3; ++b) {
      const std::string both = "[" + parts[a] + ", " + parts[b] + "]";
      CAPTURE(both);
      CHECK(deal.test("{all: " + both + "}", EvidencePolicy::checked) == all[a][b]);
      CHECK(deal.test("{any: " + both + "}", EvidencePolicy::checked) == any[a][b]);
    }
  }
  const auto some = [&](int least, const std::string& list) {
    return deal.test("{some: {at_least: " + std::to_string(least) + ", of: [" + list + "]}}",
                     EvidencePolicy::checked);
  };
  CHECK(some(1, yes + ", " + no + ", " + open) == "yes");
  CHECK(some(2, yes + ", " + no + ", " + open) == "?");
  CHECK(some(3, yes + ", " + no + ", " + open) == "no");
  CHECK(some(2, yes + ", " + yes + ", " + open) == "yes");
  CHECK(some(1, no + ", " + no) == "no");
}

TEST_CASE("facts: truth values in order") {
  CHECK(!Tri::yes == Tri::no);
  CHECK(!Tri::no == Tri::yes);
  CHECK(!Tri::unknown == Tri::unknown);
  CHECK(std::min(Tri::yes, Tri::unknown) == Tri::unknown);
  CHECK(std::max(Tri::no, Tri::unknown) == Tri::unknown);
}

TEST_CASE("facts: matchers on what is said, not known, not there and not said") {
  check_rows({
      {"", "{project.budget: in_place}", "?"},
      {"project: {budget: in_place}", "{project.budget: in_place}", "yes"},
      {"project: {budget: requested}", "{project.budget: in_place}", "no"},
      {"project: {budget: requested}", "{project.budget: [in_place, requested]}", "yes"},
      {"project: {budget: unknown}", "{project.budget: in_place}", "?"},
      {"project: {budget: none}", "{project.budget: in_place}", "no"},
      {"", "{project.budget: {is: known}}", "no"},
      {"project: {budget: unknown}", "{project.budget: {is: known}}", "no"},
      {"project: {budget: none}", "{project.budget: {is: known}}", "yes"},
      {"project: {budget: requested}", "{project.budget: {is: known}}", "yes"},
      {"", "{project.budget: {is: unknown}}", "yes"},
      {"project: {budget: unknown}", "{project.budget: {is: unknown}}", "yes"},
      {"project: {budget: requested}", "{project.budget: {is: unknown}}", "no"},
      {"", "{project.approver: {is: none}}", "?"},
      {"project: {approver: none}", "{project.approver: {is: none}}", "yes"},
      {"project: {approver: the board}", "{project.approver: {is: none}}", "no"},
      {"", "{project.budget: {not: in_place}}", "?"},
      {"project: {budget: requested}", "{project.budget: {not: in_place}}", "yes"},
      {"project: {budget: in_place}", "{project.budget: {not: [in_place, requested]}}", "no"},
      {"process: {bidders: 3}", "{process.bidders: {at_least: 3}}", "yes"},
      {"process: {bidders: 3}", "{process.bidders: {above: 3}}", "no"},
      {"process: {bidders: 3}", "{process.bidders: {at_most: 3, above: 2}}", "yes"},
      {"process: {bidders: 3}", "{process.bidders: {below: 3}}", "no"},
      {"process: {bidders: 3}", "{process.bidders: [2, 3]}", "yes"},
      {"process: {bidders: 3}", "{process.bidders: {not: 3}}", "no"},
      {"process: {bidders: none}", "{process.bidders: {at_most: 1}}",
       "yes"},  // none counts as zero
      {"", "{process.bidders: {at_most: 1}}", "?"},
      {"", "{stage: late}", "yes"},
      {"", "{stage: [early, mid]}", "no"},
  });
}

// ---- trust
// ---------------------------------------------------------------------------------------

TEST_CASE("facts: what is assumed counts against us, never for us") {
  check_trusted({
      {"project: {initiated: {value: yes, evidence: assumed}}", "{project.initiated: yes}",
       "? yes ?"},
      {"project: {initiated: {value: yes, evidence: reported}}", "{project.initiated: yes}",
       "yes yes yes"},
      {"project: {initiated: {value: no, evidence: assumed}}", "{project.initiated: no}",
       "? yes ?"},
      {"project: {initiated: {value: yes, evidence: assumed}}", "{not: {project.initiated: no}}",
       "? ? ?"},
      {"project: {initiated: {value: yes, evidence: assumed}}",
       "{project.initiated: {is: unknown}}", "yes yes yes"},
      {"objections: [{topic: x, can_meet: no, evidence: assumed}]", "{objection.unmet: yes}",
       "? yes ?"},
      {"objections: [{topic: x, can_meet: {value: no, evidence: assumed}}]",
       "{objection.unmet: yes}", "? yes ?"},
      {"contacts: [{name: a, support: {value: 4, evidence: assumed}}]", "{friend: yes}", "? yes ?"},
      {"contacts: [{name: a, support: {value: -4, evidence: assumed}}]", "{opponent: yes}",
       "? yes ?"},
  });
}

TEST_CASE("facts: what we believe takes back nothing that was shown against us") {
  const std::string later =
      ", date: 2026-03-01}, {value: repeatedly_tied, evidence: assumed, date: 2026-03-10}]}";
  check_trusted({
      {"behaviours: {price_pressed: [{value: once" + later, "{behaviours.price_pressed: once}",
       "yes yes yes"},
      {"behaviours: {price_pressed: [{value: once" + later,
       "{behaviours.price_pressed: repeatedly_tied}", "no yes no"},
      {"contacts: [{name: a, support: -4}]\nattitudes: [{who: a, view: for us, evidence: assumed}]",
       "{opponent: yes}", "yes yes yes"},
      {"objections: [{topic: x, evidence: assumed}]", "{objection.unmet: no}", "? ? ?"},
      {"interactions: none", "{meeting.long: no}", "yes yes yes"},
  });
}

TEST_CASE("facts: what was shown against us is not taken back under a `not` either") {
  // Undated stages: an old objection still counts against us, though not for us.
  check_trusted(
      {{"objections: [{topic: x, date: 2025-01-01}]", "{objection.earlier: no}", "yes yes yes"}});
}

TEST_CASE("facts: old statements count against us, but for us only while they are fresh") {
  const std::string early = "milestones: {first_meeting: 2025-01-01}\n";
  // 120 days early, 90 mid, 60 late: the day itself still counts.
  struct Age {
    Stage stage;
    const char* fresh;
    const char* old;
    const char* milestone;
  };
  const Age ages[] = {{Stage::early, "2025-11-20", "2025-11-19", "first_meeting"},
                      {Stage::mid, "2025-12-20", "2025-12-19", "demo"},
                      {Stage::late, "2026-01-19", "2026-01-18", "quote"}};
  for (const Age& age : ages) {
    CAPTURE(age.fresh);
    const std::string begun = "milestones: {" + std::string(age.milestone) + ": 2025-01-01}\n";
    const auto deal = [&](const char* day) {
      return begun + "behaviours: {questions: {value: many, date: " + day + "}}";
    };
    CHECK(Case(deal(age.fresh), age.stage).trusted("{behaviours.questions: many}") ==
          "yes yes yes");
    CHECK(Case(deal(age.old), age.stage).trusted("{behaviours.questions: many}") == "? yes yes");
  }
  // Sections that do not age never do.
  CHECK(Case("project: {initiated: {value: yes, date: 2020-01-01}}")
            .trusted("{project.initiated: yes}") == "yes yes yes");
}

TEST_CASE("facts: a signal of another stage is not used again") {
  const std::string begun = "milestones: {quote: 2026-03-01}\n";
  check_trusted({
      {begun + "behaviours: {questions: {value: many, date: 2026-02-28}}",
       "{behaviours.questions: many}", "? ? ?"},
      {begun + "behaviours: {questions: {value: many, date: 2026-03-01}}",
       "{behaviours.questions: many}", "yes yes yes"},
      {begun + "behaviours: {questions: {value: many, date: 2026-02-28, seen_in: late}}",
       "{behaviours.questions: many}", "yes yes yes"},
      {begun + "behaviours: {questions: {value: many, date: 2026-03-02, seen_in: mid}}",
       "{behaviours.questions: many}", "? ? ?"},
      {begun + "behaviours: {questions: many}", "{behaviours.questions: many}", "yes yes yes"},
      // Other sections are not bound to a stage.
      {begun + "project: {initiated: {value: yes, date: 2025-02-28}}", "{project.initiated: yes}",
       "yes yes yes"},
      {begun + "objections: [{topic: x, date: 2026-02-28}, {topic: y, date: 2026-03-02}]",
       "{objection.current.count: 1}", "yes yes yes"},
      {begun + "objections: [{topic: x, date: 2026-02-28, seen_in: late}]",
       "{objection.current: yes}", "yes yes yes"},
      // Nothing tells when the stage began: only the recent speaks for us.
      {"objections: [{topic: x, date: 2025-02-28}]", "{objection.current: yes}", "no yes yes"},
  });
}

TEST_CASE("facts: of two statements the dated, then the later; else they contradict each other") {
  const auto two = [](const std::string& first, const std::string& second) {
    return "project: {budget: [{value: requested" + first + "}, {value: in_place" + second + "}]}";
  };
  const std::string placed = "{project.budget: in_place}";
  const std::string asked = "{project.budget: requested}";
  check_trusted({
      {two("", ""), placed, "? ? ?"},
      {two("", ""), asked, "? ? ?"},
      {two(", date: 2026-01-01", ", date: 2026-01-01"), placed, "? ? ?"},
      {two(", date: 2026-01-01", ", date: 2026-02-01"), placed, "yes yes yes"},
      {two(", date: 2026-02-01", ", date: 2026-01-01"), asked, "yes yes yes"},
      {two("", ", date: 2020-01-01"), placed, "yes yes yes"},
      {two(", date: 2020-01-01", ""), asked, "yes yes yes"},
      {two("", ", evidence: assumed"), asked, "yes yes yes"},
      {"project: {budget: [{value: requested}, {value: requested}]}", asked, "yes yes yes"},
      {"project: {budget: [{value: requested}, {value: in_place}, {value: in_place, date: "
       "2026-01-01}]}",
       placed, "yes yes yes"},
  });
}

TEST_CASE("facts: what lies after the day of judgement is not known yet") {
  check_trusted({
      {"project: {initiated: {value: yes, date: 2026-03-20}}", "{project.initiated: yes}",
       "yes yes yes"},
      {"project: {initiated: {value: yes, date: 2026-03-21}}", "{project.initiated: yes}", "? ? ?"},
      {"project: {initiated: [{value: no}, {value: yes, date: 2026-03-21}]}",
       "{project.initiated: no}", "yes yes yes"},
      {"objections: [{topic: x, date: 2026-03-21}]", "{objection.any: no}", "yes yes yes"},
      {"objections: [{topic: x, date: 2026-03-21}]", "{objection.any.count: 0}", "yes yes yes"},
  });
}

TEST_CASE("facts: the word of a doubtful source or of one who serves both counts for nothing") {
  const std::string people = "contacts: [{id: a, serves_both: yes}, {id: b}]\n";
  check_trusted({
      {"project: {initiated: {value: yes, trust: doubtful}}", "{project.initiated: yes}", "? ? ?"},
      {"project: {initiated: {value: yes, trust: low}}", "{project.initiated: yes}", "yes yes yes"},
      {people + "project: {initiated: {value: yes, by: a}}", "{project.initiated: yes}", "? ? ?"},
      {people + "project: {initiated: {value: yes, by: b}}", "{project.initiated: yes}",
       "yes yes yes"},
      {people + "project: {initiated: {value: yes, by: b}}\nchanges: [{what: leaves, who: b}]",
       "{project.initiated: yes}", "? yes yes"},
  });
}

// ---- lists
// ---------------------------------------------------------------------------------------

TEST_CASE("facts: what a list says about what is in it") {
  check_rows({
      {"", "{objection.unmet: yes}", "?"},
      {"", "{objection.unmet: no}", "?"},
      {"objections: unknown", "{objection.unmet: no}", "?"},
      {"objections: none", "{objection.unmet: no}", "yes"},
      {"objections: none", "{objection.any: no}", "yes"},
      {"objections: [{topic: x, can_meet: yes}]", "{objection.unmet: no}", "yes"},
      {"objections: [{topic: x, can_meet: no}]", "{objection.unmet: yes}", "yes"},
      {"objections: [{topic: x}]", "{objection.unmet: yes}", "?"},
      {"objections: [{topic: x, can_meet: unknown}]", "{objection.unmet: no}", "?"},
      {"objections: [{topic: x}, {topic: y, can_meet: no}]", "{objection.unmet: yes}", "yes"},
      {"", "{meeting.long: no}", "?"},
      {"interactions: [{minutes: 20}]", "{meeting.long: no}",
       "?"},  // an open list proves no absence
      {"interactions: none", "{meeting.long: no}", "yes"},
      {"interactions: [{minutes: 90}]", "{meeting.long: yes}", "yes"},
  });
}

TEST_CASE("facts: how many there are, when some are not clear") {
  const std::string three =
      "objections: [{topic: a, can_meet: no}, {topic: b, can_meet: no}, {topic: c}, {topic: d, "
      "can_meet: yes}]";
  check_rows({
      {three, "{objection.unmet.count: {at_least: 2}}", "yes"},
      {three, "{objection.unmet.count: {at_least: 3}}", "?"},
      {three, "{objection.unmet.count: {at_least: 4}}", "no"},
      {three, "{objection.unmet.count: 2}", "?"},
      {three, "{objection.unmet.count: {at_most: 3}}", "yes"},
      {three, "{objection.any.count: 4}", "yes"},
      {three, "{objection.any.count: {not: 4}}", "no"},
      {"", "{objection.any.count: 0}", "?"},
      {"", "{objection.any.count: {is: unknown}}", "yes"},
      {"objections: none", "{objection.any.count: 0}", "yes"},
      {"objections: none", "{objection.any.count: {is: known}}", "yes"},
      {"interactions: [{minutes: 20}]", "{meeting.long.count: 0}", "?"},
      {"interactions: [{minutes: 20}, {minutes: 90}]", "{meeting.long.count: 1}", "yes"},
  });
}

TEST_CASE("facts: the newest match stands for the rest") {
  const std::string two =
      "objections:\n  - {topic: old, date: 2026-03-01, by: us}\n  - {topic: new, date: "
      "2026-03-10}\n"
      "  - {topic: undated}\n";
  CHECK(Case(two).print("objection.any.topic") == "new");
  CHECK(Case(two).print("objection.any.count") == "3");
  CHECK(Case(two).print("objection.any.age") == "10");
  check_rows({{two, "{objection.any.age: 10}", "yes"},
              {two, "{objection.any.by: {is: known}}", "no"},
              {"objections: [{topic: x}]", "{objection.any.age: {is: known}}", "no"},
              {"objections: [{topic: x}]", "{objection.any.age: {at_least: 1}}", "?"},
              {"", "{objection.any.topic: {is: known}}", "no"}});
}

TEST_CASE("facts: through a contact to what the file says of this person") {
  const std::string people =
      "contacts: [{id: cfo, name: R. Stein, roles: [economic, user]}, {id: it, roles: technical, "
      "reports_to: cfo}]\n";
  check_rows({
      {people + "objections: [{topic: x, by: cfo}]", "{objection.by_payer: yes}", "yes"},
      {people + "objections: [{topic: x, by: it}]", "{objection.by_payer: no}", "yes"},
      {people + "objections: [{topic: x, by: us}]", "{objection.by_payer: yes}", "?"},
      {people + "objections: [{topic: x}]", "{objection.by_payer: yes}", "?"},
      {people + "objections: [{topic: x, by: it}]", "{objection.any.by.reports_to.roles: economic}",
       "yes"},
      {people + "behaviours: {questions: {value: few, by: cfo}}",
       "{behaviours.questions.by.roles: economic}", "yes"},
      {people + "competitors: [{name: A, incumbent: yes, strengths: x}]", "{rival.strength: yes}",
       "yes"},
      {people + "competitors: [{name: A, incumbent: no, strengths: x}]", "{rival.strength: no}",
       "yes"},
  });
  CHECK(Case(people + "objections: [{topic: x, by: it}]\n")
            .print("objection.any.by.reports_to.name") == "R. Stein");
  CHECK(Case("competitors: [{name: Orbit, incumbent: yes, strengths: x}]\n")
            .print("rival.strength.parent.name") == "Orbit");
}

TEST_CASE("facts: silences so far") {
  check_rows({
      {"silences: 2026-03-05", "{silence.long: yes}", "yes"},  // 15 days
      {"silences: 2026-03-06", "{silence.long: yes}", "no"},
      {"silences: [{since: 2026-01-05, until: 2026-02-05}]", "{silence.long: yes}", "no"},
      {"silences: [{since: 2026-01-05, until: 2026-04-05}]", "{silence.long: yes}", "yes"},
      {"silences: [{since: 2026-01-05, date_given: 2026-03-20}]", "{silence.long: yes}", "no"},
      {"silences: [{since: 2026-01-05, date_given: 2026-03-19}]", "{silence.long: yes}", "yes"},
      {"silences: [{after: quote, date: 2026-01-05}]", "{silence.long: yes}", "yes"},
      {"silences: [{after: quote}]", "{silence.long: yes}", "?"},
      {"silences: 2026-03-12", "{silence.working: yes}", "yes"},  // 13, 16 … 20 March
      {"silences: 2026-03-13", "{silence.working: yes}", "no"},
      {"silences: 2026-04-13", "{silence.working: yes}", "no"},
  });
}

// ---- stages
// --------------------------------------------------------------------------------------

TEST_CASE("facts: the stage by dated milestones") {
  struct Told {
    const char* milestones;
    const char* day;
    std::optional<Stage> stage;
  };
  const Told cases[] = {
      {"{first_meeting: 2026-01-01}", "2026-01-01", Stage::early},
      {"{first_meeting: 2026-01-01}", "2025-12-31", std::nullopt},
      {"{demo: 2026-02-01, first_meeting: 2026-01-01}", "2026-02-01", Stage::mid},
      {"{demo: 2026-02-01, first_meeting: 2026-01-01}", "2026-01-31", Stage::early},
      {"{quote: 2026-02-01, demo: 2026-03-01}", "2026-03-20", Stage::late},
      // A meeting that decides begins the late stage thirty days before.
      {"{board: 2026-03-31}", "2026-03-01", Stage::late},
      {"{board: 2026-03-31}", "2026-02-28", std::nullopt},
      {"{demo: unknown}", "2026-03-20", std::nullopt},
  };
  for (const Told& one : cases) {
    CAPTURE(one.milestones);
    CAPTURE(one.day);
    const Opportunity deal =
        test::read_deal("stage: early\nmilestones: " + std::string(one.milestones) + "\n");
    CHECK(milestone_stage(book().vocabulary, deal, *parse_date(one.day)) == one.stage);
  }
}

TEST_CASE("facts: the stage as declared") {
  CHECK(declared_stage(book().vocabulary, test::read_deal("stage: mid\n")) == Stage::mid);
  CHECK_FALSE(declared_stage(book().vocabulary,
                             test::read_deal("stage: unknown\nmilestones: {demo: 2026-01-01}\n"))
                  .has_value());
  CHECK_FALSE(declared_stage(book().vocabulary, test::read_deal("milestones: {demo: 2026-01-01}\n"))
                  .has_value());
}

TEST_CASE("facts: days in the stage, from the first of its milestones") {
  CHECK(Case("milestones: {quote: 2026-03-10, shortlist: 2026-03-01, demo: 2026-01-01}\n")
            .print("stage.days") == "19");
  CHECK(Case("milestones: {demo: 2026-01-01}\n").print("stage.days") == "-");
  CHECK(Case("").print("stage.days") == "-");
}

TEST_CASE("facts: the stage most of the behaviour belongs to") {
  struct Told {
    const char* behaviours;
    std::optional<Stage> stage;
  };
  const Told cases[] = {
      {"{questions: many}", Stage::early},
      {"{questions: many, scope: wide, depth: each_need}", Stage::early},
      {"{questions: many, depth: each_need}", std::nullopt},  // a tie
      {"{questions: few}", std::nullopt},
      {"{questions: unknown}", std::nullopt},
      {"{depth: each_need, next_step: joint, questions: many}", Stage::mid},
      {"{questions: {value: many, date: 2026-05-01}}", std::nullopt},
  };
  for (const Told& one : cases) {
    CAPTURE(one.behaviours);
    CHECK(Case("behaviours: " + std::string(one.behaviours) + "\n", Stage::mid)
              .facts()
              .behaviour_stage() == one.stage);
  }
}

TEST_CASE("facts: the standing is known when it was told") {
  Case deal("");
  CHECK(deal.test("{standing: backup}", EvidencePolicy::checked) == "?");
  CHECK(deal.test("{mines.count: 3}", EvidencePolicy::checked) == "?");
  deal.facts().set_outcome(Standing::backup, 3, {});
  CHECK(deal.test("{standing: backup}", EvidencePolicy::checked) == "yes");
  CHECK(deal.test("{standing: [contender, first-choice]}", EvidencePolicy::checked) == "no");
  CHECK(deal.test("{mines.count: 3}", EvidencePolicy::checked) == "yes");
}

// ---- telling
// -------------------------------------------------------------------------------------

TEST_CASE("facts: placeholders in both languages") {
  const Case deal(
      "contacts: [{id: cfo, name: 王总, roles: [economic, user]}, {title: head of IT}]\n"
      "objections: [{topic: hypervisor, can_meet: no, date: 2026-03-12, by: cfo, note: sudden}]\n"
      "project: {budget: unsecured, approval_date: 2027-01-05, approver: none}\n"
      "value: {number: 1.2M EUR}\nprocess: {bidders: 3, place: unknown}\n"
      "price_talks: [{about: [needs, risk]}]\n");
  struct Told {
    const char* name;
    const char* en;
    const char* zh;
  };
  const Told cases[] = {
      {"objection.any.topic", "hypervisor", "hypervisor"},
      {"objection.any.date", "12 Mar", "3月12日"},
      {"objection.any.by", "王总", "王总"},
      {"objection.any.by.name", "王总", "王总"},
      {"objection.any.by.roles", "economic, user", "拍板人、使用者"},
      {"objection.any.can_meet", "no", "不能"},
      {"objection.any.note", "sudden", "sudden"},
      {"objection.any.age", "8", "8"},
      {"objection.any.count", "1", "1"},
      {"project.budget", "unsecured", "未落实"},
      {"project.approval_date", "5 Jan 2027", "2027年1月5日"},
      {"project.approver", "-", "-"},  // a checked absence has no name
      {"project.approval", "-", "-"},
      {"process.bidders", "3", "3"},
      {"process.place", "-", "-"},
      {"value.number", "1.2M EUR", "1.2M EUR"},
      {"stage", "late", "后期"},
      {"opponent.name", "-", "-"},
  };
  for (const Told& one : cases) {
    CAPTURE(one.name);
    CHECK(deal.print(one.name, Language::en) == one.en);
    CHECK(deal.print(one.name, Language::zh) == one.zh);
  }
}

TEST_CASE("facts: values as people are told them") {
  Case told("");
  Value value;
  CHECK(told.facts().print_value(value, Type::text, 0, Language::en) == "unknown");
  CHECK(told.facts().print_value(value, Type::text, 0, Language::zh) == "不知道");
  value.kind = Value::Kind::none;
  CHECK(told.facts().print_value(value, Type::text, 0, Language::zh) == "无");
  value.kind = Value::Kind::number;
  value.number = 2.5;
  CHECK(told.facts().print_value(value, Type::number, 0, Language::en) == "2.5");
  value.number = -3;
  CHECK(told.facts().print_value(value, Type::number, 0, Language::en) == "-3");
}

// ---- evidence and gaps
// ---------------------------------------------------------------------------

TEST_CASE("facts: the places that decided") {
  const std::string deal =
      "project: {initiated: yes, budget: requested}\n"                 // line 2
      "objections:\n  - {topic: a, can_meet: no}\n"                    // lines 3, 4
      "  - {topic: b, can_meet: yes}\n  - {topic: c, can_meet: no}\n"  // lines 5, 6
      "price_talks: none\n";                                           // line 7
  const Case made(deal);
  CHECK(made.traces("{project.initiated: yes}", EvidencePolicy::checked) == "2:22 ");
  CHECK(made.traces("{project.budget: requested, project.initiated: yes}",
                    EvidencePolicy::checked) == "2:22 2:35 ");
  CHECK(made.traces("{any: [{project.initiated: no}, {project.budget: requested}]}",
                    EvidencePolicy::checked) == "2:35 ");
  CHECK(made.traces("{not: {project.initiated: no}}", EvidencePolicy::checked) == "2:22 ");
  CHECK(made.traces("{objection.unmet: yes}", EvidencePolicy::checked) == "4:5 6:5 ");
  CHECK(made.traces("{objection.unmet.count: 2}", EvidencePolicy::checked) == "4:5 6:5 ");
  CHECK(made.traces("{objection.any.topic: {is: known}}", EvidencePolicy::checked) == "4:13 ");
  CHECK(made.traces("{project.initiated: yes, not: {project.initiated: no}}",
                    EvidencePolicy::checked) == "2:22 ");
  CHECK(made.traces("{stage: late}", EvidencePolicy::checked).empty());
  CHECK(made.traces("{project.dated_plan: yes}", EvidencePolicy::checked).empty());
  CHECK(Case("objections: none\n").traces("{objection.any: no}", EvidencePolicy::checked) ==
        "2:1 ");
}

TEST_CASE("facts: the place of what was shown, not of what we believe instead") {
  const Case deal(
      "behaviours:\n  - {price_pressed: once, date: 2026-03-01}\n"
      "  - {price_pressed: repeatedly, date: 2026-03-10, evidence: assumed}\n");
  CHECK(deal.traces("{behaviours.price_pressed: once}", EvidencePolicy::against_us) == "3:21 ");
  CHECK(deal.traces("{behaviours.price_pressed: repeatedly}", EvidencePolicy::against_us) ==
        "4:21 ");
}

TEST_CASE("facts: why a condition stayed open") {
  struct Told {
    const char* deal;
    const char* condition;
    const char* why;
  };
  const Told cases[] = {
      {"", "{project.budget: in_place}", ""},
      {"project: {budget: unknown}", "{project.budget: in_place}", "not-known "},
      {"project: unknown", "{project.budget: in_place}", "not-known "},
      {"project: {budget: requested}", "{project.budget: in_place}", "mentioned "},
      {"project: {budget: [{value: requested}, {value: in_place}]}", "{project.budget: in_place}",
       "contradicted "},
      {"objections: unknown", "{objection.any: yes}", "not-known "},
      {"objections: [x]", "{objection.unmet: yes, objection.any: yes}", "mentioned "},
      {"project: {budget: unknown, initiated: yes}",
       "{any: [{project.budget: in_place}, {project.initiated: no}]}", "mentioned not-known "},
      {"", "{stage: late}", ""},
  };
  for (const Told& one : cases) {
    CAPTURE(one.deal);
    CHECK(Case(one.deal).silence(one.condition) == one.why);
  }
}

}  // namespace dealcheck

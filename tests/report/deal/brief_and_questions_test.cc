// What an assessment says beside the verdict: mines, strengths, people, control, rivals, the plan.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "assess/mines.h"
#include "support.h"

namespace dealcheck {
namespace {

// ---- mines ----

Finding risk(const std::string& rule, MineSeverity severity, int points = 0,
             const std::string& cause = {}, std::optional<std::size_t> contact = std::nullopt) {
  Finding finding;
  finding.rule = rule;
  finding.label = "label of " + rule;
  finding.message = "message of " + rule;
  finding.reads = Reads::adverse;
  finding.points = points;
  finding.mine = Mine{"signal", severity, cause};
  finding.contact = contact;
  return finding;
}

/// `a+b*` for a mine of the rules a and b that decides.
std::string in_short(const std::vector<MineView>& mines) {
  std::string text;
  for (const MineView& mine : mines) {
    if (!text.empty()) text += " ";
    std::string rules;
    for (const std::string& rule : mine.rules) rules += (rules.empty() ? "" : "+") + rule;
    text += rules + (mine.decides ? "*" : "");
  }
  return text;
}

std::string mines_of(std::vector<Finding> questions, std::vector<Finding> findings) {
  Assessment deal;
  deal.questions = std::move(questions);
  deal.findings = std::move(findings);
  return in_short(tell_mines(deal));
}

constexpr auto kMinor = MineSeverity::minor;
constexpr auto kSerious = MineSeverity::serious;
constexpr auto kDeadly = MineSeverity::deadly;

TEST_CASE("mines: the most dangerous first, then what costs most, the stage's questions first") {
  CHECK(mines_of({risk("q", kSerious, -2)}, {risk("a", kMinor), risk("b", kSerious, -2),
                                             risk("c", kSerious, -3), risk("d", kDeadly)}) ==
        "d* c* q* b* a");
}

TEST_CASE("mines: one cause and one person make one mine") {
  CHECK(mines_of({}, {risk("a", kSerious, 0, "reach", 1), risk("b", kDeadly, 0, "reach", 1),
                      risk("c", kSerious, 0, "reach", 2), risk("d", kMinor, 0, "", 1),
                      risk("e", kMinor, 0, "", 1)}) == "b+a* c* d* e");
  CHECK(mines_of({risk("q", kSerious, 0, "price")}, {risk("a", kMinor, 0, "price")}) == "q+a*");
}

TEST_CASE("mines: few decide, but every deadly one and every compliance risk") {
  CHECK(mines_of({}, {risk("a", kSerious), risk("b", kSerious), risk("c", kSerious),
                      risk("d", kSerious), risk("e", kSerious), risk("f", kSerious),
                      risk("g", kMinor)}) == "a* b* c* d* e* f g");
  CHECK(mines_of({}, {risk("a", kMinor), risk("b", kMinor), risk("c", kMinor),
                      risk("d", kMinor)}) == "a* b* c* d");
  std::vector<Finding> many(7, risk("a", kDeadly));
  Finding improper = risk("gift", kMinor);
  improper.mine->kind = "compliance";
  many.push_back(improper);
  CHECK(mines_of({}, many) == "a* a* a* a* a* a* a* gift*");
}

TEST_CASE("mines: what is waived, and what is no risk, is none") {
  Finding waived = risk("a", kDeadly);
  waived.waived = "accepted";
  Finding good = risk("b", kMinor);
  good.mine.reset();
  CHECK(mines_of({waived}, {good}).empty());
}

TEST_CASE("mines: a mine carries the evidence of all its findings once") {
  Finding first = risk("a", kDeadly, 0, "reach");
  Finding second = risk("b", kMinor, 0, "reach");
  Evidence place;
  place.at = {7, 3};
  first.evidence = {place};
  Evidence other = place;
  other.at = {9, 3};
  second.evidence = {place, other};
  Assessment deal;
  deal.findings = {first, second};
  const auto mines = tell_mines(deal);
  REQUIRE(mines.size() == 1);
  REQUIRE(mines[0].evidence.size() == 2);
  CHECK(mines[0].evidence[1].at == Location{9, 3});
  CHECK(mines[0].message == "message of a");
  CHECK(mines[0].cause == "reach");
}

// ---- strengths ----

/// The tests in their order: + passed, - failed, o open.
std::string marks(const std::vector<CheckResult>& results) {
  std::string text;
  for (const CheckResult& one : results) {
    text += one.passed == Tri::yes ? '+' : one.passed == Tri::no ? '-' : 'o';
  }
  return text;
}

TEST_CASE("bullets: a strength is one only when it passes all four tests") {
  struct Case {
    std::string strength;
    std::string tests;
    Tri holds;
  };
  const Case cases[] = {
      {"{what: x, recognised_by: a, different: yes, moves: b, tied_to_objective: yes, "
       "worth_paying: yes}",
       "++++", Tri::yes},
      {"x", "oooo", Tri::unknown},
      {"{what: x, recognised_by: a}", "oooo", Tri::unknown},
      {"{what: x, recognised_by: none}", "-ooo", Tri::no},
      {"{what: x, recognised_by: a, different: no}", "-ooo", Tri::no},
      {"{what: x, recognised_by: a, different: yes, moves: none}", "+-oo", Tri::no},
      {"{what: x, recognised_by: a, different: yes, moves: b, tied_to_objective: no, "
       "worth_paying: yes}",
       "++-+", Tri::no},
      {"{what: x, recognised_by: a, different: yes, moves: b, tied_to_objective: yes, "
       "worth_paying: unknown}",
       "+++o", Tri::unknown},
      {"{what: x, evidence: assumed, recognised_by: a, different: yes, moves: b, "
       "tied_to_objective: yes, worth_paying: yes}",
       "oooo", Tri::unknown},
  };
  for (const Case& one : cases) {
    CAPTURE(one.strength);
    const Assessment deal =
        test::judge("stage: mid\ncontacts: [{id: a, name: Ann}, {id: b, name: Bob}]\nstrengths: [" +
                    one.strength + "]\n");
    REQUIRE(deal.bullets.size() == 1);
    CHECK(deal.bullets[0].what == "x");
    CHECK(marks(deal.bullets[0].tests) == one.tests);
    CHECK(deal.bullets[0].holds == one.holds);
  }
}

TEST_CASE("bullets: each test says what it found, with its place") {
  const Assessment deal = test::judge(
      "stage: mid\n"
      "contacts: [{id: a, name: Ann}]\n"
      "strengths:\n"
      "  - {what: low fuel use, recognised_by: a, different: yes, tied_to_objective: no}\n");
  REQUIRE(deal.bullets.size() == 1);
  const auto& tests = deal.bullets[0].tests;
  CHECK(tests[0].message == "Ann sees a real difference in it.");
  CHECK(tests[2].message == "It has nothing to do with what is being bought now.");
  REQUIRE(tests[2].evidence.size() == 1);
  CHECK(tests[2].evidence[0].at.line == 4);
  CHECK(tests[2].evidence[0].path == "strengths[0].tied_to_objective");
  CHECK(deal.bullets[0].recognised_by == std::vector<std::size_t>{0});
}

// ---- control ----

TEST_CASE("control: five indicators, each with believable evidence or not") {
  struct Case {
    std::string deal;
    std::string indicators;
    std::string level;
  };
  const Case cases[] = {
      {"", "ooooo", "unknown"},
      {"objective: {who: plant, what: pumps, amount: 10, when: soon, state: active}", "-----",
       "out-of-control"},
      {"objective: {what: {value: pumps, by: a}, amount: {value: 10, source: their plan}}", "o++oo",
       "unknown"},
      {"objective: {what: {value: pumps, by: a}, amount: 10}", "o+-oo", "out-of-control"},
      {"objective: {what: {value: pumps, by: a}, amount: 10, when: soon, state: active}\n"
       "project: {initiated: yes, budget: in_place, dated_plan: yes}",
       "o++++", "partly"},
      {"objective: {who: {value: plant, by: a}, what: {value: pumps, by: a}, amount: {value: 10, "
       "by: a}, when: {value: May, by: a}, state: {value: active, by: a, date: 2026-03-02}}",
       "+++++", "in-control"},
      {"objective: {what: {value: pumps, by: a, evidence: assumed}}", "o-ooo", "out-of-control"},
      {"objective: {state: active}\nproject: {initiated: no}", "oooo-", "out-of-control"},
      {"objective: {state: being_introduced}\nproject: {initiated: no}", "oooo+", "unknown"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.deal);
    const Assessment deal =
        test::judge("stage: mid\ncontacts: [{id: a, name: Ann}]\n" + one.deal + "\n");
    CHECK(marks(deal.control.indicators) == one.indicators);
    CHECK(deal.control.level == one.level);
  }
}

TEST_CASE("control: signs of the project, reasons to look, and how ideal the customer is") {
  const Assessment deal = test::judge(
      "stage: mid\namount: 2M EUR\nsignificance: [breakthrough]\nclass: b\n"
      "project: {initiated: yes, budget: unsecured, decider_agrees: no}\n"
      "fit: {credit: slow, needs_match: good}\n");
  CHECK(marks(deal.control.project) == "+--oo");
  CHECK(marks(deal.control.special) == "++-o");
  CHECK(marks(deal.control.fit) == "-+o");
}

TEST_CASE("control: early, what nobody can know yet is open") {
  const char* deal = "objective: {what: pumps, amount: 10}\n";
  CHECK(test::judge(std::string("stage: early\n") + deal).control.level == "open");
  CHECK(test::judge(std::string("stage: late\n") + deal).control.level == "out-of-control");
}

// ---- people ----

TEST_CASE("people: grounds, mode and what it allows, goals first-hand or not, approvals") {
  const Assessment deal = test::judge(
      "stage: mid\n"
      "contacts:\n"
      "  - {id: a, name: Ann, roles: [user, coach], influence: high, influence_why: asked before "
      "every purchase, mode: even keel, support: {value: 4, by: a, date: 2026-03-02}, "
      "support_why: praised us to the board, met: [2026-02-01, 2026-03-02, 2026-03-02], "
      "needs_approval_of: [b, c], trusts: b, reports_to: c,\n"
      "     result: {value: less waste, by: a, date: 2026-03-02}, win: {value: a title, evidence: "
      "assumed}}\n"
      "  - {id: b, name: Bob, met: none}\n"
      "  - {id: c, name: Cem, support: 3, met: 2026-03-01}\n");
  const ContactView& ann = deal.contacts.at(0);
  CHECK(ann.influence_why == "asked before every purchase");
  CHECK(ann.mode == "even_keel");
  CHECK(ann.mode_allows.find("until something shows a gap") != std::string::npos);
  CHECK(ann.support_why == "praised us to the board");
  CHECK(ann.support_grade == Grade::witnessed);
  CHECK(ann.meetings == 2);
  CHECK(ann.needs_approval == std::vector<std::size_t>{1});
  CHECK(ann.trusts == std::vector<std::size_t>{1});
  CHECK(ann.reports_to == 2);
  REQUIRE(ann.goals.size() == 2);
  CHECK(ann.goals[0].first_hand);
  CHECK_FALSE(ann.goals[1].first_hand);
  CHECK(ann.coach_tests.size() == 3);
  CHECK(deal.contacts.at(1).coach_tests.empty());
}

TEST_CASE("roles: early only those that somebody fills") {
  const auto roles = test::judge("stage: early\ncontacts: [{id: a, roles: user}]\n").roles;
  REQUIRE(roles.size() == 1);
  CHECK(roles[0].role == "user");
}

TEST_CASE("roles: met, unmet, not said, empty; whoever left fills none") {
  const auto states = [](const std::string& contacts) {
    std::string text;
    for (const RoleView& role : test::judge("stage: mid\n" + contacts + "\n").roles) {
      text += role.role.substr(0, 1) + ":" + role.state + " ";
    }
    return text;
  };
  CHECK(states("contacts: []").empty());
  CHECK(states("contacts: [{id: a, roles: [economic, user], met: 2026-03-01}, {id: b, roles: "
               "technical, met: none}, {id: c, roles: coach}]") ==
        "e:met u:met t:unmet c:unknown ");
  CHECK(states("contacts: [{id: a, roles: economic, met: 2026-03-01}]\n"
               "changes: [{what: leaves, who: a}]") == "e:empty u:empty t:empty c:empty ");
}

// ---- rivals ----

TEST_CASE("rivals: only what the customer recognises counts, more when a decider does") {
  struct Case {
    std::string deal;
    std::string position;
    int balance;
  };
  const Case cases[] = {
      {"competitors: [{name: Orbit}]", "unknown", 0},
      {"competitors: [{name: Orbit, strengths: [cheap]}]", "unknown", 0},
      {"competitors: [{name: Orbit, strengths: [{what: cheap, recognised_by: a}]}]", "behind", -1},
      {"competitors: [{name: Orbit, strengths: [{what: cheap, recognised_by: boss}]}]", "behind",
       -2},
      {"competitors: [{name: Orbit, strengths: [{what: cheap, recognised_by: boss}, {what: near, "
       "recognised_by: boss}]}]",
       "no-chance", -4},
      {"competitors: [{name: Orbit, weaknesses: [{what: slow, recognised_by: a}]}]", "ahead", 1},
      {"competitors: [{name: Orbit, strengths: [{what: cheap, recognised_by: a}]}]\n"
       "strengths: [{what: near, recognised_by: a}]",
       "level", 0},
      {"competitors: [{name: Orbit}]\nstrengths: [{what: near, recognised_by: boss}, {what: fast, "
       "recognised_by: boss}]",
       "far-ahead", 4},
      {"competitors: [{name: Orbit}]\nstrengths: [{what: near, recognised_by: boss, different: "
       "no}]",
       "unknown", 0},
      {"competitors: [{name: Orbit}]\nstrengths: [{what: near, recognised_by: us}]", "unknown", 0},
      {"competitors: [{name: Orbit, status: favoured}]", "behind", -2},
      {"competitors: [{name: Orbit, status: {value: behind, evidence: assumed}}]", "unknown", 0},
      {"competitors: [{name: Orbit, status: dropped out}]", "out", 0},
      {"alternatives: {do_nothing: preferred}", "behind", -2},
      {"alternatives: {in_house: open}", "unknown", 0},
  };
  for (const Case& one : cases) {
    CAPTURE(one.deal);
    const Assessment deal = test::judge(
        "stage: mid\ncontacts: [{id: a, name: Ann}, {id: boss, name: Boss, roles: [user, "
        "economic]}]\n" +
        one.deal + "\n");
    REQUIRE(deal.rivals.size() == 1);
    CHECK(deal.rivals[0].position == one.position);
    CHECK(deal.rivals[0].balance == one.balance);
  }
}

TEST_CASE("rivals: each has its own points, and gaps that can be closed are told") {
  const Assessment deal = test::judge(
      "stage: mid\ncontacts: [{id: a, name: Ann}]\n"
      "competitors: [{name: Orbit, strengths: [{what: cheap, recognised_by: a}]}, {name: Pole, "
      "weaknesses: [{what: slow, recognised_by: a}]}]\n"
      "weaknesses: [{what: no reference, can_close: yes}, {what: far away, recognised_by: a, "
      "can_close: no}]\n");
  REQUIRE(deal.rivals.size() == 2);
  CHECK(deal.rivals[0].against == std::vector<std::string>{"far away", "cheap"});
  CHECK(deal.rivals[1].for_us == std::vector<std::string>{"slow"});
  CHECK(deal.rivals[0].closable == std::vector<std::string>{"no reference"});
}

// ---- the plan ----

TEST_CASE("plan: every action as the file has it") {
  const Assessment deal = test::judge(
      "stage: mid\ncontacts: [{id: a, name: Ann}]\n"
      "plan:\n"
      "  - {action: seminar, who: Gao, until: 2026-05-08, moves: a}\n"
      "  - {action: call, done: yes}\n");
  REQUIRE(deal.plan.size() == 2);
  CHECK(deal.plan[0].action == "seminar");
  CHECK(deal.plan[0].who == "Gao");
  CHECK(deal.plan[0].until == parse_date("2026-05-08"));
  CHECK(deal.plan[0].moves == std::vector<std::size_t>{0});
  CHECK_FALSE(deal.plan[0].done);
  CHECK(deal.plan[1].done);
  CHECK(deal.plan[1].at.line == 5);
}

}  // namespace
}  // namespace dealcheck

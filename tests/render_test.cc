#include "render/render.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "assess/mines.h"
#include "rulebook.h"
#include "text.h"

// Assessments are built by hand, so that these tests know nothing of rules and judging.

namespace dealcheck {
namespace {

const Words& report_words() {
  static const Words kReportWords = [] {
    Diagnostics diagnostics;
    return load_folder_words(DEALCHECK_SOURCE_DIR "/rules", diagnostics);
  }();
  return kReportWords;
}

Date day(const char* iso) { return parse_date(iso).value(); }

Evidence seen(std::uint32_t line, const char* date) {
  Evidence evidence;
  evidence.at = {line, 5};
  evidence.path = "objections[1].topic";
  evidence.value = "own hypervisor";
  evidence.by = "H. Lang";
  evidence.date = day(date);
  evidence.grade = Grade::witnessed;
  return evidence;
}

Finding finding(const char* rule, const char* label, std::optional<Reads> reads, int points,
                const char* message) {
  Finding made;
  made.rule = rule;
  made.label = label;
  made.reads = reads;
  made.points = points;
  made.message = message;
  return made;
}

void add_english_findings(Assessment& deal) {
  Finding objection = finding("late.sudden-objection", "Sudden objection", Reads::adverse, -3,
                              "Lang wants the archive on their own hypervisor; we cannot meet it.");
  objection.mine = Mine{"signal", MineSeverity::serious};
  objection.evidence = {seen(22, "2026-03-12"), seen(24, "2026-03-02")};
  Finding price = finding("late.price-pressed", "Price pressed", Reads::mixed, 0,
                          "One request for 10%, then silence.");
  price.evidence = {seen(20, "2026-02-24")};
  Finding team = finding("late.extra-commitments", "Extra commitments", std::nullopt, -1,
                         "Who would be on their project team?");
  team.gap = Gap::not_asked;
  Finding top = finding("late.top-person", "Top person", std::nullopt, -1,
                        "Did the CFO receive us since the quote?");
  top.gap = Gap::contradicted;
  top.evidence = {seen(24, "2025-12-05")};
  Finding choice = finding("late.explicit-choice", "Explicit choice", Reads::favourable, 1,
                           "Dr. Weiss: “for us it is you”.");
  choice.evidence = {seen(26, "2026-03-02")};
  deal.questions = {objection, price, team, top, choice};

  Finding payer = finding("people.payer-unmet", "Payer unmet", Reads::adverse, -2,
                          "Nobody of ours has met R. Stein, who releases the money.");
  payer.mine = Mine{"uncontacted", MineSeverity::deadly};
  payer.cap = Standing::contender;
  payer.lifted_by = "a meeting with the one who releases the money";
  payer.evidence = {seen(17, "2026-03-05")};
  payer.evidence.front().date.reset();
  Finding feeling = finding("consistency.feeling", "Feeling", Reads::adverse, 0,
                            "You feel comfortable; the signs say backup.");
  feeling.mine = Mine{"control", MineSeverity::minor};
  Finding friends = finding("people.friend", "Friend", Reads::favourable, 2,
                            "Dr. Weiss backs us and Prof. Adler trusts her.");
  friends.evidence = {seen(15, "2026-03-02")};
  Finding criteria = finding("process.criteria", "Criteria", Reads::mixed, 0,
                             "Nobody knows who wrote the criteria.");
  Finding silence = finding("silence.calls", "Silence", Reads::adverse, -1, "No call came back.");
  silence.waived = "Holidays until the 23rd.";
  silence.evidence = {seen(31, "2026-03-16")};
  feeling.topic = "contradiction";
  deal.findings = {payer, feeling, criteria, silence, friends};
}

void add_flips(Assessment& deal, const char* met, const char* terms, const char* hearsay) {
  const auto change = [](const char* rule, const char* says, bool to_find_out) {
    FlipChange made;
    made.rule = rule;
    made.label = rule;
    made.to = Reads::favourable;
    made.points = 4;
    made.says = says;
    made.to_find_out = to_find_out;
    return made;
  };
  deal.flips = {
      {true, Standing::contender, {change("late.top-person", met, true)}},
      {true,
       Standing::contender,
       {change("late.price-pressed", terms, false), change("late.extra-commitments", met, false)}},
      {false, Standing::column_fodder, {change("people.friend", hearsay, false)}}};
}

ContactView contact(std::string id, std::string name, std::string title,
                    std::vector<std::string> roles, std::string influence,
                    std::optional<int> support, std::string sees_us, std::string stance,
                    std::string reached, std::optional<Date> last_met, Location at) {
  ContactView view;
  view.id = std::move(id);
  view.name = std::move(name);
  view.title = std::move(title);
  view.roles = std::move(roles);
  view.influence = std::move(influence);
  view.support = support;
  view.sees_us = std::move(sees_us);
  view.stance = std::move(stance);
  view.reached = std::move(reached);
  view.last_met = last_met;
  view.at = at;
  return view;
}

void add_contacts(Assessment& deal) {
  deal.contacts = {contact("rad", "Dr. Weiss", "head of radiology", {"user"}, "high", 4, "first",
                           "for", "yes", day("2026-03-02"), {14, 5}),
                   contact("it", "H. Lang", "head of IT", {"technical", "coach"}, "medium", -2,
                           "unknown", "against", "yes", day("2025-11-18"), {16, 5}),
                   contact("cfo", "R. Stein", "CFO", {"economic"}, "high", std::nullopt, "unknown",
                           "unknown", "no", std::nullopt, {17, 5}),
                   contact("med", "阿德勒教授", "", {}, "", 0, "backup", "disputed", "unknown",
                           std::nullopt, {18, 5})};
}

CheckResult check(const char* label, Tri passed, const char* message) {
  CheckResult result;
  result.id = label;
  result.label = label;
  result.passed = passed;
  result.message = message;
  return result;
}

StepView step(const char* says, std::optional<std::size_t> target,
              std::vector<std::size_t> through) {
  StepView view;
  view.play = "meet-unmet";
  view.says = says;
  view.who = "mk";
  view.target = target;
  view.through = std::move(through);
  view.by = day("2026-03-25");
  view.worked = "Stein names a date";
  view.failed = "Stein sends Lang";
  return view;
}

/// What there is beside the verdict: strengths, steps, a plan, roles, control, a rival.
void add_strategy(Assessment& deal) {
  BulletView bullet;
  bullet.what = "reading from home";
  bullet.tests = {check("seen by them as a real difference", Tri::yes, "Yes."),
                  check("makes price matter less", Tri::unknown, "What would they pay?")};
  bullet.at = {43, 5};
  BulletView none = bullet;
  none.what = "low fuel use";
  none.holds = Tri::no;
  none.tests.back().passed = Tri::no;
  deal.bullets = {bullet, none};
  deal.next_steps = {step("Ask Dr. Weiss to bring us to R. Stein.", 2, {0, 1}),
                     step("Ask who wrote the criteria.", std::nullopt, {})};
  deal.next_steps.front().bullet = 0;
  if (!deal.mines.empty()) deal.next_steps.front().removes = {0};
  PlanView plan;
  plan.action = "session on reading";
  plan.until = day("2026-03-25");
  plan.remarks = {finding("plan.moves", "Moves", Reads::favourable, 0, "Works on R. Stein.")};
  PlanView errand;
  errand.action = "price list";
  deal.plan = {plan, errand};
  RoleView unmet;
  unmet.label = "economic buyer";
  unmet.state = "unmet";
  unmet.people = {2};
  RoleView empty;
  empty.label = "coach";
  empty.state = "empty";
  deal.roles = {unmet, empty};
  deal.control.level = "partly";
  deal.control.level_label = "partly in control";
  deal.control.indicators = {check("Who buys", Tri::yes, "Known."),
                             check("By when", Tri::no, "Our own date."),
                             check("In what state", Tri::unknown, "Started?")};
  deal.control.project = {check("Budget in place", Tri::yes, "It is."),
                          check("Dated plan", Tri::no, "None.")};
  deal.control.special = {check("Large amount", Tri::yes, "A large amount.")};
  deal.control.fit = {check("Pays", Tri::no, "Pays slowly.")};
  RivalView rival;
  rival.name = "Orbit";
  rival.position_label = "behind";
  rival.for_us = {"reading from home"};
  rival.against = {"their hypervisor"};
  rival.closable = {"no reference"};
  rival.at = {38, 5};
  deal.rivals = {rival};
}

Assessment english_deal() {
  Assessment deal;
  deal.path = "deals/q1/st-anna.yaml";
  deal.name = "St. Anna, imaging archive";
  deal.account = "St. Anna hospital group";
  deal.owner = "mk";
  deal.feeling = "comfortable";
  deal.feeling_label = "comfortable";
  deal.as_of = day("2026-03-20");
  deal.stages = {Stage::late, Stage::late, Stage::mid, Stage::late};
  deal.verdict = Verdict::backup;
  deal.standing = Standing::backup;
  deal.verdict_label = "BACKUP";
  deal.verdict_means = "Kept in reserve, in case the favourite falls.";
  deal.project = "active";
  deal.project_label = "active";
  deal.decision = "slow-down";
  deal.headline =
      "Slow it down: raise the real risks of the project so that the customer weighs them.";
  deal.points = -7;
  deal.range = {Standing::column_fodder, Standing::contender, -12, 3};
  deal.coverage = 0.8249;
  add_english_findings(deal);
  add_flips(deal, "Stein receives us.", "They come back to price, tied to risk.",
            "Weiss's backing turns out to be hearsay.");
  deal.open_questions = {
      {"late.extra-commitments", "Extra commitments", "Who would be on their project team?",
       Gap::not_asked, 6},
      {"process.criteria", "Criteria", "Who wrote the criteria of the tender, and for whom?",
       Gap::not_known, 4}};
  add_contacts(deal);
  deal.rules_version = "2026.11";
  deal.rules_hash = "a41c9f02";
  deal.mines = tell_mines(deal);
  return deal;
}

Assessment chinese_deal() {
  Assessment deal;
  deal.path = "deals/安徽.yaml";
  deal.name = "安徽某集团 ERP";
  deal.as_of = day("2026-03-20");
  deal.stages = {Stage::late, Stage::late, Stage::late, std::nullopt};
  deal.verdict = Verdict::column_fodder;
  deal.standing = Standing::column_fodder;
  deal.verdict_label = "陪标";
  deal.verdict_means = "只是凑数，连备选都不是。";
  deal.project = "unknown";
  deal.headline =
      "放手，或者先让时钟停下来：别再为下周二的董事会追加投入，除非副总裁在会前见我们。";
  deal.points = -9;
  deal.range = {Standing::column_fodder, Standing::column_fodder, -9, -8};
  deal.coverage = 1;
  Finding objection =
      finding("late.sudden-objection", "突然异议", Reads::adverse, -4,
              "技术中心副主任突然要求用 Oracle，我们只支持 Microsoft，没有办法满足。");
  objection.mine = Mine{"signal", MineSeverity::deadly};
  objection.evidence = {seen(12, "2026-03-17")};
  Finding top =
      finding("late.top-person", "老大出面", std::nullopt, -2, "报价以后副总裁见过我们没有？");
  top.gap = Gap::not_known;
  top.evidence = {seen(15, "2026-01-15")};
  deal.questions = {objection, top};
  Finding payer = finding("people.payer-unmet", "拍板人没见过", Reads::adverse, -3,
                          "拍板出钱的董事长，我们没人见过。");
  payer.mine = Mine{"uncontacted", MineSeverity::serious};
  payer.cap = Standing::backup;
  payer.lifted_by = "见到拍板人，或者拍板人有了实际的承诺动作";
  payer.evidence = {seen(8, "2026-03-02")};
  deal.findings = {payer};
  FlipChange received;
  received.says = "副总裁在董事会之前接见我们。";
  received.to_find_out = true;
  FlipChange price;
  price.says = "客户结合需求和风险反复谈价格。";
  deal.flips = {{true, Standing::backup, {received, price}}};
  deal.open_questions = {{"people.yes", "明确表态", "有没有人明确说会选我们？", Gap::not_asked, 5}};
  deal.contacts = {contact("boss", "董事长", "", {"economic"}, "high", std::nullopt, "unknown",
                           "unknown", "no", std::nullopt, {8, 5}),
                   contact("tech", "李副主任", "", {"technical"}, "medium", -3, "filler", "against",
                           "yes", day("2026-03-17"), {9, 5})};
  deal.rules_version = "2026.11";
  deal.rules_hash = "a41c9f02";
  deal.mines = tell_mines(deal);
  return deal;
}

std::string text_of(const Assessment& deal, int width, Language language = Language::en,
                    bool colour = false) {
  return render_text(deal, report_words(), {language, colour, width});
}

std::string brief_of(const Assessment& deal, int width, Language language = Language::en) {
  return render_brief(deal, report_words(), {language, false, width});
}

/// The part of a report from one heading up to the next blank line.
std::string section_of(const std::string& text, const std::string& heading) {
  const std::size_t begin = text.find("  " + heading);
  REQUIRE(begin != std::string::npos);
  return text.substr(begin, text.find("\n\n", begin) + 1 - begin);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string without_colour(std::string text) {
  for (std::size_t at = 0; (at = text.find("\x1b[", at)) != std::string::npos;) {
    text.erase(at, text.find('m', at) + 1 - at);
  }
  return text;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// What stands below the line on which a raw string begins.
std::string page(std::string_view text) { return std::string(text.substr(1)); }

// --- the whole page ------------------------------------------------------------------------------

TEST_CASE("a deal in English at 80 columns") {
  CHECK(text_of(english_deal(), 80) == page(R"(
St. Anna, imaging archive                                late · as of 2026-03-20
St. Anna hospital group · owner mk

  BACKUP  Slow it down: raise the real risks of the project so that the customer
          weighs them.
          Kept in reserve, in case the favourite falls.
          range column-fodder … contender · evidence 82% · points −7
          project active · you feel: comfortable

  declared late · milestones say mid · behaviour looks late · judged as late

  Five late questions                                                      ▱◐??▰
  ✗ Sudden objection   Lang wants the archive on their own        −3      12 Mar
                       hypervisor; we cannot meet it.         st-anna.yaml:22,24
  ~ Price pressed      One request for 10%, then silence.          0      24 Feb
                                                                 st-anna.yaml:20
  ? Extra commitments  not asked; ask 1 below                     −1
  ? Top person         the file says two things: Did the CFO      −1  5 Dec 2025
                       receive us since the quote?               st-anna.yaml:24
  ✓ Explicit choice    Dr. Weiss: “for us it is you”.             +1       2 Mar
                                                                 st-anna.yaml:26

  What can kill it
  • In the questions above: Sudden objection (serious)
  1 deadly  Nobody of ours has met R. Stein, who releases the money.          −2
                                             people.payer-unmet  st-anna.yaml:17
  2 minor   You feel comfortable; the signs say backup.                        0
                                                             consistency.feeling

  What you have
  ✓ Dr. Weiss backs us and Prof. Adler trusts her.                     +2  2 Mar
                                                  people.friend  st-anna.yaml:15

  What does not fit together
  ✗ You feel comfortable; the signs say backup.           0  consistency.feeling

  People
  name        roles         weight  mode  support  met          sees us
  Dr. Weiss   user          high          +4       2 Mar        first
  H. Lang     technical, …  medium        −2       18 Nov 2025  against us
  R. Stein    economic      high                   never        ?
  阿德勒教授                              0        ?            backup, disputed

  Limits
  • contender at best: Payer unmet; lifted by a meeting with  people.payer-unmet
    the one who releases the money

    1 more noted with --all

  Waived
  ✗ No call came back.                                                −1  16 Mar
    waived: Holidays until the 23rd.              silence.calls  st-anna.yaml:31

  What would change the verdict
  ↑ up to contender        Stein receives us (find out)
    or                     They come back to price, tied to risk; and Stein
                           receives us
  ↓ down to column-fodder  Weiss's backing turns out to be hearsay

  Ask in the review
  1 Who would be on their project team?                                not asked
  2 Who wrote the criteria of the tender, and for whom?         asked, not known

rules 2026.11 (a41c9f02) · deals/q1/st-anna.yaml
)"));
}

TEST_CASE("what to do, people, control and rivals at 80 columns") {
  Assessment deal = english_deal();
  add_strategy(deal);
  deal.contacts[0].goals = {GoalView{"result", "x", true, {}}, GoalView{"win", "y", false, {}}};
  deal.contacts[0].mode_label = "growth";
  deal.contacts[0].mode_allows = "can be sold to";
  deal.contacts[0].meetings = 3;
  deal.contacts[1].needs_approval = {2};
  deal.contacts[1].coach_tests = {check("credible", Tri::unknown, "What proved true?")};
  const std::string text = text_of(deal, 80);
  const std::size_t begin = text.find("  What you have");
  const std::size_t end = text.find("  Limits");
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  CHECK(text.substr(begin, end - begin) == page(R"(
  What you have
  ✓ Dr. Weiss backs us and Prof. Adler trusts her.                     +2  2 Mar
                                                  people.friend  st-anna.yaml:15
  ? reading from home: not yet a strength; open: makes price matter
    less                                                         st-anna.yaml:43
  ✗ low fuel use: no strength; fails: makes price matter less    st-anna.yaml:43

  Next step
  →  Ask Dr. Weiss to bring us to R. Stein.
     by 25 Mar · who: mk · on: R. Stein · through: Dr. Weiss → H. Lang
     with: reading from home · against: Payer unmet
     Worked if Stein names a date.
     Failed if Stein sends Lang.

  2  Ask who wrote the criteria.
     by 25 Mar · who: mk
     Worked if Stein names a date.
     Failed if Stein sends Lang.

  Your plan
  ✓ Works on R. Stein.                                        25 Mar  plan.moves
  · price list: nothing against it, nothing shown for it
    yet.

  What does not fit together
  ✗ You feel comfortable; the signs say backup.           0  consistency.feeling

  People
  name        roles       weight  mode    support  met          sees us
  Dr. Weiss   user        high    growth  +4       2 Mar (3×)   first
  H. Lang     technical…  medium          −2       18 Nov 2025  against us
  R. Stein    economic    high                     never        ?
  阿德勒教授                              0        ?            backup, disputed
    economic buyer: nobody has met R. Stein; counts as opposed
    coach: nobody named
    Dr. Weiss (growth): can be sold to
    H. Lang needs the approval of R. Stein, which is not seen to be there
    coach H. Lang: What proved true?
    results and wins: 1 of 2 first-hand

  The objective                                                partly in control
    evidenced: Who buys
  ✗ By when        Our own date.
  ? In what state  Started?
    signs of a project: Budget in place
    missing: Dated plan
    a manager must look: A large amount
    customer: Pays slowly

  Against the rivals
  • Orbit  behind                                                st-anna.yaml:38
           for us: reading from home; against: their hypervisor; can be closed:
           no reference

)"));
}

TEST_CASE("few mines and notes are shown, all of them on demand") {
  Assessment deal = english_deal();
  for (int i = 0; i < 9; ++i) {
    Finding minor = finding("a.minor", "Minor", Reads::adverse, 0, "A small one.");
    minor.mine = Mine{i % 3 == 0 ? "unknown" : "uncertain", MineSeverity::minor};
    deal.findings.push_back(minor);
    deal.findings.push_back(finding("a.note", "Note", Reads::mixed, 0, "A note."));
  }
  deal.mines = tell_mines(deal);
  const std::string few = text_of(deal, 80);
  CHECK(contains(few, "    9 smaller ones: 3 unknown, 6 uncertain (--all)\n"));
  CHECK(contains(few, "    10 more noted with --all\n"));
  CHECK_FALSE(contains(few, "A small one."));
  const std::string all = render_text(deal, report_words(), {Language::en, false, 80, true});
  CHECK(contains(all, "11 minor"));
  CHECK(contains(all, "~ A note."));
  CHECK_FALSE(contains(all, "--all"));
}

TEST_CASE("a deal in Chinese at 80 columns") {
  CHECK(text_of(chinese_deal(), 80, Language::zh) == page(R"(
安徽某集团 ERP                                            后期 · 截至 2026-03-20

  陪标  放手，或者先让时钟停下来：别再为下周二的董事会追加投入，除非副总裁在会前
        见我们。
        只是凑数，连备选都不是。
        最好最坏都是陪跑 · 证据 100% · 分数 −9

  后期两问                                                                    ▱?
  ✗ 突然异议  技术中心副主任突然要求用 Oracle，我们只支持            −4  3月17日
              Microsoft，没有办法满足。                             安徽.yaml:12
  ? 老大出面  问过，不知道：报价以后副总裁见过我们没有？             −2  1月15日
                                                                    安徽.yaml:15

  要排的雷
  • 上面的问题里：突然异议（致命）
  1 严重  拍板出钱的董事长，我们没人见过。                            −3  3月2日
                                                 people.payer-unmet  安徽.yaml:8

  人
  姓名      角色        影响力  模式  支持度  见面     眼中的我们
  董事长    拍板人      高                    没见过   ?
  李副主任  技术把关人  中            −3      3月17日  陪跑

  封顶与保底
  • 封顶“备选”：拍板人没见过；要解除：见到拍板人，或者拍板人  people.payer-unmet
    有了实际的承诺动作

  什么会改变结论
  ↑ 升到“备选”  副总裁在董事会之前接见我们（待查明）；并且客户结合需求和风险反复
                谈价格

  评审时要问
  1 有没有人明确说会选我们？                                              没问过

规则 2026.11（a41c9f02） · deals/安徽.yaml
)"));
}

TEST_CASE("a narrow page puts labels above their messages") {
  CHECK(section_of(text_of(english_deal(), 60), "Five late questions") == page(R"(
  Five late questions                                  ▱◐??▰
  ✗ Sudden objection                          −3      12 Mar
    Lang wants the archive on their own hypervisor; we
    cannot meet it.                       st-anna.yaml:22,24
  ~ Price pressed                              0      24 Feb
    One request for 10%, then silence.       st-anna.yaml:20
  ? Extra commitments                         −1
    not asked; ask 1 below
  ? Top person                                −1  5 Dec 2025
    the file says two things: Did the CFO receive us since
    the quote?                               st-anna.yaml:24
  ✓ Explicit choice                           +1       2 Mar
    Dr. Weiss: “for us it is you”.           st-anna.yaml:26
)"));
  CHECK(section_of(text_of(english_deal(), 60), "People") == page(R"(
  People
  Dr. Weiss
    roles: user · weight: high · support: +4 · met: 2 Mar
    sees us: first
  H. Lang
    roles: technical, coach · weight: medium · support: −2
    met: 18 Nov 2025 · sees us: against us
  R. Stein
    roles: economic · weight: high · met: never · sees us: ?
  阿德勒教授
    support: 0 · met: ? · sees us: backup, disputed
)"));
}

TEST_CASE("a wide page gives places a column of their own") {
  CHECK(section_of(text_of(english_deal(), 120), "Five late questions") == page(R"(
  Five late questions                                                                                              ▱◐??▰
  ✗ Sudden objection   Lang wants the archive on their own hypervisor; we cannot      −3      12 Mar  st-anna.yaml:22,24
                       meet it.
  ~ Price pressed      One request for 10%, then silence.                              0      24 Feb     st-anna.yaml:20
  ? Extra commitments  not asked; ask 1 below                                         −1
  ? Top person         the file says two things: Did the CFO receive us since the     −1  5 Dec 2025     st-anna.yaml:24
                       quote?
  ✓ Explicit choice    Dr. Weiss: “for us it is you”.                                 +1       2 Mar     st-anna.yaml:26
)"));
  CHECK(section_of(text_of(english_deal(), 120), "What can kill it") == page(R"(
  What can kill it
  • In the questions above: Sudden objection (serious)
  1 deadly  Nobody of ours has met R. Stein, who releases the money.             −2  people.payer-unmet  st-anna.yaml:17
  2 minor   You feel comfortable; the signs say backup.                           0                  consistency.feeling
)"));
}

TEST_CASE("a page is never narrower than 40 columns") {
  CHECK(text_of(english_deal(), 1) == text_of(english_deal(), 40));
}

TEST_CASE("an almost empty deal has no headings without content") {
  Assessment deal;
  deal.path = "new.yaml";
  deal.as_of = day("2026-03-20");
  deal.verdict_label = "UNCLEAR";
  deal.headline = "Find out first.";
  deal.rules_version = "1";
  deal.rules_hash = "0";
  CHECK(text_of(deal, 60) == page(R"(
new.yaml                            early · as of 2026-03-20

  UNCLEAR  Find out first.
           at worst and at best unclear · evidence 0%
           points 0

rules 1 (0) · new.yaml
)"));
}

// --- single sections -----------------------------------------------------------------------------

TEST_CASE("stages are told only when they differ") {
  Assessment deal = english_deal();
  CHECK(contains(text_of(deal, 80), "milestones say mid"));
  deal.stages.milestones = Stage::late;
  CHECK_FALSE(contains(text_of(deal, 80), "milestones say"));
  deal.stages = {Stage::mid, std::nullopt, std::nullopt, std::nullopt};
  CHECK_FALSE(contains(text_of(deal, 80), "judged as"));
}

TEST_CASE("no project: the state of the project and the standing behind it are told") {
  Assessment deal = english_deal();
  deal.verdict = Verdict::no_project;
  deal.project_label = "being introduced";
  deal.findings.front().not_started = true;
  const std::string text = text_of(deal, 80);
  CHECK(contains(text, "project: being introduced · standing if it starts: backup\n"));
  CHECK(contains(text, "• no project yet: Payer unmet; lifted by a meeting with"));
}

TEST_CASE("an unread question names its gap and is asked in full once") {
  Assessment deal = english_deal();
  CHECK(contains(text_of(deal, 80), "not asked; ask 1 below"));
  deal.open_questions.clear();
  CHECK(contains(text_of(deal, 80), "not asked: Who would be on their"));
}

TEST_CASE("only the first five open questions are printed") {
  Assessment deal = english_deal();
  for (int i = 0; i < 6; ++i) {
    deal.open_questions.push_back({"a.b", "Label", "What else?", Gap::none, 1});
  }
  const std::string asks = section_of(text_of(deal, 80), "Ask in the review");
  CHECK(contains(asks, "  5 What else?\n    3 more: dealcheck questions\n"));
  CHECK_FALSE(contains(asks, "  6 "));
}

TEST_CASE("a finding stands in one section only") {
  Assessment deal = english_deal();
  deal.findings = {finding("a.bad", "A", Reads::adverse, -2, "Bad without a mine.")};
  CHECK(contains(section_of(text_of(deal, 80), "Also noted"), "✗ Bad without a mine."));
  deal.findings.front().mine = Mine{"rival", MineSeverity::deadly};
  deal.mines = tell_mines(deal);
  CHECK(contains(section_of(text_of(deal, 80), "What can kill it"), "1 deadly  Bad without"));
  CHECK_FALSE(contains(text_of(deal, 80), "Also noted"));
  deal.findings.front().waived = "Known and accepted";
  deal.mines = tell_mines(deal);
  CHECK(contains(section_of(text_of(deal, 80), "Waived"), "waived: Known and accepted"));
  CHECK_FALSE(contains(text_of(deal, 80), "Bad without a mine.\n\n  What can kill it"));
}

TEST_CASE("a lift speaks for us even without points, and is a limit") {
  Assessment deal = english_deal();
  deal.findings = {finding("paper.order", "Order", Reads::favourable, 0, "The order is issued.")};
  deal.findings.front().lift = Standing::first_choice;
  const std::string text = text_of(deal, 80);
  CHECK(contains(section_of(text, "What you have"), "The order is issued."));
  CHECK(contains(section_of(text, "Limits"), "first-choice at least: Order"));
}

TEST_CASE("no more than three ways to one standing are printed") {
  Assessment deal = english_deal();
  deal.flips.insert(deal.flips.begin(), 4, deal.flips.front());
  CHECK(lines_of(section_of(text_of(deal, 80), "What would change")).size() == 5);
}

TEST_CASE("a place names every line once, and says how many more there are") {
  Assessment deal = english_deal();
  deal.questions.resize(1);
  deal.questions.front().evidence.clear();
  for (const std::uint32_t line : {40U, 7U, 7U, 12U, 30U, 31U, 32U}) {
    deal.questions.front().evidence.push_back(seen(line, "2026-03-02"));
  }
  CHECK(contains(text_of(deal, 80), "One late question"));
  CHECK(contains(text_of(deal, 80), " st-anna.yaml:7,12,30,31 +2\n"));
  deal.path = std::string(60, 'x') + ".yaml";
  CHECK(contains(text_of(deal, 80), "…:7,12,30,31 +2\n"));
}

// --- properties of the page ----------------------------------------------------------------------

class RandomDeals {
 public:
  explicit RandomDeals(unsigned seed) : random_(seed) {}

  Assessment next() {
    Assessment deal = english_deal();
    for (auto* text : {&deal.path, &deal.name, &deal.account, &deal.owner, &deal.feeling_label,
                       &deal.verdict_label, &deal.verdict_means, &deal.project_label,
                       &deal.headline, &deal.rules_version}) {
      *text = words(12);
    }
    deal.verdict = static_cast<Verdict>(below(static_cast<int>(kVerdictCount)));
    deal.points = below(60) - 30;
    deal.questions = findings(6);
    deal.findings = findings(12);
    deal.mines = tell_mines(deal);
    add_strategy(deal);
    for (StepView& step : deal.next_steps) step.says = step.worked = words(20);
    for (BulletView& bullet : deal.bullets) bullet.what = words(8);
    for (RivalView& rival : deal.rivals) rival.name = words(6);
    for (CheckResult& one : deal.control.indicators) one.message = words(20);
    for (OpenQuestion& open : deal.open_questions) open.ask = words(20);
    for (Flip& flip : deal.flips) {
      for (FlipChange& change : flip.changes) change.says = words(15);
    }
    for (ContactView& contact : deal.contacts) {
      contact.name = words(5);
      contact.roles.resize(static_cast<std::size_t>(below(3)), "technical");
    }
    return deal;
  }
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

 private:
  std::string words(int most) {
    static const std::vector<std::string> kWords = {
        "price",
        "a",
        "budget-holder",
        "客户",
        "突然冒出来的异议，我们没有办法满足。",
        "\x1b[31m",
        "\n",
        "\t",
        "\u202e",
        "\x7f",
        "\u0085",
        "e\u0301",
        "👩‍👩‍👧",
        "“for us”",
        "{name}",
        "[x]",
        "/",
        "…",
        "(",
        "）",
        "averyveryverylongwordthatdoesnotfitanywhereatallinanarrowcolumn",
        "−3"};
    std::string text;
    for (int count = below(most + 1); count > 0; --count) {
      text += kWords[static_cast<std::size_t>(below(static_cast<int>(kWords.size())))];
      if (below(3) > 0) text += ' ';
    }
    return text;
  }
  std::vector<Finding> findings(int most) {
    std::vector<Finding> made(static_cast<std::size_t>(below(most + 1)));
    for (Finding& one : made) {
      one.rule = words(3);
      one.label = words(4);
      one.message = words(25);
      if (below(4) > 0) one.reads = static_cast<Reads>(below(3));
      if (!one.reads) one.gap = static_cast<Gap>(below(7));
      one.points = below(40) - 20;
      if (below(2) > 0) one.mine = Mine{"signal", static_cast<MineSeverity>(below(3))};
      if (below(4) == 0) one.cap = static_cast<Standing>(below(4));
      if (below(4) == 0) one.lift = static_cast<Standing>(below(4));
      one.lifted_by = words(10);
      if (below(4) == 0) one.waived = words(10);
      for (int count = below(7); count > 0; --count) {
        one.evidence.push_back(seen(static_cast<std::uint32_t>(below(3000)),
                                    below(2) > 0 ? "2026-02-11" : "2025-11-30"));
      }
    }
    return made;
  }

  std::mt19937 random_;
};

void check_page(const std::string& text, int width) {
  for (const std::string& line : lines_of(text)) {
    CAPTURE(line);
    CHECK(display_width(line) <= width);
    CHECK_FALSE(line.ends_with(' '));
    CHECK(sanitise(line) == line);
  }
}

TEST_CASE("no line is wider than the page, ends in blanks or holds a control character") {
  RandomDeals deals(20261123);
  for (int round = 0; round < 300; ++round) {
    const Assessment deal = deals.next();
    const int width = 40 + deals.below(100);
    const Language language = round % 2 == 0 ? Language::en : Language::zh;
    CAPTURE(round);
    const std::string text = text_of(deal, width, language);
    check_page(text, width);
    check_page(brief_of(deal, width, language), width);
    CHECK(without_colour(text_of(deal, width, language, true)) == text);
  }
}

TEST_CASE("colour codes appear only when colour is on, and change nothing else") {
  const std::string plain = text_of(english_deal(), 80);
  const std::string coloured = text_of(english_deal(), 80, Language::en, true);
  CHECK_FALSE(contains(plain, "\x1b"));
  CHECK(contains(coloured, "\x1b[1;33mBACKUP\x1b[0m"));
  CHECK(contains(coloured, "\x1b[31m✗\x1b[0m"));
  CHECK(without_colour(coloured) == plain);
}

TEST_CASE("control characters in a name are shown, not sent to the terminal") {
  Assessment deal = english_deal();
  deal.name = "Evil\x1b[2J\nname \"quoted\"";
  CHECK(contains(text_of(deal, 80), R"(Evil\x1b[2J name "quoted")"));
  CHECK(contains(brief_of(deal, 120), R"(Evil\x1b[2J name "quoted")"));
  CHECK(lines_of(brief_of(deal, 120)).size() == 1);
}

// --- one line ------------------------------------------------------------------------------------

TEST_CASE("deals in one line each stand in the same columns") {
  Assessment full = english_deal();
  full.coverage = 1;
  full.verdict_label = "COLUMN-FODDER";
  full.name = "圣安娜医院影像归档";
  full.path = "a.yaml";
  CHECK(brief_of(english_deal(), 100) + brief_of(full, 100) == page(R"(
BACKUP          St. Anna, imaging archive     late    82%  Slow it down: rai…  deals/q1/st-anna.yaml
COLUMN-FODDER   圣安娜医院影像归档            late   100%  Slow it down: rai…  a.yaml
)"));
  CHECK(brief_of(english_deal(), 60) == page(R"(
BACKUP          St. Anna, imag…  late    82%  Slow it down:…
)"));
  CHECK(brief_of(english_deal(), 40) == page(R"(
BACKUP          St. Anna, …  late    82%
)"));
}

TEST_CASE("without a width a brief line is not cut") {
  const std::string line = brief_of(english_deal(), 0);
  CHECK(contains(line, "so that the customer weighs them.  deals/q1/st-anna.yaml\n"));
}

// --- JSON ----------------------------------------------------------------------------------------

using Json = nlohmann::ordered_json;

std::string keys_of(const Json& object) {
  std::string keys;
  for (const auto& [key, value] : object.items()) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

Json json_of(const Assessment& deal, const Diagnostics* diagnostics = nullptr) {
  return Json::parse(render_json({{deal.path, &deal, diagnostics}}, report_words(), Language::en));
}

TEST_CASE("JSON keys, in their order") {
  const Json json = json_of(english_deal());
  CHECK(
      keys_of(json) ==
      "format_version deal verdict standing project decision headline threat points range "
      "coverage gauge stages questions findings flips open_questions mines bullets next_steps plan "
      "contacts roles control rivals rules diagnostics");
  CHECK(keys_of(json["deal"]) == "name path account owner stage as_of feeling");
  CHECK(keys_of(json["range"]) == "worst best worst_points best_points");
  CHECK(keys_of(json["gauge"]) == "favourable mixed adverse unknown");
  CHECK(keys_of(json["stages"]) == "judged declared milestones behaviour");
  CHECK(keys_of(json["questions"][0]) ==
        "id label topic reading gap points message why source mine contact cap lift lifted_by "
        "not_started waived evidence");
  CHECK(keys_of(json["questions"][0]["evidence"][0]) ==
        "file line column path value by date grade note stale");
  CHECK(keys_of(json["findings"][0]) ==
        "id label topic reading gap points message why source mine contact cap lift lifted_by "
        "not_started waived evidence");
  CHECK(keys_of(json["findings"][0]["mine"]) == "kind severity");
  CHECK(keys_of(json["flips"][0]) == "direction to changes");
  CHECK(keys_of(json["flips"][0]["changes"][0]) == "rule label from to points says to_find_out");
  CHECK(keys_of(json["open_questions"][0]) == "rule label ask gap swing worst best moves whom");
  CHECK(keys_of(json["contacts"][0]) ==
        "id name title roles influence influence_why mode mode_allows support support_why "
        "support_grade sees_us stance reached last_met meetings departed can_decide needs_approval "
        "reports_to trusts goals coach_tests line column");
  Assessment deal = english_deal();
  add_strategy(deal);
  const Json more = json_of(deal);
  CHECK(keys_of(more["mines"][0]) ==
        "kind severity cause label message rules points contact decides evidence");
  CHECK(keys_of(more["bullets"][0]) == "what holds tests recognised_by moves line column");
  CHECK(keys_of(more["bullets"][0]["tests"][0]) == "id label passed message source evidence");
  CHECK(keys_of(more["next_steps"][0]) ==
        "play source label says who on through with removes by worked failed");
  CHECK(more["next_steps"][0]["on"]["id"] == "cfo");
  CHECK(more["next_steps"][0]["with"] == "reading from home");
  CHECK(more["next_steps"][1]["on"].is_null());
  CHECK(keys_of(more["plan"][0]) == "action who until moves done remarks line column");
  CHECK(keys_of(more["roles"][0]) == "role state people meetings last_met");
  CHECK(keys_of(more["control"]) == "level label indicators project special fit");
  CHECK(keys_of(more["rivals"][0]) ==
        "name kind position label balance for_us against closable line column");
  CHECK(keys_of(json["rules"]) == "version hash");
}

TEST_CASE("JSON values are canonical names, numbers, and null for what is not there") {
  const Json json = json_of(english_deal());
  CHECK(json["format_version"] == "1.1");
  CHECK(json["verdict"] == "backup");
  CHECK(json["range"]["worst"] == "column-fodder");
  CHECK(json["coverage"].dump() == "0.82");
  CHECK(json["gauge"].dump() == R"({"favourable":1,"mixed":1,"adverse":1,"unknown":2})");
  CHECK(json["questions"][0]["gap"].is_null());
  CHECK(json["questions"][2]["reading"] == "unknown");
  CHECK(json["questions"][2]["gap"] == "not-asked");
  CHECK(json["questions"][0]["evidence"][0]["file"] == "deals/q1/st-anna.yaml");
  CHECK(json["questions"][0]["evidence"][0]["grade"] == "witnessed");
  CHECK(json["questions"][0]["evidence"][0]["note"].is_null());
  CHECK(json["findings"][0]["evidence"][0]["date"].is_null());
  CHECK(json["findings"][0]["cap"] == "contender");
  CHECK(json["findings"][0]["waived"].is_null());
  CHECK(json["findings"][2]["mine"].is_null());
  CHECK(json["findings"][3]["waived"] == "Holidays until the 23rd.");
  CHECK(json["flips"][0]["changes"][0]["from"] == "unknown");
  CHECK(json["contacts"][2]["support"].is_null());
  CHECK(json["contacts"][2]["last_met"].is_null());
  CHECK(json_of(chinese_deal())["stages"]["behaviour"].is_null());
  CHECK(json_of(chinese_deal())["deal"]["account"].is_null());
}

TEST_CASE("JSON keeps every text exactly, unescaped where UTF-8 can hold it") {
  Assessment deal = chinese_deal();
  const std::string name = "Evil\x1b[2J\n\"圣安娜\"\\";
  deal.name = name;
  CHECK(json_of(deal)["deal"]["name"] == name);
  const std::string text = render_json({{deal.path, &deal, nullptr}}, report_words(), Language::zh);
  CHECK(contains(text, R"("name": "Evil\u001b[2J\n\"圣安娜\"\\")"));
  CHECK(text.starts_with("{\n  \"format_version\": \"1.1\",\n"));
  CHECK(text.ends_with("}\n"));
}

TEST_CASE("a file that could not be judged has its diagnostics and no verdict") {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("north.yaml", "stge: late\nname: x\n");
  diagnostics.warning(source, {2, 1}, "no-such-id", {});
  diagnostics.error(source, {1, 1}, "no-such-id", {{"key", "stge"}});
  diagnostics.error(source, {1, 1}, "no-such-id", {{"key", "stge"}});
  const Json json = Json::parse(
      render_json({{"north.yaml", nullptr, &diagnostics}}, report_words(), Language::en));
  CHECK(keys_of(json) == "format_version deal error diagnostics");
  CHECK(json["deal"].dump() == R"({"path":"north.yaml"})");
  CHECK(json["error"] == true);
  REQUIRE(json["diagnostics"].size() == 2);
  CHECK(json["diagnostics"][0].dump() ==
        R"x({"severity":"error","id":"no-such-id","message":"no-such-id (key=stge)","help":null,)x"
        R"x("file":"north.yaml","line":1,"column":1})x");
  CHECK(json["diagnostics"][1]["severity"] == "warning");
}

TEST_CASE("one outcome is an object, several or none are an array") {
  const Assessment deal = english_deal();
  const Outcome outcome{deal.path, &deal, nullptr};
  const auto parsed = [](const std::vector<Outcome>& outcomes) {
    return Json::parse(render_json(outcomes, report_words(), Language::en));
  };
  CHECK(parsed({outcome}).is_object());
  CHECK(parsed({outcome, outcome}).size() == 2);
  CHECK(parsed({outcome})["diagnostics"].dump() == "[]");
  CHECK(parsed({}).dump() == "[]");
}

// --- words ---------------------------------------------------------------------------------------

TEST_CASE("no id of a missing word shows in a report") {
  Assessment deal = english_deal();
  deal.questions.clear();
  for (const Gap gap : {Gap::not_asked, Gap::not_known, Gap::contradicted, Gap::only_assumed,
                        Gap::stale, Gap::undecided}) {
    deal.questions.push_back(finding("a.b", "Label", std::nullopt, 0, "Ask?"));
    deal.questions.back().gap = gap;
  }
  deal.findings.front().not_started = true;
  deal.findings.front().lift = Standing::unclear;
  for (std::size_t count = 1; count <= 10; ++count) {
    deal.questions.resize(count, deal.questions.front());
    for (const Verdict verdict : {Verdict::backup, Verdict::no_project}) {
      deal.verdict = verdict;
      for (const Language language : {Language::en, Language::zh}) {
        CHECK_FALSE(contains(text_of(deal, 120, language), "report."));
      }
    }
  }
}

}  // namespace
}  // namespace dealcheck

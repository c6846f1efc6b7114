#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assess/mines.h"
#include "base/text.h"
#include "report/shared/render.h"
#include "support_report.h"

namespace dealcheck {
namespace {

using namespace test;

void add_chinese_strategy(Assessment& deal) {
  BulletView bullet;
  bullet.what = "我们总工认识副总裁";
  bullet.holds = Tri::unknown;
  bullet.tests = {check("让价格不再重要", Tri::unknown, "谁愿意为它多付钱？")};
  bullet.at = {20, 5};
  deal.bullets = {bullet};
  StepView step;
  step.play = "meet-unmet";
  step.says = "请李副主任带我们去见董事长，只带一个问题：这件事不做，董事会上谁来担责？";
  step.who = "老孔";
  step.target = 0;
  step.through = {1};
  step.bullet = 0;
  step.removes = {1};
  step.by = day("2026-03-26");
  step.worked = "董事长定了时间";
  step.failed = "董事长派李副主任来";
  deal.next_steps = {step};
  PlanView plan;
  plan.action = "技术研讨会";
  plan.who = "老孔";
  plan.until = day("2026-04-01");
  plan.remarks = {
      finding("plan.moves", "推动谁", Reads::adverse, 0, "技术研讨会：没有推动任何人。")};
  plan.at = {30, 5};
  deal.plan = {plan};
  RoleView payer;
  payer.label = "拍板人";
  payer.state = "unmet";
  payer.people = {0};
  deal.roles = {payer};
  deal.control.level = "partly";
  deal.control.level_label = "部分受控";
  deal.control.indicators = {check("谁买", Tri::yes, "清楚。"),
                             check("什么时候", Tri::no, "是我们自己定的时间。")};
  RivalView rival;
  rival.name = "甲公司";
  rival.kind = "incumbent";
  rival.position = "behind";
  rival.position_label = "我们落后";
  rival.against = {"已经在用他们的数据库"};
  rival.at = {38, 5};
  deal.rivals = {rival};
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
  CHECK(between(text, "What you have", "Limits") == page(R"(
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
     Failed if Stein sends Lang.                                      meet-unmet

  2  Ask who wrote the criteria.
     by 25 Mar · who: mk
     Worked if Stein names a date.
     Failed if Stein sends Lang.                                      meet-unmet

  Your plan
  • session on reading                                           st-anna.yaml:45
    who: mk · by 25 Mar
    ✓  works on R. Stein, who is not with us yet.                     plan.moves
    ~  no sign agreed by which we shall know.                          plan.sign
  • price list                                                   st-anna.yaml:46
    done · nothing against it, nothing shown for it yet

  What does not fit together
  ✗ You feel comfortable; the signs say backup.           0  consistency.feeling

  People
  name        roles       weight  mode    support  met          sees us
  Dr. Weiss   user        high    growth  +4       2 Mar (3×)   first
  H. Lang     technical,  medium          −2       18 Nov 2025  against us
              coach
  R. Stein    economic    high                     never        ?
  阿德勒教授                              0        ?            backup, disputed
    economic buyer: nobody has met R. Stein; counts as opposed
    coach: nobody named
    Dr. Weiss (growth): can be sold to
    H. Lang needs the approval of R. Stein, which is not seen to be there
    coach H. Lang, not shown yet: credible
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
  • Orbit  we are behind; supplies them today                    st-anna.yaml:38
           for us: reading from home; against: their hypervisor; can be closed:
           no reference

)"));
}

TEST_CASE("the next steps and the plan at 60 columns") {
  Assessment deal = english_deal();
  add_strategy(deal);
  deal.next_steps.front().says =
      "Ask Dr. Weiss to bring Prof. Adler to a session on reading from home, with R. Stein "
      "invited by Adler.";
  CHECK(between(text_of(deal, 60), "Next step", "What does not fit together") == page(R"(
  Next step
  →  Ask Dr. Weiss to bring Prof. Adler to a session on
     reading from home, with R. Stein invited by Adler.
     by 25 Mar · who: mk · on: R. Stein
     through: Dr. Weiss → H. Lang · with: reading from home
     against: Payer unmet
     Worked if Stein names a date.
     Failed if Stein sends Lang.                  meet-unmet

  2  Ask who wrote the criteria.
     by 25 Mar · who: mk
     Worked if Stein names a date.
     Failed if Stein sends Lang.                  meet-unmet

  Your plan
  • session on reading
    who: mk · by 25 Mar                      st-anna.yaml:45
    ✓  works on R. Stein, who is not with us yet.
                                                  plan.moves
    ~  no sign agreed by which we shall know.      plan.sign
  • price list
    done · nothing against it, nothing shown for it yet
                                             st-anna.yaml:46

)"));
}

TEST_CASE("the next steps, the plan, people and rivals in Chinese at 80 columns") {
  Assessment deal = chinese_deal();
  add_chinese_strategy(deal);
  CHECK(between(text_of(deal, 80, Language::zh), "手里有的", "封顶与保底") == page(R"(
  手里有的
  ? 我们总工认识副总裁：还不算优势；待查：让价格不再重要            安徽.yaml:20

  下一步
  →  请李副主任带我们去见董事长，只带一个问题：这件事不做，董事会上谁来担责？
     3月26日之前 · 谁做：老孔 · 对谁：董事长 · 通过：李副主任
     用：我们总工认识副总裁 · 排雷：拍板人没见过
     成：董事长定了时间。
     败：董事长派李副主任来。                                         meet-unmet

  你的计划
  • 技术研讨会                                                      安徽.yaml:30
    谁做：老孔 · 4月1日之前
    ✗  没有推动任何人。                                               plan.moves

  人
  姓名      角色        影响力  支持度  见面     眼中的我们
  董事长    拍板人      高              没见过   ?
  李副主任  技术把关人  中      −3      3月17日  陪跑
    拍板人：没人见过董事长，当反对算

  销售目标                                                              部分受控
    有依据：谁买
  ✗ 什么时候  是我们自己定的时间。

  与对手相比
  • 甲公司  我们落后；现任供应商                                    安徽.yaml:38
            对我们不利：已经在用他们的数据库

)"));
}

TEST_CASE("a step tells only what is known of it") {
  Assessment deal = english_deal();
  StepView bare;
  bare.says = "Leave, and keep the relation.";
  deal.next_steps = {bare};
  CHECK(section_of(text_of(deal, 80), "Next step") == page(R"(
  Next step
  →  Leave, and keep the relation.
)"));
}

TEST_CASE("sections without content leave no heading") {
  Assessment deal = english_deal();
  deal.findings.clear();
  deal.mines.clear();
  deal.contacts.clear();
  deal.control.level = "unknown";
  deal.control.level_label = "not written down";
  deal.control.indicators = {check("Who buys", Tri::unknown, "Who signs?")};
  deal.control.special = {check("Class A customer", Tri::no, "Not a class A customer.")};
  const std::string text = text_of(deal, 80);
  for (const char* heading :
       {"What can kill it", "What you have", "Next step", "Your plan", "What does not fit together",
        "People", "The objective", "Against the rivals", "Limits"}) {
    CHECK_MESSAGE(!contains(text, heading), heading);
  }
  CHECK_FALSE(contains(text, "\n\n\n"));
}

TEST_CASE("a remark that does not begin with its action is told whole") {
  Assessment deal = english_deal();
  add_strategy(deal);
  deal.plan.front().remarks = {finding("a.b", "A", Reads::adverse, 0, "Overdue.")};
  CHECK(contains(section_of(text_of(deal, 80), "Your plan"), "    ✗  Overdue.  "));
}

TEST_CASE("the table of people goes on below where a name or a role needs more room") {
  Assessment deal = english_deal();
  deal.contacts[0].name = std::string(200, 'x');
  deal.contacts[2].roles = {"economic", "user", "technical", "coach"};
  CHECK(section_of(text_of(deal, 80), "People") == page(R"(
  People
  name            roles           weight  support  met          sees us
  xxxxxxxxxxxxxx  user            high    +4       2 Mar        first
  xxxxxxxxxxxxxx
  xxxxxxxxxxxxxx
  xxxxxxxxxxxxx…
  H. Lang         technical,      medium  −2       18 Nov 2025  against us
                  coach
  R. Stein        economic,       high             never        ?
                  user,
                  technical,
                  coach
  阿德勒教授                              0        ?            backup, disputed
)"));
}

TEST_CASE("below the people stands what is missing among them") {
  Assessment deal = english_deal();
  add_strategy(deal);
  RoleView user;
  user.label = "user buyer";
  user.state = "empty";
  RoleView unsaid;
  unsaid.label = "technical buyer";
  unsaid.state = "unknown";
  unsaid.people = {1};
  deal.roles.push_back(user);
  deal.roles.push_back(unsaid);
  deal.contacts[3].departed = true;
  deal.contacts[1].coach_tests = {check("credible to us", Tri::yes, "Yes."),
                                  check("credible to the buyers", Tri::no, "Nobody listens."),
                                  check("wants us to win", Tri::unknown, "What has he done?")};
  const std::string wide = section_of(text_of(deal, 80), "People");
  CHECK(contains(wide, page(R"(
    economic buyer: nobody has met R. Stein; counts as opposed
    technical buyer: the file does not say whether anybody met H. Lang
    coach, user buyer: nobody named
    coach H. Lang fails a test: Nobody listens
    coach H. Lang, not shown yet: wants us to win
    阿德勒教授 has left
)")));
  // As a list, the notes would seem to belong to the last one.
  CHECK(contains(text_of(deal, 50), "\n\n    economic buyer: nobody has met"));
}

TEST_CASE("hostile names stay inside the page in every section") {
  for (const std::string& name : {std::string("Evil\x1b[2J\n\u202e name"), std::string(200, 'x'),
                                  std::string("一个很长很长的名字") + std::string(190, 'y')}) {
    Assessment deal = english_deal();
    add_strategy(deal);
    for (ContactView& one : deal.contacts) one.name = one.mode_label = one.mode_allows = name;
    for (StepView& one : deal.next_steps) one.says = one.who = one.play = one.failed = name;
    for (PlanView& one : deal.plan) one.action = one.who = name;
    for (BulletView& one : deal.bullets) one.what = name;
    for (RivalView& one : deal.rivals) one.name = one.position_label = name;
    for (RoleView& one : deal.roles) one.label = name;
    for (MineView& one : deal.mines) one.label = one.message = name;
    for (auto* checks : {&deal.control.indicators, &deal.control.project, &deal.control.special,
                         &deal.control.fit}) {
      for (CheckResult& one : *checks) one.label = one.message = name;
    }
    for (const int width : {40, 60, 80, 120}) {
      check_page(text_of(deal, width), width);
      check_page(text_of(deal, width, Language::zh), width);
    }
  }
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
  const std::string few = screen_text_of(deal, 80);
  CHECK_FALSE(contains(few, "A small one."));
  CHECK_FALSE(contains(few, "A note."));
  CHECK(contains(few, "more risks"));
  const std::string all = text_of(deal, 80);
  CHECK(contains(all, "11 minor"));
  CHECK(contains(all, "~ A note."));
  CHECK_FALSE(contains(all, "--all"));
}

}  // namespace
}  // namespace dealcheck

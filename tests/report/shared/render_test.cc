#include "report/shared/render.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "assess/mines.h"
#include "base/text.h"
#include "support_report.h"

namespace dealcheck {
namespace {

using namespace test;

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
            no step known: decide with your manager
                                             people.payer-unmet  st-anna.yaml:17
  2 minor   You feel comfortable; the signs say backup.                        0
                                                             consistency.feeling

  What you have
  ✓ Dr. Weiss backs us and Prof. Adler trusts her.                     +2  2 Mar
                                                  people.friend  st-anna.yaml:15

  What does not fit together
  ✗ You feel comfortable; the signs say backup.           0  consistency.feeling

  People
  name        roles             weight  support  met          sees us
  Dr. Weiss   user              high    +4       2 Mar        first
  H. Lang     technical, coach  medium  −2       18 Nov 2025  against us
  R. Stein    economic          high             never        ?
  阿德勒教授                            0        ?            backup, disputed

  Limits
  • contender at best: Payer unmet; lifted by a meeting with  people.payer-unmet
    the one who releases the money

  Also noted
  ~ Nobody knows who wrote the criteria.                     0  process.criteria

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
  • 上面的问题里：突然异议（致命，目前没有合适的一步，跟经理一起定）
  1 严重  拍板出钱的董事长，我们没人见过。                            −3  3月2日
                                                 people.payer-unmet  安徽.yaml:8

  人
  姓名      角色        影响力  支持度  见面     眼中的我们
  董事长    拍板人      高              没见过   ?
  李副主任  技术把关人  中      −3      3月17日  陪跑

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
            no step known: decide with your manager
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
  deal.rules_name = "1";
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

TEST_CASE("the first screen asks one question, the whole report all of them") {
  Assessment deal = english_deal();
  for (int i = 0; i < 6; ++i) {
    deal.open_questions.push_back({"a.b", "Label", "What else?", Gap::none, 1});
  }
  CHECK_FALSE(contains(screen_text_of(deal, 80), "What else?"));
  const std::string asks = section_of(text_of(deal, 80), "Ask in the review");
  CHECK(contains(asks, "  8 What else?"));
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
                       &deal.headline, &deal.rules_name}) {
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
  CHECK(contains(brief_of(deal, 140), R"(Evil\x1b[2J name "quoted")"));
  CHECK(lines_of(brief_of(deal, 120)).size() == 1);
}

// --- one line ------------------------------------------------------------------------------------

namespace {

Assessment deal_with_reason() {
  Assessment deal = english_deal();
  deal.because = {{"late.top-person", "Top person", "No time for us.", {}}};
  StepView step;
  step.label = "Meet the payer";
  deal.next_steps = {step};
  return deal;
}

}  // namespace

TEST_CASE("deals in one line each stand in the same columns") {
  Assessment full = deal_with_reason();
  full.coverage = 1;
  full.verdict_label = "COLUMN-FODDER";
  full.name = "圣安娜医院影像归档";
  full.path = "a.yaml";
  CHECK(brief_of(deal_with_reason(), 100) + brief_of(full, 100) == page(R"(
BACKUP          St. Anna, imagin…  late    82%  Top person       Meet the payer    …/q1/st-anna.yaml
COLUMN-FODDER   圣安娜医院影像归…  late   100%  Top person       Meet the payer    a.yaml
)"));
  CHECK(brief_of(deal_with_reason(), 60) == page(R"(
BACKUP          St. Anna,…  late    82%  Top per…  Meet the…
)"));
  CHECK(brief_of(deal_with_reason(), 40) == page(R"(
BACKUP          St. Anna, …  late    82%
)"));
}

TEST_CASE("without a width a brief line is not cut") {
  const std::string line = brief_of(deal_with_reason(), 0);
  CHECK(contains(line, "Top person  Meet the payer  deals/q1/st-anna.yaml\n"));
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

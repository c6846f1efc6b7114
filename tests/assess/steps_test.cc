// The next steps: which play is chosen, and what holds of every deal there is.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/hypothesis.h"
#include "rules/load/rule_load.h"
#include "support.h"

namespace dealcheck {
namespace {

/// `play>target via a,b by 2026-03-27`, a line for each step.
std::string steps_of(const Assessment& deal) {
  std::string text;
  for (const StepView& step : deal.next_steps) {
    text += step.play;
    if (step.target) text += ">" + deal.contacts[*step.target].id;
    for (std::size_t i = 0; i < step.through.size(); ++i) {
      text += (i == 0 ? " via " : ",") + deal.contacts[step.through[i]].id;
    }
    text += "\n";
  }
  return text;
}

std::string first_step(const std::string& deal) {
  const std::string steps = steps_of(test::judge(deal));
  return steps.substr(0, steps.find('\n'));
}

constexpr const char* kLate =
    "stage: late\nas_of: 2026-03-20\nbehaviours: {sudden_objection: none, price_pressed: "
    "repeatedly_tied, extra_commitments: asked, top_person: absent, explicit_choice: no}\n";

TEST_CASE("steps: the payer nobody met is reached through the cheapest chain") {
  const std::string payer = "{id: pay, roles: economic, met: none}";
  const auto deal = [&](const std::string& others) {
    return std::string(kLate) + "contacts: [" + payer + ", " + others + "]\n";
  };
  CHECK(first_step(deal("{id: a, support: 4, met: 2026-03-02}")) == "meet-unmet-directly>pay");
  CHECK(first_step(deal("{id: a, support: 4, met: 2026-03-02, reports_to: pay}")) ==
        "meet-unmet>pay via a");
  CHECK(first_step(deal("{id: a, support: 4, met: 2026-03-02, introduces: no, reports_to: pay}")) ==
        "meet-unmet-directly>pay");
  CHECK(first_step(deal("{id: a, support: 4, met: 2026-03-02}, {id: b, met: 2026-03-02, trusts: a, "
                        "reports_to: pay}")) == "meet-unmet>pay via a,b");
  CHECK(first_step(deal("{id: a, support: 4, met: 2026-03-02}, {id: b, support: -4, met: "
                        "2026-03-02, trusts: a, reports_to: pay}")) == "meet-unmet-directly>pay");
  CHECK(first_step(deal("{id: a, support: {value: 4, evidence: assumed}, met: 2026-03-02, "
                        "reports_to: pay}")) == "meet-unmet-directly>pay");
}

TEST_CASE("steps: a deal to leave gets one step, a decline with its condition or silence") {
  const std::string closed =
      "stage: early\nbehaviours: {questions: few, clarity: clear_plan, time_given: short, agenda: "
      "theirs, scope: price_only}\norigin: {how: rfp_out_of_the_blue}\nprocess: {criteria_by: "
      "rival";
  CHECK(steps_of(test::judge(closed + "}\n")) == "decline-until-why\n");
  CHECK(steps_of(test::judge(closed + ", questions_refused: yes}\n")) == "decline-for-access\n");
  const Assessment silent = test::judge(closed + ", outside_pressure: for_rival}\n");
  CHECK(steps_of(silent) == "leave-in-silence\n");
  for (const MineView& mine : silent.mines) {
    if (mine.severity == MineSeverity::deadly) CHECK(mine.answered_by == 0U);
  }
}

TEST_CASE("steps: the decision is told as the main step where that stops") {
  const std::string open =
      "stage: late\nas_of: 2026-03-20\nbehaviours: {top_person: received_us}\n";
  const Assessment plain = test::judge(open);
  CHECK_FALSE(plain.next_steps.front().stops);
  CHECK(plain.headline != plain.next_steps.front().label);
  const Assessment stopped =
      test::judge(open + "compliance: [{kind: gift, favours: us, date: 2026-03-02}]\n");
  CHECK(stopped.next_steps.front().stops);
  CHECK(stopped.headline == "Tell a manager first");
  CHECK(stopped.decision == plain.decision);
}

TEST_CASE("steps: ten lines without a name get a step") {
  CHECK(first_step("stage: early\n") == "ask-anybody");
  CHECK(first_step("stage: late\n") == "ask-anybody");
}

TEST_CASE("steps: due on a working day before what is fixed, today when it is the next one") {
  const auto due = [](const std::string& as_of, const std::string& more) -> std::string {
    const auto by = test::judge("stage: mid\nas_of: " + as_of + "\n" + more).next_steps.front().by;
    return by ? iso_date(*by) : "none";
  };
  const std::string friday = "2026-03-20";
  CHECK(due(friday, "") == "2026-03-25");
  CHECK(due("2026-03-17", "") == "2026-03-23");  // five days on it is Sunday
  CHECK(due(friday, "milestones: {board: 2026-03-24}\n") == "2026-03-23");
  CHECK(due(friday, "milestones: {board: 2026-03-23}\n") == friday);
  CHECK(due(friday, "milestones: {board: 2026-03-20}\n") == friday);
  CHECK(due(friday, "milestones: {first_meeting: 2026-03-10}\n") == "2026-03-25");
  CHECK(due(friday, "milestones: {board: 2026-03-22}\n") == friday);
  CHECK(due("2026-03-18", "milestones: {board: 2026-03-19}\n") == "2026-03-18");
  CHECK(due("2026-03-21", "milestones: {board: 2026-03-22}\n") == "none");
  CHECK(due("2026-03-19", "project: {approval_date: 2026-03-23}\n") == friday);
  CHECK(due(friday, "objective: {when: 2026-03-22}\n") == friday);
  CHECK(due(friday, "plan: [{action: call, until: 2026-03-22}]\n") == friday);
  CHECK(due(friday, "contacts: [{id: a}]\ninteractions: [{date: 2026-03-22, with: a}]\n") ==
        friday);
}

TEST_CASE("steps: the main one is against the first risk, or says that none is known") {
  const std::string told_no =
      "stage: late\nas_of: 2026-03-20\nprocess: {speaking_order: may_not_speak}\n"
      "behaviours: {explicit_choice: no}\n";
  const Assessment deal = test::judge(told_no + "objections: [{topic: x, about_price: yes}]\n");
  REQUIRE_FALSE(deal.mines.empty());
  REQUIRE_FALSE(deal.next_steps.empty());
  CHECK(deal.next_steps.front().removes.front() == 0U);
  const Assessment lost = test::judge(
      "stage: late\nas_of: 2026-03-20\ncompetitors: [{name: Acme, status: favoured}]\n");
  REQUIRE_FALSE(lost.next_steps.empty());
  CHECK(lost.next_steps.front().play == "no-step-known");
  CHECK_FALSE(lost.next_steps.front().known);
  CHECK(lost.next_steps.front().removes == std::vector<std::size_t>{0});
  CHECK_FALSE(lost.mines.front().answered_by.has_value());
}

TEST_CASE("steps: nobody who left, would not see us or is kept from us is asked") {
  const auto first = [](const std::string& more) {
    return first_step(std::string(kLate) + "contacts: [{id: pay, roles: economic, met: none}" +
                      more);
  };
  CHECK(first("]\n") == "meet-unmet-directly>pay");
  CHECK(first("]\nexecutive_access: [{date: 2026-03-02, who: pay, outcome: refused}]\n") ==
        "find-somebody");
  CHECK(first("]\nexecutive_access: [{date: 2026-03-02, who: pay, outcome: refused}, {date: "
              "2026-03-09, who: pay, outcome: promised}]\n") == "meet-unmet-directly>pay");
  CHECK(first(", {id: b, met: 2026-03-02, gatekeeper: shut}]\n") == "no-step-known");
}

TEST_CASE("steps: nobody is asked twice, and a talk that is planned does for what lies with them") {
  const Assessment deal = test::judge(
      "stage: late\nas_of: 2026-03-20\nprocess: {place: 3}\n"
      "contacts: [{id: boss, roles: economic, met: none}]\n"
      "changes: [{what: arrives, who: boss, date: 2026-03-02}]\n");
  std::set<std::size_t> asked;
  for (const StepView& step : deal.next_steps) {
    if (step.target) CHECK(asked.insert(*step.target).second);
  }
  for (const MineView& mine : deal.mines) {
    if (mine.contact == 0U && mine.severity == MineSeverity::deadly) {
      CHECK(mine.answered_by.has_value());
    }
  }
}

TEST_CASE("steps: one step against all mines that it answers") {
  const Assessment deal = test::judge(
      "stage: mid\nas_of: 2026-03-20\ncontacts: [{id: a, roles: technical, met: 2026-03-18}]\n"
      "behaviours: {demo: differences_only, selling: they_bring_concepts, next_step: joint}\n"
      "interactions: [{date: 2026-03-18, with: a, response: hindered}]\n");
  const auto step = std::find_if(deal.next_steps.begin(), deal.next_steps.end(),
                                 [](const StepView& one) { return one.play == "ask-the-reason"; });
  REQUIRE(step != deal.next_steps.end());
  CHECK(step->removes.size() == 3);
}

// ---- every deal there is ----

struct Judged {
  std::string name;
  std::shared_ptr<const YamlDocument> document;
  Opportunity deal;
};

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::vector<Judged>& all_deals() {
  static const std::vector<Judged> kDeals = [] {
    std::vector<Judged> deals;
    const auto add = [&](const std::string& name, std::shared_ptr<const YamlDocument> document,
                         Yaml root) {
      Diagnostics diagnostics;
      auto deal = read_opportunity(root, document, test::rules().vocabulary, diagnostics);
      REQUIRE_MESSAGE(deal, name << test::in_lines(diagnostics));
      deals.push_back({name, std::move(document), std::move(*deal)});
    };
    for (const auto& entry :
         std::filesystem::directory_iterator(test::source_folder() + "/examples")) {
      if (entry.path().extension() != ".yaml") continue;
      const auto document = test::document(contents(entry.path()), entry.path().string());
      add(entry.path().filename(), document, Yaml(*document));
    }
    Diagnostics diagnostics;
    for (const RuleExample& example : load_examples(test::rules_folder(), diagnostics)) {
      add(example.rule + ":" + std::to_string(example.at.line), example.document, example.deal);
    }
    REQUIRE(deals.size() > 300);
    return deals;
  }();
  return kDeals;
}

Assessment judge(const Opportunity& deal, Language language = Language::en) {
  Diagnostics diagnostics;
  auto assessment =
      assess(test::rules(), deal, {std::nullopt, *parse_date("2026-03-20"), language}, diagnostics);
  REQUIRE(assessment.has_value());
  return std::move(*assessment);
}

/// The first day after the day of judgement that these sections of a deal fix.
std::optional<Date> next_fixed(const Opportunity& deal, Date as_of) {
  std::optional<Date> next;
  const auto take = [&](std::optional<Date> date) {
    if (date && *date > as_of && (!next || *date < *next)) next = date;
  };
  for (const char* name :
       {"milestones", "interactions", "executive_access", "plan", "objective", "project"}) {
    for (const Record& record : deal.sections[*test::rules().vocabulary.section_id(name)].records) {
      const bool listed = std::string(name) == "interactions" || name[0] == 'e';
      if (listed) take(record.proof.date);
      for (const Statement& said : record.statements) {
        if (said.value.kind == Value::Kind::date) take(said.value.date);
      }
    }
  }
  return next;
}

bool is_weekend(Date date) { return std::chrono::weekday(date.day).iso_encoding() > 5; }

bool follows_decision(const StepView& step) {
  const auto& plays = test::rules().plays;
  return std::any_of(plays.begin(), plays.end(), [&](const Play& play) {
    return play.id == step.play && !play.decisions.empty();
  });
}

void check_steps(const Opportunity& file, const Assessment& deal) {
  CHECK(deal.next_steps.size() >= 1);
  CHECK(deal.next_steps.size() <= 5);
  if (deal.next_steps.front().stops && !follows_decision(deal.next_steps.front())) {
    CHECK(deal.headline == deal.next_steps.front().label);
  }
  const auto fixed = next_fixed(file, deal.as_of);
  std::set<std::size_t> asked;
  const bool stopped = deal.next_steps.front().play == "tell-compliance";
  std::optional<Date> before;
  for (const StepView& step : deal.next_steps) {
    CAPTURE(step.play);
    CHECK_FALSE(step.worked.empty());
    CHECK_FALSE(step.failed.empty());
    CHECK(step.says.find('?') != 0);
    if (step.by) {
      CHECK(*step.by >= deal.as_of);
      CHECK_FALSE(is_weekend(*step.by));
      if (fixed) CHECK(*step.by <= *fixed);
      CHECK(*step.by >= before.value_or(deal.as_of));
      before = step.by;
    }
    if (step.target) {
      REQUIRE(*step.target < deal.contacts.size());
      CHECK(deal.contacts[*step.target].reachable);
      CHECK(asked.insert(*step.target).second);
      CHECK_FALSE(stopped);
    }
    for (const std::size_t person : step.through) {
      REQUIRE(person < deal.contacts.size());
      CHECK(deal.contacts[person].reachable);
      CHECK(deal.contacts[person].stance != "against");
    }
    for (const std::size_t mine : step.removes) CHECK(mine < deal.mines.size());
    if (step.bullet) CHECK(deal.bullets[*step.bullet].holds != Tri::no);
  }
  if (deal.mines.empty() || deal.mines.front().severity == MineSeverity::minor) return;
  const auto& main = deal.next_steps.front().removes;
  CHECK(std::find(main.begin(), main.end(), std::size_t{0}) != main.end());
}

TEST_CASE("steps: every deal gets one to five, with people of its own, in both languages") {
  for (const Judged& one : all_deals()) {
    CAPTURE(one.name);
    check_steps(one.deal, judge(one.deal));
    check_steps(one.deal, judge(one.deal, Language::zh));
  }
}

TEST_CASE("steps: on any day, with any day fixed ahead, no step is named that cannot be kept") {
  std::mt19937 random(20260320);
  const auto some = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  const char* milestones[] = {"demo", "pitch", "bid", "board", "award", "contract"};
  int dated = 0;
  for (const Judged& one : all_deals()) {
    CAPTURE(one.name);
    const Date day{parse_date("2026-03-20")->day + std::chrono::days(some(0, 13))};
    const Date fixed{day.day + std::chrono::days(some(1, 9))};
    Diagnostics diagnostics;
    const auto more =
        suppose(test::rules(), one.deal,
                {"milestones." + std::string(milestones[some(0, 5)]) + "=" + iso_date(fixed)}, day,
                diagnostics);
    if (!more) continue;
    const auto deal =
        assess(test::rules(), more->deal, {day, *parse_date("2026-03-20")}, diagnostics);
    if (!deal) continue;
    CAPTURE(iso_date(day));
    CAPTURE(iso_date(fixed));
    check_steps(more->deal, *deal);
    ++dated;
  }
  CHECK(dated > 200);
}

TEST_CASE("steps: a deal without any edge between people still gets a step, and no chain") {
  const Vocabulary& words = test::rules().vocabulary;
  const std::uint16_t contacts = *words.section_id("contacts");
  const auto key = [&](const char* name) { return *words.sections[contacts].names.find(name); };
  for (const Judged& one : all_deals()) {
    CAPTURE(one.name);
    Opportunity bare = one.deal;
    for (Record& record : bare.sections[contacts].records) {
      std::erase_if(record.statements, [&](const Statement& statement) {
        return statement.key == key("reports_to") || statement.key == key("trusts");
      });
    }
    const Assessment deal = judge(bare);
    check_steps(bare, deal);
    for (const StepView& step : deal.next_steps) CHECK(step.through.empty());
  }
}

/// Worst first; `unclear` is no rank, so that only what has one on both sides is compared.
bool ranked_worse(const Assessment& after, const Assessment& before) {
  const bool ranked = after.standing != Standing::unclear && before.standing != Standing::unclear;
  return ranked && after.standing < before.standing;
}

TEST_CASE("steps: one more supporter never makes the standing worse") {
  int compared = 0;
  for (const Judged& one : all_deals()) {
    CAPTURE(one.name);
    const Assessment before = judge(one.deal);
    for (const char* role : {"user", "technical", "economic", "coach"}) {
      CAPTURE(role);
      const std::string day = iso_date(before.as_of);
      Diagnostics diagnostics;
      const auto more =
          suppose(test::rules(), one.deal,
                  {"contacts+={id: nora-new, name: Nora New, roles: " + std::string(role) +
                   ", support: {value: 4, by: nora-new, date: " + day + "}, met: " + day + "}"},
                  before.as_of, diagnostics);
      REQUIRE_MESSAGE(more, test::in_lines(diagnostics));
      const Assessment after = judge(more->deal);
      CHECK_FALSE(ranked_worse(after, before));
      CHECK(after.points >= before.points);
      ++compared;
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("steps: no text of a play suggests an improper act") {
  static const std::vector<std::string> kImproper{
      "gift",       "bribe", "dinner",       "holiday",  "cash",
      "favour for", "leak",  "confidential", "spy",      "threat",
      "lie ",       "cheat", "kickback",     "secretly", "invite to a trip",
      "送礼",       "红包",  "回扣",         "请客",     "好处费",
      "内部文件",   "底价",  "围标",         "串标",     "威胁",
      "旅游",       "泄露",  "宴请"};
  for (const Play& play : test::rules().plays) {
    for (const LocalizedText* text : {&play.says, &play.through, &play.worked, &play.failed}) {
      for (const std::string& word : kImproper) {
        CAPTURE(play.id);
        CHECK(text->in(Language::en).find(word) == std::string_view::npos);
        CHECK(text->in(Language::zh).find(word) == std::string_view::npos);
      }
    }
  }
}

TEST_CASE("steps: a compliance risk is told to a manager and used for nothing") {
  const Assessment deal = test::judge(
      "stage: mid\ncontacts: [{id: a, name: Ann}]\n"
      "compliance: [{kind: gift, favours: us, by: a, date: 2026-03-02}]\n");
  REQUIRE_FALSE(deal.mines.empty());
  CHECK(deal.mines.front().kind == "compliance");
  const auto told =
      std::count_if(deal.next_steps.begin(), deal.next_steps.end(),
                    [](const StepView& one) { return one.play == "tell-compliance"; });
  CHECK(told == 1);
  CHECK(deal.next_steps.front().play == "tell-compliance");
}

TEST_CASE("steps: a compliance risk comes first beside five deadly ones, and on the way out") {
  const auto first_of = [](const std::string& more) {
    return first_step("stage: mid\nas_of: 2026-03-20\n" + more +
                      "compliance: [{kind: gift, favours: us, date: 2026-03-02}]\n");
  };
  CHECK(first_of("origin: {how: rfp_out_of_the_blue}\nvalue: {price_vs_rivals: highest}\n"
                 "process: {criteria_by: rival, lowest_price_wins: yes, place: 4}\n") ==
        "tell-compliance");
  CHECK(first_of("executive_access: refused\norigin: {how: rfp_out_of_the_blue}\n"
                 "behaviours: {depth: product_and_price, demo: differences_only, selling: "
                 "they_bring_concepts, next_step: errands}\n") == "tell-compliance");
}

TEST_CASE("steps: a step that is chosen takes on later mines even when there is no room for more") {
  const Assessment deal = test::judge(
      "stage: mid\nas_of: 2026-03-20\ncontacts:\n"
      "  - {id: c, roles: coach, met: 2026-03-18}\n"
      "  - {id: pay, roles: economic, influence: high, met: 2026-03-18, result: {value: costs, by: "
      "c}, win: {value: fame, by: c}}\n");
  CHECK(steps_of(deal) == "name-the-payer-met>c\nshow-the-difference>pay\n");
  CHECK(deal.next_steps.front().removes.size() > 1);
}

// ---- loading ----

constexpr const char* kPlay =
    "  - {play: ask, action: 9, source: S3, label: {en: L, zh: 标}, answers: {kinds: [signal]}, "
    "on: "
    "mine, actor: owner, days: 5, says: {en: \"Ask {target}\", zh: \"问{target}\"}, worked: {en: "
    "W, "
    "zh: 成}, failed: {en: F, zh: 败}}\n";

std::string complaints_of_play(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = test::document(text, "plays.yaml");
  const NameScope scope(test::rules().vocabulary, test::rules().queries);
  (void)load_plays(Yaml(*document), scope, test::rules(), diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    CHECK(one.at.line > 0);
    told += diagnostic_message(one, test::rules().words, Language::en) + "\n";
  }
  return told;
}

std::string with(const std::string& piece, const std::string& other) {
  std::string text = kPlay;
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return "plays:\n" + text.replace(at, piece.size(), other);
}

TEST_CASE("plays: what must fail") {
  struct Case {
    std::string text;
    std::string told;
  };
  const Case cases[] = {
      {"plays:\n" + std::string(kPlay), ""},
      {"plays: []\n", "a list with at least one entry is needed here\n"},
      {with("action: 9", "action: 11"),
       "a number of at least 1 and at most 10 is needed here, not '11'\n"},
      {with("kinds: [signal]", "kinds: [sgnal]"), "there is no kind of mine 'sgnal'\n"},
      {with("kinds: [signal]", "rules: [late.nothing]"),
       "there is no 'late.nothing' that a play could ask for\n"},
      {with("kinds: [signal]", "causes: [weather]"),
       "there is no 'weather' that a play could ask for\n"},
      {with("answers: {kinds: [signal]}, ", "decisions: [leave], "),
       "there is no 'leave' that a play could ask for\nnothing would ever bring this play up: it "
       "answers no mine and follows no decision\n"},
      {with("answers: {kinds: [signal]}, on: mine, ", ""),
       "nothing would ever bring this play up: it answers no mine and follows no decision\n"},
      {with("on: mine", "on: objection.current"),
       "'objection.current' names no person: it takes a contact, or a fact about contacts\n"},
      {with("actor: owner", "actor: nobody"), "this does not take 'nobody'\n"},
      {with("days: 5", "days: -1"), "a number of at least 0 is needed here, not '-1'\n"},
      {with("says: {en: \"Ask {target}\", zh: \"问{target}\"}, ", ""), "'says' is missing here\n"},
      {with("\"Ask {target}\"", "\"Ask {traget}\""), "no fact fills the placeholder '{traget}'\n"},
      {with("worked: {en: W, zh: 成}, ", ""), "'worked' is missing here\n"},
      {with("answers: {kinds: [signal]}, on: mine, ", "decisions: [engage], instead_of: other, "),
       "there is no 'other' that a play could ask for\n"},
      {"plays:\n" + std::string(kPlay) + kPlay,
       "the name 'ask' already stands for something else here\n"},
      {"plays:\n" + std::string(kPlay) +
           with("play: ask", "instead_of: ask, play: again").substr(7),
       "'instead_of' is for plays of a decision; against a mine the first play that can be made is "
       "taken anyway\n"},
      {with("play: ask", "ply: ask"), "'play' is missing here\nunknown key 'ply'\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(complaints_of_play(one.text) == one.told);
  }
  const std::string early = with("play: ask, action: 9", "play: again, action: 2");
  CHECK(complaints_of_play("plays:\n" + std::string(kPlay) + early.substr(7)) ==
        "'again' stands behind a play of a later source of action; plays are tried in the method's "
        "order\n");
}

}  // namespace
}  // namespace dealcheck

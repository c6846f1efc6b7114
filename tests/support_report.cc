#include "support_report.h"

#include <doctest/doctest.h>

#include <sstream>
#include <utility>

#include "assess/mines.h"
#include "base/text.h"
#include "report/shared/render.h"
#include "rules/rulebook.h"
#include "support.h"

namespace dealcheck::test {

const Words& report_words() {
  static const Words kReportWords = [] {
    Diagnostics diagnostics;
    return load_folder_words(rules_folder(), diagnostics);
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

namespace {

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

}  // namespace

CheckResult check(const char* label, Tri passed, const char* message) {
  CheckResult result;
  result.id = label;
  result.label = label;
  result.passed = passed;
  result.message = message;
  return result;
}

namespace {

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

}  // namespace

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
  if (!deal.mines.empty()) {
    deal.next_steps.front().removes = {0};
    deal.mines.front().answered_by = 0;
  }
  PlanView plan;
  plan.action = "session on reading";
  plan.who = "mk";
  plan.until = day("2026-03-25");
  plan.remarks = {finding("plan.moves", "Moves", Reads::favourable, 0,
                          "session on reading: works on R. Stein, who is not with us yet."),
                  finding("plan.sign", "Sign", Reads::mixed, 0,
                          "session on reading: no sign agreed by which we shall know.")};
  plan.at = {45, 5};
  PlanView errand;
  errand.action = "price list";
  errand.done = true;
  errand.at = {46, 5};
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
  rival.kind = "incumbent";
  rival.position = "behind";
  rival.position_label = "we are behind";
  rival.for_us = {"reading from home"};
  rival.against = {"their hypervisor"};
  rival.closable = {"no reference"};
  rival.at = {38, 5};
  deal.rivals = {rival};
}

DealEntry deal_entry(const std::string& path, const std::string& stage,
                     const std::string& verdict) {
  DealEntry entry;
  entry.path = path;
  entry.judged = true;
  entry.owner = "mk";
  entry.stage = stage;
  entry.as_of = "2026-03-20";
  entry.verdict = verdict;
  return entry;
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
  deal.rules_name = "2026.11";
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
  deal.rules_name = "2026.11";
  deal.rules_hash = "a41c9f02";
  deal.mines = tell_mines(deal);
  return deal;
}

std::string text_of(const Assessment& deal, int width, Language language, bool colour) {
  return render_text(deal, report_words(), {language, colour, width, true});
}

std::string screen_text_of(const Assessment& deal, int width, Language language) {
  return render_text(deal, report_words(), {language, false, width});
}

std::string brief_of(const Assessment& deal, int width, Language language) {
  return render_brief(deal, report_words(), {language, false, width});
}

std::string section_of(const std::string& text, const std::string& heading) {
  const std::size_t begin = text.find("  " + heading);
  REQUIRE(begin != std::string::npos);
  return text.substr(begin, text.find("\n\n", begin) + 1 - begin);
}

std::string between(const std::string& text, const std::string& first, const std::string& second) {
  const std::size_t begin = text.find("  " + first);
  const std::size_t end = text.find("  " + second);
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  return text.substr(begin, end - begin);
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

std::string page(std::string_view text) { return std::string(text.substr(1)); }

void check_page(const std::string& text, int width) {
  for (const std::string& line : lines_of(text)) {
    CAPTURE(line);
    CHECK(display_width(line) <= width);
    CHECK_FALSE(line.ends_with(' '));
    CHECK(sanitise(line) == line);
  }
}

}  // namespace dealcheck::test

// What the first screen chooses from an assessment.

#include "report/deal/screen.h"

#include <doctest/doctest.h>

#include "base/date.h"
#include "support_report.h"

namespace dealcheck {

namespace {

DealScreen english_screen(const Assessment& deal) {
  return screen_of(deal, Phrases(test::report_words(), Language::en));
}

EventView milestone(const char* label, const char* day) {
  EventView event;
  event.kind = "milestone";
  event.label = label;
  event.evidence.date = parse_date(day);
  return event;
}

}  // namespace

TEST_CASE("screen: the value stands beside the name, the nearest milestone ahead at the right") {
  Assessment deal = test::english_deal();
  deal.as_of = *parse_date("2026-03-20");
  deal.timeline = {milestone("demo", "2026-01-14"), milestone("board", "2026-03-27"),
                   milestone("contract", "2026-05-01")};
  deal.review.amount = AmountView{1.2e6, "EUR", {}, "1.2M EUR"};
  deal.review.closes = parse_date("2026-06-30");
  CHECK(english_screen(deal).deal == "St. Anna, imaging archive · 1.2M EUR");
  CHECK(english_screen(deal).event == "board 27 Mar, in 7 days");
  deal.timeline.resize(1);
  CHECK(english_screen(deal).event == "order expected 30 Jun, in 102 days");
  deal.review.closes = parse_date("2026-03-19");
  CHECK(english_screen(deal).event.empty());
}

TEST_CASE("screen: only a late first choice that nothing deadly hangs over can be forecast") {
  Assessment deal = test::english_deal();
  const std::string no = english_screen(deal).forecast;
  deal.verdict = Verdict::first_choice;
  deal.stages.judged = Stage::late;
  CHECK(english_screen(deal).forecast != no);
  deal.threat = "The one who pays has not been met.";
  CHECK(english_screen(deal).forecast == no);
  deal.threat.clear();
  deal.stages.judged = Stage::mid;
  CHECK(english_screen(deal).forecast == no);
}

TEST_CASE("screen: what can still kill the deal is not told again when it is the reason") {
  Assessment deal = test::english_deal();
  deal.threat = "Nobody has met R. Stein.";
  deal.because = {{"a.rule", "A rule", "They want us.", {}}};
  CHECK(english_screen(deal).threat.find(deal.threat) != std::string::npos);
  deal.because.front().message = deal.threat;
  CHECK(english_screen(deal).threat.empty());
  CHECK(english_screen(deal).reason.says.find(deal.threat) != std::string::npos);
}

TEST_CASE("screen: a risk names the step against it, or that there is none") {
  Assessment deal = test::english_deal();
  REQUIRE_FALSE(english_screen(deal).risks.empty());
  deal.mines.front().severity = MineSeverity::deadly;
  deal.mines.front().answered_by.reset();
  const std::string none = english_screen(deal).risks.front().answer;
  CHECK_FALSE(none.empty());
  deal.mines.front().answered_by = 1;
  CHECK(english_screen(deal).risks.front().answer.find('2') != std::string::npos);
  deal.mines.front().answered_by.reset();
  deal.mines.front().severity = MineSeverity::minor;
  CHECK(english_screen(deal).risks.front().answer.empty());
}

}  // namespace dealcheck

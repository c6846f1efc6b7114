#include "backtest/closed_deal.h"

#include <doctest/doctest.h>

#include "support.h"
#include "support_git.h"

namespace dealcheck {
namespace {

constexpr const char* kEnd = "outcome: {result: lost, date: 2026-03-02, reason: price}\n";

std::optional<End> end_in(const std::string& text) {
  return end_of(test::rules().vocabulary, test::read_deal("stage: late\n" + text));
}

/// Judged before its end, which it must have.
ClosedDeal judged(const std::string& text) {
  const Opportunity deal = test::read_deal(text);
  const auto end = end_of(test::rules().vocabulary, deal);
  REQUIRE(end.has_value());
  Diagnostics diagnostics;
  AssessOptions options;
  options.today = *parse_date("2026-06-01");
  auto closed = judge_before_end(test::rules(), deal, *end, options, diagnostics);
  REQUIRE_MESSAGE(closed.has_value(), test::in_lines(diagnostics));
  return std::move(*closed);
}

TEST_CASE("closed deal: how and when it ended, in either language, and that it has not") {
  const auto lost = end_in(kEnd);
  REQUIRE(lost.has_value());
  CHECK(lost->how == Ending::lost);
  CHECK(iso_date(*lost->day) == "2026-03-02");
  CHECK(lost->reason == "price");
  CHECK(end_in("结局: {结果: 流标}\n")->how == Ending::no_decision);
  CHECK_FALSE(end_in("结局: {结果: 流标}\n")->day.has_value());
  CHECK(end_in("outcome: {result: {value: walked away, date: 2026-03}}\n")->how ==
        Ending::withdrawn);
  CHECK(iso_date(*end_in("outcome: {result: won, date: 2026-03}\n")->day) == "2026-03-01");
  CHECK_FALSE(end_in("").has_value());
  CHECK_FALSE(end_in("outcome: unknown\n").has_value());
  CHECK_FALSE(end_in("outcome: {result: unknown}\n").has_value());
}

TEST_CASE("closed deal: what is dated on the day of the end or later changes nothing") {
  const std::string before =
      "name: North\nstage: late\n"
      "contacts: [{id: cfo, name: R. Stein, roles: [economic], met: [2026-02-14]}]\n"
      "objections: [{topic: price, can_meet: yes, date: 2026-02-20}]\n"
      "behaviours:\n  - {price_pressed: repeatedly, date: 2026-02-20, by: cfo}\n";
  const ClosedDeal plain = judged(before + kEnd);
  const ClosedDeal later =
      judged(before + "  - {explicit_choice: no, date: 2026-03-02, by: cfo}\n" +
             "interactions: [{date: 2026-03-02, with: cfo}, {date: 2026-03-09, with: cfo}]\n" +
             "executive_access: [{date: 2026-04-01, who: cfo, outcome: refused}]\n" + kEnd);
  CHECK(plain.cut == 0);
  CHECK(later.cut == 4);
  CHECK(later.points == plain.points);
  CHECK(later.verdict == plain.verdict);
  CHECK(iso_date(later.as_of) == "2026-03-01");
}

TEST_CASE("closed deal: without a day of the end it is judged as of its own, else today") {
  CHECK(iso_date(judged("stage: mid\nas_of: 2026-02-20\noutcome: {result: won}\n").as_of) ==
        "2026-02-20");
  CHECK(iso_date(judged("stage: mid\noutcome: {result: won}\n").as_of) == "2026-06-01");
}

TEST_CASE("closed deal: the first sign is the oldest that stood whole, else the loudest") {
  const ClosedDeal dated = judged(
      "stage: late\nobjections: [{topic: Oracle, can_meet: no, date: 2026-02-20}]\n"
      "executive_access: [{date: 2026-02-10, outcome: refused}]\n" +
      std::string(kEnd));
  REQUIRE(dated.first_sign.has_value());
  CHECK(iso_date(*dated.first_sign->day) == "2026-02-10");
  CHECK(dated.first_sign->line == 3);
  const ClosedDeal undated = judged(
      "stage: late\nbehaviours: {price_pressed: once, explicit_choice: no}\n" + std::string(kEnd));
  REQUIRE(undated.first_sign.has_value());
  CHECK_FALSE(undated.first_sign->day.has_value());
  CHECK(undated.undated == 2);
  for (const Spoken& one : undated.spoken) CHECK(one.points >= undated.first_sign->points);
  CHECK_FALSE(judged("stage: early\n" + std::string(kEnd)).first_sign.has_value());
}

TEST_CASE("closed deal: feeling and forecast are kept as the file states them") {
  const ClosedDeal deal =
      judged("stage: mid\nfeeling: great\nprobability: 70\n" + std::string(kEnd));
  CHECK(deal.feeling == "great");
  CHECK(deal.forecast.value_or(0) == doctest::Approx(0.7));
  CHECK_FALSE(judged("stage: mid\n" + std::string(kEnd)).forecast.has_value());
}

TEST_CASE("closed deal: earlier versions are those before the end that do not tell of it") {
  const test::Repository repository;
  repository.write("deal.yaml", "stage: early\n");
  repository.commit("first", "2026-01-10");
  repository.write("deal.yaml", "stage: late\nobjections: [{topic: X, can_meet: no}]\n");
  repository.commit("second", "2026-02-10");
  repository.write("deal.yaml", "stage: late\noutcome: {result: lost}\n");
  repository.commit("known too early", "2026-02-20");
  repository.write("deal.yaml", "stage: late\nnotes: why\n");
  repository.commit("after", "2026-03-02");
  ClosedDeal deal;
  deal.path = repository.path() + "/deal.yaml";
  deal.end.day = parse_date("2026-03-02");
  const auto past = judge_past(test::rules(), deal, {}, kDefaultMaxBytes);
  REQUIRE(past.size() == 2);
  CHECK(iso_date(past[0].day) == "2026-01-10");
  CHECK(iso_date(past[1].day) == "2026-02-10");
  CHECK(past[1].points < past[0].points);
  deal.path = repository.path() + "/other.yaml";
  CHECK(judge_past(test::rules(), deal, {}, kDefaultMaxBytes).empty());
}

}  // namespace
}  // namespace dealcheck

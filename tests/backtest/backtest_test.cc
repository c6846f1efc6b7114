#include "backtest/backtest.h"

#include <doctest/doctest.h>

#include "backtest/fit.h"
#include "support.h"

namespace dealcheck {
namespace {

ClosedDeal closed(Ending how, Verdict verdict, int points) {
  ClosedDeal deal;
  deal.path = deal.name = "deal.yaml";
  deal.end.how = how;
  deal.end.day = parse_date("2026-03-02");
  deal.as_of = *parse_date("2026-03-01");
  deal.verdict = verdict;
  deal.points = points;
  return deal;
}

PastVerdict past(const char* day, Verdict verdict) { return {"abc", *parse_date(day), verdict, 0}; }

/// Won and lost in turn, with points that mean nothing.
std::vector<ClosedDeal> coin_deals(std::size_t count) {
  std::vector<ClosedDeal> deals;
  for (std::size_t i = 0; i < count; ++i) {
    deals.push_back(closed(i % 2 == 0 ? Ending::won : Ending::lost, Verdict::contender,
                           static_cast<int>(i / 2 % 5)));
  }
  return deals;
}

TEST_CASE("backtest: shares leave out the deals that we left, and count no decision as not won") {
  const Backtest told = make_backtest({closed(Ending::won, Verdict::first_choice, 7),
                                       closed(Ending::no_decision, Verdict::first_choice, 6),
                                       closed(Ending::withdrawn, Verdict::first_choice, 6),
                                       closed(Ending::lost, Verdict::backup, -4)});
  CHECK(told.all.won().hits == 1);
  CHECK(told.all.won().of == 3);
  const Endings& first = told.by_verdict[static_cast<std::size_t>(Verdict::first_choice)];
  CHECK(first.won().of == 2);
  CHECK(first.of(Ending::withdrawn) == 1);
  REQUIRE(told.points.has_value());
  CHECK(told.points->share == 1);
  CHECK_FALSE(told.enough);
  CHECK_FALSE(told.chances.has_value());
}

TEST_CASE("backtest: thirty deals are enough, with five of each kind") {
  CHECK_FALSE(make_backtest(coin_deals(29)).enough);
  CHECK(make_backtest(coin_deals(30)).enough);
  std::vector<ClosedDeal> won(26, closed(Ending::won, Verdict::contender, 1));
  won.resize(30, closed(Ending::lost, Verdict::contender, 0));
  CHECK_FALSE(make_backtest(won).enough);
  CHECK(make_backtest({}).deals.empty());
}

TEST_CASE("backtest: chances come from other deals, so those of mere chance are no better") {
  const Backtest coin = make_backtest(coin_deals(200));
  REQUIRE(coin.chances.has_value());
  CHECK(coin.chances->by_deal.size() == 200);
  CHECK(coin.chances->brier > 0.249);
  std::size_t grouped = 0;
  for (const ChanceGroup& group : coin.chances->groups) grouped += group.won.of;
  CHECK(grouped == 200);
  std::vector<ClosedDeal> told = coin_deals(200);
  for (ClosedDeal& deal : told) deal.points = deal.end.how == Ending::won ? 5 : -5;
  const Backtest sure = make_backtest(told);
  CHECK(sure.chances->brier < 0.01);
  CHECK(sure.chances->groups.size() == 2);  // deals of the same chance stay together
}

TEST_CASE("backtest: a rule is right or wrong only where the span leaves out the share of all") {
  std::vector<ClosedDeal> deals = coin_deals(60);
  for (std::size_t i = 0; i < deals.size(); ++i) {
    const bool won = deals[i].end.how == Ending::won;
    if (won) deals[i].spoken.push_back({"tells", "Tells", 2});
    if (won) deals[i].spoken.push_back({"wrong", "Wrong", -2});
    if (i < 2) deals[i].spoken.push_back({"seldom", "Seldom", -1});
  }
  const Backtest told = make_backtest(deals);
  REQUIRE(told.rules.size() == 3);
  CHECK(told.rules[2].rule == "seldom");
  CHECK(told.rules[2].call == RuleCall::open);
  for (const RuleRecord& record : told.rules) {
    if (record.rule == "tells") CHECK(record.call == RuleCall::right);
    if (record.rule == "wrong") CHECK(record.call == RuleCall::wrong);
  }
  deals.resize(20);
  for (const RuleRecord& record : make_backtest(deals).rules) {
    CHECK(record.call == RuleCall::open);
  }
}

TEST_CASE("backtest: feelings count where they and the verdict say opposite things") {
  std::vector<ClosedDeal> deals{
      closed(Ending::lost, Verdict::backup, -4), closed(Ending::won, Verdict::no_project, 0),
      closed(Ending::won, Verdict::first_choice, 7), closed(Ending::lost, Verdict::contender, 0)};
  deals[0].feeling = "great";
  deals[1].feeling = "euphoric";
  deals[2].feeling = "worried";
  deals[3].feeling = "great";
  const Backtest told = make_backtest(deals);
  CHECK(told.sure.deals == std::vector<std::size_t>{0, 1});
  CHECK(told.sure.won.hits == 1);
  CHECK(told.uneasy.deals == std::vector<std::size_t>{2});
}

TEST_CASE("backtest: a lost deal was seen coming when its end or an earlier version says so") {
  std::vector<ClosedDeal> deals{
      closed(Ending::lost, Verdict::contender, 1), closed(Ending::lost, Verdict::first_choice, 7),
      closed(Ending::lost, Verdict::contender, 2), closed(Ending::lost, Verdict::backup, -5)};
  deals[0].past = {past("2026-01-01", Verdict::contender), past("2026-02-20", Verdict::backup)};
  const Backtest told = make_backtest(deals);
  CHECK(told.surprises == std::vector<std::size_t>{1, 2});
  CHECK(told.warned == std::vector<std::size_t>{0, 3});
  CHECK(iso_date(first_warning(told.deals[0])->day) == "2026-02-20");
  CHECK(past_before(told.deals[0], 30)->verdict == Verdict::contender);
  CHECK(past_before(told.deals[0], 7)->verdict == Verdict::backup);
  CHECK(past_before(told.deals[0], 90) == nullptr);
  REQUIRE(told.leads.size() == 3);  // 60, 30 and 7 days before
  CHECK(told.leads.back().looked_lost.of == 1);
}

// ---- fit ----

/// Deals in which two rules speak for us or against us: the first tells the end, mostly; the second
/// nothing.
std::vector<ClosedDeal> deals_of_two_rules(std::size_t count) {
  std::vector<ClosedDeal> deals;
  for (std::size_t i = 0; i < count; ++i) {
    const int first = i % 2 == 0 ? 4 : -4;
    const int second = i / 2 % 2 == 0 ? 5 : -5;
    const bool won = (i % 2 == 0) != (i / 4 % 10 == 0);
    deals.push_back(closed(won ? Ending::won : Ending::lost, Verdict::contender, first + second));
    deals.back().spoken = {{"late.explicit-choice", "Choice", first},
                           {"late.price-pressed", "Pressed", second}};
  }
  return deals;
}

TEST_CASE("fit: what speaks in vain loses points, none changes its sign or overtakes another") {
  const Fit fit = fit_points(make_backtest(deals_of_two_rules(400)), test::rules());
  REQUIRE(fit.lesson == Lesson::proposals);
  CHECK(fit.after > fit.before);
  REQUIRE(fit.proposals.size() == 2);
  for (const RuleProposal& one : fit.proposals) {
    CHECK(one.for_us.of == 200);
    CHECK(one.against_us.of == 200);
    CHECK((one.factor < 1) == (one.rule == "late.price-pressed"));
    CHECK(one.factor >= 0);
    CHECK(one.factor <= 3);
    for (const ReadingProposal& reading : one.readings) {
      for (std::size_t stage = 0; stage < kStageCount; ++stage) {
        CHECK(reading.from.at(stage) * reading.to.at(stage) >= 0);
      }
    }
  }
}

TEST_CASE("fit: says why there is nothing to propose") {
  CHECK(fit_points(make_backtest(deals_of_two_rules(29)), test::rules()).lesson == Lesson::too_few);
  CHECK(fit_points(make_backtest(coin_deals(400)), test::rules()).lesson == Lesson::coin);
  std::vector<ClosedDeal> mixed = deals_of_two_rules(40);
  mixed[7].rules_hash = "other";
  CHECK(fit_points(make_backtest(mixed), test::rules()).lesson == Lesson::mixed);
  // Points that tell all there is to tell: other weights have nothing to add.
  std::vector<ClosedDeal> right = deals_of_two_rules(400);
  for (ClosedDeal& deal : right) {
    deal.points = deal.spoken.front().points;
    deal.spoken.pop_back();
  }
  CHECK(fit_points(make_backtest(right), test::rules()).lesson == Lesson::nothing);
}

}  // namespace
}  // namespace dealcheck

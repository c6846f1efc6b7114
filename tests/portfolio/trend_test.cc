// How a portfolio moved since it was last looked at.

#include "portfolio/trend.h"

#include <doctest/doctest.h>

#include "support.h"
#include "support_report.h"

namespace dealcheck {
namespace {

DealEntry deal(const std::string& path, const std::string& verdict) {
  return test::deal_entry(path, "late", verdict);
}

Trend trend(std::vector<DealEntry> now, std::vector<EarlierDeal> earlier) {
  const PortfolioRules& rules = test::rules().portfolio;
  return compute_trend(make_portfolio(std::move(now), rules), std::move(earlier), rules);
}

ShiftKind kind(const DealEntry& before, const DealEntry& now) {
  const Trend one = trend({now}, {{now.path, before}});
  REQUIRE(one.shifts.size() == 1);
  CHECK(one.shifts[0].now == 0);
  CHECK(one.shifts[0].before->verdict == before.verdict);
  return one.shifts[0].kind;
}

}  // namespace

TEST_CASE("trend: what became of a deal") {
  CHECK(kind(deal("a", "backup"), deal("a", "contender")) == ShiftKind::rose);
  CHECK(kind(deal("a", "contender"), deal("a", "backup")) == ShiftKind::fell);
  CHECK(kind(deal("a", "backup"), deal("a", "backup")) == ShiftKind::other);
  DealEntry won = deal("a", "contender");
  won.review.outcome = "won";
  CHECK(kind(deal("a", "contender"), won) == ShiftKind::closed);
  DealEntry broken;
  broken.path = "a";
  CHECK(kind(broken, deal("a", "contender")) == ShiftKind::unclear);
  CHECK(kind(deal("a", "contender"), broken) == ShiftKind::unclear);
}

TEST_CASE("trend: deals come and go; what is not among the earlier ones stood as today") {
  const Trend one = trend({deal("same", "contender"), deal("new", "first-choice")},
                          {{"new", {}}, {"gone", deal("gone", "backup")}});
  REQUIRE(one.shifts.size() == 2);
  CHECK(one.shifts[0].kind == ShiftKind::came);
  CHECK_FALSE(one.shifts[0].before);
  CHECK(one.shifts[1].kind == ShiftKind::went);
  CHECK_FALSE(one.shifts[1].now);
  REQUIRE(one.before.deals.size() == 2);
  CHECK(one.before.deals[0].entry.path == "same");
  CHECK(one.before.deals[1].entry.path == "gone");
}

TEST_CASE("trend: YAML that is gone and was no deal is none that went") {
  DealEntry other;
  other.path = "notes.yaml";
  const Trend one = trend({deal("a", "contender")}, {{"notes.yaml", other}});
  CHECK(one.shifts.empty());
  CHECK(one.before.deals.size() == 1);
}

TEST_CASE("trend: nothing moved without an earlier deal") {
  const Trend one = trend({deal("a", "contender")}, {});
  CHECK(one.shifts.empty());
  CHECK(one.before.deals.size() == 1);
}

}  // namespace dealcheck

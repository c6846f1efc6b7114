// Many deals together: layers, marks, groups, and which few get the time.

#include "portfolio/portfolio.h"

#include <doctest/doctest.h>

#include "portfolio/entry_json.h"
#include "report/portfolio/portfolio.h"
#include "support.h"
#include "support_report.h"

namespace dealcheck {
namespace {

DealEntry deal(const std::string& path, const std::string& stage, const std::string& verdict,
               double coverage = 1) {
  DealEntry entry = test::deal_entry(path, stage, verdict);
  entry.coverage = coverage;
  entry.review.review_after = 31;
  entry.review.reviewed = "2026-03-10";
  entry.review.their_act = "2026-03-18";
  return entry;
}

DealEntry with_amount(DealEntry entry, double value, const std::string& currency) {
  entry.review.amount = {true, value, currency, 1};
  return entry;
}

Portfolio portfolio(std::vector<DealEntry> deals) {
  return make_portfolio(std::move(deals), test::rules().portfolio);
}

std::string layer(const DealEntry& entry) {
  const Portfolio all = portfolio({entry});
  const auto& at = all.deals.front().layer;
  return at ? test::rules().portfolio.layers[*at].id : "outside";
}

std::string marks(const DealEntry& entry) {
  const Portfolio all = portfolio({entry});
  std::string told;
  for (std::size_t i = 0; i < kDealMarks.size(); ++i) {
    if (!all.deals.front().marks.at(i)) continue;
    told.append(told.empty() ? "" : " ").append(kDealMarks.at(i));
  }
  return told;
}

std::vector<std::string> few(const Portfolio& all) {
  std::vector<std::string> paths;
  for (const std::size_t place : all.few) paths.push_back(all.deals[place].entry.path);
  return paths;
}

TEST_CASE("portfolio: the layer of a deal") {
  CHECK(layer(deal("a", "late", "first-choice")) == "best-few");
  CHECK(layer(deal("a", "late", "first-choice", 0.59)) == "in-funnel");
  CHECK(layer(deal("a", "late", "first-choice", 0.6)) == "best-few");
  CHECK(layer(deal("a", "early", "first-choice")) == "in-funnel");
  CHECK(layer(deal("a", "early", "first-choice", 0.5)) == "above-funnel");
  CHECK(layer(deal("a", "mid", "backup")) == "in-funnel");
  CHECK(layer(deal("a", "early", "unclear", 0)) == "above-funnel");
  CHECK(layer(deal("a", "late", "column-fodder")) == "outside");
  DealEntry started = deal("a", "mid", "no-project");
  started.decision = "start-the-project";
  CHECK(layer(started) == "above-funnel");
  started.decision = "nurture";
  CHECK(layer(started) == "universe");
}

TEST_CASE("portfolio: marks, at their thresholds and a day beyond") {
  DealEntry entry = with_amount(deal("a", "late", "backup"), 1, "EUR");
  CHECK(marks(entry).empty());
  entry.review.reviewed = "2026-02-17";
  CHECK(marks(entry).empty());
  entry.review.reviewed = "2026-02-16";
  CHECK(marks(entry) == "review-overdue");
  entry.review.reviewed = "";
  CHECK(marks(entry) == "review-unknown");
  entry.review.reviewed = "2026-03-10";
  entry.review.their_act = "2026-03-06";
  CHECK(marks(entry).empty());
  entry.review.their_act = "2026-03-05";
  CHECK(marks(entry) == "stalled");
  entry.stage = "early";
  CHECK(marks(entry).empty());
  entry.review.closes = "2026-03-20";
  CHECK(marks(entry).empty());
  entry.review.closes = "2026-03-19";
  CHECK(marks(entry) == "close-passed");
}

TEST_CASE("portfolio: a deal to leave is not minded any more, a manager still hears of it") {
  DealEntry entry = deal("a", "late", "column-fodder");
  entry.decision = "walk-away";
  entry.review.reviewed = "";
  entry.review.their_act = "";
  entry.review.special = {{"large", "", "", 0}};
  CHECK(marks(entry) == "special-control no-amount drop");
}

TEST_CASE("portfolio: closed deals and broken ones belong to no group") {
  DealEntry won = deal("won", "late", "first-choice");
  won.review.outcome = "won";
  DealEntry broken;
  broken.path = "broken";
  const Portfolio all = portfolio({broken, won, deal("open", "late", "contender")});
  CHECK(all.closed.size() == 1);
  CHECK(all.broken.size() == 1);
  CHECK(all.owners.size() == 1);
  CHECK(all.owners.front().deals.size() == 1);
  CHECK(few(all) == std::vector<std::string>{"open"});
}

TEST_CASE("portfolio: sums keep currencies apart, and what is not known out") {
  const Portfolio all = portfolio({with_amount(deal("a", "late", "backup"), 1e6, "EUR"),
                                   with_amount(deal("b", "late", "backup"), 2e6, "EUR"),
                                   with_amount(deal("c", "late", "backup"), 5e6, "CNY"),
                                   deal("d", "late", "backup")});
  const DealGroup& owner = all.owners.front();
  REQUIRE(owner.amounts.size() == 2);
  CHECK(owner.amounts[0].currency == "EUR");
  CHECK(owner.amounts[0].sum == 3e6);
  CHECK(owner.amounts[1].sum == 5e6);
  CHECK(owner.no_amount == 1);
}

TEST_CASE("portfolio: a deal weighs on everybody only among three or more of its currency") {
  const auto large = [](double third, const std::string& currency) {
    const Portfolio all = portfolio({with_amount(deal("a", "late", "backup"), 2e6, "EUR"),
                                     with_amount(deal("b", "late", "backup"), 1e6, "EUR"),
                                     with_amount(deal("c", "late", "backup"), third, currency)});
    return all.marked(DealMark::large_share).size();
  };
  CHECK(large(2e6, "EUR") == 2);
  CHECK(large(3e6, "EUR") == 1);
  CHECK(large(1e6, "CNY") == 0);
}

TEST_CASE("portfolio: layers with too few deals starve") {
  const Portfolio all = portfolio({deal("a", "late", "first-choice"), deal("b", "late", "backup")});
  CHECK(all.starving == std::vector<bool>{false, true, true, false});
}

TEST_CASE("portfolio: seats go to every layer first, then to the best of the rest") {
  DealEntry early = deal("early", "early", "unclear", 0);
  early.owner = "jp";
  DealEntry sooner = deal("z-sooner", "late", "contender");
  sooner.review.closes = "2026-04-01";
  DealEntry later = deal("a-later", "late", "contender");
  later.review.closes = "2026-06-01";
  later.owner = "li";
  const Portfolio all = portfolio({deal("best", "late", "first-choice"), later, sooner,
                                   deal("backup", "late", "backup"), early});
  CHECK(few(all) == std::vector<std::string>{"best", "z-sooner", "a-later", "early"});
}

TEST_CASE("portfolio: nobody gets more than one can carry, except nobody") {
  std::vector<DealEntry> deals;
  for (const char* path : {"a", "b", "c", "d", "e"})
    deals.push_back(deal(path, "late", "contender"));
  CHECK(few(portfolio(deals)) == std::vector<std::string>{"a", "b", "c"});
  CHECK(competing(portfolio(deals), portfolio(deals).owners.front()) == 5);
  for (DealEntry& entry : deals) entry.owner.clear();
  CHECK(few(portfolio(deals)).size() == 5);
}

TEST_CASE("portfolio: what it needs of a deal survives a line of JSON") {
  DealEntry entry = with_amount(deal("a", "late", "backup"), 1.5e6, "EUR");
  entry.review.special = {{"large", "Large", "A large amount.", 7}};
  entry.review.fit = "poor";
  std::string reason;
  const auto back = parse_entry(entry_line(entry).substr(0, entry_line(entry).size() - 1), reason);
  REQUIRE_MESSAGE(back.has_value(), reason);
  CHECK(back->review.amount.value == 1.5e6);
  CHECK(back->review.special.front().line == 7);
  CHECK(marks(*back) == marks(entry));
}

TEST_CASE("portfolio: no line of the text is wider than the page, whatever users write") {
  DealEntry wild =
      with_amount(deal("a/very/long/path/that/goes/on/and/on/deal.yaml", "late", "first-choice"),
                  123456789, "\x1b[31mXYZ");
  wild.name = "客户\x1b[2J的一个名字特别特别长的项目名称名称名称名称名称名称";
  wild.owner = "=cmd()";
  const Portfolio all = portfolio({wild, deal("b", "early", "unclear", 0)});
  for (const int width : {40, 60, 80, 120}) {
    for (const Language language : {Language::en, Language::zh}) {
      const std::string text =
          render_portfolio({&all, &test::rules()}, "text", {.language = language, .width = width});
      test::check_page(text, width);
    }
  }
  const std::string csv = render_portfolio({&all, &test::rules()}, "csv", {});
  CHECK(csv.find("'=cmd()") != std::string::npos);
}

}  // namespace
}  // namespace dealcheck

// What the page of a portfolio says and what it never does; how it behaves is tests/pages'.

#include "report/portfolio/portfolio_page.h"

#include <doctest/doctest.h>

#include "portfolio/portfolio.h"
#include "report/portfolio/deal_call.h"
#include "support.h"
#include "support_report.h"

namespace dealcheck {

namespace {

DealEntry deal(const std::string& path, const std::string& stage, const std::string& verdict,
               const std::string& decision = "engage") {
  DealEntry entry = test::deal_entry(path, stage, verdict);
  entry.decision = decision;
  entry.coverage = 1;
  return entry;
}

std::string page_of(std::vector<DealEntry> deals, Language language = Language::en) {
  const Portfolio all = make_portfolio(std::move(deals), test::rules().portfolio);
  return render_portfolio_page({&all, &test::rules()}, {.language = language});
}

std::size_t count(const std::string& page, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("portfolio page: what the review makes of a deal") {
  std::vector<DealEntry> deals{deal("drop", "late", "column-fodder", "walk-away"),
                               deal("wait", "mid", "no-project", "nurture")};
  for (int i = 0; i < 7; ++i) deals.push_back(deal("c" + std::to_string(i), "mid", "contender"));
  const Portfolio all = make_portfolio(deals, test::rules().portfolio);
  std::array<std::size_t, kDealCalls.size()> calls{};
  for (const DealView& view : all.deals) {
    const DealCall call = call_of(view);
    ++calls.at(static_cast<std::size_t>(call));
    if (view.entry.path == "drop") CHECK(to_string(call) == "drop");
    if (view.entry.path == "wait") CHECK(to_string(call) == "wait");
  }
  CHECK(calls == std::array<std::size_t, 4>{3, 4, 1, 1});
}

TEST_CASE("portfolio page: a mark and a row for each open deal") {
  DealEntry won = deal("won", "late", "first-choice");
  won.review.outcome = "won";
  DealEntry broken;
  broken.path = "broken.yaml";
  broken.diagnostics.push_back({"error", "yaml.x", "no & good", "", {3, 1, 2}});
  const std::string page =
      page_of({deal("a", "late", "first-choice"), deal("b", "early", "unclear"), won, broken});
  CHECK(count(page, "<g class=\"deal\">") == 2 * 2);  // for wide and for narrow screens
  CHECK(count(page, "<th scope=\"row\"><strong>") == 2);
  CHECK(count(page, "no &amp; good") == 1);
  CHECK(count(page, "broken.yaml:3:1") == 1);
}

TEST_CASE("portfolio page: without an open deal it says so and is still a page") {
  const std::string page = page_of({});
  CHECK(count(page, "No deal is open.") == 1);
  CHECK(count(page, "<table") == 0);
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("portfolio page: one script, allowed by its hash; texts are only texts") {
  DealEntry hostile = deal("a\"><script>alert(1)</script>.yaml", "late", "contender");
  hostile.name = "</script><script>alert(1)</script>";
  hostile.owner = "\" onload=\"alert(1)";
  hostile.account = "<img src=x onerror=alert(1)>";
  hostile.review.amount = {true, 1e6, "<b>", 1};
  for (const Language language : {Language::en, Language::zh}) {
    const std::string page = page_of({hostile}, language);
    CHECK(count(page, "<script>") == 1);
    CHECK(count(page, "script-src &#39;sha256-") == 1);
    CHECK(count(page, "<img") == 0);
    CHECK(count(page, "<b>") == 0);
    CHECK(count(page, " onload=\"") == 0);
    CHECK(count(page, " style=\"") == 0);
  }
}

TEST_CASE("portfolio page: a thousand deals in less than two megabytes") {
  for (const Language language : {Language::en, Language::zh}) {
    std::vector<DealEntry> deals;
    for (int i = 0; i < 1000; ++i) {
      DealEntry& one =
          deals.emplace_back(deal("deals/north/customer-" + std::to_string(i) + ".yaml",
                                  i % 3 == 0 ? "late" : "mid", "contender"));
      one.name = "安徽某厂数据中心改造 Data centre " + std::to_string(i);
      one.account = "Nordwerk Maschinenbau AG";
      one.owner = "seller-" + std::to_string(i % 20);
      one.review.amount = {true, 1000.0 * (i + 10), "EUR", 3};
      one.review.closes = "2026-02-01";
      one.review.their_act = "2026-01-01";
      one.review.control = "out-of-control";
      one.risks.push_back({});
      one.risks.back().label = "An objection out of the blue that we cannot meet";
    }
    CHECK(page_of(deals, language).size() < 2'000'000);
  }
}

}  // namespace dealcheck

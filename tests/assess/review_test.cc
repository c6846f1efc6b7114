// What a review asks of one deal: amount and currency, the newest acts of both sides, the day of
// the order.

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

ReviewView review(const std::string& deal) { return test::judge("stage: mid\n" + deal).review; }

std::string amount(const std::string& deal) {
  const auto found = review(deal).amount;
  return found ? std::to_string(static_cast<long>(found->value)) + " " + found->currency
               : "unknown";
}

TEST_CASE("review: amounts and their currencies") {
  CHECK(amount("amount: 1.2M EUR\n") == "1200000 EUR");
  CHECK(amount("amount: €350k\n") == "350000 EUR");
  CHECK(amount("amount: 300万欧元\n") == "3000000 EUR");
  CHECK(amount("amount: 120万\n") == "1200000 CNY");
  CHECK(amount("amount: 120万\ncurrency: 美元\n") == "1200000 USD");
  CHECK(amount("amount: 1.2M EUR\ncurrency: USD\n") == "1200000 EUR");
  CHECK(amount("amount: 5M NOK\n") == "5000000 NOK");
  CHECK(amount("amount: 90k\n") == "90000 ");
  CHECK(amount("objective: {amount: 2M EUR}\n") == "2000000 EUR");
  CHECK(amount("amount: 1M EUR\nobjective: {amount: 2M EUR}\n") == "1000000 EUR");
  CHECK(amount("amount: unknown\n") == "unknown");
  CHECK(amount("") == "unknown");
}

std::string acts(const std::string& deal) {
  const ReviewView found = review(deal);
  const auto told = [](std::optional<Date> day) { return day ? iso_date(*day) : "none"; };
  return told(found.their_act) + " " + told(found.our_act);
}

TEST_CASE("review: the newest acts of both sides, up to the day of judgement") {
  CHECK(acts("") == "none none");
  CHECK(acts("behaviours: [{questions: few, date: 2026-03-01, by: x}]\n"
             "contacts: [{id: x, met: [2026-02-01]}]\n") == "2026-03-01 2026-02-01");
  CHECK(acts("milestones: {demo: 2026-02-02, quote: 2026-03-03, tender: 2026-03-10}\n") ==
        "2026-03-10 2026-03-03");
  CHECK(acts("milestones: {board: 2026-04-20}\n") == "none none");
  CHECK(acts("interactions: [{date: 2026-03-05, answered: no}, {date: 2026-03-01}]\n") ==
        "2026-03-01 2026-03-05");
  CHECK(acts("commitments: [{said: vague_praise, date: 2026-03-05, evidence: assumed}]\n") ==
        "none none");
}

TEST_CASE("review: the day of the order, the first that is a day") {
  const auto closes = [](const std::string& deal) {
    const auto day = review(deal).closes;
    return day ? iso_date(*day) : "unknown";
  };
  CHECK(closes("objective: {when: 2026-06-30}\nmilestones: {board: 2026-04-20}\n") == "2026-06-30");
  CHECK(closes("objective: {when: this summer}\nmilestones: {board: 2026-04-20}\n") ==
        "2026-04-20");
  CHECK(closes("objective: {when: this summer}\n") == "unknown");
}

TEST_CASE("review: class, last review, outcome") {
  const ReviewView found =
      review("class: b\nreviewed: 2026-03-02\noutcome: {result: won, date: 2026-03-10}\n");
  CHECK(found.customer_class == "b");
  CHECK(iso_date(*found.reviewed) == "2026-03-02");
  CHECK(found.outcome == "won");
  CHECK(review("").outcome.empty());
}

}  // namespace
}  // namespace dealcheck

// By when a step is due: before the next fixed day, on a day on which people work.

#include "assess/deadlines.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {

namespace {

/// A deal judged on Friday, 20 March 2026, or another day, and what it says of days to come.
class DatedDeal {
 public:
  explicit DatedDeal(const std::string& text, const std::string& today = "2026-03-20")
      : deal_(test::read_deal("stage: late\nas_of: " + today + "\n" + text)),
        facts_(test::rules(), deal_, *parse_date(today), Stage::late),
        context_(test::rules(), deal_, facts_, Language::en) {}

  [[nodiscard]] std::string due(int days) const {
    const auto day = Deadlines(context_).due(days);
    return day ? iso_date(*day) : "none";
  }

  [[nodiscard]] std::string event() const {
    const auto next = Deadlines(context_).event();
    return next ? iso_date(next->day) + (next->meeting ? " meeting" : "") : "none";
  }

 private:
  Opportunity deal_;
  Facts facts_;
  AssessContext context_;
};

}  // namespace

TEST_CASE(
    "deadlines: with nothing ahead a step is due on a working day, later when it takes longer") {
  const DatedDeal deal("");
  CHECK(deal.event() == "none");
  CHECK(deal.due(0) == "2026-03-20");
  CHECK(deal.due(1) == "2026-03-23");  // Saturday
  CHECK(deal.due(5) == "2026-03-25");
}

TEST_CASE("deadlines: before the next fixed day, whatever it is, and never on a weekend") {
  CHECK(DatedDeal("milestones: {board: 2026-03-24}\n").due(9) == "2026-03-23");
  CHECK(DatedDeal("milestones: {board: 2026-03-30}\n").due(9) == "2026-03-27");
  CHECK(DatedDeal("objective: {when: 2026-03-25}\n").due(9) == "2026-03-24");
  CHECK(DatedDeal("plan: [{action: call, until: 2026-03-25}]\n").due(9) == "2026-03-24");
  CHECK(DatedDeal("contacts: [{id: a, name: A}]\ninteractions: [{date: 2026-03-26, with: a}]\n")
            .due(9) == "2026-03-25");
  CHECK(DatedDeal("milestones: {board: 2026-06-01, demo: 2026-03-25}\n").due(9) == "2026-03-24");
}

TEST_CASE("deadlines: where no working day lies between, today") {
  CHECK(DatedDeal("milestones: {board: 2026-03-23}\n").due(9) == "2026-03-20");  // Monday
  CHECK(DatedDeal("milestones: {board: 2026-03-21}\n").due(9) == "2026-03-20");
  CHECK(DatedDeal("milestones: {board: 2026-03-19}\n").due(9) == "2026-03-30");  // it is past
}

TEST_CASE("deadlines: what is to come today makes everything due today, what was done does not") {
  CHECK(DatedDeal("milestones: {board: 2026-03-20}\n").due(9) == "2026-03-20");
  CHECK(DatedDeal("objective: {when: 2026-03-20}\n").due(9) == "2026-03-20");
  CHECK(DatedDeal("milestones: {board: 2026-03-20}\n").event() == "none");
  const std::string pitch = "contacts: [{id: a, name: A}]\nmilestones: {pitch: 2026-03-20}\n";
  CHECK(DatedDeal(pitch).due(9) == "2026-03-20");
  CHECK(DatedDeal(pitch + "interactions: [{date: 2026-03-20, with: a}]\n").due(9) == "2026-03-30");
  CHECK(DatedDeal("milestones: {quote: 2026-03-20}\n").due(9) == "2026-03-30");
}

TEST_CASE("deadlines: on a weekend, the event itself where it comes first, else none") {
  const std::string saturday = "2026-03-21";
  CHECK(DatedDeal("milestones: {board: 2026-03-23}\n", saturday).due(0) == "2026-03-23");
  CHECK(DatedDeal("milestones: {board: 2026-03-22}\n", saturday).due(0) == "none");
  CHECK(DatedDeal("milestones: {board: 2026-03-21}\n", saturday).due(0) == "none");
}

TEST_CASE(
    "deadlines: the next event is one of the customer's, and known as a meeting where it is one") {
  CHECK(DatedDeal("milestones: {board: 2026-03-24}\n").event() == "2026-03-24");
  CHECK(DatedDeal("milestones: {demo: 2026-03-24}\n").event() == "2026-03-24 meeting");
  CHECK(DatedDeal("plan: [{action: call, until: 2026-03-25}]\n").event() == "none");
}

}  // namespace dealcheck

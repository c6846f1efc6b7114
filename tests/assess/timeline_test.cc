#include "assess/timeline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support.h"

namespace dealcheck {

namespace {

std::string told(const EventView& event) {
  return (event.evidence.date ? iso_date(*event.evidence.date) : "-") + " " + event.kind + " " +
         event.label + ": " + event.evidence.value;
}

std::vector<std::string> all_told(const Assessment& deal) {
  std::vector<std::string> list;
  for (const EventView& event : deal.timeline) list.push_back(told(event));
  return list;
}

}  // namespace

TEST_CASE("timeline: the oldest first, what has no date last, each with its kind") {
  const Assessment deal = test::judge(R"(stage: late
milestones: {quote: 2026-02-20, demo: 2026-01-14}
contacts: [{id: cfo, name: R. Stein, roles: economic}]
price_talks: [{date: 2026-02-24, about: discount}]
executive_access: [{date: 2026-03-05, who: cfo, outcome: too busy}]
behaviours: [{detail: point_by_point, date: 2026-03-02, by: cfo}, {price_pressed: once}]
)");
  CHECK(all_told(deal) ==
        std::vector<std::string>{
            "2026-01-14 milestone demo: demo", "2026-02-20 milestone quote: quote",
            "2026-02-24 price price talks: discount", "2026-03-02 signal detail: point by point",
            "2026-03-05 access executive access: who: R. Stein, outcome: too busy",
            "- signal price pressed: once"});
  CHECK(deal.timeline[4].evidence.at.line == 5);
}

TEST_CASE("timeline: an event carries the worst reading that rests on it, or none") {
  const Assessment deal = test::judge(R"(stage: late
milestones: {quote: 2026-02-20}
objections: [{date: 2026-03-12, topic: their own hypervisor, can_meet: no, known_before: no}]
behaviours: [{detail: point_by_point, date: 2026-03-02}]
)");
  REQUIRE(deal.timeline.size() == 3);
  CHECK_FALSE(deal.timeline[0].reads.has_value());
  CHECK(deal.timeline[1].reads == Reads::favourable);
  CHECK(deal.timeline[2].reads == Reads::adverse);
}

TEST_CASE("timeline: a stage begins with its first milestone, or so many days ahead of it") {
  const Assessment deal = test::judge(R"(stage: late
milestones: {requirements: 2025-11-02, first_meeting: 2025-10-01, tender: 2026-02-02, board: 2026-03-27}
)");
  REQUIRE(deal.stage_starts.size() == 3);
  CHECK(iso_date(deal.stage_starts[0].from) == "2025-10-01");
  CHECK(deal.stage_starts[1].stage == Stage::mid);
  CHECK(iso_date(deal.stage_starts[2].from) == "2026-02-25");
}

TEST_CASE("timeline: a stage that a later one overtook has no time of its own") {
  const Assessment deal = test::judge(R"(stage: late
milestones: {first_meeting: 2026-03-01, demo: 2026-02-01, quote: 2026-02-20}
)");
  REQUIRE(deal.stage_starts.size() == 2);
  CHECK(deal.stage_starts[0].stage == Stage::mid);
  CHECK(deal.stage_starts[1].stage == Stage::late);
}

}  // namespace dealcheck

#include "assess/not_weighed.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

/// `path reason, …` of what is not weighed, then how much is.
std::string not_weighed(const std::string& text) {
  const Assessment deal = test::judge(text);
  std::string told;
  for (const NotWeighedView& one : deal.not_weighed) {
    told += one.evidence.path + " " + std::string(to_string(one.reason)) + ", ";
  }
  return told + std::to_string(deal.weighed);
}

}  // namespace

TEST_CASE("not weighed: whatever is written counts, or has its reason") {
  CHECK(not_weighed("stage: late\n") == "0");
  CHECK(not_weighed("stage: late\nname: x\nfeeling: great\nbehaviours: {time_given: long}\n") ==
        "1");
  CHECK(not_weighed("stage: late\nbehaviours: {prefers_us: {value: us, evidence: assumed}}\n") ==
        "behaviours.prefers_us believed, 0");
  CHECK(not_weighed("stage: late\nas_of: 2026-06-20\nbehaviours: {time_given: {value: long, date: "
                    "2026-01-05, seen_in: late}}\n") == "behaviours.time_given old, 0");
  CHECK(not_weighed("stage: late\nbehaviours: {time_given: {value: long, seen_in: mid}}\n") ==
        "behaviours.time_given other-stage, 0");
  CHECK(not_weighed("stage: mid\nas_of: 2026-03-20\nbehaviours:\n"
                    "  - {date: 2026-03-02, time_given: long}\n"
                    "  - {date: 2026-03-09, time_given: short}\n") ==
        "behaviours.time_given overtaken, 1");
  CHECK(not_weighed("stage: mid\nbehaviours: [{time_given: long}, {time_given: short}]\n") ==
        "behaviours.time_given contradicted, behaviours.time_given contradicted, 0");
  CHECK(not_weighed("stage: mid\ncontacts: [{id: a, name: A, serves_both: yes}]\nbehaviours: "
                    "{time_given: {value: long, by: a}}\n") == "behaviours.time_given doubtful, 1");
}

TEST_CASE("not weighed: nothing that is asked for is missed, and a plan is no fact") {
  CHECK(not_weighed("stage: mid\nas_of: 2026-03-20\ninteractions: [{date: 2026-03-24, answered: "
                    "yes}, {date: 2026-03-10, answered: yes}]\n") == "1");
  CHECK(not_weighed("stage: mid\nproject: {budget: unknown}\n") == "0");
}

}  // namespace dealcheck

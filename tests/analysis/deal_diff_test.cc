#include "analysis/deal_diff.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "diagnostics/diagnostic.h"
#include "support.h"

namespace dealcheck {
namespace {

/// Two versions and how they compare; the deals live as long as this.
struct Compared {
  Compared(const std::string& old_text, const std::string& new_text, const char* old_day,
           const char* new_day)
      : before(test::read_deal(old_text)), after(test::read_deal(new_text)) {
    Diagnostics diagnostics;
    const Rulebook& rules = test::rules();
    auto compared = compare_versions({&rules, &rules, nullptr}, {&before, *parse_date(old_day)},
                                     {&after, *parse_date(new_day)}, {}, diagnostics);
    REQUIRE_MESSAGE(compared, test::in_lines(diagnostics));
    diff = std::move(*compared);
  }

  [[nodiscard]] std::string causes() const {
    std::string text;
    for (const DiffPart& part : diff.parts) {
      text += std::string(to_string(part.cause)) + " " + std::to_string(part.points()) + "|";
    }
    return text;
  }

  Opportunity before;
  Opportunity after;
  DealDiff diff;
};

const std::string kLate = R"(stage: late
contacts: [{id: cfo, name: Stein, roles: economic, met: [2026-03-01]}]
executive_access: [{date: 2026-03-01, by: cfo, who: cfo, asked_by: us, outcome: met}]
)";

TEST_CASE("deal diff: the same file on the same day has nothing to tell") {
  const Compared same(kLate, kLate, "2026-03-20", "2026-03-20");
  CHECK(same.causes() == "facts 0|");
  CHECK_FALSE(moved(same.diff));
  CHECK_FALSE(got_worse(same.diff));
  CHECK(remaining_mines(same.diff).size() == same.diff.after().mines.size());
}

TEST_CASE("deal diff: time alone takes away what has aged") {
  const Compared aged(kLate, kLate, "2026-03-05", "2026-06-20");
  REQUIRE(aged.diff.parts.size() == 2);
  CHECK(aged.diff.parts[0].cause == Cause::calendar);
  CHECK(aged.diff.parts[0].points() < 0);
  CHECK(aged.diff.parts[1].points() == 0);
  CHECK(aged.diff.facts.changes.empty());
  CHECK(moved(aged.diff));
}

TEST_CASE("deal diff: a fact alone is not put down to time") {
  const Compared changed(
      kLate,
      kLate + "objections: [{date: 2026-03-12, by: cfo, topic: x, can_meet: no, known_before: no}]",
      "2026-03-20", "2026-03-20");
  CHECK(changed.causes() == "facts -3|");
  CHECK(got_worse(changed.diff));
  REQUIRE_FALSE(changed.diff.parts[0].changes.changes.empty());
  CHECK(changed.diff.parts[0].changes.changes[0].rule == "late.sudden-objection");
}

TEST_CASE("deal diff: another stage is a cause of its own, and comes first") {
  std::string mid = kLate;
  mid.replace(mid.find("late"), 4, "mid");
  const Compared later(mid, kLate, "2026-03-10", "2026-03-20");
  REQUIRE(later.diff.parts.size() == 3);
  CHECK(later.diff.parts[0].cause == Cause::stage);
  CHECK(later.diff.before().stages.judged == Stage::mid);
  CHECK(later.diff.parts[0].after->stages.judged == Stage::late);
}

TEST_CASE("deal diff: the parts follow one another and add up") {
  std::string mid = kLate;
  mid.replace(mid.find("late"), 4, "mid");
  const Compared all(mid, kLate + "objections: none\n", "2026-03-05", "2026-06-20");
  int points = all.diff.before().points;
  const Assessment* last = &all.diff.before();
  for (const DiffPart& part : all.diff.parts) {
    CHECK(part.before == last);
    last = part.after;
    points += part.points();
  }
  CHECK(last == &all.diff.after());
  CHECK(points == all.diff.after().points);
}

TEST_CASE("deal diff: people who changed places keep their readings and risks") {
  const std::string people = R"(stage: late
contacts:
  - {id: it, name: Lang, roles: technical, influence: high, support: -4, met: [2026-03-10]}
  - {id: cfo, name: Stein, roles: economic, met: none}
)";
  const std::string swapped = R"(stage: late
contacts:
  - {id: cfo, name: Stein, roles: economic, met: none}
  - {id: it, name: Lang, roles: technical, influence: high, support: -4, met: [2026-03-10]}
)";
  const Compared moved_about(people, swapped, "2026-03-20", "2026-03-20");
  CHECK_FALSE(moved_about.diff.after().mines.empty());
  CHECK(moved_about.diff.total.come.empty());
  CHECK(moved_about.diff.total.gone.empty());
  CHECK_FALSE(moved(moved_about.diff));
}

TEST_CASE("deal diff: worse is a fallen verdict or a new deadly risk, not fewer points") {
  const std::string good = "stage: early\nbehaviours: {questions: many, time_given: long}\n";
  const std::string less = "stage: early\nbehaviours: {questions: many}\n";
  const Compared fewer(good, less, "2026-03-20", "2026-03-20");
  CHECK(fewer.diff.after().points < fewer.diff.before().points);
  CHECK(got_worse(fewer.diff) ==
        (badness(fewer.diff.after().verdict) > badness(fewer.diff.before().verdict)));
  const Compared back(less, good, "2026-03-20", "2026-03-20");
  CHECK_FALSE(got_worse(back.diff));
  CHECK(moved(back.diff));
}

}  // namespace
}  // namespace dealcheck

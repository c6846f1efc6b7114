#include "engine/verdict.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <vector>

namespace dealcheck {
namespace {

/// Backup from -4, contender from 0, first-choice from 5; unclear below two questions and two
/// readings.
Policy make_policy() {
  Policy policy;
  for (auto& bands : policy.bands) bands = {0, -4, 0, 5};
  policy.unclear_questions = 2;
  policy.unclear_readings = 2;
  policy.unknown_points = {0, 0, -1};
  return policy;
}

const Policy& policy() {
  static const Policy kPolicy = make_policy();
  return kPolicy;
}

Reading reading(Reads reads, int points) {
  Reading made;
  made.reads = reads;
  made.points.fill(points);
  for (const Stage stage : kStages) made.stages.add(stage);
  return made;
}

/// Hits with rules of their own: questions that can be +3 or -3, and other rules with one reading.
class Hits {
 public:
  Hits() = default;
  Hits(const Hits&) = delete;  // hits point into the rules beside them
  Hits& operator=(const Hits&) = delete;

  /// A question read as given (0: not read at all).
  Hits& question(int points) {
    Rule& rule = rules_.emplace_back();
    rule.question = true;
    rule.readings = {reading(Reads::favourable, 3), reading(Reads::mixed, 0),
                     reading(Reads::adverse, -3)};
    const Reading* read = nullptr;
    for (const Reading& one : rule.readings) {
      if (one.points_in(Stage::early) == points) read = &one;
    }
    hits.push_back(
        {&rule, read, {}, read == nullptr ? 0 : points, std::nullopt, std::nullopt, false});
    return *this;
  }
  Hits& unread(int price = 0) {
    question(99);
    hits.back().points = price;
    return *this;
  }
  Hits& rule(int points, std::optional<Standing> cap = std::nullopt,
             std::optional<Standing> lift = std::nullopt, bool not_started = false) {
    Rule& made = rules_.emplace_back();
    Reading one = reading(points < 0 ? Reads::adverse : Reads::favourable, points);
    one.cap = cap;
    one.lift = lift;
    one.not_started = not_started;
    made.readings = {one};
    hits.push_back({&made, made.readings.data(), {}, points, cap, lift, not_started});
    return *this;
  }

  /// The reading of the rule at that place tells whether they are in earnest about us.
  void tells_earnest(std::size_t place) { rules_[place].readings.front().tells = Behind::earnest; }

  /// The reading of the rule at that place is a risk that comes from a rival.
  void lies_with_a_rival(std::size_t place) {
    rules_[place].readings.front().mine = Mine{std::string(kRivalMine)};
  }

  std::vector<RuleResult> hits;

 private:
  std::deque<Rule> rules_;
};

std::string show(const VerdictResult& ruling) {
  return std::string(to_string(ruling.verdict)) + "/" + std::string(to_string(ruling.standing)) +
         " " + std::to_string(ruling.points);
}

std::string settled(const Hits& hits) { return show(settle(policy(), Stage::early, hits.hits)); }

/// `up first-choice: 0>+3? 2>-; down …`: the hit, what it turns to, `?` where asking may be enough.
std::string flips(const Hits& hits, const std::vector<bool>& lasting = {}) {
  std::string text;
  for (const FlipSet& set : compute_flips(policy(), Stage::early, hits.hits, lasting)) {
    text += set.up ? "up " : "down ";
    text += std::string(to_string(set.to)) + ":";
    for (const Substitution& turn : set.turns) {
      text += " " + std::to_string(turn.hit) + ">";
      text += turn.to == nullptr ? "-" : std::to_string(turn.to->points_in(Stage::early));
      if (turn.to_find_out) text += "?";
    }
    text += "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("verdict: points fall into bands, each from its least points on") {
  struct Case {
    int points;
    const char* shown;
  };
  const Case cases[] = {{9, "first-choice/first-choice 9"},
                        {5, "first-choice/first-choice 5"},
                        {4, "contender/contender 4"},
                        {0, "contender/contender 0"},
                        {-1, "backup/backup -1"},
                        {-4, "backup/backup -4"},
                        {-5, "column-fodder/column-fodder -5"}};
  for (const Case& one : cases) {
    CAPTURE(one.points);
    CHECK(settled(Hits().rule(one.points - 1).rule(2).rule(-1)) == one.shown);
  }
}

TEST_CASE("verdict: each stage has bands of its own") {
  Policy own = policy();
  own.bands[static_cast<std::size_t>(Stage::late)] = {0, 10, 20, 30};
  Hits hits;
  hits.rule(5).rule(5);
  CHECK(settle(own, Stage::early, hits.hits).standing == Standing::first_choice);
  CHECK(settle(own, Stage::late, hits.hits).standing == Standing::backup);
}

TEST_CASE("verdict: unclear needs little of everything") {
  CHECK(settled(Hits()) == "unclear/unclear 0");
  CHECK(settled(Hits().unread().unread()) == "unclear/unclear 0");
  CHECK(settled(Hits().question(3).unread()) == "unclear/unclear 3");
  CHECK(settled(Hits().question(3).question(0)) == "contender/contender 3");
  CHECK(settled(Hits().question(3).rule(1)) == "unclear/unclear 4");
  CHECK(settled(Hits().question(3).rule(1).rule(0)) ==
        "unclear/unclear 4");  // tells, but moves nothing
  CHECK(settled(Hits().question(3).rule(1).rule(1)) == "first-choice/first-choice 5");
  CHECK(settled(Hits().rule(0, Standing::backup)) == "backup/backup 0");
  CHECK(settled(Hits().rule(0, std::nullopt, Standing::first_choice)) ==
        "first-choice/first-choice 0");
}

TEST_CASE("verdict: with a weight set, one clear fact is enough and a faint one is not") {
  Policy own = policy();
  own.unclear_weight = 2;
  const auto standing = [&](const Hits& hits) {
    return settle(own, Stage::early, hits.hits).standing;
  };
  CHECK(standing(Hits().rule(1)) == Standing::unclear);
  CHECK(standing(Hits().rule(-1)) == Standing::unclear);
  CHECK(standing(Hits().rule(1).rule(-1)) == Standing::contender);
  CHECK(standing(Hits().rule(2)) == Standing::contender);
  CHECK(standing(Hits().rule(0, Standing::backup)) == Standing::backup);
}

TEST_CASE("verdict: not knowing costs by the question, and no more than all of it may") {
  Policy own = policy();
  Hits hits;
  hits.unread().unread().unread();
  CHECK(settle(own, Stage::early, hits.hits).points == 0);
  CHECK(settle(own, Stage::late, hits.hits).points == -3);
  own.unknown_most[static_cast<std::size_t>(Stage::late)] = -2;
  const VerdictResult ruling = settle(own, Stage::late, hits.hits);
  CHECK(ruling.points == -2);
  CHECK(ruling.unknowing == -2);
  CHECK(ruling.ahead == 0);
}

TEST_CASE("verdict: whoever is not in earnest about us keeps no place for us, whoever is ahead") {
  Policy own = policy();
  own.earnest = Answers{-5, 2};
  own.ahead = Answers{-3, 3};
  Hits hits;
  hits.rule(9).rule(-3).rule(-2);
  for (const std::size_t place : {1U, 2U}) hits.tells_earnest(place);
  const VerdictResult ruling = settle(own, Stage::early, hits.hits);
  CHECK(ruling.standing == Standing::column_fodder);
  CHECK(ruling.points == 4);
  CHECK(ruling.earnest == -5);
  CHECK(ruling.ahead == 9);
  CHECK(ruling.in_earnest == Tri::no);
  CHECK(ruling.we_are_ahead == Tri::yes);

  hits.rule(1);
  hits.tells_earnest(3);
  const VerdictResult open = settle(own, Stage::early, hits.hits);
  CHECK(open.in_earnest == Tri::unknown);
  CHECK(open.standing == Standing::first_choice);

  hits.rule(0, std::nullopt, Standing::backup).rule(-9);
  hits.tells_earnest(5);
  CHECK(settle(own, Stage::early, hits.hits).standing == Standing::backup);
  CHECK_FALSE(settle(policy(), Stage::early, hits.hits).in_earnest.has_value());
}

TEST_CASE("verdict: who is ahead follows the gate that binds") {
  Policy own = policy();
  own.ahead = Answers{-3, 3};
  const auto ahead = [&](const Hits& hits) {
    return settle(own, Stage::early, hits.hits).we_are_ahead;
  };
  CHECK(ahead(Hits().rule(9)) == Tri::yes);
  CHECK(ahead(Hits().rule(9).rule(0, Standing::contender)) == Tri::unknown);
  CHECK(ahead(Hits().rule(9).rule(0, Standing::backup)) == Tri::no);
  CHECK(ahead(Hits().rule(1).rule(0, std::nullopt, Standing::first_choice)) == Tri::yes);
  CHECK(ahead(Hits().rule(-4).rule(0, Standing::contender)) == Tri::no);
  Hits rival;
  rival.rule(9).rule(-2, Standing::contender);
  rival.lies_with_a_rival(1);
  CHECK(ahead(rival) == Tri::no);
}

TEST_CASE("verdict: what rests on the past does not fall silent; the next one is told instead") {
  const auto told = [](const std::vector<bool>& lasting) {
    return flips(Hits().rule(2).rule(2).rule(1), lasting);
  };
  CHECK(told({}) == "down contender: 0>-; down contender: 1>-; down contender: 2>-; ");
  CHECK(told({true, false, false}) == "down contender: 1>-; down contender: 2>-; ");
  CHECK(told({true, true, true}).empty());
}

TEST_CASE("verdict: a cap holds down, a lift holds up, and the cap wins") {
  using enum Standing;
  CHECK(settled(Hits().rule(9, backup)) == "backup/backup 9");
  CHECK(settled(Hits().rule(-9, contender)) == "column-fodder/column-fodder -9");
  CHECK(settled(Hits().rule(-9, std::nullopt, contender)) == "contender/contender -9");
  CHECK(settled(Hits().rule(9, std::nullopt, contender)) == "first-choice/first-choice 9");
  CHECK(settled(Hits().rule(0, backup, first_choice)) == "backup/backup 0");
  CHECK(settled(Hits().rule(9, contender).rule(0, backup)) == "backup/backup 9");
  CHECK(settled(Hits().rule(0, backup).rule(9, contender)) == "backup/backup 9");
  CHECK(settled(Hits().rule(-9, std::nullopt, backup).rule(0, std::nullopt, contender)) ==
        "contender/contender -9");
  CHECK(settled(Hits().rule(9, column_fodder)) == "column-fodder/column-fodder 9");
}

TEST_CASE("verdict: without a project there is no race, but still a standing in it") {
  CHECK(settled(Hits().rule(0, std::nullopt, std::nullopt, true)) == "no-project/contender 0");
  CHECK(settled(Hits().rule(-5, std::nullopt, std::nullopt, true)) ==
        "no-project/column-fodder -5");
}

TEST_CASE("verdict: the range fills what is not read with its worst and its best") {
  const auto range = [](const Hits& hits) {
    const RulingRange found = compute_range(policy(), Stage::early, hits.hits);
    return show(found.worst) + " … " + show(found.best);
  };
  CHECK(range(Hits().question(3).question(-3)) == "contender/contender 0 … contender/contender 0");
  CHECK(range(Hits().unread().unread()) ==
        "column-fodder/column-fodder -6 … first-choice/first-choice 6");
  CHECK(range(Hits().unread(-1).unread(-1)) ==
        "column-fodder/column-fodder -6 … first-choice/first-choice 6");
  CHECK(range(Hits().question(3).unread().rule(0, Standing::contender)) ==
        "contender/contender 0 … contender/contender 6");
}

TEST_CASE("verdict: single turns that suffice, those to find out first, three at most") {
  CHECK(flips(Hits().question(3).question(0)) == "up first-choice: 1>3; down backup: 0>-3; ");
  CHECK(flips(Hits().question(3).question(3).rule(-3).unread()) ==
        "up first-choice: 3>3?; up first-choice: 2>-; down backup: 0>-3; down backup: 1>-3; ");
  CHECK(flips(Hits().question(3).question(0).question(0).question(0).question(0)) ==
        "up first-choice: 1>3; up first-choice: 2>3; up first-choice: 3>3; down backup: 0>-3; ");
}

TEST_CASE("verdict: else the smallest set") {
  CHECK(flips(Hits().question(0).question(0)) ==
        "up first-choice: 0>3 1>3; down backup: 0>-3; down backup: 1>-3; ");
  CHECK(flips(Hits().question(-3).question(-3).question(-3).rule(-4)) == "up backup: 0>3 1>3; ");
  // Of what has to be found out and what has to change, the former comes first.
  CHECK(flips(Hits().question(0).question(0).unread()).starts_with("up first-choice: 2>3? 0>3; "));
}

TEST_CASE("verdict: a turn that turns out to be unnecessary is dropped") {
  // The search opens gates first; here the cap is one, but the way out leads past the other two.
  CHECK(flips(Hits()
                  .question(3)
                  .question(0)
                  .rule(0, Standing::contender)
                  .rule(0, std::nullopt, std::nullopt, true)
                  .rule(0, std::nullopt, std::nullopt, true))
            .starts_with("up contender: 3>- 4>-; "));
}

TEST_CASE("verdict: a gate that binds has to go first") {
  using enum Standing;
  CHECK(flips(Hits().question(3).question(3).rule(0, backup)) ==
        "up first-choice: 2>-; down column-fodder: 0>-3 1>-3; ");
  // Two gates: one alone moves nothing.
  CHECK(flips(Hits().question(3).question(3).rule(0, backup).rule(0, backup)) ==
        "up first-choice: 2>- 3>-; down column-fodder: 0>-3 1>-3; ");
  CHECK(flips(Hits().question(0).question(0).rule(0, std::nullopt, first_choice)) ==
        "down contender: 2>-; ");
}

TEST_CASE("verdict: out of no-project by having one") {
  CHECK(flips(Hits().question(3).question(3).rule(0, std::nullopt, std::nullopt, true))
            .starts_with("up first-choice: 2>-; "));
}

TEST_CASE("verdict: from unclear up to contender or down to backup") {
  CHECK(flips(Hits().unread().unread()) ==
        "up first-choice: 0>3? 1>3?; down column-fodder: 0>-3? 1>-3?; ");
}

TEST_CASE("verdict: nothing can move what stands at the end of everything") {
  CHECK(flips(Hits().question(3).question(3)) == "down contender: 0>-3; down contender: 1>-3; ");
  CHECK(flips(Hits().question(-3).question(-3))
            .starts_with("up contender: 0>3; up contender: 1>3; "));
  CHECK(flips(Hits().rule(9).rule(-1).rule(-20)) == "up first-choice: 2>-; ");
  CHECK(flips(Hits().rule(5).rule(5)).find("up") == std::string::npos);
  CHECK(flips(Hits()).empty());
}

}  // namespace dealcheck

#pragma once

#include <optional>
#include <vector>

#include "engine/facts.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// What one rule came to: a reading that holds, or (questions only) none.
struct RuleResult {
  const Rule* rule = nullptr;
  const Reading* reading = nullptr;  ///< null: a question that nothing decides
  RecordRef it;                      ///< of a rule that runs over records
  int points = 0;               ///< what counts: the price of not knowing for an unread question
  std::optional<Standing> cap;  ///< only when it holds on checked facts
  std::optional<Standing> lift;
  bool not_started = false;
};

/// Which statements a reading may rest on.
[[nodiscard]] EvidencePolicy trust_of(const Reading& reading);

/// What questions that nobody can answer cost together.
[[nodiscard]] int price_of_not_knowing(const Policy& policy, Stage stage, int unread);

// How a reading is answered, whoever hands over the facts: a deal, or `rules check`, which runs
// through all that could be.

/// Whether it holds in a stage. `test(condition, trust)` is the answer of a condition.
template <typename Test>
[[nodiscard]] bool holds(const Reading& reading, Stage stage, const Test& test) {
  if (!reading.stages.has(stage)) return false;
  const EvidencePolicy trust = trust_of(reading);
  return test(reading.when, trust) == Tri::yes &&
         !(reading.unless && test(*reading.unless, flipped(trust)) == Tri::yes);
}

/// A middling answer to a question can be worth more than none (`unknown`: points of no answer).
[[nodiscard]] inline bool worth_more_than_silence(const Reading& reading, Stage stage,
                                                  int unknown) {
  return trust_of(reading) == EvidencePolicy::against_us && reading.points_in(stage) > unknown;
}

/// An answer worth more than none that we only believe is not. `test_checked(condition)` is the
/// answer on what was looked into.
template <typename TestChecked>
[[nodiscard]] bool only_believed(const Reading& reading, Stage stage, int unknown,
                                 const TestChecked& test_checked) {
  return worth_more_than_silence(reading, stage, unknown) && test_checked(reading.when) != Tri::yes;
}

/// Runs every rule of the stage. With `after_verdict` those that ask for the standing, else all the
/// others. Questions come in their order and always; other rules only where a reading holds.
[[nodiscard]] std::vector<RuleResult> evaluate(const Rulebook& rulebook, const Facts& facts,
                                               bool after_verdict);

/// Does a rule that has no hit still hang in the air, with something at stake? Then what its answer
/// is worth, in points; 0 when it does not.
[[nodiscard]] int open_stake(const Rule& rule, const Facts& facts);

}  // namespace dealcheck

#pragma once

#include <optional>
#include <vector>

#include "facts.h"
#include "rulebook.h"

namespace dealcheck {

/// What one rule came to: a reading that holds, or (questions only) none.
struct Hit {
  const Rule* rule = nullptr;
  const Reading* reading = nullptr;  ///< null: a question that nothing decides
  RecordRef it;                      ///< of a rule that runs over records
  int points = 0;               ///< what counts: the price of not knowing for an unread question
  std::optional<Standing> cap;  ///< only when it holds on checked facts
  std::optional<Standing> lift;
  bool not_started = false;
};

/// Which statements a reading may rest on.
[[nodiscard]] Trust trust_of(const Reading& reading);

/// Runs every rule of the stage. With `after_verdict` those that ask for the standing, else all the
/// others. Questions come in their order and always; other rules only where a reading holds.
[[nodiscard]] std::vector<Hit> evaluate(const Rulebook& rulebook, const Facts& facts,
                                        bool after_verdict);

/// Does a rule that has no hit still hang in the air, with something at stake? Then what its answer
/// is worth, in points; 0 when it does not.
[[nodiscard]] int open_stake(const Rule& rule, const Facts& facts);

}  // namespace dealcheck

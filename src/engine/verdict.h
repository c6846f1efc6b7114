#pragma once

#include <optional>
#include <vector>

#include "base/stage.h"
#include "engine/evaluate.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// What a set of hits adds up to.
struct VerdictResult {
  int points = 0;                 ///< of both questions behind the standing
  int earnest = 0;                ///< the part that tells whether they are in earnest about us
  int ahead = 0;                  ///< the part that tells who is ahead
  int unknowing = 0;              ///< what not knowing costs, as a whole; in `points`
  std::optional<Tri> in_earnest;  ///< empty: the rule set does not ask it
  std::optional<Tri> we_are_ahead;
  Standing standing = Standing::unclear;
  Verdict verdict = Verdict::unclear;
};

/// Adds the points, finds the band (column fodder where they are not in earnest about us), then
/// lifts, then caps (a cap wins); unclear when too little was read and no gate was touched;
/// no-project when the project has not started (method 7, 7.2).
[[nodiscard]] VerdictResult settle(const Policy& policy, Stage stage,
                                   const std::vector<RuleResult>& hits);

/// Runs the rules, settles what they found, and lets the facts know it for the rules that ask for
/// it.
VerdictResult rule_on(const Rulebook& rulebook, Facts& facts, std::vector<RuleResult>& hits);

/// The rulings when every unread question gets its worst, or its best, answer (method 7).
struct RulingRange {
  VerdictResult worst;
  VerdictResult best;
};
[[nodiscard]] RulingRange compute_range(const Policy& policy, Stage stage,
                                        const std::vector<RuleResult>& hits);

/// The ruling if a rule read as given: its hit replaced, or added where it has none.
[[nodiscard]] VerdictResult settle_with(const Policy& policy, Stage stage,
                                        std::vector<RuleResult> hits, const Rule& rule,
                                        const Reading& reading);

/// One hit that would have to come out differently: `to` null means that the rule falls silent.
struct Substitution {
  std::size_t hit = 0;  ///< its place among the hits
  const Reading* to = nullptr;
  int points = 0;            ///< what it adds to the points
  bool to_find_out = false;  ///< the question is not read today: asking may be enough
};

/// A smallest set of turns that moves the verdict up or down.
struct FlipSet {
  bool up = true;
  Standing to = Standing::unclear;
  std::vector<Substitution> turns;
};

/// Up first, then down; in each direction every single turn that suffices (at most three, those
/// that only need asking first), or else one smallest set. Empty where nothing can move it.
/// `lasting` tells of each hit whether it rests on what has happened, so that it cannot fall
/// silent; empty: none does.
[[nodiscard]] std::vector<FlipSet> compute_flips(const Policy& policy, Stage stage,
                                                 const std::vector<RuleResult>& hits,
                                                 const std::vector<bool>& lasting = {});

}  // namespace dealcheck

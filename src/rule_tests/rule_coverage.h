#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rule_tests/rule_test.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// How far tests reach into one rule. A reading is reached by a test that expects something of its
/// rule and comes to it: one that a test only happens to pass is not tested.
struct RuleCoverage {
  const Rule* rule = nullptr;
  std::vector<bool> reached;  ///< by reading
  bool silent = false;        ///< some test expects it not to fire, in one of its stages
};

/// A cell of the decision table.
struct DecisionCell {
  Stage stage = Stage::early;
  Standing standing = Standing::unclear;
  std::string decision;
};

/// What the tests of a rule set reach. Only readings are counted; the rest is told.
struct Coverage {
  std::vector<RuleCoverage> rules;  ///< in the order of the rule set
  std::size_t readings = 0;
  std::size_t reached = 0;
  std::vector<const Play*> unplayed;    ///< next steps that no judged deal is given
  std::vector<DecisionCell> undecided;  ///< cells that no judged deal comes to

  /// 0 … 100, rounded down, so that 100 means every one; of no readings 100.
  [[nodiscard]] std::size_t percent() const {
    return readings == 0 ? 100 : reached * 100 / readings;
  }
};

/// What a rule set holds itself. The rest comes from other rules, and is not for its tests.
struct OwnParts {
  std::set<std::string> rules;
  std::set<std::string> plays;
  bool decisions = false;
};

/// `own`: the parts that count; nothing: all of them.
[[nodiscard]] Coverage compute_coverage(const Rulebook& rulebook,
                                        const std::vector<RuleTestResult>& results,
                                        const std::optional<OwnParts>& own = std::nullopt);

}  // namespace dealcheck

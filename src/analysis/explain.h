#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"
#include "rules/condition.h"
#include "rules/rule.h"

namespace dealcheck {

/// A condition with what the deal says to it.
struct ExplainedCondition {
  Condition::Op op = Condition::Op::leaf;
  std::uint16_t at_least = 0;  ///< of `some`
  Tri truth = Tri::unknown;
  std::string fact;     ///< of a leaf: as rules write it
  std::string wanted;   ///< of a leaf: what it is held against, as rules write it
  std::string actual;   ///< what the deal says, in the language of the report; empty: nothing
  Gap gap = Gap::none;  ///< of a leaf without a value: why; of one whose value does not
                        ///< count: only_assumed, stale
  std::vector<Evidence> evidence;  ///< where the values stand
  std::vector<ExplainedCondition> parts;
};

/// One change of fact: a leaf that would have to come out differently.
struct LeafChange {
  std::string fact;
  std::string wanted;
  bool to_hold = true;  ///< false: it would have to be anything but that
};

/// One reading of a rule on one record, or on the deal.
struct ExplainedReading {
  Reads reads = Reads::mixed;
  int points = 0;
  bool of_stage = true;  ///< it belongs to the stage that is judged
  bool fires = false;
  bool preempted = false;  ///< it would, but one before it does
  ExplainedCondition when;
  std::optional<ExplainedCondition> unless;
  std::string says;
};

/// A rule put to the deal, or to one record of its section.
struct ExplainedCase {
  std::string about;  ///< the record in a few words; empty: the deal
  std::vector<ExplainedReading> readings;
  std::optional<std::size_t> fires;  ///< place of the reading that does
  std::vector<LeafChange> change;    ///< the fewest that make it fire, or stop the one that does
};

struct RuleExplanation {
  std::string rule;
  std::string label;
  std::string asks;
  std::string ask;
  std::string why;
  std::string source;
  bool of_stage = true;
  std::vector<ExplainedCase> cases;  ///< those that fire first, then those nearest to it
};

/// Why a rule fires or does not, down to every condition. Pure; the same deal gives the same words.
[[nodiscard]] RuleExplanation explain(const AssessContext& context, const Rule& rule);

}  // namespace dealcheck

#pragma once

#include <string>
#include <vector>

#include "assess/assess.h"
#include "assess/assessment.h"
#include "deal/opportunity.h"
#include "engine/evaluate.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// What an override changed, each change in a few words.
[[nodiscard]] std::vector<std::string> tell_changes(const Override& one, const Words& words,
                                                    Language language);

/// The overrides in force, and which of them acted: without them their rule would have read the
/// deal, with the answers that are `given`, otherwise than `hits` say, which are of all rules.
/// Judges the deal once more, by the rules as they were, when there are overrides at all.
[[nodiscard]] std::vector<OverrideView> tell_overrides(
    const Rulebook& rulebook, const Opportunity& opportunity, const Basis& basis,
    std::span<const GivenFact> given, const std::vector<RuleResult>& hits, Language language);

}  // namespace dealcheck

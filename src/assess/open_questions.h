#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"
#include "engine/evaluate.h"

namespace dealcheck {

/// Why a rule that asks something has no reading.
[[nodiscard]] Gap find_gap(const Facts& facts, const Rule& rule);

/// What a manager would ask in the review, most telling first; nothing that is answered. `hits` are
/// those that made the verdict.
[[nodiscard]] std::vector<OpenQuestion> tell_open_questions(
    const AssessContext& context, const std::vector<RuleResult>& hits,
    const std::vector<ContactView>& contacts);

/// The one question to ask before all others: what the first risk leaves open; else the first open
/// one. Empty where the main step stops, and where nothing that is open is worth a question: the
/// file answers it already, or an act of theirs that commits them has. Needs the findings, the
/// mines, the next steps and the open questions.
[[nodiscard]] std::string tell_ask_first(const AssessContext& context, const Assessment& deal);

}  // namespace dealcheck

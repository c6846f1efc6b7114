#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// What to do next: one main step, against the first mine, and up to four more (method 8, 8.1).
/// Needs the decision, the mines, bullets and contacts of the assessment. Those named in a step
/// stand in the file and can be spoken to; no step is due on a weekend, after what is fixed ahead,
/// or before one above it. Empty only where the rules have no play for it. A brief context tells
/// the main step alone.
[[nodiscard]] std::vector<StepView> tell_steps(const AssessContext& context,
                                               const Assessment& assessment);

/// Writes beside every mine which of the next steps answers it.
void number_answers(Assessment& assessment);

}  // namespace dealcheck

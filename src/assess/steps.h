#pragma once

#include <vector>

#include "assess/assessment.h"
#include "assess/teller.h"

namespace dealcheck {

/// What to do next: one main step and up to four more (method 8). Needs the decision, the mines,
/// bullets and contacts of the assessment. There is always one step; those named in it stand in the
/// file. A brief teller tells the main step alone.
[[nodiscard]] std::vector<StepView> tell_steps(const Teller& teller, const Assessment& assessment);

}  // namespace dealcheck

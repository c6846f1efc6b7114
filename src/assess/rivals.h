#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// Us against every rival, and against doing nothing or doing it themselves where the file speaks
/// of them: only what the customer recognises counts (method 5 and 7).
[[nodiscard]] std::vector<RivalView> tell_rivals(const AssessContext& context);

}  // namespace dealcheck

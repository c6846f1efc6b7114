#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// The user's own plan, in file order, each action with what the rules of the topic `plan` say of
/// it (method 8).
[[nodiscard]] std::vector<PlanView> tell_plan(const AssessContext& context,
                                              const std::vector<Finding>& findings);

}  // namespace dealcheck

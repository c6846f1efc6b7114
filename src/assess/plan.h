#pragma once

#include <vector>

#include "assess/assessment.h"
#include "assess/teller.h"

namespace dealcheck {

/// The user's own plan, in file order, each action with what the rules of the topic `plan` say of
/// it (method 8).
[[nodiscard]] std::vector<PlanView> tell_plan(const Teller& teller,
                                              const std::vector<Finding>& findings);

}  // namespace dealcheck

#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// Everybody of the file, in its order, with what matters in this purchase (method 3.6 and 4). A
/// brief context leaves out what decides no step: title, mode, goals, the tests of a coach.
[[nodiscard]] std::vector<ContactView> tell_contacts(const AssessContext& context);

/// The buying roles: who fills each, and is it covered? Empty when the file lists nobody; early,
/// when nobody can know them all yet, only those that somebody fills.
[[nodiscard]] std::vector<RoleView> tell_roles(const AssessContext& context,
                                               const std::vector<ContactView>& contacts);

}  // namespace dealcheck

#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"
#include "rules/check.h"

namespace dealcheck {

/// Puts every check of a group to the deal, or to one record of its section.
[[nodiscard]] std::vector<CheckResult> tell_checks(const AssessContext& context, CheckGroup group,
                                                   RecordRef it = {});

/// The objective's indicators and what they say about control; the project's signs; what asks for a
/// manager; how ideal the customer is (method 5). A brief context tells only
/// how the tests came out, and no sign; of what asks for a manager all, where there is something.
[[nodiscard]] ControlView tell_control(const AssessContext& context);

/// Every claimed strength with its four tests, in file order (method 6). A brief context tells only
/// how the tests came out.
[[nodiscard]] std::vector<BulletView> tell_bullets(const AssessContext& context);

}  // namespace dealcheck

#pragma once

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// Counts what the judgements of an assessment rest on, and lists what the deal says beside it,
/// with the reason (method 7.2). What the vocabulary marks as `unweighed` is neither.
void tell_not_weighed(const AssessContext& context, Assessment& assessment);

}  // namespace dealcheck

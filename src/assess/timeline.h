#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// What happened with this customer, the oldest first, what has no date last: milestones, tries to
/// see executives, price talks, and the signals the customer gave. What a judgement of `told` rests
/// on carries the worst reading that came of it.
[[nodiscard]] std::vector<EventView> tell_timeline(const AssessContext& context,
                                                   const Assessment& told);

/// When each stage began by the dated milestones, the oldest first; later stages only.
[[nodiscard]] std::vector<StageStart> tell_stage_starts(const AssessContext& context);

}  // namespace dealcheck

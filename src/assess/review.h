#pragma once

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// What the regular review asks of a deal, found where rules/portfolio.yaml says.
[[nodiscard]] ReviewView tell_review(const AssessContext& context);

}  // namespace dealcheck

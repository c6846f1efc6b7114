#pragma once

#include "assess/assessment.h"
#include "assess/teller.h"

namespace dealcheck {

/// What the regular review asks of a deal, found where rules/portfolio.yaml says.
[[nodiscard]] ReviewView tell_review(const Teller& teller);

}  // namespace dealcheck

#pragma once

#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"
#include "engine/leverage.h"

namespace dealcheck {

/// The people of a deal as a map for the search: who of them can begin a chain for us, who can
/// carry one, and who can bring us to whom by `trusts` and `reports_to` (method 4, leverage).
[[nodiscard]] Leverage map_leverage(const AssessContext& context,
                                    const std::vector<ContactView>& contacts);

}  // namespace dealcheck

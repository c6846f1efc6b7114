#pragma once

#include <string>

#include "assess/assessment.h"
#include "report/shared/render.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// One deal as a page of HTML that needs nothing else: drawings with a legend and the same in
/// words, every statement with its evidence, on screens wide and narrow and on paper.
[[nodiscard]] std::string render_deal_page(const Assessment& assessment, const Rulebook& rules,
                                           const RenderOptions& options);

}  // namespace dealcheck

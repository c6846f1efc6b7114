#pragma once

#include <string>

#include "assess/assessment.h"
#include "report/shared/phrases.h"

namespace dealcheck {

/// The people of a deal as a drawing in Markdown, with what its marks mean below it: who reports to
/// and trusts whom, shape by role, colour by support, a dashed edge for whom nobody has met, and
/// thick arrows along the way of the next step (method 4, 8). Of many people the first ones and
/// those of that way are drawn. Empty when the deal names nobody.
[[nodiscard]] std::string people_chart(const Assessment& deal, const Phrases& phrases);

}  // namespace dealcheck

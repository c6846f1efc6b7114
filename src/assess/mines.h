#pragma once

#include <vector>

#include "assess/assessment.h"

namespace dealcheck {

/// Every risk of the assessment's questions and findings that nobody waived, the most dangerous
/// first; findings that share a cause and a person are one mine (method 6).
[[nodiscard]] std::vector<MineView> tell_mines(const Assessment& assessment);

}  // namespace dealcheck

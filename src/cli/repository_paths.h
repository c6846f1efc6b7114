#pragma once

#include <vector>

#include "portfolio/entry.h"

namespace dealcheck {

/// Fills in where each deal lies as a code host names it: below GITHUB_WORKSPACE, else below the
/// top of the git repository. A deal that lies in neither keeps an empty place.
void place_in_repository(std::vector<DealEntry>& deals);

}  // namespace dealcheck

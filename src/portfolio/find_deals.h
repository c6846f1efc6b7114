#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace dealcheck {

/// The deal files that names on a command line stand for: a file stands for itself, a folder for
/// every `*.yaml` and `*.yml` (in letters of either case) below it. Hidden entries, what git
/// ignores and links to other folders are passed over (so that nothing is found twice, and no loop
/// of links is run through). Sorted by path, each file once whatever names it has. A name that is
/// nothing at all is kept, so that reading it tells what is wrong with it; a folder without deals
/// is an error.
[[nodiscard]] std::vector<std::string> find_deals(const std::vector<std::string>& names,
                                                  Diagnostics& diagnostics);

}  // namespace dealcheck

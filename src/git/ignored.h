#pragma once

#include <set>
#include <string>
#include <vector>

namespace dealcheck {

class Diagnostics;

/// Which of the files below a folder git is told to ignore, each by the innermost repository that
/// it lies in. Where there is one and git cannot be asked, a warning (one in all) says that none
/// of its files is left out.
[[nodiscard]] std::set<std::string> find_ignored(const std::string& folder,
                                                 const std::vector<std::string>& files,
                                                 Diagnostics& diagnostics);

}  // namespace dealcheck

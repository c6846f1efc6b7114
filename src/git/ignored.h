#pragma once

#include <set>
#include <string>
#include <vector>

namespace dealcheck {

/// Which of the files below a folder git is told to ignore. None where git, or a repository, is not
/// there.
[[nodiscard]] std::set<std::string> find_ignored(const std::string& folder,
                                                 const std::vector<std::string>& files);

}  // namespace dealcheck

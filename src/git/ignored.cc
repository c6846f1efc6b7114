#include "git/ignored.h"

#include <filesystem>

#include "base/strings.h"
#include "git/process.h"

namespace dealcheck {

std::set<std::string> find_ignored(const std::string& folder,
                                   const std::vector<std::string>& files) {
  namespace fs = std::filesystem;
  if (files.empty()) return {};
  // Git is asked with full paths, since it stands in the folder and we may not.
  std::string list;
  for (const std::string& file : files) list.append(fs::absolute(file).string()).push_back('\0');
  const auto answer = run_process({{"git", "-C", folder, "check-ignore", "--stdin", "-z"}, list});
  if (!answer || answer->exit_code != 0) return {};
  std::set<std::string> ignored;
  for (const std::string& path : split_names(answer->output)) ignored.insert(path);
  std::set<std::string> named;
  for (const std::string& file : files) {
    if (ignored.contains(fs::absolute(file).string())) named.insert(file);
  }
  return named;
}

}  // namespace dealcheck

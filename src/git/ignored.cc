#include "git/ignored.h"

#include <filesystem>
#include <map>
#include <utility>

#include "base/strings.h"
#include "diagnostics/diagnostic.h"
#include "git/ask.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

bool begins_repository(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / ".git", error);
}

bool lies_in_repository(const fs::path& folder) {
  for (fs::path above = fs::absolute(folder).lexically_normal();; above = above.parent_path()) {
    if (begins_repository(above)) return true;
    if (!above.has_relative_path()) return false;
  }
}

/// Files by the folder that git is asked in: the innermost one at or below `folder` that begins a
/// repository, else `folder` itself. Git refuses to look into a repository within its own.
class Groups {
 public:
  explicit Groups(const std::string& folder)
      : top_(fs::absolute(folder).lexically_normal()), places_{{top_, top_}} {}

  void add(const std::string& file) {
    const fs::path whole = fs::absolute(file).lexically_normal();
    groups_[place_of(whole.parent_path())].push_back(file);
  }
  [[nodiscard]] const std::map<fs::path, std::vector<std::string>>& all() const { return groups_; }

 private:
  const fs::path& place_of(const fs::path& folder) {
    const auto known = places_.find(folder);
    if (known != places_.end()) return known->second;
    const bool outside = !folder.has_relative_path();
    const fs::path place = begins_repository(folder) ? folder
                           : outside                 ? top_
                                                     : place_of(folder.parent_path());
    return places_.emplace(folder, place).first->second;
  }

  fs::path top_;
  std::map<fs::path, fs::path> places_;  ///< a folder, and where git is asked about it
  std::map<fs::path, std::vector<std::string>> groups_;
};

/// Once in a run: the next folder has the same reason, or is one more to make good.
void warn_not_asked(const std::string& folder, const std::optional<ProcessResult>& answer,
                    Diagnostics& diagnostics) {
  const std::string id = "git.not-asked";
  for (const Diagnostic& one : diagnostics.all()) {
    if (one.id == id) return;
  }
  Arguments arguments;
  if (answer) arguments.emplace_back("reason", git_reason(*answer));
  diagnostics.file_finding(Severity::warning, folder, id, std::move(arguments));
}

}  // namespace

std::set<std::string> find_ignored(const std::string& folder, const std::vector<std::string>& files,
                                   Diagnostics& diagnostics) {
  Groups groups(folder);
  for (const std::string& file : files) groups.add(file);
  std::set<std::string> named;
  for (const auto& [place, members] : groups.all()) {
    // Git is asked with full paths, since it stands in the folder and we may not.
    std::string list;
    for (const std::string& file : members) list.append(fs::absolute(file).string()) += '\0';
    const auto answer = ask_git(place.string(), {"check-ignore", "--stdin", "-z"}, list);
    const bool asked = answer && (answer->exit_code <= 1 || lies_in_no_repository(*answer));
    if (!asked && lies_in_repository(place)) warn_not_asked(folder, answer, diagnostics);
    if (!answer || answer->exit_code != 0) continue;
    const std::vector<std::string> names = split_names(answer->output);
    const std::set<std::string> ignored(names.begin(), names.end());
    for (const std::string& file : members) {
      if (ignored.contains(fs::absolute(file).string())) named.insert(file);
    }
  }
  return named;
}

}  // namespace dealcheck

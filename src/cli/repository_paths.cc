#include "cli/repository_paths.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "git/git.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

/// Where folders really are; the file itself is named as it is, also when it is a link.
fs::path real_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path).lexically_normal();
  return fs::weakly_canonical(whole.parent_path(), error) / whole.filename();
}

/// The path below a folder; empty when it does not lie there.
std::string below(const fs::path& top, const fs::path& path) {
  const std::string relative = path.lexically_relative(top).generic_string();
  return relative.starts_with("..") ? std::string() : relative;
}

}  // namespace

void place_in_repository(std::vector<DealEntry>& deals) {
  std::error_code error;
  const char* workspace = std::getenv("GITHUB_WORKSPACE");
  const bool hosted = workspace != nullptr && *workspace != '\0';
  const fs::path outer = hosted ? fs::weakly_canonical(workspace, error) : fs::path();
  fs::path repository;  // of the deal before
  for (DealEntry& deal : deals) {
    if (deal.path == "-") continue;
    const fs::path path = real_path(deal.path);
    if (hosted) deal.place = below(outer, path);
    if (deal.place.empty() && !repository.empty()) deal.place = below(repository, path);
    if (!deal.place.empty()) continue;
    const auto top = git_top(path.parent_path().string());
    if (!top) continue;
    repository = fs::weakly_canonical(*top, error);
    deal.place = below(repository, path);
  }
}

}  // namespace dealcheck

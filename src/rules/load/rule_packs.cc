// The packs of a rule folder.

#include <algorithm>
#include <filesystem>
#include <string>

#include "rules/load/rule_files.h"
#include "rules/rulebook.h"

namespace dealcheck {

std::vector<std::string> pack_folders(const std::string& folder) {
  std::vector<std::string> folders;
  std::error_code none;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(folder) / kPackFolder, none)) {
    if (entry.is_directory()) folders.push_back(entry.path().string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::optional<std::vector<Rulebook>> load_packs(const std::string& folder, const Rulebook& base,
                                                Diagnostics& diagnostics) {
  std::vector<Rulebook> packs;
  bool complete = true;
  for (const std::string& path : pack_folders(folder)) {
    auto pack = load_rulebook(path, &base, diagnostics);
    complete = complete && pack;
    if (pack) packs.push_back(std::move(*pack));
  }
  return complete ? std::optional(std::move(packs)) : std::nullopt;
}

}  // namespace dealcheck

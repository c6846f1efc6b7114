#include "rule_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "source.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> list_files(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, failure);
  if (failure) {
    diagnostics.file_error(folder, "rules.no-folder", {{"reason", failure.message()}});
    return paths;
  }
  for (; entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    const bool tests = entry.depth() == 0 && name == kTestFolder;
    if (name.starts_with('.') || tests) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (entry->path().extension() == ".yaml") paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::string RuleFile::rule_id() const {
  std::string id = folder + "." + stem;
  std::replace(id.begin(), id.end(), '/', '.');
  return id;
}

bool RuleFile::is_rule() const {
  const std::string top = folder.substr(0, folder.find('/'));
  return !folder.empty() && folder != "facts" && !is_words() && top != kTestFolder;
}

std::string path_below(const std::string& folder, std::string_view path) {
  return fs::path(path).lexically_relative(folder).generic_string();
}

std::optional<RuleFile> parse_rule_file(const std::string& below,
                                        std::shared_ptr<const Source> source,
                                        Diagnostics& diagnostics) {
  auto document = parse_yaml(std::move(source), diagnostics);
  if (!document) return std::nullopt;
  const fs::path path(below);
  return RuleFile{path.parent_path().generic_string(), path.stem().string(),
                  std::make_shared<const YamlDocument>(std::move(*document))};
}

std::vector<RuleFile> read_rule_files(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<RuleFile> files;
  for (const std::string& path : list_files(folder, diagnostics)) {
    const auto source = read_source(path, diagnostics);
    if (!source) continue;
    if (auto file = parse_rule_file(path_below(folder, path), source, diagnostics)) {
      files.push_back(std::move(*file));
    }
  }
  return files;
}

}  // namespace dealcheck

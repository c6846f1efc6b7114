// The files of a rule folder, and what they define, before any of it is understood.

#include "rules/load/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/alike.h"
#include "base/strings.h"
#include "diagnostics/source.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

/// Tests and packs belong to the folder, but not to what its rules are.
bool is_passed_over(const fs::directory_entry& entry, int depth) {
  const std::string name = entry.path().filename().string();
  return name.starts_with('.') || (depth == 0 && (name == kTestFolder || name == kPackFolder));
}

std::vector<std::string> list_files(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, failure);
  if (failure) {
    diagnostics.file_error(folder, "rules.no-folder", {{"reason", failure.message()}});
    return paths;
  }
  for (; entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    if (is_passed_over(*entry, entry.depth())) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (is_yaml_name(entry->path().string())) paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class DefinitionLister {
 public:
  void list(const RuleFile& file);
  std::vector<Definition> found;

 private:
  void add(std::string kind, Yaml at, const std::string& before = {}) {
    found.push_back({std::move(kind), before + std::string(at.text()), at});
  }
  void list_plays(Yaml root);
  void list_checks(Yaml root);
  void list_words(Yaml node, Yaml key, const std::string& id);
};

void DefinitionLister::list_plays(Yaml root) {
  const auto plays = root.find("plays");
  if (!plays || !plays->is_sequence()) return;
  for (const Yaml item : plays->items()) {
    if (const auto name = item.find("play")) add("play", *name);
  }
}

void DefinitionLister::list_checks(Yaml root) {
  for (const YamlEntry& group : root.entries()) {
    if (!group.value.is_sequence()) continue;
    for (const Yaml item : group.value.items()) {
      if (const auto name = item.find("check")) {
        add("check", *name, std::string(group.key.text()) + " ");
      }
    }
  }
}

void DefinitionLister::list_words(Yaml node, Yaml key, const std::string& id) {
  if (is_text(node)) {
    found.push_back({"word", id, key});
    return;
  }
  for (const YamlEntry& entry : node.entries()) {
    std::string inner = id;
    if (!id.empty()) inner += '.';
    inner += entry.key.text();
    list_words(entry.value, entry.key, inner);
  }
}

void DefinitionLister::list(const RuleFile& file) {
  const Yaml root(*file.document);
  if (file.is_rule()) {
    if (const auto id = root.find("id")) add("rule", *id);
  } else if (file.is_words()) {
    list_words(root, root, {});
  } else if (file.folder == "facts") {
    const auto facts = root.find("facts");
    if (!facts) return;
    for (const YamlEntry& entry : facts->entries()) add("fact", entry.key);
  } else if (file.stem == "plays") {
    list_plays(root);
  } else if (file.stem == "checks") {
    list_checks(root);
  }
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

bool RuleFile::judges() const {
  return !is_words() && !(folder.empty() && (stem == "starter" || stem == "import"));
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
  return RuleFile{path.parent_path().generic_string(), composed(path.stem().string()),
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

std::string folder_name(const std::string& folder) {
  std::error_code failure;
  const fs::path path = fs::absolute(folder, failure).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

std::vector<Definition> list_definitions(const std::vector<RuleFile>& files) {
  DefinitionLister lister;
  for (const RuleFile& file : files) lister.list(file);
  return std::move(lister.found);
}

std::string place_of(const Definition& definition) {
  return definition.at.source()->path() + ":" + std::to_string(definition.at.at().line);
}

}  // namespace dealcheck

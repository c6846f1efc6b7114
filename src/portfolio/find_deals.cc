#include "portfolio/find_deals.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "git/ignored.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

/// A link that leads nowhere is kept, so that reading it tells.
bool is_pipe_or_device(const fs::directory_entry& entry) {
  std::error_code error;
  const fs::file_type type = entry.status(error).type();
  return type == fs::file_type::fifo || type == fs::file_type::socket ||
         type == fs::file_type::character || type == fs::file_type::block;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// Walks folders; what cannot be read is told and passed over.
class Search {
 public:
  explicit Search(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void search(const fs::path& folder);
  [[nodiscard]] std::vector<std::string> take() { return std::move(found_); }

 private:
  void look_at(const fs::directory_entry& entry);

  Diagnostics& diagnostics_;
  std::vector<std::string> found_;
};

void Search::look_at(const fs::directory_entry& entry) {
  std::error_code error;
  if (is_hidden(entry.path())) return;
  if (entry.is_directory(error)) {
    if (!entry.is_symlink(error)) search(entry.path());
    return;
  }
  if (!is_yaml_name(entry.path().string()) || is_pipe_or_device(entry)) return;
  found_.push_back(entry.path().lexically_normal().string());
}

void Search::search(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  while (!error && entries != fs::directory_iterator()) {
    look_at(*entries);
    entries.increment(error);
  }
  if (error) {
    diagnostics_.file_error(folder.string(), "source.unreadable", {{"reason", error.message()}});
  }
}

std::vector<std::string> search_folder(const std::string& name, Diagnostics& diagnostics) {
  Search search(diagnostics);
  search.search(name);
  std::vector<std::string> found = search.take();
  const std::set<std::string> ignored = find_ignored(name, found, diagnostics);
  std::erase_if(found, [&](const std::string& path) { return ignored.contains(path); });
  if (found.empty()) diagnostics.file_error(name, "usage.folder-without-deals");
  return found;
}

/// Which file a name stands for, whatever its path; nothing for none and for standard input.
std::optional<std::pair<dev_t, ino_t>> identity(const std::string& path) {
  struct stat status {};
  if (path == "-" || stat(path.c_str(), &status) != 0) return std::nullopt;
  return std::pair(status.st_dev, status.st_ino);
}

/// Of several names of one file the one that is no link stays, of these the shortest.
void keep_each_once(std::vector<std::string>& files) {
  const auto rank = [](const std::string& path) {
    std::error_code error;
    return std::tuple(fs::is_symlink(path, error), path.size(), path);
  };
  std::map<std::pair<dev_t, ino_t>, std::string> names;
  for (const std::string& file : files) {
    const auto file_identity = identity(file);
    if (!file_identity) continue;
    const auto [known, fresh] = names.try_emplace(*file_identity, file);
    if (!fresh && rank(file) < rank(known->second)) known->second = file;
  }
  std::erase_if(files, [&](const std::string& file) {
    const auto file_identity = identity(file);
    return file_identity && names.at(*file_identity) != file;
  });
}

}  // namespace

std::vector<std::string> find_deals(const std::vector<std::string>& names,
                                    Diagnostics& diagnostics) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    std::error_code error;
    if (!fs::is_directory(name, error)) {
      files.push_back(name);
      continue;
    }
    const std::vector<std::string> found = search_folder(name, diagnostics);
    files.insert(files.end(), found.begin(), found.end());
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  keep_each_once(files);
  return files;
}

}  // namespace dealcheck

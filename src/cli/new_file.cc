#include "cli/new_file.h"

#include <filesystem>

#include "base/atomic_file.h"
#include "cli/command.h"

namespace dealcheck {

void refuse_dead_link(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_symlink(path, error) || fs::exists(path, error)) return;
  throw UsageError("usage.dead-link", {{"file", path}});
}

void write_new_file(const std::string& path, std::string_view text) {
  refuse_dead_link(path);
  AtomicFile file(path);
  file.write(text);
  std::string reason;
  if (file.finish_new(reason)) return;
  if (reason.empty()) throw UsageError("usage.file-exists", {{"file", path}});
  throw UsageError("usage.cannot-write-file", {{"file", path}, {"reason", reason}});
}

}  // namespace dealcheck

#include "cli/new_file.h"

#include "base/atomic_file.h"
#include "cli/command.h"

namespace dealcheck {

void write_new_file(const std::string& path, std::string_view text) {
  AtomicFile file(path);
  file.write(text);
  std::string reason;
  if (file.finish_new(reason)) return;
  if (reason.empty()) throw UsageError("usage.file-exists", {{"file", path}});
  throw UsageError("usage.cannot-write-file", {{"file", path}, {"reason", reason}});
}

}  // namespace dealcheck

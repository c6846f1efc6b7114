#include "cli/deal_store.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/atomic_file.h"
#include "base/utf8.h"
#include "base/whole_file.h"
#include "cli/command.h"
#include "cli/new_file.h"

namespace dealcheck {

namespace {

/// A file is put in place of the old one, which needs no right to it: asked for all the same.
void check_writable(const std::string& path) {
  struct stat file {};
  constexpr mode_t kAnybody = 0222;
  if (stat(path.c_str(), &file) != 0) return;
  if ((file.st_mode & kAnybody) != 0 && access(path.c_str(), W_OK) == 0) return;
  throw UsageError("usage.cannot-write-file", {{"file", path}, {"reason", std::strerror(EACCES)}});
}

}  // namespace

bool DealStore::exists() const {
  std::error_code failed;
  if (std::filesystem::exists(path_, failed)) return true;
  refuse_dead_link(path_);
  const std::string reason = AtomicFile(path_).problem();
  if (reason.empty()) return false;
  throw UsageError("usage.cannot-write-file", {{"file", path_}, {"reason", reason}});
}

std::shared_ptr<const Source> DealStore::read(std::size_t max_bytes, Diagnostics& diagnostics) {
  auto source = read_source(path_, diagnostics, max_bytes);
  if (!source) return nullptr;
  check_writable(path_);
  bytes_ = read_whole_file(path_).value_or("");
  if (bytes_.starts_with(kByteOrderMark)) mark_ = kByteOrderMark;
  if (bytes_ != mark_ + std::string(source->text())) {
    throw UsageError("usage.file-changed", {{"file", path_}});
  }
  return source;
}

void DealStore::create(const std::string& text) {
  write_new_file(path_, text);
  bytes_ = text;
}

void DealStore::save(const std::string& text) {
  if (read_whole_file(path_) != bytes_) throw UsageError("usage.file-changed", {{"file", path_}});
  AtomicFile file(path_);
  std::string bytes = mark_ + text;
  file.write(bytes);
  std::string reason;
  if (!file.finish(reason)) {
    throw UsageError("usage.cannot-write-file", {{"file", path_}, {"reason", reason}});
  }
  bytes_ = std::move(bytes);
}

}  // namespace dealcheck

#include "atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace dealcheck {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 16U;
constexpr int kMode = 0666;  // less what the user's mask takes away

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::string name_beside(const std::string& path) {
  return path + ".part." + std::to_string(getpid());
}

}  // namespace

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)) {
  std::error_code failed;
  const std::filesystem::file_status target = std::filesystem::status(path_, failed);
  in_place_ = std::filesystem::exists(target) && !std::filesystem::is_regular_file(target);
  if (in_place_) {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (std::filesystem::is_symlink(std::filesystem::symlink_status(path_, failed))) {
      path_ = std::filesystem::weakly_canonical(path_, failed).string();
    }
    open_nameless();
  }
  if (descriptor_ < 0) error_ = errno;
}

void AtomicFile::open_nameless() {
  descriptor_ = open(folder_of(path_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kMode);
  if (descriptor_ < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
    beside_ = name_beside(path_);
    descriptor_ = open(beside_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kMode);
  }
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!beside_.empty()) unlink(beside_.c_str());
}

void AtomicFile::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBuffer) flush();
}

void AtomicFile::flush() {
  std::string_view rest = buffer_;
  while (error_ == 0 && !rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) error_ = errno;
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

bool AtomicFile::link_to(const std::string& name) const {
  if (!beside_.empty()) return link(beside_.c_str(), name.c_str()) == 0;
  const std::string nameless = "/proc/self/fd/" + std::to_string(descriptor_);
  return linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

void AtomicFile::take_permissions_over() const {
  struct stat old {};
  if (stat(path_.c_str(), &old) == 0) (void)fchmod(descriptor_, old.st_mode & 07777U);
}

/// A file without a name can only be linked to a name that is free; from there it is moved.
bool AtomicFile::put_in_place() {
  if (beside_.empty()) {
    const std::string beside = name_beside(path_);
    if (!link_to(beside)) return false;
    beside_ = beside;
  }
  take_permissions_over();
  if (rename(beside_.c_str(), path_.c_str()) != 0) return false;
  beside_.clear();
  return true;
}

std::string AtomicFile::problem() const { return error_ == 0 ? "" : std::strerror(error_); }

bool AtomicFile::finish_new(std::string& reason) {
  flush();
  if (in_place_) error_ = EEXIST;
  if (error_ == 0 && !link_to(path_)) error_ = errno;
  if (error_ != EEXIST) reason = problem();
  return error_ == 0;
}

bool AtomicFile::finish(std::string& reason) {
  flush();
  if (error_ == 0 && !in_place_ && !put_in_place()) error_ = errno;
  reason = problem();
  return error_ == 0;
}

}  // namespace dealcheck

#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
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

/// Gives a file the owner and the group of another. False when that is refused and one of them
/// could then do less with it than before.
bool keep_people(int descriptor, const struct stat& old) {
  if (fchown(descriptor, old.st_uid, old.st_gid) == 0) return true;
  (void)fchown(descriptor, static_cast<uid_t>(-1), old.st_gid);  // the group, where it is ours too
  struct stat own {};
  if (fstat(descriptor, &own) != 0) return false;
  const mode_t everybody = old.st_mode & 07U;
  const bool owner_loses = own.st_uid != old.st_uid && (old.st_mode >> 6U & 07U & ~everybody) != 0;
  const bool group_loses = own.st_gid != old.st_gid && (old.st_mode >> 3U & 07U & ~everybody) != 0;
  return !owner_loses && !group_loses;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Writes one file over another, which has no more than that in the end.
bool copy_all(int from, int to) {
  std::string bytes(kBuffer, '\0');
  off_t at = 0;
  for (;;) {
    const ssize_t count = pread(from, bytes.data(), bytes.size(), at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) return ftruncate(to, at) == 0;
    if (!write_all(to, std::string_view(bytes).substr(0, static_cast<std::size_t>(count)))) {
      return false;
    }
    at += count;
  }
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
  descriptor_ = open(folder_of(path_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode);
  if (descriptor_ < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
    beside_ = name_beside(path_);
    descriptor_ = open(beside_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kMode);
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
  if (error_ == 0 && !write_all(descriptor_, buffer_)) error_ = errno;
  buffer_.clear();
}

bool AtomicFile::link_to(const std::string& name) const {
  if (!beside_.empty()) return link(beside_.c_str(), name.c_str()) == 0;
  const std::string nameless = "/proc/self/fd/" + std::to_string(descriptor_);
  return linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

/// A name that is free. Where the file system knows no second names for a file, or the process no
/// way to its own, the content is copied.
bool AtomicFile::give_name(const std::string& name) const {
  if (link_to(name)) return true;
  constexpr std::array kNoLinks{EPERM, EOPNOTSUPP, EINVAL, ENOSYS, EMLINK, EXDEV, ENOENT};
  if (std::find(kNoLinks.begin(), kNoLinks.end(), errno) == kNoLinks.end()) return false;
  const int target = open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kMode);
  if (target < 0) return false;
  const bool copied = copy_all(descriptor_, target);
  const int reason = errno;
  struct stat own {};
  if (fstat(descriptor_, &own) == 0) {
    (void)fchown(target, own.st_uid, own.st_gid);
    (void)fchmod(target, own.st_mode & 07777U);
  }
  const bool closed = close(target) == 0;
  if (copied && closed) return true;
  if (!copied) errno = reason;
  (void)unlink(name.c_str());
  return false;
}

/// What is there is replaced with all that belongs to it, or written over.
bool AtomicFile::put_in_place() {
  struct stat old {};
  if (stat(path_.c_str(), &old) != 0) return replace();
  if (!keep_people(descriptor_, old)) return overwrite();
  (void)fchmod(descriptor_, old.st_mode & 07777U);
  return replace();
}

bool AtomicFile::overwrite() {
  const int target = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  if (target < 0) return false;
  const bool copied = copy_all(descriptor_, target);
  const int reason = errno;
  const bool closed = close(target) == 0;
  if (!copied) errno = reason;
  return copied && closed;
}

/// A file without a name can only be linked to a name that is free; from there it is moved.
bool AtomicFile::replace() {
  if (beside_.empty()) {
    const std::string beside = name_beside(path_);
    if (!give_name(beside)) return false;
    beside_ = beside;
  }
  if (rename(beside_.c_str(), path_.c_str()) != 0) return false;
  beside_.clear();
  return true;
}

std::string AtomicFile::problem() const { return error_ == 0 ? "" : std::strerror(error_); }

bool AtomicFile::finish_new(std::string& reason) {
  flush();
  if (in_place_) error_ = EEXIST;
  if (error_ == 0 && !give_name(path_)) error_ = errno;
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

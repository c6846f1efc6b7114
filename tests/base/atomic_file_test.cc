#include "base/atomic_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support.h"

namespace {

/// What every further name of a file is refused with; 0: nothing is refused.
int no_links = 0;

}  // namespace

/// In place of the one of the C library, so that a test can stand on a file system without links.
// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): its own names are reserved
extern "C" int linkat(int old_folder, const char* old_name, int new_folder, const char* new_name,
                      int flags) noexcept {
  if (no_links != 0) {
    errno = no_links;
    return -1;
  }
  return static_cast<int>(syscall(SYS_linkat, old_folder, old_name, new_folder, new_name, flags));
}

namespace dealcheck {
namespace {

namespace fs = std::filesystem;

auto entries(const test::TemporaryFolder& folder) {
  return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("atomic file: where the file system knows no links") {
  for (const int reason : {EPERM, EOPNOTSUPP, EINVAL}) {
    const test::TemporaryFolder folder;
    const std::string path = folder.path() + "/deal.yaml";
    no_links = reason;
    std::string told;
    AtomicFile file(path);
    file.write("new");
    const bool made = file.finish_new(told);
    AtomicFile again(path);
    again.write("again");
    const bool made_again = again.finish_new(told);
    REQUIRE(chmod(path.c_str(), 0640) == 0);
    AtomicFile report(path);
    report.write("report");
    const bool replaced = report.finish(told);
    no_links = 0;
    CHECK(made);
    CHECK_FALSE(made_again);
    CHECK(told.empty());
    CHECK(replaced);
    CHECK(contents(path) == "report");
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0640);
    CHECK(entries(folder) == 1);
  }
}

TEST_CASE("atomic file: there as a whole, in place of what was there") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/report";
  folder.write("report", "old");
  const std::string large(300'000, 'x');
  AtomicFile file(path);
  file.write(large);
  file.write("end");
  CHECK(contents(path) == "old");
  std::string reason;
  CHECK(file.finish(reason));
  CHECK(contents(path) == large + "end");
  CHECK(entries(folder) == 1);
}

TEST_CASE("atomic file: what replaces a file has its permissions") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/deal";
  folder.write("deal", "old");
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  AtomicFile file(path);
  file.write("new");
  std::string reason;
  CHECK(file.finish(reason));
  struct stat now {};
  REQUIRE(stat(path.c_str(), &now) == 0);
  CHECK((now.st_mode & 07777U) == 0640U);
}

constexpr uid_t kSomebody = 12345;
constexpr gid_t kTeam = 23456;

/// Rewrites a file as `user`, in a process of its own; the exit code of that is 0 when it went
/// well.
int rewrite_as(uid_t user, gid_t group, const std::string& path) {
  const pid_t child = fork();
  if (child == 0) {
    const bool became = setgroups(0, nullptr) == 0 && setgid(group) == 0 && setuid(user) == 0;
    AtomicFile file(path);
    file.write("new");
    std::string reason;
    _exit(became && file.finish(reason) ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

struct stat status_of(const std::string& path) {
  struct stat now {};
  CHECK(stat(path.c_str(), &now) == 0);
  return now;
}

TEST_CASE("atomic file: what replaces a file has its owner and group") {
  if (geteuid() != 0) return;  // only root may give files away
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/deal";
  folder.write("deal", "old, and longer");
  REQUIRE(chown(path.c_str(), kSomebody, kTeam) == 0);
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  AtomicFile file(path);
  file.write("new");
  std::string reason;
  CHECK(file.finish(reason));
  const struct stat now = status_of(path);
  CHECK(now.st_uid == kSomebody);
  CHECK(now.st_gid == kTeam);
  CHECK((now.st_mode & 07777U) == 0640U);
  CHECK(contents(path) == "new");
}

TEST_CASE("atomic file: who may write to a file of somebody else does not take it over") {
  if (geteuid() != 0) return;
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/deal";
  REQUIRE(chmod(folder.path().c_str(), 0777) == 0);
  folder.write("deal", "old, and longer");
  REQUIRE(chown(path.c_str(), kSomebody, kTeam) == 0);
  REQUIRE(chmod(path.c_str(), 0660) == 0);
  const ino_t before = status_of(path).st_ino;
  CHECK(rewrite_as(kSomebody + 1, kTeam, path) == 0);
  const struct stat now = status_of(path);
  CHECK(now.st_uid == kSomebody);
  CHECK(now.st_gid == kTeam);
  CHECK(now.st_ino == before);
  CHECK(contents(path) == "new");
  CHECK(entries(folder) == 1);
}

TEST_CASE("atomic file: where everybody may do everything, nobody loses a right") {
  if (geteuid() != 0) return;
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/deal";
  REQUIRE(chmod(folder.path().c_str(), 0777) == 0);
  folder.write("deal", "old");
  REQUIRE(chown(path.c_str(), kSomebody, kTeam) == 0);
  REQUIRE(chmod(path.c_str(), 0666) == 0);
  CHECK(rewrite_as(kSomebody + 1, kTeam + 1, path) == 0);
  CHECK((status_of(path).st_mode & 07777U) == 0666U);
  CHECK(contents(path) == "new");
}

TEST_CASE("atomic file: a new file takes no place that is taken") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/deal";
  std::string reason;
  AtomicFile first(path);
  first.write("first");
  AtomicFile second(path);
  second.write("second");
  CHECK(first.finish_new(reason));
  CHECK_FALSE(second.finish_new(reason));
  CHECK(reason.empty());
  CHECK(contents(path) == "first");
  AtomicFile nowhere(folder.path() + "/none/deal");
  CHECK_FALSE(nowhere.finish_new(reason));
  CHECK(!reason.empty());
}

TEST_CASE("atomic file: given up, it leaves nothing, and the old file as it was") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/report";
  folder.write("report", "old");
  {
    AtomicFile file(path);
    file.write("new");
  }
  CHECK(contents(path) == "old");
  CHECK(entries(folder) == 1);
}

TEST_CASE("atomic file: what is no plain file is written to as it is, and stays what it is") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/pipe";
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  AtomicFile file(path);
  file.write("text");
  std::string reason;
  CHECK(file.finish(reason));
  std::string got(8, ' ');
  got.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(reader, got.data(), got.size()))));
  close(reader);
  CHECK(got == "text");
  CHECK(fs::is_fifo(path));
}

TEST_CASE("atomic file: a link stays a link") {
  const test::TemporaryFolder folder;
  folder.write("real/report", "old");
  fs::create_symlink("real/report", folder.path() + "/link");
  AtomicFile file(folder.path() + "/link");
  file.write("new");
  std::string reason;
  CHECK(file.finish(reason));
  CHECK(fs::is_symlink(folder.path() + "/link"));
  CHECK(contents(folder.path() + "/real/report") == "new");
}

TEST_CASE("atomic file: what cannot be written is known before anything is") {
  const test::TemporaryFolder folder;
  CHECK(AtomicFile(folder.path()).problem() == "Is a directory");
  CHECK(AtomicFile(folder.path() + "/none/report").problem() == "No such file or directory");
  CHECK(AtomicFile(folder.path() + "/report").problem().empty());
}

TEST_CASE("atomic file: a folder that is not there is told") {
  AtomicFile file("/nowhere/at/all/report");
  file.write("text");
  std::string reason;
  CHECK_FALSE(file.finish(reason));
  CHECK(reason == "No such file or directory");
}

}  // namespace
}  // namespace dealcheck

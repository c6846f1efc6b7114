#include "atomic_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support.h"

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

TEST_CASE("atomic file: a folder that is not there is told") {
  AtomicFile file("/nowhere/at/all/report");
  file.write("text");
  std::string reason;
  CHECK_FALSE(file.finish(reason));
  CHECK(reason == "No such file or directory");
}

}  // namespace
}  // namespace dealcheck

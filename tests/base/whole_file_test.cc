#include "base/whole_file.h"

#include <doctest/doctest.h>

#include "support.h"

namespace dealcheck {

TEST_CASE("whole file: every byte, whatever it is") {
  const test::TemporaryFolder folder;
  const std::string large = std::string(200'000, 'x') + std::string("\0\r\n\xff", 4);
  folder.write("large", large);
  folder.write("empty", "");
  CHECK(read_whole_file(folder.path() + "/large") == large);
  CHECK(read_whole_file(folder.path() + "/empty") == "");
}

TEST_CASE("whole file: what is not there, and a folder, cannot be read") {
  const test::TemporaryFolder folder;
  CHECK_FALSE(read_whole_file(folder.path() + "/nowhere"));
  CHECK_FALSE(read_whole_file(folder.path()));
}

}  // namespace dealcheck

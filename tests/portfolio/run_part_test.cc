#include "portfolio/run_part.h"

#include <doctest/doctest.h>

namespace dealcheck {
namespace {

RunPart part(std::size_t number, std::size_t count, std::size_t deals) {
  return {{number, count}, deals, "hash", "", "2026-03-20"};
}

TEST_CASE("parts of a run: I/N, in digits of either width") {
  CHECK(parse_shard("2/3") == Shard{2, 3});
  CHECK(parse_shard("２/３") == Shard{2, 3});
  for (const char* text : {"", "1", "0/2", "3/2", "1/", "/2", "a/b", "1/2/3", "-1/2"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_shard(text));
  }
  CHECK(to_string(Shard{2, 3}) == "2/3");
}

TEST_CASE("parts of a run: what differs for all of a run parts them") {
  RunPart other = part(2, 3, 9);
  CHECK(clash_of(part(1, 3, 9), other) == RunClash::none);
  other.as_of = "2026-03-21";
  CHECK(clash_of(part(1, 3, 9), other) == RunClash::day);
  other.rules_hash = "other";
  CHECK(clash_of(part(1, 3, 9), other) == RunClash::rules);
  other.pack = "meddpicc";
  CHECK(clash_of(part(1, 3, 9), other) == RunClash::pack);
  CHECK(clash_of(part(1, 3, 9), part(2, 4, 9)) == RunClash::split);
  CHECK(clash_of(part(1, 3, 9), part(2, 3, 8)) == RunClash::split);
  CHECK(clash_of(part(1, 1, 9), part(1, 1, 8)) == RunClash::none);  // of two folders
  CHECK(clash_of(RunPart{}, other) == RunClash::none);
}

TEST_CASE("parts of a run: which are missing") {
  CHECK(missing_parts({part(1, 3, 9), part(3, 3, 9)}) == "2");
  CHECK(missing_parts({part(3, 4, 9)}) == "1, 2, 4");
  CHECK(missing_parts({part(1, 3, 2), part(2, 3, 2)}).empty());  // the third has no deals
  CHECK(missing_parts({part(1, 1, 5)}).empty());
  CHECK(missing_parts({part(1, 3, 9), RunPart{}}).empty());
  CHECK(missing_parts({}).empty());
}

}  // namespace
}  // namespace dealcheck

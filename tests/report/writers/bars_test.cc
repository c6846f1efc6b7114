// Small charts: lengths, ends, unknown values, both charsets.

#include "report/writers/bars.h"

#include <doctest/doctest.h>

namespace dealcheck {
namespace {

TEST_CASE("bars: as long as the share, never gone for more than nothing") {
  CHECK(bar(4, 4, 4, Charset::unicode) == "▰▰▰▰");
  CHECK(bar(2, 4, 4, Charset::unicode) == "▰▰");
  CHECK(bar(1, 1000, 4, Charset::unicode) == "▰");
  CHECK(bar(9, 4, 4, Charset::ascii) == "####");
  CHECK(bar(0, 4, 4, Charset::unicode).empty());
  CHECK(bar(-1, 4, 4, Charset::unicode).empty());
  CHECK(bar(1, 0, 4, Charset::unicode).empty());
  CHECK(bar(1, 1, 0, Charset::unicode).empty());
}

TEST_CASE("bars: a sparkline has one sign for each value") {
  CHECK(sparkline({0, 1, 2, 3, 4, 5, 6, 7}, 0, 7, Charset::unicode) == "▁▂▃▄▅▆▇█");
  CHECK(sparkline({0, 1, 2, 3, 4, 5, 6, 7}, 0, 7, Charset::ascii) == "_.:-=+*#");
  CHECK(sparkline({-14, std::nullopt, 10}, -14, 10, Charset::unicode) == "▁ █");
  CHECK(sparkline({-99, 99}, 0, 7, Charset::unicode) == "▁█");
  CHECK(sparkline({3, 3}, 3, 3, Charset::unicode) == "▁▁");
  CHECK(sparkline({}, 0, 7, Charset::unicode).empty());
}

}  // namespace
}  // namespace dealcheck

// Small charts: lengths, ends, unknown values, both inks.

#include "report/writers/bars.h"

#include <doctest/doctest.h>

namespace dealcheck {
namespace {

TEST_CASE("bars: as long as the share, never gone for more than nothing") {
  CHECK(bar(4, 4, 4, Ink::unicode) == "▰▰▰▰");
  CHECK(bar(2, 4, 4, Ink::unicode) == "▰▰");
  CHECK(bar(1, 1000, 4, Ink::unicode) == "▰");
  CHECK(bar(9, 4, 4, Ink::ascii) == "####");
  CHECK(bar(0, 4, 4, Ink::unicode).empty());
  CHECK(bar(-1, 4, 4, Ink::unicode).empty());
  CHECK(bar(1, 0, 4, Ink::unicode).empty());
  CHECK(bar(1, 1, 0, Ink::unicode).empty());
}

TEST_CASE("bars: a sparkline has one sign for each value") {
  CHECK(sparkline({0, 1, 2, 3, 4, 5, 6, 7}, 0, 7, Ink::unicode) == "▁▂▃▄▅▆▇█");
  CHECK(sparkline({0, 1, 2, 3, 4, 5, 6, 7}, 0, 7, Ink::ascii) == "_.:-=+*#");
  CHECK(sparkline({-14, std::nullopt, 10}, -14, 10, Ink::unicode) == "▁ █");
  CHECK(sparkline({-99, 99}, 0, 7, Ink::unicode) == "▁█");
  CHECK(sparkline({3, 3}, 3, 3, Ink::unicode) == "▁▁");
  CHECK(sparkline({}, 0, 7, Ink::unicode).empty());
}

}  // namespace
}  // namespace dealcheck

#include "report/writers/layout.h"

#include <doctest/doctest.h>

#include "support_report.h"

namespace dealcheck {
namespace {

using Cells = std::vector<std::string>;

/// The table as it stands on a page of this width; `no room` when it does not.
std::string table(int width, const Cells& head, const std::vector<Cells>& rows,
                  const TableLook& look = {}, bool colour = false) {
  Sheet sheet(width, colour);
  if (!sheet.table(head, rows, look)) {
    CHECK(sheet.finish().empty());
    return "no room";
  }
  test::check_page(test::without_colour(sheet.finish()), width);
  return sheet.finish();
}

TEST_CASE(
    "table: columns as wide as they need; a later one that is empty in every row is left out") {
  CHECK(table(40, {"name", "role", "note"}, {{"Ann", "", "pays"}, {"Bob the user", "", ""}}) ==
        test::page(R"(
  name          note
  Ann           pays
  Bob the user
)"));
}

TEST_CASE("table: only the columns that give way become narrower, their texts going on below") {
  const Cells head{"what", "who", "where"};
  const std::vector<Cells> rows{{"as narrow as it gets", "not me, never", "south"}};
  CHECK(table(40, head, rows, {{0}, {}}) == test::page(R"(
  what              who            where
  as narrow as it   not me, never  south
  gets
)"));
  CHECK(table(40, head, {{"as wide as it gets", "gives way, me", "south"}}, {{1}, {}}) ==
        test::page(R"(
  what                who          where
  as wide as it gets  gives way,   south
                      me
)"));
}

TEST_CASE("table: the columns that give way are those of the whole table, not of what is left") {
  const std::vector<Cells> rows{{"stays as it is", "", "goes on below when short of room"}};
  CHECK(table(40, {"a", "b", "c"}, rows, {{2}, {}}) == test::page(R"(
  a               c
  stays as it is  goes on below when
                  short of room
)"));
  CHECK(table(40, {"a", "b", "c"}, rows, {{1}, {}}) == "no room");
}

TEST_CASE("table: nothing is written when there is no room even so") {
  const std::vector<Cells> rows{{"fifteen letters", "fifteen letters", "fifteen letters"}};
  CHECK(table(40, {"a", "b", "c"}, rows, {{}, {}}) == "no room");
}

TEST_CASE("table: the first cell of a row may have a style of its own") {
  const std::vector<Cells> rows{{"a", "b"}, {"c", "d"}};
  const TableLook look{{0, 1}, {Style::bad, Style::good}};
  const std::string red = painted("a", Style::bad, true);
  const std::string text = table(40, {"x", "y"}, rows, look, true);
  CHECK(test::contains(text, red));
  CHECK(test::contains(text, painted("c", Style::good, true)));
  CHECK(test::without_colour(text) == table(40, {"x", "y"}, rows, look));
}

TEST_CASE("table: wide characters and hostile cells keep the columns straight") {
  CHECK(table(40, {"项目", "x"}, {{"南方", "1"}, {"a\x1b[2J", "2"}, {"two\nlines", "3"}}) ==
        test::page(R"(
  项目       x
  南方       1
  a\x1b[2J   2
  two lines  3
)"));
}

}  // namespace
}  // namespace dealcheck

#include "report/shared/footnotes.h"

#include <doctest/doctest.h>

namespace dealcheck {

TEST_CASE("footnotes: a place has one number, in the order of first mention") {
  Footnotes notes;
  Evidence first;
  first.at = {7, 3};
  Evidence second;
  second.at = {7, 9};
  CHECK(notes.number_of(first) == 1);
  CHECK(notes.number_of(second) == 2);
  CHECK(notes.number_of(first) == 1);
  REQUIRE(notes.all().size() == 2);
  CHECK(notes.all()[1].at.column == 9);
}

}  // namespace dealcheck

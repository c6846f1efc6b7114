#include "report/writers/csv.h"

#include <doctest/doctest.h>

namespace dealcheck {

TEST_CASE("csv: what a spreadsheet would take for a formula becomes text") {
  for (const char* formula :
       {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "＋1", "－1", "＠A"}) {
    CAPTURE(formula);
    CHECK(csv_text(formula).starts_with("'"));
  }
  for (const char* text : {"", "price - 10%", "a=b", "客户", "(-1)"}) {
    CAPTURE(text);
    CHECK(csv_text(text) == text);
  }
}

TEST_CASE("csv: quoted where needed, and nowhere else") {
  CHECK(csv_row({"a", "b c", ""}) == "a,b c,\r\n");
  CHECK(csv_row({"a,b", "say \"x\"", "two\nlines"}) ==
        "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
}

}  // namespace dealcheck

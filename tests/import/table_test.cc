#include "import/table.h"

#include <doctest/doctest.h>

#include "import/decode.h"
#include "support.h"

using namespace dealcheck;
using namespace dealcheck::test;

namespace {

/// Cells between bars, a row a line; the complaints when it is malformed.
std::string table(const std::string& text) {
  Diagnostics diagnostics;
  const auto source = decode_table("t.csv", text, diagnostics);
  const auto read = source ? read_table(source, diagnostics) : nullptr;
  if (!read) return in_lines(diagnostics);
  std::string out;
  const auto add = [&](const std::vector<TableCell>& row) {
    for (const TableCell& cell : row) out += cell.text + "|";
    out += "\n";
  };
  add(read->headings);
  for (const auto& row : read->rows) add(row);
  if (read->footer_lines > 0) out += "footer " + std::to_string(read->footer_lines) + "\n";
  return out;
}

std::string text_of(std::string_view bytes) {
  Diagnostics diagnostics;
  const auto source = decode_table("t.csv", bytes, diagnostics);
  return source ? std::string(source->text()) : in_lines(diagnostics);
}

}  // namespace

TEST_CASE("A table is read as RFC 4180 has it") {
  CHECK(table("a,b\n1,2\n") == "a|b|\n1|2|\n");
  CHECK(table("a,b\r\n1,2\r\n") == "a|b|\n1|2|\n");
  CHECK(table("a,b\r1,2") == "a|b|\n1|2|\n");
  CHECK(table("a,b\n\"x,\"\"y\"\"\nz\", 2 \n") == "a|b|\nx,\"y\"\nz|2|\n");
  CHECK(table("a,b\n,\n1,\n") == "a|b|\n1||\n");
  CHECK(table("a\n1\n\n2\n") == "a|\n1|\n2|\n");
}

TEST_CASE("Commas, semicolons and tabs separate cells, as the first line tells") {
  CHECK(table("a;b;\"x,y,z\"\n1,5;2;3\n") == "a|b|x,y,z|\n1,5|2|3|\n");
  CHECK(table("a\tb\n1;2\t3\n") == "a|b|\n1;2|3|\n");
  CHECK(table("sep=|\na|b\n1,2|3\n") == "a|b|\n1,2|3|\n");
}

TEST_CASE("What a report prints below its table is no row; a row cut short is an error") {
  CHECK(table("a,b\n1,2\n\n\"A report\"\nby me\n") == "a|b|\n1|2|\nfooter 2\n");
  CHECK(table("a,b\n1,2\n3\n").find("3:1 error") == 0);
  CHECK(table("a,b\n1,2\n3").find("3:1 error") == 0);
}

TEST_CASE("Cells know where they stand") {
  Diagnostics diagnostics;
  const auto read =
      read_table(std::make_shared<const Source>("t.csv", "a,b\r\n\"x\ny\", 安娜,\n"), diagnostics);
  CHECK(!read);  // three cells
  CHECK(in_lines(diagnostics).find("2:1 error") == 0);
  Diagnostics none;
  const auto good =
      read_table(std::make_shared<const Source>("t.csv", "a,b\r\n\"x\ny\", 安娜\n"), none);
  REQUIRE(good);
  CHECK(good->locate(good->rows[0][0]) == Location{2, 1});
  CHECK(good->locate(good->rows[0][1]) == Location{3, 5});
}

TEST_CASE("Every encoding of a table gives the same text") {
  using std::string_literals::operator""s;
  CHECK(text_of("安,é") == "安,é");
  CHECK(text_of("\xEF\xBB\xBF安") == "安");
  CHECK(text_of("\xFF\xFE\x89\x5B,\0=\xD8\0\xDE"s) == "安,😀");
  CHECK(text_of("\xFE\xFF\x5B\x89\0,\xD8=\xDE\0"s) == "安,😀");
  CHECK(text_of("a\0,\0b\0"s) == "a,b");
  CHECK(text_of("\xB0\xB2,\xC4\xC8\x80") == "安,娜€");
  CHECK(text_of("\x81\x40\xB0\xB2\xB0\xB2") == "丂安安");
}

TEST_CASE("Bytes that are no text of a known encoding are refused at their place") {
  using std::string_literals::operator""s;
  CHECK(text_of("a\nM\xFCller").find("2:2 error") == 0);
  CHECK(text_of("\xB0\xB2\xFF").find("1:2 error") == 0);
  CHECK(text_of("\xB0").find("1:1 error") == 0);
  CHECK(text_of("\xFF\xFE\0\xD8"s).find("1:1 error") == 0);
  CHECK(text_of("\xFF\xFE"
                "a"s)
            .find("1:1 error") == 0);
  CHECK(text_of("ab\0"s).find("1:3 error") == 0);
  CHECK(text_of("").find("t.csv error") == 0);
  CHECK(text_of(" \n").find("t.csv error") == 0);
}

// The page of a report in the formats that are not text; for text see layout_test.cc.

#include <doctest/doctest.h>

#include <string>

#include "report/writers/layout.h"

namespace dealcheck {
namespace {

constexpr std::string_view kHostile = "<img src=x onerror=alert(1)> | [a](http://b) @c\x1b[31m";

/// Everything that a report is made of, once.
std::string report_on(Sheet sheet, std::string_view text) {
  const std::string word(text);
  sheet.line(0, {word, Style::strong}, {"27 Mar", Style::faint});
  sheet.heading({"What can kill it " + word, Style::strong}, {"2 risks"});
  sheet.paragraph(2, {{"one " + word, "two"}, Style::faint});
  sheet.hanging({"BACKUP", Style::strong_bad}, {{{"Slow it down " + word}, Style::strong}}, "f:3");
  sheet.hanging({"→", Style::strong}, {{{"Ask " + word}, Style::strong}, {{"by Friday"}}});
  sheet.rows({{.lead = {"1"},
               .label = {"deadly " + word},
               .message = "said " + word,
               .points = "−3",
               .note = "noted " + word,
               .tail = {"f:4"}}});
  CHECK(sheet.table({"name", "unseen", "role"}, {{word, "", "payer"}}));
  sheet.line(0, {"last " + word}, {});
  return sheet.finish();
}

}  // namespace

TEST_CASE("a page of Markdown: title, headings, lists, a table without empty columns") {
  CHECK(report_on({markdown_sheet(), 100}, "X") ==
        "### X · 27 Mar\n\n#### What can kill it X · 2 risks\n\none X · two\n\n"
        "**BACKUP** **Slow it down X**\n\nf:3\n\n- **→** **Ask X**\n  - by Friday\n"
        "- **1 deadly X** said X · −3 · f:4\n  - noted X\n\n"
        "| name | role |\n| --- | --- |\n| X | payer |\n\nlast X\n");
}

TEST_CASE("a page of Markdown: nothing in a text is markup, a link or a call") {
  const std::string page = report_on({markdown_sheet(), 100}, kHostile);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("[a](") == std::string::npos);
  CHECK(page.find("@c") == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("| [") == std::string::npos);
}

TEST_CASE("a page for a browser: its title, then every block, and nothing of a user's is markup") {
  const std::string page = report_on({html_sheet(Language::zh), 100}, "X");
  for (const char* part :
       {"<html lang=\"zh-Hans\"", "<title>X</title>", "<h1>X</h1>", "<h2>What can kill it X</h2>",
        "<dt><strong class=\"bad\">BACKUP</strong></dt>", "<th scope=\"col\">role</th>",
        "<td>payer</td>", ">last X</p>"}) {
    CAPTURE(part);
    CHECK(page.find(part) != std::string::npos);
  }
  CHECK(page.find("unseen") == std::string::npos);
  const std::string hostile = report_on({html_sheet(Language::en), 100}, kHostile);
  CHECK(hostile.find("<img") == std::string::npos);
  CHECK(hostile.find('\x1b') == std::string::npos);
}

}  // namespace dealcheck

#include "report/writers/markup.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dealcheck {
namespace {

std::string paragraph(std::string_view text) {
  Markup page;
  page.in("html", {}, [&] { page.in("body", {}, [&] { page.leaf("p", {}, text); }); });
  return page.finish();
}

}  // namespace

TEST_CASE("markup: elements nest, and nothing of a text is markup") {
  CHECK(paragraph("plain") == "<!DOCTYPE html>\n<html><body><p>plain</p>\n</body>\n</html>\n");
  struct Case {
    std::string_view text;
    std::string_view safe;
  };
  const Case cases[] = {
      {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"},
      {"a & b &amp; \"c\" 'd'", "<p>a &amp; b &amp;amp; &quot;c&quot; &#39;d&#39;</p>"},
      {"javascript:alert(1)", "<p>javascript:alert(1)</p>"},
      {"<!-- ]]> -->", "<p>&lt;!-- ]]&gt; --&gt;</p>"},
      {"\x1b[31m", "<p>\\x1b[31m</p>"},
      {"\xe2\x80\xae"
       "gnp.exe",
       "<p>\\u202egnp.exe</p>"},
      {"one\ntwo", "<p>one two</p>"},
      {"客户", "<p>客户</p>"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(paragraph(one.text).find(one.safe) != std::string::npos);
  }
}

TEST_CASE("markup: nothing of an attribute's value is markup") {
  Markup page;
  page.in("html", {{"lang", "\" onload=\"x"}}, [&] { page.leaf("body"); });
  CHECK(page.finish() ==
        "<!DOCTYPE html>\n<html lang=\"&quot; onload=&quot;x\"><body></body>\n</html>\n");
}

TEST_CASE("markup: what HTML never closes is not closed, phrases get no blank between them") {
  Markup page;
  page.in("html", {}, [&] {
    page.in("head", {}, [&] { page.leaf("meta", {{"charset", "utf-8"}}); });
    page.in("body", {}, [&] {
      page.in("p", {}, [&] {
        page.leaf("strong", {}, "a");
        page.leaf("sup", {}, "1");
      });
    });
  });
  CHECK(page.finish() ==
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body><p><strong>a</strong>"
        "<sup>1</sup></p>\n</body>\n</html>\n");
}

TEST_CASE("markup: numbers have at most one decimal") {
  CHECK(drawn_number(12) == "12");
  CHECK(drawn_number(-3.46) == "-3.5");
  CHECK(drawn_number(0.04) == "0");
  CHECK(drawn_number(-0.04) == "0");
  CHECK(drawn_number(1234567.96) == "1234568");
}

}  // namespace dealcheck

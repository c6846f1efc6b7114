#include "report/writers/markdown.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using dealcheck::markdown_table;
using dealcheck::markdown_text;

TEST_CASE("markdown: nothing in a text of the user's is markup, HTML, a link or a call") {
  struct Case {
    std::string_view text;
    std::string_view safe;
  };
  const Case cases[] = {
      {"plain words, 1.2M EUR (net)", "plain words, 1.2M EUR (net)"},
      {"a | b", "a \\| b"},
      {"*bold* _it_ `code` ~no~ $x$", "\\*bold\\* \\_it\\_ \\`code\\` \\~no\\~ \\$x\\$"},
      {"[link](http://x.org)", "\\[link\\](http:<!-- -->//x.org)"},
      {"new.yaml", "new.yaml"},
      {"WWW.x.org", "WWW.<!-- -->x.org"},
      {"www.x.org", "www.<!-- -->x.org"},
      {"<script>&amp;", "&lt;script&gt;&amp;amp;"},
      {"@boss see #12", "@<!-- -->boss see #<!-- -->12"},
      {"# head", "\\# head"},
      {"- item", "\\- item"},
      {"3. item", "3\\. item"},
      {"3) item", "3\\) item"},
      {"one\ntwo", "one two"},
      {"a\\b", "a\\\\b"},
      {"客户“要”|", "客户“要”\\|"},
      {"\x1b[31m", "\\\\x1b\\[31m"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(markdown_text(one.text) == one.safe);
  }
}

TEST_CASE("markdown: a table") {
  CHECK(markdown_table({"a", "b"}, {{"1", ""}, {"2", "3"}}) ==
        "| a | b |\n| --- | --- |\n| 1 |  |\n| 2 | 3 |\n");
}

#include "render/markdown.h"

#include <doctest/doctest.h>

namespace dealcheck {

TEST_CASE("markdown: user text is only text") {
  struct Case {
    const char* text;
    const char* shown;
  };
  const Case cases[] = {
      {"plain, with a stop. And (more) - 1+1=2!", "plain, with a stop. And (more) - 1+1=2!"},
      {"a|b", "a\\|b"},
      {"`code` *b* _i_ ~s~ [l](x) $m$", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~ \\[l\\](x) \\$m\\$"},
      {"back\\slash", "back\\\\slash"},
      {"<script>&amp;", "&lt;script&gt;&amp;amp;"},
      {"@all #12", "\\@\u2060all \\#\u206012"},
      {"http://x.y www.x.y WWW.x.y", "http\\://x.y www\\.x.y WWW\\.x.y"},
      {"two\nlines", "two lines"},
      {"\x1b[31m", "\\\\x1b\\[31m"},
      {"客户：价格", "客户：价格"},
  };
  for (const Case& one : cases) CHECK(markdown_text(one.text) == one.shown);
}

TEST_CASE("markdown: a table") {
  CHECK(markdown_head({"a", "b"}) + markdown_row({"1", "2"}) ==
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n");
}

}  // namespace dealcheck

#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"

using dealcheck::display_width;
using dealcheck::nearest;
using dealcheck::pad_right;
using dealcheck::sanitise;
using dealcheck::without_commands;
using dealcheck::wrap;

using Lines = std::vector<std::string>;

TEST_CASE("text: width in screen cells") {
  struct Case {
    const char* name;
    std::string_view text;
    int cells;
  };
  const Case cases[] = {
      {"nothing", "", 0},
      {"ASCII", "deal", 4},
      {"Chinese", "客户", 4},
      {"mixed", "客户 A", 6},
      {"full-width", "\uFF21\uFF1A", 4},
      {"half-width kana", "\uFF71", 1},
      {"Hangul", "한국", 4},
      {"Hangul from its parts", "\u1112\u1161\u11AB", 2},
      {"combining accent", "e\u0301", 1},
      {"zero-width joiner", "a\u200Db", 2},
      {"joined emoji", "👩‍👩‍👧!", 3},
      {"joined with a narrow sign", "👩‍❤️‍👩", 2},
      {"a narrow sign", "❤", 1},
      {"colour of a skin", "👍🏽", 2},
      {"two families", "👨‍👩‍👧👨‍👩‍👧", 4},
      {"variation selector", "\u2764\uFE0F", 1},
      {"emoji", "✅❌", 4},
      {"emoji outside the first plane", "\U0001F600", 2},
      {"ambiguous", "“…”—°", 5},
      {"ideographic blank", "\u3000", 2},
      {"box drawing", "─│", 2},
      {"controls", "a\x1b\x07\tb\u0085", 2},
      {"invalid bytes", "a\xFF\xFE", 3},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    CHECK(display_width(each.text) == each.cells);
  }
}

TEST_CASE("text: truncating never splits a character") {
  CHECK(dealcheck::truncate("客户预算", 8) == "客户预算");
  CHECK(dealcheck::truncate("客户预算", 7) == "客户预…");
  CHECK(dealcheck::truncate("客户预算", 6) == "客户…");
  CHECK(dealcheck::truncate("客户", 1) == "…");
  CHECK(dealcheck::truncate("budget", 6) == "budget");
  CHECK(dealcheck::truncate("budget", 5) == "budg…");
  CHECK(dealcheck::truncate("cafe\u0301 x", 5) == "cafe\u0301…");
  CHECK(dealcheck::truncate("abc", 0).empty());
  CHECK(dealcheck::truncate("", 0).empty());
}

TEST_CASE("text: padding counts cells") {
  CHECK(pad_right("客户", 6) == "客户  ");
  CHECK(pad_right("ab", 6) == "ab    ");
  CHECK(pad_right("客户预算", 6) == "客户预算");
}

TEST_CASE("text: wrapping words") {
  CHECK(wrap("they said it is fine", 9) == Lines{"they said", "it is", "fine"});
  CHECK(wrap("  a   b\n c\t", 20) == Lines{"a b c"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("   ", 10) == Lines{""});
  CHECK(wrap("a verylongword b", 6) == Lines{"a", "verylo", "ngword", "b"});
  CHECK(wrap("abc", 0) == Lines{"a", "b", "c"});
  CHECK(wrap("well-known e\u0301e\u0301", 10) == Lines{"well-known", "e\u0301e\u0301"});
}

TEST_CASE("text: wrapping Chinese") {
  CHECK(wrap("客户还没有确认预算", 8) == Lines{"客户还没", "有确认预", "算"});
  CHECK(wrap("客户的 budget 还没有", 10) == Lines{"客户的", "budget 还", "没有"});
  CHECK(wrap("见到了CEO本人", 8) == Lines{"见到了", "CEO本人"});
}

TEST_CASE("text: no line begins with closing or ends with opening punctuation") {
  CHECK(wrap("客户说好。再等", 8) == Lines{"客户说", "好。再等"});
  CHECK(wrap("客户说\uFF0C预算", 6) == Lines{"客户", "说\uFF0C预", "算"});
  CHECK(wrap("他们说《合同》好", 8) == Lines{"他们说", "《合同》", "好"});
  CHECK(wrap("客户说\uFF08是\uFF09", 8) == Lines{"客户说", "\uFF08是\uFF09"});
  CHECK(wrap("他说“好”", 5) == Lines{"他说", "“好”"});
}

TEST_CASE("text: no wrapped line is too wide") {
  const std::string text = "客户 Acme Corp. 说:“预算(约 $2m)要等 Q3 才定”,—— 我们 follow-up。✅";
  for (int cells = 4; cells < 60; ++cells) {
    for (const std::string& line : wrap(text, cells)) CHECK(display_width(line) <= cells);
  }
}

TEST_CASE("text: what could move the cursor becomes visible") {
  struct Case {
    std::string_view text;
    const char* safe;
  };
  const Case cases[] = {
      {"plain 中文 é ✅", "plain 中文 é ✅"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"a\tb\nc", "a b c"},
      {"a\rb\x07\x7f", "a\\x0db\\x07\\x7f"},
      {std::string_view("a\0b", 3), "a\\x00b"},
      {"\u009b31m\u0085", "\\x9b31m\\x85"},
      {"\u202Eabc\u2066\u200F", "\\u202eabc\\u2066\\u200f"},
      {"a\u2028b", "a\\u2028b"},
      {"a\uFFFEb\uFFFF", "a\\ufffeb\\uffff"},
      {"bad \xFF\xC0\xAF", "bad \uFFFD\uFFFD\uFFFD"},
      {"e\u0301\u200D", "e\u0301\u200D"},
  };
  for (const Case& each : cases) CHECK(sanitise(each.text) == each.safe);
}

TEST_CASE("text: code points") {
  CHECK(dealcheck::code_points("a中\U0001F600\xFF") ==
        std::vector<char32_t>{U'a', U'中', U'\U0001F600', U'\uFFFD'});
}

TEST_CASE("text: the nearest word") {
  const std::vector<std::string_view> words = {"stage", "status", "people", "客户名称", "决策人"};
  struct Case {
    const char* word;
    const char* found;
  };
  const Case cases[] = {
      {"stge", "stage"},
      {"satge", "stage"},
      {"STAGE", "stage"},
      {"stagee", "stage"},
      {"peopel", "people"},
      {"客户名", "客户名称"},
      {"没批", ""},
      {"决策者", ""},  // one character may turn a short word round
      {"客户决策名称人", ""},
      {"xyz", ""},
      {"", ""},
      {"p", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.word);
    CHECK(nearest(each.word, words) == each.found);
  }
  CHECK(nearest("bb", {"ab", "cb"}) == "ab");
  CHECK(nearest("an", {"in", "an"}) == "an");
  CHECK(nearest("ÉTÉ", {"été"}) == "été");
  CHECK(nearest("x", {}).empty());
}

TEST_CASE("text: lower case and trimming touch ASCII only") {
  CHECK(dealcheck::to_lower("ABC äÄ 客") == "abc äÄ 客");
  CHECK(dealcheck::trim(" \t a b \r\n") == "a b");
  CHECK(dealcheck::trim("  ").empty());
  CHECK(dealcheck::trim("\u3000a") == "\u3000a");
}

TEST_CASE("text: a log line is no command to GitHub's runner") {
  struct Case {
    const char* text;
    const char* safe;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"plain: text\n", "plain: text\n"},
      {"::error::x", "\\x3a:error::x"},
      {"one\n \u3000::stop-commands::x\ntwo", "one\n \u3000\\x3a:stop-commands::x\ntwo"},
      {"a::b", "a::b"},
      {"see ##[error]x", "see #\\x23[error]x"},
      {"###[x", "##\\x23[x"},
      {"# [x] ##", "# [x] ##"}};
  for (const Case& each : cases) CHECK(without_commands(each.text) == each.safe);
}

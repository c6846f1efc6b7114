#include "i18n/charset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "i18n/words.h"
#include "support_report.h"

namespace dealcheck {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
}

}  // namespace

TEST_CASE("signs: nothing changes where the ink has them") {
  CHECK(to_charset("✗ “a” → b … c", Charset::unicode) == "✗ “a” → b … c");
  CHECK(ellipsis(Charset::unicode) == "…");
}

TEST_CASE("signs: each has its ASCII") {
  CHECK(to_charset("✗ ✓ • ▸ ↑ ↓ ▰◐▱", Charset::ascii) == "x + * > ^ v #=-");
  CHECK(to_charset("a · b, ·", Charset::ascii) == "a | b, .");
  CHECK(to_charset("a → b … c − d × 2", Charset::ascii) == "a -> b ... c - d x 2");
  CHECK(to_charset("▁▂▃▄▅▆▇█", Charset::ascii) == "_.:-=+*#");
  CHECK(to_charset("“a” ‘b’ – c", Charset::ascii) == "\"a\" 'b' - c");
  CHECK(ellipsis(Charset::ascii) == "...");
}

TEST_CASE("signs: Chinese words stay, with their quotes and dashes") {
  CHECK(to_charset("升到“首选” → 备选 · 分数 −3", Charset::ascii, Language::zh) ==
        "升到“首选” -> 备选 | 分数 -3");
}

TEST_CASE("signs: every English text of a report can be written in ASCII") {
  for (const Words::Entry& entry : test::report_words().entries()) {
    const std::string_view id = entry.id.view();
    if (id.starts_with("catalogue.") || id.starts_with("pages.")) continue;  // never on a terminal
    CAPTURE(entry.id.view());
    CHECK(is_ascii(entry.text.in(Language::en, Charset::ascii)));
  }
}

}  // namespace dealcheck

#include "i18n/signs.h"

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
  CHECK(inked("✗ “a” → b … c", Ink::unicode) == "✗ “a” → b … c");
  CHECK(ellipsis(Ink::unicode) == "…");
}

TEST_CASE("signs: each has its ASCII") {
  CHECK(inked("✗ ✓ • ▸ ↑ ↓ ▰◐▱", Ink::ascii) == "x + * > ^ v #=-");
  CHECK(inked("a · b, ·", Ink::ascii) == "a | b, .");
  CHECK(inked("a → b … c − d × 2", Ink::ascii) == "a -> b ... c - d x 2");
  CHECK(inked("▁▂▃▄▅▆▇█", Ink::ascii) == "_.:-=+*#");
  CHECK(inked("“a” ‘b’ – c", Ink::ascii) == "\"a\" 'b' - c");
  CHECK(ellipsis(Ink::ascii) == "...");
}

TEST_CASE("signs: Chinese words stay, with their quotes and dashes") {
  CHECK(inked_chinese("升到“首选” → 备选 · 分数 −3", Ink::ascii) == "升到“首选” -> 备选 | 分数 -3");
}

TEST_CASE("signs: every English text of a report can be written in ASCII") {
  for (const Words::Entry& entry : test::report_words().entries()) {
    const std::string_view id = entry.id.view();
    if (id.starts_with("catalogue.") || id.starts_with("pages.")) continue;  // never on a terminal
    CAPTURE(entry.id.view());
    CHECK(is_ascii(entry.text.in(Language::en, Ink::ascii)));
  }
}

}  // namespace dealcheck

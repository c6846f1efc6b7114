#include "diagnostics/diagnostic.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "base/text.h"
#include "i18n/words.h"

using dealcheck::Diagnostics;
using dealcheck::Language;
using dealcheck::Location;
using dealcheck::Source;
using dealcheck::Words;

namespace {

const Words& words() {
  static const Words kWords({
      {"diagnostics.label.error", {"error", "错误"}},
      {"diagnostics.label.help", {"help", "办法"}},
      {"diagnostics.x.says", {"'{key}' is odd", "“{key}”不对"}},
      {"diagnostics.x.help", {"see line {first}", "见第 {first} 行"}},
      {"diagnostics.y.says", {"wrong", "错了"}},
  });
  return kWords;
}

std::shared_ptr<const Source> source(std::string text, std::string path = "deal.yaml") {
  return std::make_shared<const Source>(std::move(path), std::move(text));
}

std::string render(const Diagnostics& diagnostics, Language language = Language::en) {
  return render_diagnostics(diagnostics, words(), language, false);
}

/// What is printed for one error at a place of a text.
std::string shown(const std::string& text, Location at) {
  Diagnostics diagnostics;
  diagnostics.error(source(text), at, "y");
  return render(diagnostics);
}

/// The excerpt's line and the cell that its caret points at.
struct Excerpt {
  std::string line;
  int caret;
};

Excerpt excerpt(const std::string& text, Location at) {
  const std::string all = shown(text, at);
  const std::size_t first = all.find('\n') + 1;
  const std::size_t second = all.find('\n', first) + 1;
  const std::string line = all.substr(first, second - 1 - first);
  const std::string caret = all.substr(second, all.find('\n', second) - second);
  const std::size_t margin = caret.find('|') + 2;
  return {line.substr(margin), static_cast<int>(caret.find('^') - margin)};
}

}  // namespace

TEST_CASE("diagnostic: place, line, caret and help") {
  Diagnostics diagnostics;
  diagnostics.error(source("a: 1\nb: 2\n"), {2, 4}, "x", {{"key", "b"}, {"first", "1"}});
  CHECK(render(diagnostics) ==
        "deal.yaml:2:4: error: 'b' is odd\n"
        "  2 | b: 2\n"
        "    |    ^\n"
        "  help: see line 1\n");
  CHECK(render(diagnostics, Language::zh) ==
        "deal.yaml:2:4: 错误: “b”不对\n"
        "  2 | b: 2\n"
        "    |    ^\n"
        "  办法: 见第 1 行\n");
}

TEST_CASE("diagnostic: help needs all its arguments") {
  Diagnostics diagnostics;
  diagnostics.error(source("a"), {1, 1}, "x", {{"key", "b"}});
  CHECK(diagnostic_help(diagnostics.all()[0], words(), Language::en).empty());
  CHECK(render(diagnostics).find("help") == std::string::npos);
}

TEST_CASE("diagnostic: without a sentence the id and the arguments are told") {
  Diagnostics diagnostics;
  diagnostics.error(source("a"), {1, 1}, "odd", {{"key", "b"}, {"first", "1"}});
  diagnostics.warning(source("a"), {1, 1}, "bare");
  CHECK(diagnostic_message(diagnostics.all()[0], words(), Language::en) == "odd (key=b, first=1)");
  CHECK(diagnostic_message(diagnostics.all()[1], Words(), Language::zh) == "bare");
  CHECK(render_diagnostics(diagnostics, Words(), Language::zh, false).find("warning: bare") !=
        std::string::npos);
}

TEST_CASE("diagnostic: the caret stands under its character") {
  struct Case {
    const char* name;
    std::string text;
    Location at;
    int caret;
  };
  const Case cases[] = {
      {"front", "abc\n", {1, 1}, 0},
      {"behind Chinese", "名字: x\n", {1, 5}, 6},
      {"behind a tab", "\ta\tb\n", {1, 4}, 3},
      {"behind a combining mark", "e\u0301x\n", {1, 3}, 1},
      {"behind an emoji", "✅ x\n", {1, 3}, 3},
      {"behind a control character", "\x1bx\n", {1, 2}, 4},
      {"at the line's end", "ab\r\n", {1, 3}, 2},
      {"beyond the line's end", "ab\n", {1, 9}, 2},
      {"an empty line", "\n\n", {2, 1}, 0},
      {"no column", "ab", {1, 0}, 0},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    CHECK(excerpt(each.text, each.at).caret == each.caret);
  }
}

TEST_CASE("diagnostic: a line of Windows is shown without its end") {
  CHECK(excerpt("ab\r\ncd\r\n", {1, 1}).line == "ab");
}

TEST_CASE("diagnostic: without a place in the text no line is shown") {
  CHECK(shown("a: 1\n", {}) == "deal.yaml: error: wrong\n");
  CHECK(shown("a: 1\n", {9, 1}) == "deal.yaml:9:1: error: wrong\n");
  Diagnostics diagnostics;
  diagnostics.file_error("none.yaml", "y");
  CHECK(render(diagnostics) == "none.yaml: error: wrong\n");
}

TEST_CASE("diagnostic: a long line is cut around the caret") {
  std::string line;
  for (int i = 0; i < 300; ++i) line += static_cast<char>('a' + i % 26);
  for (const std::uint32_t column : {1U, 40U, 60U, 61U, 99U, 100U, 101U, 150U, 240U, 299U, 300U}) {
    CAPTURE(column);
    const Excerpt part = excerpt(line, {1, column});
    const auto cut = static_cast<int>(part.line.starts_with("…"));
    const std::size_t at = static_cast<std::size_t>(part.caret) + (cut != 0 ? 2 : 0);
    CHECK(dealcheck::display_width(part.line) <= 100);
    CHECK(dealcheck::display_width(part.line) >= 97);
    CHECK(part.line.at(at) == line.at(column - 1));
    CHECK((cut != 0 || part.line.ends_with("…")));
  }
}

TEST_CASE("diagnostic: a long line of wide characters is cut around the caret") {
  std::string line;
  for (int i = 0; i < 2000; ++i) line += i == 1000 ? "X" : "客";
  const Excerpt part = excerpt(line, {1, 1001});
  CHECK(dealcheck::display_width(part.line) <= 100);
  CHECK(part.line.starts_with("…"));
  CHECK(part.line.ends_with("…"));
  CHECK(dealcheck::display_width(part.line.substr(0, part.line.find('X'))) == part.caret);
}

TEST_CASE("diagnostic: a line of a hundred cells is not cut") {
  const std::string line(100, 'x');
  CHECK(excerpt(line, {1, 100}).line == line);
}

TEST_CASE("diagnostic: sorted by path and place, repeats once") {
  Diagnostics diagnostics;
  const auto b = source("1\n2\n", "b.yaml");
  diagnostics.error(b, {2, 1}, "y");
  diagnostics.error(b, {1, 5}, "y");
  diagnostics.error(b, {2, 1}, "y");
  diagnostics.error(b, {1, 5}, "x", {{"key", "k"}});
  diagnostics.file_error("a.yaml", "y");
  std::string places;
  const std::string all = render(diagnostics);
  for (std::size_t at = 0; at < all.size(); at = all.find('\n', at) + 1) {
    if (all[at] != ' ') places += all.substr(at, all.find(" error", at) - at) + " ";
  }
  CHECK(places == "a.yaml: b.yaml:1:5: b.yaml:1:5: b.yaml:2:1: ");
  CHECK(diagnostics.all().size() == 5);
  CHECK(diagnostics.has_errors());
}

TEST_CASE("diagnostic: a warning is no error") {
  Diagnostics diagnostics;
  diagnostics.warning(source("a"), {1, 1}, "y");
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("diagnostic: colours only when asked for") {
  Diagnostics diagnostics;
  diagnostics.error(source("a"), {1, 1}, "x", {{"key", "b"}, {"first", "1"}});
  CHECK(render(diagnostics).find('\x1b') == std::string::npos);
  const std::string coloured = render_diagnostics(diagnostics, words(), Language::en, true);
  CHECK(coloured.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[1;31m^\x1b[0m") != std::string::npos);
}

TEST_CASE("diagnostic: nothing from outside reaches the terminal raw") {
  Diagnostics diagnostics;
  diagnostics.error(source("a\x1b]0;x\x07\n", "p\x1b[2J\n.yaml"), {1, 1}, "x",
                    {{"key", "\x1b[31m\n\u202E"}, {"first", "\x9b"}});
  CHECK(render(diagnostics) ==
        "p\\x1b[2J .yaml:1:1: error: '\\x1b[31m \\u202e' is odd\n"
        "  1 | a\\x1b]0;x\\x07\n"
        "    | ^\n"
        "  help: see line \uFFFD\n");
}

TEST_CASE("diagnostic: a very long argument is shortened") {
  Diagnostics diagnostics;
  diagnostics.error(nullptr, {}, "x", {{"key", std::string(5000, 'k')}});
  CHECK(diagnostic_message(diagnostics.all()[0], words(), Language::en).size() < 200);
}

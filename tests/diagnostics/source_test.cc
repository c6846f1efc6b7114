#include "diagnostics/source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "diagnostics/diagnostic.h"

using dealcheck::check_source;
using dealcheck::Diagnostic;
using dealcheck::Diagnostics;
using dealcheck::Location;
using dealcheck::read_source;
using dealcheck::Source;
using namespace std::string_literals;

namespace {

/// A folder of its own for one test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dealcheck-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
    const std::string path = (path_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

 private:
  std::filesystem::path path_;
};

/// The one complaint about a file that cannot be read.
Diagnostic refusal_of_file(const std::string& path, std::size_t max_bytes = 100) {
  Diagnostics diagnostics;
  CHECK(read_source(path, diagnostics, max_bytes) == nullptr);
  REQUIRE(diagnostics.all().size() == 1);
  return diagnostics.all().front();
}

Diagnostic refusal_of_bytes(const std::string& bytes) {
  Diagnostics diagnostics;
  CHECK(check_source("deal.yaml", bytes, diagnostics) == nullptr);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.has_errors());
  return diagnostics.all().front();
}

std::string accepted(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto source = check_source("deal.yaml", bytes, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  REQUIRE(source != nullptr);
  return std::string(source->text());
}

}  // namespace

TEST_CASE("source: lines are told without their ends") {
  const Source source("f", "one\r\ntwo\n\nlast");
  CHECK(source.line_count() == 4);
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3).empty());
  CHECK(source.line(4) == "last");
  CHECK(source.line(0).empty());
  CHECK(source.line(5).empty());
}

TEST_CASE("source: a line end at the end begins no line") {
  CHECK(Source("f", "one\n").line_count() == 1);
  CHECK(Source("f", "one").line_count() == 1);
  CHECK(Source("f", "").line_count() == 0);
}

TEST_CASE("source: a column is a code point") {
  const Source source("f", "a: 1\n名字: é\n");
  CHECK(source.locate(0) == Location{1, 1});
  CHECK(source.locate(4) == Location{1, 5});
  CHECK(source.locate(5) == Location{2, 1});
  CHECK(source.locate(8) == Location{2, 2});
  CHECK(source.locate(13) == Location{2, 5});
  CHECK(source.locate(15) == Location{2, 6});
  CHECK(source.locate(16) == Location{3, 1});
  CHECK(source.locate(1000) == Location{3, 1});
}

TEST_CASE("source: a file is read as it is") {
  const Folder folder;
  Diagnostics diagnostics;
  const auto source = read_source(folder.write("deal.yaml", "a: 1\r\n"), diagnostics);
  REQUIRE(source != nullptr);
  CHECK(source->text() == "a: 1\r\n");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("source: what cannot be read is named") {
  const Folder folder;
  CHECK(refusal_of_file(folder.path()).id == "source.directory");
  CHECK(refusal_of_file(folder.path() + "/none").id == "source.missing");
  CHECK(refusal_of_file("/etc/passwd/x").id == "source.missing");
  CHECK(refusal_of_file("/dev/null").id == "source.empty");
  CHECK(refusal_of_file("/dev/zero").id == "source.too-large");
  const std::string looped = folder.path() + "/loop";
  std::filesystem::create_symlink(looped, looped);
  CHECK(refusal_of_file(looped).id == "source.unreadable");
  CHECK(refusal_of_file(looped).path == looped);
}

TEST_CASE("source: a file without the right to read it") {
  const Folder folder;
  const std::string path = folder.write("secret.yaml", "a: 1\n");
  chmod(path.c_str(), 0);
  if (access(path.c_str(), R_OK) == 0) return;  // root reads everything
  CHECK(refusal_of_file(path).id == "source.not-permitted");
}

TEST_CASE("source: a pipe is read to its end") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  REQUIRE(write(ends[1], "a: 1\n", 5) == 5);
  close(ends[1]);
  Diagnostics diagnostics;
  const auto source = read_source("/dev/fd/" + std::to_string(ends[0]), diagnostics);
  close(ends[0]);
  REQUIRE(source != nullptr);
  CHECK(source->text() == "a: 1\n");
}

TEST_CASE("source: the size limit is inclusive and told") {
  const Folder folder;
  Diagnostics diagnostics;
  CHECK(read_source(folder.write("a", "12345"), diagnostics, 5) != nullptr);
  const Diagnostic refusal = refusal_of_file(folder.write("b", "123456"), 5);
  CHECK(refusal.id == "source.too-large");
  CHECK(refusal.arguments.front().second == "5 B");
  CHECK(check_source("f", std::string(1024 * 1024 + 1, 'x'), diagnostics) == nullptr);
  CHECK(diagnostics.all().back().arguments.front().second == "1 MiB");
}

TEST_CASE("source: byte order marks and line ends of Windows are fine") {
  CHECK(accepted("\xEF\xBB\xBF名: 1\n") == "名: 1\n");
  CHECK(accepted("\xEF\xBB\xBF\xEF\xBB\xBF"s + "a") == "a");
  CHECK(accepted("a\r\nb\r\n") == "a\r\nb\r\n");
  CHECK(accepted("a \x1b[31m") == "a \x1b[31m");
  CHECK(accepted("\u0080\u07FF\u0800\uFFFD\U00010000\U0010FFFF") != "");
}

TEST_CASE("source: bytes that are no text are refused at their place") {
  struct Case {
    const char* name;
    std::string bytes;
    const char* id;
    Location at;
  };
  const Case cases[] = {
      {"stray byte", "a: 1\nb: 中\xFFx\n", "source.not-utf8", {2, 5}},
      {"stray byte behind the fast path",
       std::string(40, 'x') + "\x80",
       "source.not-utf8",
       {1, 41}},
      {"overlong slash", "a: \xC0\xAF", "source.not-utf8", {1, 4}},
      {"overlong of three", "\xE0\x80\xAF", "source.not-utf8", {1, 1}},
      {"surrogate", "\xED\xA0\x80", "source.not-utf8", {1, 1}},
      {"above the last", "\xF4\x90\x80\x80", "source.not-utf8", {1, 1}},
      {"cut off", "a\xE4\xB8", "source.not-utf8", {1, 2}},
      {"GBK", "\xBF\xCD\xBB\xA7: 1", "source.not-utf8", {1, 1}},
      {"NUL", "a: 1\nb: \0c"s, "source.nul", {2, 4}},
      {"lone carriage return", "a: 1\rb: 2\n", "source.lone-carriage-return", {1, 5}},
      {"carriage return at the end", "a: 1\r", "source.lone-carriage-return", {1, 5}},
      {"UTF-16 little", "\xFF\xFE"s + "a\0:\0"s, "source.utf16", {}},
      {"UTF-16 big", "\xFE\xFF"s + "\0a\0:"s, "source.utf16", {}},
      {"UTF-16 little, no mark", "a\0:\0 \0"s, "source.utf16", {}},
      {"UTF-16 big, no mark", "\0a\0:\0 "s, "source.utf16", {}},
      {"nothing", "", "source.empty", {}},
      {"only a mark", "\xEF\xBB\xBF", "source.empty", {}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    const Diagnostic refusal = refusal_of_bytes(each.bytes);
    CHECK(refusal.id == each.id);
    CHECK(refusal.at == each.at);
    CHECK(refusal.path == "deal.yaml");
  }
}

TEST_CASE("source: the line with a bad byte can be shown") {
  const Diagnostic refusal = refusal_of_bytes("a: \xFFx\xFE\n");
  REQUIRE(refusal.source != nullptr);
  CHECK(refusal.source->line(1) == "a: \uFFFDx\uFFFD");
  CHECK(refusal.arguments.front().second == "FF");
}

#include "yaml/yaml.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

using dealcheck::Diagnostic;
using dealcheck::Diagnostics;
using dealcheck::Location;
using dealcheck::parse_yaml;
using dealcheck::Source;
using dealcheck::Yaml;
using dealcheck::YamlDocument;
using dealcheck::YamlEntry;
using namespace std::string_literals;

// --- memory that runs out when a test says so
// -----------------------------------------------------

namespace {
thread_local long allocations_until_failure = 0;  // 0 = never
}  // namespace

// The linker puts these in place of malloc and realloc wherever the tests, the core and libyaml
// call them (--wrap in CMakeLists.txt).
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker's names
extern "C" {
void* __real_malloc(std::size_t size);
void* __real_realloc(void* memory, std::size_t size);
void* __wrap_malloc(std::size_t size) {
  if (allocations_until_failure > 0 && --allocations_until_failure == 0) return nullptr;
  return __real_malloc(size);
}
void* __wrap_realloc(void* memory, std::size_t size) {
  if (allocations_until_failure > 0 && --allocations_until_failure == 0) return nullptr;
  return __real_realloc(memory, size);
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

// Not inlined: seen together, the compiler takes malloc and delete for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

struct Expected {
  const char* name;
  std::string text;
  const char* id;
  Location at;
};

std::string place(const std::string& id, Location at) {
  return id + " " + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::vector<std::string> complaints(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = parse_yaml(std::make_shared<const Source>("f", text), diagnostics);
  CHECK(document.has_value() == diagnostics.all().empty());
  std::vector<std::string> found;
  for (const Diagnostic& each : diagnostics.all()) found.push_back(place(each.id, each.at));
  return found;
}

/// Each text has exactly one mistake.
void check_each(const std::vector<Expected>& cases) {
  for (const Expected& each : cases) {
    CAPTURE(each.name);
    const std::vector<std::string> found = complaints(each.text);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == place(each.id, each.at));
  }
}

std::string argument(const Diagnostic& diagnostic, const std::string& name) {
  for (const auto& [key, value] : diagnostic.arguments) {
    if (key == name) return value;
  }
  return "(none)";
}

Diagnostic only_complaint(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(parse_yaml(std::make_shared<const Source>("f", text), diagnostics).has_value());
  REQUIRE(diagnostics.all().size() == 1);
  return diagnostics.all().front();
}

YamlDocument parsed(const std::string& text) {
  Diagnostics diagnostics;
  auto document = parse_yaml(std::make_shared<const Source>("f", text), diagnostics);
  for (const Diagnostic& each : diagnostics.all()) FAIL_CHECK(place(each.id, each.at));
  REQUIRE(document.has_value());
  return std::move(document).value();
}

/// `{key: value, …}` and `[item, …]`, quoted scalars in quotes, null as `~`.
std::string outline(const Yaml& node) {
  if (node.is_null()) return "~";
  if (node.is_scalar()) {
    const std::string text(node.text());
    return node.quoted() ? "'" + text + "'" : text;
  }
  std::string all;
  for (const Yaml item : node.items()) all += (all.empty() ? "" : ", ") + outline(item);
  for (const YamlEntry entry : node.entries()) {
    all += (all.empty() ? "" : ", ") + outline(entry.key) + ": " + outline(entry.value);
  }
  return node.is_map() ? "{" + all + "}" : "[" + all + "]";
}

std::string outline(const std::string& text) { return outline(Yaml(parsed(text))); }

std::string repeated(const std::string& part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

// --- what is read
// ---------------------------------------------------------------------------------

TEST_CASE("yaml: maps, lists and scalars") {
  CHECK(outline("a: 1\nb: [x, {y: z}]\nc:\n  - d: e\n    f: g\n  - h\n") ==
        "{a: 1, b: [x, {y: z}], c: [{d: e, f: g}, h]}");
  CHECK(outline("{}") == "{}");
  CHECK(outline("a: []\nb: {}\n") == "{a: [], b: {}}");
}

TEST_CASE("yaml: scalars stay raw and know whether they were quoted") {
  CHECK(outline("a: no\nb: 010\nc: \"12\"\nd: 'no'\ne: 1_000\nf: |\n  x\n  y\ng: >-\n  x\n  y\n") ==
        "{a: no, b: 010, c: '12', d: 'no', e: 1_000, f: 'x\ny\n', g: 'x y'}");
}

TEST_CASE("yaml: what looks odd but is fine") {
  const std::pair<const char*, const char*> cases[] = {
      {"note: it's fine\nb: 'ok'\n", "{note: it's fine, b: 'ok'}"},
      {"a: they said \"yes\"\nb: 1\n", "{a: they said \"yes\", b: 1}"},
      {"a: |\n  \"open\n  it's [ {\nb: 1\n", "{a: '\"open\nit's [ {\n', b: 1}"},
      {"a: >\n  'open\n\nb: 1\n", "{a: ''open\n', b: 1}"},
      {"# don't \"\na: 1 # it's \"\n", "{a: 1}"},
      {"a: 'it''s' # 'x\nb: 1\n", "{a: 'it's', b: 1}"},
      {"a: \"say \\\"hi\\\"\"\n", "{a: 'say \"hi\"'}"},
      {"a: [it's, 'b', \"c\"]\nd: {e: don't}\n", "{a: [it's, 'b', 'c'], d: {e: don't}}"},
      {"a: \"one\n  two\n\n  three\"\nb: 1\n", "{a: 'one two\nthree', b: 1}"},
      {"a: \"one\ntwo\"\nb: 1\n", "{a: 'one two', b: 1}"},
      {"a:\n  \"one\n  two: x\"\nb: 1\n", "{a: 'one two: x', b: 1}"},
      {"a: foo\n  \"bar\nb: 1\n", "{a: foo \"bar, b: 1}"},
      {"a: \"x\n%y\"\n", "{a: 'x %y'}"},
      {"url: http://a.b/c?d=e\ntime: 10:30\n", "{url: http://a.b/c?d=e, time: 10:30}"},
      {"note: 他说\uFF1A好\n", "{note: 他说\uFF1A好}"},
      {"a: [what? when, so?]\nb: {c: we?us}\n", "{a: [what? when, so?], b: {c: we?us}}"},
      {"a: 5%\nb: x & y * z ! \n", "{a: 5%, b: x & y * z !}"},
      {"\"a b\": 1\n'c': 2\n", "{'a b': 1, 'c': 2}"},
      {"---\na: 1\n", "{a: 1}"},
      {"# note\n--- # start\na: 1\n...\n", "{a: 1}"},
      {"a: 1\r\nb: \"x\"\r\nc:\r\n  - d\r\n", "{a: 1, b: 'x', c: [d]}"},
      {"a:\n- b\n- c\n", "{a: [b, c]}"},
      {"a: 1", "{a: 1}"},
      {"a: x\x1b[31m\n", "{a: x\x1b[31m}"},
      {"a: 1\nb: \x04\nc: 3\n", "{a: 1, b: \x04, c: 3}"},
      {"a: x\u0085y\nb: \u2028z\n", "{a: x\u0085y, b: \u2028z}"},
      {"a: \"\\ue000\u2029\"\n", "{a: '\ue000\u2029'}"},
      {"a: \x7f\ufeff\uffff\n", "{a: \x7f\ufeff\uffff}"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.first);
    CHECK(outline(each.first) == each.second);
  }
}

TEST_CASE("yaml: every key and value knows its line and column in characters") {
  const YamlDocument document = parsed("名字: 值\nb: {甲: \"乙\", c: [一, 二]}\n");
  const Yaml root(document);
  CHECK(root.at() == Location{1, 1});
  std::string places;
  for (const YamlEntry entry : root.entries()) {
    places += place("", entry.key.at()) + place("", entry.value.at());
  }
  CHECK(places == " 1:1 1:5 2:1 2:4");
  const Yaml inner = root.find("b").value();
  CHECK(inner.find("甲").value().at() == Location{2, 8});
  const Yaml list = inner.find("c").value();
  CHECK(list.at() == Location{2, 16});
  std::vector<Location> items;
  for (const Yaml item : list.items()) items.push_back(item.at());
  CHECK(items == std::vector<Location>{{2, 17}, {2, 20}});
}

TEST_CASE("yaml: an empty value stands where its key stands") {
  const YamlDocument document = parsed("a:\n  b:\n\nc: ~\nd: 1\ne:");
  const Yaml root(document);
  CHECK(root.find("a").value().find("b").value().at() == Location{2, 3});
  CHECK(root.find("c").value().is_null());
  CHECK(root.find("c").value().at() == Location{4, 1});
  CHECK(root.find("e").value().at() == Location{6, 1});
}

TEST_CASE("yaml: an empty item stands where its dash stands") {
  const YamlDocument document = parsed("a:\n  -\n  # c\n\n  - ~\n  - # c\n  - x\n  -\nb: 1\n");
  std::vector<Location> places;
  for (const Yaml item : Yaml(document).find("a").value().items()) places.push_back(item.at());
  CHECK(places == std::vector<Location>{{2, 3}, {5, 5}, {6, 3}, {7, 5}, {8, 3}});
}

TEST_CASE("yaml: sizes and finding") {
  const YamlDocument document = parsed("a: [1, 2, 3]\nb: {}\nc: x\n");
  const Yaml root(document);
  CHECK(root.size() == 3);
  CHECK(root.find("a").value().size() == 3);
  CHECK(root.find("b").value().size() == 0);
  CHECK(root.find("x") == std::nullopt);
  CHECK(root.find("c").value().find("a") == std::nullopt);
  CHECK(root.find("a").value().text().empty());
  CHECK(root.find("c").value().items().begin() == root.find("c").value().items().end());
  CHECK(root.source()->path() == "f");
}

// --- what is refused
// ------------------------------------------------------------------------------

TEST_CASE("yaml: one document per file, and it is a map") {
  check_each({
      {"a single comma", ",", "yaml.stray-comma", {1, 1}},
      {"a second document", "a: 1\n---\nb: 2\n", "yaml.second-document", {2, 1}},
      {"one behind an end mark", "a: 1\n...\nb: 2\n", "yaml.second-document", {3, 1}},
      {"a lone mark at the end", "a: 1\n---\n", "yaml.second-document", {2, 1}},
      {"three in a row", "--- \n---\na: 1\n", "yaml.empty", {}},
      {"a list, then a key", "- a\nb: c\n", "yaml.no-fields", {1, 1}},
      {"an empty item, then a key", "-\nb: c\n", "yaml.no-fields", {1, 1}},
      {"a list and text", "[a] b", "yaml.no-fields", {1, 1}},
      {"four dashes", "---- #", "yaml.no-fields", {1, 1}},
      {"a word", "next step\n", "yaml.no-fields", {1, 1}},
      {"only comments", "# a\n\n# b\n", "yaml.empty", {}},
      {"only blank lines", " \n\n", "yaml.empty", {}},
      {"only a mark", "---\n", "yaml.empty", {}},
      {"a null", "~\n", "yaml.empty", {}},
  });
}

TEST_CASE("yaml: a quote that is not closed") {
  check_each({
      {"double, to the end", "a: 1\nb: \"foo\nc: 2\n", "yaml.unclosed-quote", {2, 4}},
      {"double, no last newline", "b: \"foo", "yaml.unclosed-quote", {1, 4}},
      {"single", "b: 'foo\nc: it''s\n", "yaml.unclosed-quote", {1, 4}},
      {"single in a list", "a:\n  - 'x\n  - y\n", "yaml.unclosed-quote", {2, 5}},
      {"of a key", "a: 1\n\"b: 1\nc: 2\n", "yaml.unclosed-quote", {2, 1}},
      {"in brackets", "a: [\"b, c]\nd: 1\n", "yaml.unclosed-quote", {1, 5}},
      {"behind an escape", "a: \"b\\\"\nc: 1\n", "yaml.unclosed-quote", {1, 4}},
      {"swallows a key", "a: \"foo\nb: 2\nc: \"bar\"\nd: 1\n", "yaml.runaway-quote", {1, 4}},
      {"single swallows a key", "a: 'foo\nb: 2\nc: 'bar'\nd: 1\n", "yaml.runaway-quote", {1, 4}},
      {"swallows an item", "a:\n  - \"x\n  - \"y\"\n", "yaml.runaway-quote", {2, 5}},
      {"swallows silently", "a: \"foo\nb: 2\nc: bar\"\n", "yaml.runaway-quote", {1, 4}},
      {"swallows a document mark", "a: \"foo\n---\nb: \"x\"\n", "yaml.runaway-quote", {1, 4}},
  });
  CHECK(argument(only_complaint("x: 1\na: \"foo\nb: 2\nc: bar\"\n"), "line") == "3");
}

TEST_CASE("yaml: a colon that is missing, misplaced or full-width") {
  const std::string long_key(1025, 'k');
  check_each({
      {"last line", "a: 1\nnext step\n", "yaml.missing-colon", {2, 1}},
      {"last line without newline", "a: 1\nnext step", "yaml.missing-colon", {2, 1}},
      {"a line in the middle", "a: 1\nnext step\nb: 2\n", "yaml.missing-colon", {2, 1}},
      {"first of a group", "a:\n  next step\n  b: 2\n", "yaml.missing-colon", {2, 3}},
      {"in braces", "a: {b, c: 1}\n", "yaml.word-in-braces", {1, 5}},
      {"no blank, alone", "a:1\n", "yaml.no-space", {1, 2}},
      {"no blank, first", "a:1\nb: 2\n", "yaml.no-space", {1, 2}},
      {"no blank, middle", "a: 1\nb:2\nc: 3\n", "yaml.no-space", {2, 2}},
      {"no blank, last", "a: 1\nb:2\n", "yaml.no-space", {2, 2}},
      {"full-width, alone", "stage\uFF1Aearly\n", "yaml.wide-colon", {1, 6}},
      {"full-width, first", "阶段\uFF1A早期\na: 1\n", "yaml.wide-colon", {1, 3}},
      {"full-width, middle", "a: 1\n阶段\uFF1A早\nb: 2\n", "yaml.wide-colon", {2, 3}},
      {"full-width, last", "a: 1\n阶段\uFF1A早\n", "yaml.wide-colon", {2, 3}},
      {"full-width, nested", "a:\n  b\uFF1A1\n  c: 2\n", "yaml.wide-colon", {2, 4}},
      {"ideographic blank", "a: 1\nb:\u3000x\nc: 2\n", "yaml.wide-space", {2, 3}},
      {"no-break blank, last", "a: 1\nb:\u00A0x\n", "yaml.wide-space", {2, 3}},
      {"wide blank before a value", "a: \u3000x\n", "yaml.wide-space", {1, 4}},
      {"wide blank as indentation", "a: 1\n\u3000b: 2\n", "yaml.wide-space", {2, 1}},
      {"wide blank behind a key", "a\u00A0: 1\n", "yaml.wide-space", {1, 2}},
      {"a second colon", "a: b: c\n", "yaml.second-colon", {1, 5}},
      {"no key", ": 1\nb: 2\n", "yaml.empty-key", {1, 1}},
      {"a null as key", "~: 1\n", "yaml.empty-key", {1, 1}},
      {"a key too long, first", long_key + ": 1\n", "yaml.key-too-long", {1, 1}},
      {"a key too long, later", "a: 1\n" + long_key + ": 1\nb: 2\n", "yaml.key-too-long", {2, 1}},
  });
  CHECK(outline(std::string(1000, 'k') + ": 1\n") == "{" + std::string(1000, 'k') + ": 1}");
  CHECK(argument(only_complaint("a: 1\nnext step\n"), "key") == "next step");
  CHECK(argument(only_complaint("阶段\uFF1A早期\na: 1\n"), "key") == "阶段");
}

TEST_CASE("yaml: duplicate keys, all of them") {
  CHECK(complaints("a: 1\nb: {x: 1, x: 2}\nc:\n  d: 1\n  'd': 2\n  d: 3\na: 2\n") ==
        std::vector<std::string>{"yaml.duplicate-key 2:11", "yaml.duplicate-key 5:3",
                                 "yaml.duplicate-key 6:3", "yaml.duplicate-key 7:1"});
  std::string many;
  for (int i = 0; i < 50; ++i) many += "key" + std::to_string(i) + ": 1\n";
  CHECK(complaints(many).empty());
  CHECK(complaints(many + "key7: 2\n") == std::vector<std::string>{"yaml.duplicate-key 51:1"});
  CHECK(argument(only_complaint(many + "key7: 2\n"), "first") == "8");
  CHECK(complaints("a: {x: 1}\nb: {x: 1}\n").empty());
}

TEST_CASE("yaml: anchors, aliases, merge keys and tags") {
  check_each({
      {"anchor that eats the value", "owner: &D\nb: 1\n", "yaml.anchor", {1, 8}},
      {"anchor with a value", "owner: &D x\n", "yaml.anchor", {1, 8}},
      {"anchor of a list", "a: &l [1]\n", "yaml.anchor", {1, 4}},
      {"anchor of a key", "&k a: 1\n", "yaml.anchor", {1, 1}},
      {"ampersand", "a: & co\n", "yaml.anchor", {1, 4}},
      {"unknown alias", "a: *x\n", "yaml.alias", {1, 4}},
      {"emphasis", "a: *very* good\n", "yaml.alias", {1, 4}},
      {"asterisk", "a: *\n", "yaml.alias", {1, 4}},
      {"merge key", "a: 1\n<<: {b: 1}\n", "yaml.merge-key", {2, 1}},
      {"tag of YAML", "a: !!str 5\n", "yaml.tag", {1, 4}},
      {"tag of one's own", "a: !foo x\n", "yaml.tag", {1, 4}},
      {"tag of a quoted text", "a: ! \"x\"\n", "yaml.tag", {1, 4}},
      {"tag of a list", "a: !l [x]\n", "yaml.tag", {1, 4}},
      {"tag of nothing", "a: !foo\n", "yaml.tag", {1, 4}},
  });
  CHECK(complaints("a: &a x\nb: *a\n") ==
        std::vector<std::string>{"yaml.anchor 1:4", "yaml.alias 2:4"});
  CHECK(argument(only_complaint("a: !!str 5\n"), "mark") == "!!str");
}

TEST_CASE("yaml: an alias bomb is only a list of mistakes") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'i'; ++c) {
    const std::string last(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [" + repeated("*" + last + ", ", 9) + "]\n";
  }
  CHECK(complaints(bomb).size() == 8 + 7 * 9);
  CHECK(complaints("a: &a [*a]\n").size() == 2);
}

TEST_CASE("yaml: brackets") {
  check_each({
      {"list open to the end", "a: 1\nb: [c, d\n", "yaml.unclosed-bracket", {2, 4}},
      {"no last newline", "b: [c, d", "yaml.unclosed-bracket", {1, 4}},
      {"followed by keys", "b: [c\nd: 1\ne: 2\n", "yaml.unclosed-bracket", {1, 4}},
      {"followed by a list", "b: [c\nd: [e]\n", "yaml.unclosed-bracket", {1, 4}},
      {"map open to the end", "b: {c: 1\n", "yaml.unclosed-bracket", {1, 4}},
      {"map followed by a map", "b: {c: 1\nd: {e: 2}\n", "yaml.unclosed-bracket", {1, 4}},
      {"the inner one", "b: [c, {d: 1]\n", "yaml.unclosed-bracket", {1, 8}},
      {"the wrong one", "b: [c}\n", "yaml.unclosed-bracket", {1, 4}},
      {"behind Chinese", "名字: [甲\n", "yaml.unclosed-bracket", {1, 5}},
      {"alone at the end", "b: 2\n[\n", "yaml.unclosed-bracket", {2, 1}},
      {"none opened", "a: ]\n", "yaml.stray-bracket", {1, 4}},
      {"a comma missing", "a: [\"x\" y]\n", "yaml.missing-comma", {1, 9}},
      {"text behind", "a: [x] y\nb: 1\n", "yaml.text-after", {1, 8}},
      {"text behind a placeholder", "a: {who} left\n", "yaml.text-after", {1, 10}},
      {"text behind a quote", "a: \"x\" y\n", "yaml.text-after", {1, 8}},
      {"a list as key", "[a]: 1\n", "yaml.complex-key", {1, 1}},
      {"a map as key", "{a: 1}: 1\n", "yaml.complex-key", {1, 1}},
  });
}

TEST_CASE("yaml: lines that stand in the wrong place") {
  check_each({
      {"tab", "a:\n\tb: 1\n", "yaml.tab", {2, 1}},
      {"tab behind a value", "a: 1\n\tb: 1\n", "yaml.tab", {2, 1}},
      {"tab behind blanks", "a:\n  b: 1\n  \tc: 1\n", "yaml.tab", {3, 3}},
      {"tab before an item", "a:\n- x\n\t- y\n", "yaml.tab", {3, 1}},
      {"deeper than its neighbour", "a: 1\n  b: 1\n", "yaml.indentation", {2, 3}},
      {"between two levels", "a:\n    b: 1\n  c: 2\n", "yaml.indentation", {3, 3}},
      {"item among keys", "a: 1\n- b\n", "yaml.item-among-keys", {2, 1}},
      {"item behind a key", "a: - b\n", "yaml.stray-dash", {1, 4}},
      {"key among items", "a:\n  - b\n  c: 1\n", "yaml.no-item", {3, 3}},
  });
}

TEST_CASE("yaml: texts that begin with a mark of YAML") {
  check_each({
      {"at", "a: @bob\n", "yaml.reserved-character", {1, 4}},
      {"question mark", "a: {b: ?c}\n", "yaml.reserved-character", {1, 8}},
      {"backtick", "a: `x`\n", "yaml.reserved-character", {1, 4}},
      {"greater", "a: > 50k\n", "yaml.block-head", {1, 6}},
      {"escape", "a: \"C:\\data\"\n", "yaml.bad-escape", {1, 7}},
      {"percent", "a: 1\n%50 off\n", "yaml.directive", {2, 1}},
      {"percent, then more", "a: 1\n%50 off\nb: 2\n", "yaml.directive", {2, 1}},
      {"directive", "%YAML 1.2\n---\na: 1\n", "yaml.directive", {1, 1}},
  });
}

TEST_CASE("yaml: nesting is limited") {
  const auto nested = [](std::size_t depth) {
    return "a: " + repeated("[", depth - 1) + repeated("]", depth - 1) + "\n";
  };
  CHECK(complaints(nested(64)).empty());
  const Diagnostic refusal = only_complaint(nested(65));
  CHECK(refusal.id == "yaml.too-deep");
  CHECK(argument(refusal, "limit") == "64");
  for (const char* part : {"[", "{a: ", "- ", "? ", "[\n"}) {
    CAPTURE(part);
    const auto found = complaints(repeated(part, 8'000'000 / std::string(part).size()));
    REQUIRE(found.size() == 1);
    CHECK(found.front().starts_with("yaml.too-deep"));
  }
}

TEST_CASE("yaml: one run tells as much as possible") {
  CHECK(complaints("a: 1\na: &x 2\nb: !t 3\nc: [d\n") ==
        std::vector<std::string>{"yaml.anchor 2:4", "yaml.tag 3:4", "yaml.duplicate-key 2:1",
                                 "yaml.unclosed-bracket 4:4"});
  CHECK(complaints("a: {b, c}\n%x\nd: 1\n").front() == "yaml.directive 2:1");
  CHECK(complaints("a: [" + repeated("&x 1, ", 5000) + "]\n").size() == 100);
}

TEST_CASE("yaml: a byte order mark does not shift columns") {
  Diagnostics diagnostics;
  const auto source = dealcheck::check_source("f", "\xEF\xBB\xBFname: &x\n", diagnostics);
  CHECK_FALSE(parse_yaml(source, diagnostics).has_value());
  CHECK(diagnostics.all().front().at == Location{1, 7});
}

TEST_CASE("yaml: running out of memory anywhere is a diagnostic") {
  const auto source = std::make_shared<const Source>(
      "f", "a: 1\nlong key: [x, {y: \"a text that does not fit into the string\"}]\nb:\n  - c\n");
  int failures = 0;
  for (long n = 1;; ++n) {
    Diagnostics diagnostics;
    allocations_until_failure = n;
    const auto document = parse_yaml(source, diagnostics);
    const bool ran_out = allocations_until_failure == 0;
    allocations_until_failure = 0;
    if (!ran_out) break;
    ++failures;
    CHECK_FALSE(document.has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().id == "yaml.out-of-memory");
  }
  CHECK(failures > 30);
}

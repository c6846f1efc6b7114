#include "fields.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

/// What reading a map in the way of a rule file complains about.
std::string complaints(const std::string& text, void (*read)(MapReader&)) {
  Diagnostics diagnostics;
  const auto file = test::document(text, "rule.yaml");
  MapReader reader(Yaml(*file), diagnostics);
  read(reader);
  return test::in_lines(diagnostics);
}

struct Case {
  const char* text;
  void (*read)(MapReader&);
  const char* complaints;
};

}  // namespace

TEST_CASE("fields: values as they are meant") {
  Diagnostics diagnostics;
  const auto file = test::document(
      "name: late.x\n"
      "points: -3\n"
      "share: 0.5\n"
      "open: yes\n"
      "shut: no\n"
      "label: {en: Late, zh: 后期}\n"
      "stages: [early, mid]\n");
  MapReader reader(Yaml(*file), diagnostics);
  CHECK(reader.text("name") == "late.x");
  CHECK(reader.required_text("name") == "late.x");
  CHECK(reader.whole("points") == -3);
  CHECK(reader.number("share") == 0.5);
  CHECK(reader.flag("open"));
  CHECK_FALSE(reader.flag("shut"));
  CHECK_FALSE(reader.flag("missing"));
  CHECK_FALSE(reader.text("missing").has_value());
  CHECK_FALSE(reader.number("missing").has_value());
  CHECK_FALSE(reader.whole("missing").has_value());
  CHECK_FALSE(reader.bilingual("missing").has_value());
  CHECK(reader.bilingual("label")->in(Language::zh) == "后期");
  CHECK(reader.required_bilingual("label").in(Language::en) == "Late");
  CHECK(read_names(*reader.take("stages"), diagnostics) ==
        std::vector<std::string>{"early", "mid"});
  CHECK(read_names(*reader.take("name"), diagnostics) == std::vector<std::string>{"late.x"});
  reader.finish();
  CHECK(test::in_lines(diagnostics).empty());
}

TEST_CASE("fields: what must fail") {
  const Case cases[] = {
      {"a: 1\n",
       [](MapReader& r) {
         (void)r.require("b");
         (void)r.take("a");
       },
       "1:1 error: 'b' is missing here\n"},
      {"a: [1]\n", [](MapReader& r) { (void)r.text("a"); }, "1:4 error: a text is needed here\n"},
      {"a:\n", [](MapReader& r) { (void)r.text("a"); }, "1:1 error: a text is needed here\n"},
      {"a: 010\n", [](MapReader& r) { (void)r.number("a"); },
       "1:4 error: a plain number is needed here, not '010'\n"},
      {"a: many\n", [](MapReader& r) { (void)r.whole("a"); },
       "1:4 error: a plain number is needed here, not 'many'\n"},
      {"a: 2.5\n", [](MapReader& r) { (void)r.whole("a"); },
       "1:4 error: a whole number is needed here, not '2.5'\n"},
      {"a: 2000000\n", [](MapReader& r) { (void)r.whole("a"); },
       "1:4 error: a whole number is needed here, not '2000000'\n"},
      {"a: true\n", [](MapReader& r) { (void)r.flag("a"); },
       "1:4 error: yes or no is needed here, not 'true'\n"},
      {"a: Yes\n", [](MapReader& r) { (void)r.flag("a"); },
       "1:4 error: yes or no is needed here, not 'Yes'\n"},
      {"a: text\n", [](MapReader& r) { (void)r.bilingual("a"); },
       "1:4 error: `key: value` lines are needed here\n"},
      {"a: {en: x}\n", [](MapReader& r) { (void)r.bilingual("a"); },
       "1:4 error: 'zh' is missing here\n"
       "1:4 error: a text is needed in English (en) and in Chinese (zh)\n"},
      {"a: {en: x, zh: \"\"}\n", [](MapReader& r) { (void)r.bilingual("a"); },
       "1:4 error: a text is needed in English (en) and in Chinese (zh)\n"},
      {"a: {en: x, zh: 文, fr: y}\n", [](MapReader& r) { (void)r.bilingual("a"); },
       "1:19 error: unknown key 'fr'\n"},
      {"a: [x, [y]]\n",
       [](MapReader& r) {
         Diagnostics own;
         CHECK(read_names(*r.take("a"), own).size() == 1);
         CHECK(test::in_lines(own) == "1:8 error: a text is needed here\n");
       },
       ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(complaints(one.text, one.read) == one.complaints);
  }
}

TEST_CASE("fields: a key nobody asked for is told with the nearest that somebody did") {
  const auto read = [](MapReader& reader) {
    (void)reader.take("points");
    (void)reader.take("reads");
    reader.finish();
  };
  CHECK(complaints("reads: mixed\npionts: 2\n", read) ==
        "2:1 error: unknown key 'pionts' | the nearest name is 'points'\n");
  CHECK(complaints("reads: mixed\nbanana: 2\n", read) == "2:1 error: unknown key 'banana'\n");
  CHECK(complaints("reads: mixed\npoints: 2\n", read).empty());
}

TEST_CASE("fields: what is no map reads as an empty one") {
  Diagnostics diagnostics;
  const auto file = test::document("a: [1, 2]\n");
  MapReader reader(*Yaml(*file).find("a"), diagnostics);
  CHECK_FALSE(reader.take("x").has_value());
  reader.finish();
  CHECK(test::in_lines(diagnostics) == "1:4 error: `key: value` lines are needed here\n");
}

TEST_CASE("fields: names between bars") {
  using List = std::vector<std::string>;
  CHECK(split_bars("").empty());
  CHECK(split_bars("|").empty());
  CHECK(split_bars("a") == List{"a"});
  CHECK(split_bars(" a | b|c ") == List{"a", "b", "c"});
  CHECK(split_bars("a||b|") == List{"a", "b"});
  CHECK(split_bars("多|很多") == List{"多", "很多"});
}

TEST_CASE("fields: the nearest name is an argument only when one is near") {
  CHECK(with_nearest({}, "stge", {"stage", "state"}) == Arguments{{"nearest", "stage"}});
  CHECK(with_nearest({{"key", "zzz"}}, "zzz", {"stage"}) == Arguments{{"key", "zzz"}});
}

}  // namespace dealcheck

#include "i18n/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using dealcheck::Arguments;
using dealcheck::fill;
using dealcheck::has_values_for;
using dealcheck::Language;
using dealcheck::placeholders;
using dealcheck::Words;

TEST_CASE("words: patterns are filled") {
  const Arguments arguments = {{"who", "李伟"}, {"date", "20 Mar"}, {"empty", ""}};
  struct Case {
    const char* pattern;
    const char* filled;
  };
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"{who} agreed", "李伟 agreed"},
      {"{who}{date}", "李伟20 Mar"},
      {"{nobody} agreed", "? agreed"},
      {"x{empty}y", "xy"},
      {"agreed[ on {date}].", "agreed on 20 Mar."},
      {"agreed[ on {day}].", "agreed."},
      {"[{who}][ and {other}][ on {date}]", "李伟 on 20 Mar"},
      {"[{who} on {day}]none", "none"},
      {"[always]", "always"},
      {"{{who}}", "{who}"},
      {"[[{who}]]", "[李伟]"},
      {"[a {{x}} {who}]", "a {x} 李伟"},
      {"[in ]] {who}]", "in ] 李伟"},
      {"{who", "{who"},
      {"who}", "who}"},
      {"[ on {date}", "[ on 20 Mar"},
      {"a]", "a]"},
      {"{who}]", "李伟]"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.pattern);
    CHECK(fill(each.pattern, arguments) == each.filled);
  }
}

TEST_CASE("words: a value is not a pattern") {
  CHECK(fill("{a}", {{"a", "{b} [c]"}, {"b", "x"}}) == "{b} [c]");
}

TEST_CASE("words: the first of two arguments of a name counts") {
  CHECK(fill("{a}", {{"a", "1"}, {"a", "2"}}) == "1");
}

TEST_CASE("words: names are listed in order, also those in brackets") {
  CHECK(placeholders("{b} and {a}[ on {c}] {{no}} {b}") ==
        std::vector<std::string>{"b", "a", "c", "b"});
  CHECK(placeholders("[[{a}]]") == std::vector<std::string>{"a"});
  CHECK(placeholders("nothing").empty());
}

TEST_CASE("words: only names outside brackets need a value") {
  CHECK(has_values_for("{a}[ on {b}]", {{"a", "1"}}));
  CHECK_FALSE(has_values_for("{a}[ on {b}]", {{"b", "1"}}));
  CHECK(has_values_for("plain", {}));
}

TEST_CASE("words: texts are found by id, whatever their order") {
  const Words words({{"b", {"two", "二"}}, {"a", {"one {x}", "一 {x}"}}, {"c", {"three", "三"}}});
  REQUIRE(words.find("a") != nullptr);
  CHECK(words.find("a")->in(Language::zh) == "一 {x}");
  CHECK(words.find("ab") == nullptr);
  CHECK(words.say("b", Language::zh) == "二");
  CHECK(words.say("c", Language::en) == "three");
  CHECK(words.say("a", Language::en, {{"x", "!"}}) == "one !");
  CHECK(words.say("none", Language::en) == "none");
  CHECK(Words().find("a") == nullptr);
}

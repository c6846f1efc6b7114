#include "schema/fields.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "base/strings.h"
#include "diagnostics/diagnostic.h"
#include "schema/check_shape.h"
#include "schema/shape_rows.h"
#include "support.h"

namespace dealcheck {
namespace {

// A shape with a key of each kind, as no file has it.
constexpr std::array<std::string_view, 2> kSizes{"small", "large"};
constexpr WordSet kSizeWords{"rules.unknown-word", kSizes};
constexpr std::array kInnerKeys{text("id").required()};
constexpr MapShape kInnerShape{"inner", kInnerKeys};
constexpr KeyShape kAnyInner = map("", kInnerShape);
constexpr MapShape kNamedShape{"named", {}, &kAnyInner};
constexpr std::array kKeys{text("name"),
                           whole("points").at_least(-5).at_most(9),
                           number("share"),
                           flag("open"),
                           money("amount"),
                           localized("label"),
                           localized_list("texts"),
                           names_of("stages", Names::role),
                           word("size", kSizeWords),
                           words("sizes", kSizeWords),
                           map("inner", kInnerShape),
                           maps("list", kInnerShape),
                           maps("may_be_empty", kInnerShape).or_empty(),
                           map("named", kNamedShape),
                           text("with_size").required_with("size", "large"),
                           text("large_only").only_with("size", "large"),
                           KeyShape{.name = "day", .kind = Kind::date}};
constexpr MapShape kShape{"all", kKeys};
constexpr std::array kStrictKeys{text("reads").required(), whole("points")};
constexpr MapShape kStrictShape{"strict", kStrictKeys};

/// What is wrong with a map by its shape.
std::string complaints(const std::string& text, const MapShape& shape = kShape) {
  Diagnostics diagnostics;
  const auto file = test::document(text, "rule.yaml");
  check_shape(Yaml(*file), shape, diagnostics);
  return test::in_lines(diagnostics);
}

/// Reads one key, and says nothing of the others.
template <typename Read>
auto read(const std::string& text, Read read_key) {
  Diagnostics diagnostics;
  const auto file = test::document(text, "rule.yaml");
  MapReader reader(Yaml(*file), kShape, diagnostics);
  auto value = read_key(reader);
  reader.give_up();
  return value;
}

}  // namespace

TEST_CASE("fields: values as they are meant") {
  using List = std::vector<std::string>;
  const std::string text =
      "name: late.x\npoints: -3\nshare: 0.5\nopen: yes\n"
      "label: {en: Late, zh: 后期}\nstages: [early, mid]\nsize: small\n"
      "inner: {id: a}\nlist: [{id: b}, {id: c}]\nnamed: {x: {id: d}}\n";
  CHECK(complaints(text).empty());
  CHECK(read(text, [](MapReader& r) { return r.text("name"); }) == "late.x");
  CHECK(read(text, [](MapReader& r) { return r.text_or_empty("name"); }) == "late.x");
  CHECK(read(text, [](MapReader& r) { return r.whole("points"); }) == -3);
  CHECK(read(text, [](MapReader& r) { return r.number("share"); }) == 0.5);
  CHECK(read(text, [](MapReader& r) { return r.flag("open"); }));
  CHECK(read(text, [](MapReader& r) { return r.localized("label"); }).in(Language::zh) == "后期");
  CHECK(read(text, [](MapReader& r) { return r.names("stages"); }) == List{"early", "mid"});
  CHECK(read(text, [](MapReader& r) { return r.names("name"); }) == List{"late.x"});
  CHECK(read(text, [](MapReader& r) { return r.word("size"); }) == 0);
  CHECK(read(text, [](MapReader& r) { return r.map("inner")->text("id"); }) == "a");
  CHECK(read(text, [](MapReader& r) {
          List ids;
          for (MapReader& inner : r.maps("list")) ids.push_back(inner.text_or_empty("id"));
          return ids;
        }) == List{"b", "c"});
  CHECK(read(text, [](MapReader& r) {
          const auto named = r.map("named");
          return named->other(named->others().front()).text("id");
        }) == "d");
}

TEST_CASE("fields: what is missing or wrong reads as missing") {
  for (const char* text : {"{}\n", "name: [1]\npoints: many\nopen: 1\nsize: huge\nlabel: x\n"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text, [](MapReader& r) { return r.text("name"); }).has_value());
    CHECK(read(text, [](MapReader& r) { return r.text_or_empty("name"); }).empty());
    CHECK_FALSE(read(text, [](MapReader& r) { return r.whole("points"); }).has_value());
    CHECK(read(text, [](MapReader& r) { return r.whole_or_zero("points"); }) == 0);
    CHECK_FALSE(read(text, [](MapReader& r) { return r.flag("open"); }));
    CHECK_FALSE(read(text, [](MapReader& r) { return r.word("size"); }).has_value());
    CHECK(read(text, [](MapReader& r) { return r.localized("label"); }).empty());
    CHECK_FALSE(read(text, [](MapReader& r) { return r.map("inner").has_value(); }));
    CHECK(read(text, [](MapReader& r) { return r.items("list"); }).empty());
  }
}

TEST_CASE("fields: what is wrong by the shape is told once, at its place") {
  struct Case {
    const char* text;
    const char* complaints;
  };
  const Case cases[] = {
      {"name: [1]\n", "1:7 error: a text is needed here\n"},
      {"name:\n", "1:1 error: a text is needed here\n"},
      {"share: 010\n", "1:8 error: a plain number is needed here, not '010'\n"},
      {"points: many\n", "1:9 error: a plain number is needed here, not 'many'\n"},
      {"points: 2.5\n", "1:9 error: a whole number is needed here, not '2.5'\n"},
      {"points: 2000000\n", "1:9 error: a whole number is needed here, not '2000000'\n"},
      {"points: 10\n",
       "1:9 error: a number of at least -5 and at most 9 is needed here, not '10'\n"},
      {"open: true\n", ""},
      {"open: Yes\n", ""},
      {"open: perhaps\n", "1:7 error: yes or no is needed here, not 'perhaps'\n"},
      {"amount: lots\n",
       "1:9 error: an amount is needed, not 'lots' | write it like 1.2M, 350k or 1200000\n"},
      {"day: 2026-13-01\n",
       "1:6 error: a date is needed, not '2026-13-01' | write it like 2026-03-20\n"},
      {"label: text\n", "1:8 error: `key: value` lines are needed here\n"},
      {"label: {zh: 文}\n",
       "1:8 error: 'en' is missing here\n"
       "1:8 error: a text is needed in English (en)\n"},
      {"label: {en: \"\", zh: 文}\n", "1:8 error: a text is needed in English (en)\n"},
      {"label: {en: x}\n", ""},
      {"label: {en: x, zh: \"\"}\n", ""},
      {"label: {en: x, zh: 文, fr: y}\n", "1:23 error: unknown key 'fr'\n"},
      {"texts: {en: x, zh: 文}\n", "1:8 error: a list with at least one entry is needed here\n"},
      {"stages: [x, [y]]\n", "1:13 error: a text is needed here\n"},
      {"size: lrge\n",
       "1:7 error: this does not take 'lrge' | the nearest is 'large'; it takes small, large\n"},
      {"sizes: [small, huge]\n", "1:16 error: this does not take 'huge' | it takes small, large\n"},
      {"list: []\n", "1:7 error: a list with at least one entry is needed here\n"},
      {"list: {id: a}\n", "1:7 error: a list with at least one entry is needed here\n"},
      {"may_be_empty: []\n", ""},
      {"size: large\n", "1:1 error: 'with_size' is missing here\n"},
      {"size: small\nwith_size: a\n", ""},
      {"size: large\nwith_size: a\nlarge_only: b\n", ""},
      {"size: small\nlarge_only: b\n",
       "2:13 error: 'large_only' has no meaning without `size: large`\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(complaints(one.text) == one.complaints);
  }
}

TEST_CASE("fields: unknown keys are told with the nearest, missing ones by name") {
  CHECK(complaints("reads: mixed\npionts: 2\n", kStrictShape) ==
        "2:1 error: unknown key 'pionts' | the nearest name is 'points'\n");
  CHECK(complaints("reads: mixed\nbanana: 2\n", kStrictShape) ==
        "2:1 error: unknown key 'banana'\n");
  CHECK(complaints("points: 2\n", kStrictShape) == "1:1 error: 'reads' is missing here\n");
  CHECK(complaints("reads: mixed\npoints: 2\n", kStrictShape).empty());
}

TEST_CASE("fields: what is no map reads as an empty one") {
  Diagnostics diagnostics;
  const auto file = test::document("a: [1, 2]\n");
  MapReader reader(*Yaml(*file).find("a"), kStrictShape, diagnostics);
  CHECK_FALSE(reader.text("reads").has_value());
  CHECK_FALSE(reader.whole("points").has_value());
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

#include "base/stage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

namespace dealcheck {
namespace {

/// Every value has a name, every name gives its value back.
template <typename Enum, typename Parse>
void check_names(std::initializer_list<std::string_view> names, Parse parse) {
  int number = 0;
  for (const std::string_view name : names) {
    CAPTURE(name);
    const auto value = static_cast<Enum>(number++);
    CHECK(to_string(value) == name);
    CHECK(parse(name) == value);
  }
}

}  // namespace

TEST_CASE("stage: names and values belong together") {
  check_names<Stage>({"early", "mid", "late"}, parse_stage);
  check_names<Standing>({"column-fodder", "backup", "contender", "first-choice", "unclear"},
                        parse_standing);
  check_names<Verdict>(
      {"column-fodder", "backup", "contender", "first-choice", "unclear", "no-project"},
      parse_verdict);
  check_names<Reads>({"adverse", "mixed", "favourable"}, parse_reads);
  check_names<MineSeverity>({"minor", "serious", "deadly"}, parse_severity);
  CHECK(to_string(Grade::assumed) == "assumed");
  CHECK(to_string(Grade::reported) == "reported");
  CHECK(to_string(Grade::witnessed) == "witnessed");
}

TEST_CASE("stage: only the exact name is one") {
  for (const std::string_view name :
       {"", "Early", "early ", "middle", "first_choice", "no_project"}) {
    CAPTURE(name);
    CHECK_FALSE(parse_stage(name).has_value());
    CHECK_FALSE(parse_standing(name).has_value());
    CHECK_FALSE(parse_verdict(name).has_value());
    CHECK_FALSE(parse_reads(name).has_value());
    CHECK_FALSE(parse_severity(name).has_value());
  }
  CHECK_FALSE(parse_standing("no-project").has_value());
}

TEST_CASE("stage: worse comes before better") {
  CHECK(Standing::column_fodder < Standing::backup);
  CHECK(Standing::backup < Standing::contender);
  CHECK(Standing::contender < Standing::first_choice);
  CHECK(Stage::early < Stage::mid);
  CHECK(Stage::mid < Stage::late);
  CHECK(Grade::assumed < Grade::reported);
  CHECK(Grade::reported < Grade::witnessed);
}

TEST_CASE("stage: a verdict counts up like its standing") {
  for (const Standing standing : {Standing::column_fodder, Standing::backup, Standing::contender,
                                  Standing::first_choice, Standing::unclear}) {
    CHECK(to_string(standing) == to_string(static_cast<Verdict>(standing)));
  }
}

TEST_CASE("stage: a set holds what was added") {
  StageSet stages;
  CHECK(stages.empty());
  stages.add(Stage::mid);
  stages.add(Stage::mid);
  CHECK_FALSE(stages.empty());
  CHECK_FALSE(stages.has(Stage::early));
  CHECK(stages.has(Stage::mid));
  CHECK_FALSE(stages.has(Stage::late));
}

}  // namespace dealcheck

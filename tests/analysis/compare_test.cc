#include "analysis/compare.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

Finding finding(const std::string& rule, int points, const std::string& message,
                std::optional<std::size_t> record = std::nullopt) {
  Finding made;
  made.rule = rule;
  made.reads = points < 0 ? Reads::adverse : Reads::favourable;
  made.points = points;
  made.message = message;
  made.record = record;
  return made;
}

std::string in_short(const Comparison& comparison) {
  std::string text;
  for (const ReadingChange& one : comparison.changes) {
    text += (text.empty() ? "" : " ") + one.rule + ":" + (one.before != nullptr ? "b" : "") +
            (one.after != nullptr ? "a" : "") + std::to_string(one.points);
  }
  return text;
}

TEST_CASE("compare: what came, went and changed, the largest move first") {
  Assessment before;
  before.questions = {finding("q", -3, "bad")};
  before.findings = {finding("gone", -1, "x"), finding("same", -2, "y")};
  Assessment after;
  after.questions = {finding("q", 3, "good")};
  after.findings = {finding("same", -2, "y"), finding("come", 2, "z")};
  CHECK(in_short(compare(before, after)) == "q:ba6 come:a2 gone:b1");
  CHECK(in_short(compare(before, before)).empty());
}

TEST_CASE("compare: a rule over entries is compared entry by entry") {
  Assessment before;
  before.findings = {finding("r", -1, "first", 0), finding("r", 0, "second", 1)};
  Assessment after;
  after.findings = {finding("r", -1, "second", 1)};
  CHECK(in_short(compare(before, after)) == "r:b1 r:ba-1");
}

TEST_CASE("compare: mines by cause and person") {
  MineView mine;
  mine.cause = "reach";
  mine.contact = 1;
  MineView other = mine;
  other.contact = 2;
  Assessment before;
  before.mines = {mine};
  Assessment after;
  after.mines = {other};
  const Comparison comparison = compare(before, after);
  REQUIRE(comparison.gone.size() == 1);
  REQUIRE(comparison.come.size() == 1);
  CHECK(comparison.gone[0]->contact == 1);
  CHECK(comparison.come[0]->contact == 2);
}

}  // namespace
}  // namespace dealcheck

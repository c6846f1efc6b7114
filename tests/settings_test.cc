#include "settings.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kHere = "/.dealcheck.yaml";

Settings load(const std::string& file) {
  Diagnostics diagnostics;
  auto settings = load_settings(file, diagnostics);
  REQUIRE_MESSAGE(settings, test::in_lines(diagnostics));
  return *settings;
}

TEST_CASE("settings: the nearest file, upwards") {
  const test::TemporaryFolder tree;
  tree.write(".dealcheck.yaml", "language: zh\n");
  tree.write("a/b/deal.yaml", "");
  CHECK(find_settings(tree.path() + "/a/b") == tree.path() + kHere);
  tree.write("a/.dealcheck.yaml", "language: en\n");
  CHECK(find_settings(tree.path() + "/a/b") == tree.path() + "/a" + kHere);
  CHECK(find_settings(tree.path() + "/a") == tree.path() + "/a" + kHere);
  CHECK(find_settings(tree.path()) == tree.path() + kHere);
}

TEST_CASE("settings: everything that can be set") {
  const test::TemporaryFolder tree;
  tree.write("a/.dealcheck.yaml",
             "rules: ../own\nlanguage: zh\nfail_on: backup\nthresholds: {stale_after: {mid: 45}}\n"
             "severity: {people.no-coach: off, late.top-person: deadly}\n"
             "paths: [{match: b/*, fail_on: unclear, severity: {people.no-coach: minor}}]\n");
  const Settings settings = load(tree.path() + "/a" + kHere);
  CHECK(settings.rules == tree.path() + "/own");
  CHECK(settings.language == Language::zh);
  CHECK(settings.stale_after[1] == 45);
  CHECK_FALSE(settings.stale_after[2]);
  REQUIRE(settings.severity.size() == 2);
  CHECK_FALSE(settings.severity[0].severity);
  CHECK(settings.severity[1].severity == MineSeverity::deadly);
  CHECK(matching_paths(settings, tree.path() + "/a/c.yaml").empty());
  const auto paths = matching_paths(settings, tree.path() + "/a/b/deep/c.yaml");
  REQUIRE(paths.size() == 1);
  CHECK(fail_on_for(settings, {}) == Verdict::backup);
  CHECK(fail_on_for(settings, paths) == Verdict::unclear);
}

TEST_CASE("settings: a rule set is tailored, and says so by its hash") {
  const test::TemporaryFolder tree;
  tree.write(".dealcheck.yaml", "language: zh\n");
  CHECK_FALSE(changes_rules(load(tree.path() + kHere), {}));
  tree.write(".dealcheck.yaml",
             "thresholds: {stale_after: {late: 7}}\nseverity: {late.top-person: off}\n");
  const Settings settings = load(tree.path() + kHere);
  CHECK(changes_rules(settings, {}));
  Diagnostics diagnostics;
  const auto own = tailor(test::rules(), settings, {}, diagnostics);
  REQUIRE(own);
  CHECK(own->hash != test::rules().hash);
  CHECK(own->policy.stale_after[2] == 7);
  CHECK(own->policy.stale_after[1] == test::rules().policy.stale_after[1]);
  for (const Rule& rule : own->rules) {
    if (rule.id != "late.top-person") continue;
    for (const Reading& reading : rule.readings) CHECK_FALSE(reading.mine);
  }
}

}  // namespace
}  // namespace dealcheck

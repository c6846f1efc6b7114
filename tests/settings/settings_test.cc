#include "settings/settings.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

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

bool nowhere(std::string_view /*rule*/) { return false; }

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
  REQUIRE(settings.overrides.size() == 2);
  REQUIRE(settings.overrides[0].severity);
  CHECK_FALSE(settings.overrides[0].severity->severity);
  CHECK(settings.overrides[1].severity->severity == MineSeverity::deadly);
  CHECK(matching_paths(settings, tree.path() + "/a/c.yaml").empty());
  const auto paths = matching_paths(settings, tree.path() + "/a/b/deep/c.yaml");
  REQUIRE(paths.size() == 1);
  CHECK(fail_on_for(settings, {}) == Verdict::backup);
  CHECK(fail_on_for(settings, paths) == Verdict::unclear);
}

TEST_CASE("settings: rule sets, with folders counted from the settings") {
  const test::TemporaryFolder tree;
  tree.write("a/.dealcheck.yaml",
             "pack: meddpicc\nextra_rules: [ours, ../theirs]\nalso: [./own, meddpicc]\n");
  const Settings settings = load(tree.path() + "/a" + kHere);
  CHECK(settings.pack->name == "meddpicc");
  CHECK(settings.extra_rules ==
        std::vector<std::string>{tree.path() + "/a/ours", tree.path() + "/theirs"});
  REQUIRE(settings.also.size() == 2);
  CHECK(settings.also[0].name == tree.path() + "/a/own");
  CHECK(settings.also[1].name == "meddpicc");
  CHECK(settings.also[1].at.column == 15);
  tree.write("a/.dealcheck.yaml", "extra_rules: ours\nalso: meddpicc\n");
  CHECK(load(tree.path() + "/a" + kHere).extra_rules.size() == 1);
  CHECK(load(tree.path() + "/a" + kHere).also.size() == 1);
}

TEST_CASE("settings: an override as it is written, the short form first") {
  const test::TemporaryFolder tree;
  tree.write(
      ".dealcheck.yaml",
      "overrides:\n  - {rule: late.top-person, reason: Board., severity: minor, points: "
      "{adverse: -1, 2: -2}, limits: {long_ago: 90}}\nseverity: {people.no-coach: off}\n"
      "paths: [{match: b/*, overrides: [{rule: people.no-user, off: yes, reason: Old.}]}]\n");
  const Settings settings = load(tree.path() + kHere);
  REQUIRE(settings.overrides.size() == 2);
  CHECK(settings.overrides[0].rule == "people.no-coach");
  CHECK(settings.overrides[0].reason.empty());
  const OverrideSpec& wish = settings.overrides[1];
  CHECK(wish.reason == "Board.");
  CHECK(wish.severity->severity == MineSeverity::minor);
  REQUIRE(wish.points.size() == 2);
  CHECK(wish.points[1].reading == "2");
  REQUIRE(wish.limits.size() == 1);
  CHECK(wish.limits[0].is == 90);
  CHECK(settings.paths[0].overrides[0].off);
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
  const auto own = tailor(test::rules(), settings, {}, nowhere, diagnostics);
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

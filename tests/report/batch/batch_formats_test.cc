#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "cli/command.h"
#include "report/batch/batch.h"
#include "report/deal/json_parts.h"
#include "support_report.h"

namespace dealcheck {
namespace {

using test::contains;

DealEntry judged(const std::string& path) {
  DealEntry deal;
  deal.path = path;
  deal.judged = true;
  deal.name = path;
  deal.stage = "late";
  deal.as_of = "2026-03-20";
  deal.verdict = "backup";
  deal.verdict_label = "BACKUP";
  deal.headline = "Slow it down.";
  return deal;
}

EntryRisk risk(const std::string& rule, const std::string& severity, const std::string& path = "") {
  EntryRisk one;
  one.rule = rule;
  one.severity = severity;
  one.label = "Label of " + rule;
  one.message = "Message of " + rule + ".";
  one.path = path;
  one.key = path;
  return one;
}

DealEntry broken(const std::string& path, const std::string& message) {
  DealEntry deal;
  deal.path = path;
  deal.diagnostics.push_back({"error", "deal.unknown-key", message, "", {}});
  return deal;
}

std::string render(std::string_view format, const BatchReport& report,
                   Language language = Language::en) {
  RenderOptions options;
  options.language = language;
  return find_batch_format(format)->render(report, test::report_words(), options);
}

Json sarif_run(const BatchReport& report) {
  return Json::parse(render("sarif", report))["runs"][0];
}

std::string fingerprint_of(const Json& result) {
  return result["partialFingerprints"]["primaryLocationLineHash"].get<std::string>();
}

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("batch formats: the command line takes every format that there is, and lines of JSON") {
  std::set<std::string_view> known{"jsonl"};
  for (const std::string_view name : batch_format_names()) known.insert(name);
  for (const Command& command : all_commands()) {
    if (command.name != "batch" && command.name != "merge") continue;
    CAPTURE(command.name);
    const auto format = std::find_if(command.options.begin(), command.options.end(),
                                     [](const auto& one) { return one.name == "--format"; });
    REQUIRE(format != command.options.end());
    std::set<std::string_view> choices;
    for (std::string_view rest = format->choices; !rest.empty();) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      choices.insert(rest.substr(0, bar));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    CHECK(choices == known);
  }
}

TEST_CASE("sarif: a rule tells its label, what it rests on and its place in the method") {
  DealEntry deal = judged("a.yaml");
  deal.risks = {risk("late.silence", "deadly")};
  deal.risks[0].why = "Silence is an answer.";
  deal.risks[0].source = "S1 late 4";
  deal.waived = {{"people.no-coach",
                  "known",
                  "No coach",
                  "Nobody guides us.",
                  "",
                  "",
                  "contacts",
                  "contacts",
                  {3, 1, 9}}};
  const Json run = sarif_run(make_report({deal}));
  const Json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 3);
  CHECK(rules[0]["id"] == "verdict");
  CHECK(rules[1]["shortDescription"]["text"] == "Label of late.silence");
  CHECK(rules[1]["help"]["text"] == "Silence is an answer.");
  CHECK(rules[1]["properties"]["source"] == "S1 late 4");
  CHECK(rules[2]["help"]["text"] == "No coach");
  const Json& waived = run["results"].back();
  CHECK(waived["message"]["text"] == "Nobody guides us.");
  CHECK(waived["suppressions"][0]["justification"] == "known");
  CHECK(waived["locations"][0]["physicalLocation"]["region"]["startLine"] == 3);
  CHECK(waived["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "contacts");
}

TEST_CASE("sarif: fingerprints go by file, rule and data path, and no two of them are alike") {
  DealEntry deal = judged("d/a.yaml");
  deal.risks = {risk("x", "deadly", "objections[0]"), risk("x", "deadly", "objections[1]"),
                risk("x", "minor", "objections[1]"), risk("y", "minor", "objections[0]")};
  const Json results = sarif_run(make_report({deal}))["results"];
  std::set<std::string> all;
  for (const Json& result : results) all.insert(fingerprint_of(result));
  CHECK(all.size() == results.size());

  deal.path = "./d/../d/a.yaml";
  deal.risks[0].region = {9, 9, 12};
  deal.risks[0].message = "Told otherwise.";
  const Json moved = sarif_run(make_report({deal}))["results"];
  for (std::size_t i = 0; i < results.size(); ++i) {
    CHECK(fingerprint_of(moved[i]) == fingerprint_of(results[i]));
  }
}

TEST_CASE("sarif: what a user wrote makes no link") {
  DealEntry deal = judged("deals/a.yaml");
  deal.risks = {risk("late.x", "serious")};
  deal.risks[0].message = "[click](http://evil.example) [1](2) a]b (c)";
  const Json results = sarif_run(make_report({deal}))["results"];
  CHECK(results[1]["message"]["text"] == "[click\\](http://evil.example) [1\\](2) a]b (c)");
}

TEST_CASE("sarif: at most 25,000 results, the most dangerous, and a word on the rest") {
  DealEntry deal = judged("a.yaml");
  for (int i = 0; i < 25'010; ++i) {
    deal.risks.push_back(risk("r" + std::to_string(i), i % 2 == 0 ? "minor" : "deadly"));
  }
  const Json run = sarif_run(make_report({deal}));
  CHECK(run["results"].size() == 25'000);
  CHECK(run["results"][0]["level"] == "error");
  CHECK(run["results"][12'504]["level"] == "error");
  CHECK(run["results"].back()["level"] == "note");
  const Json& told = run["invocations"][0]["toolExecutionNotifications"];
  REQUIRE(told.size() == 1);
  CHECK(told[0]["message"]["text"] == "11 more not shown");
}

TEST_CASE("sarif: paths become URIs, from where the run was started or from the root") {
  const auto uri = [](const std::string& path) {
    return sarif_run(make_report(
        {judged(path)}))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
  };
  CHECK(uri("./a b/客.yaml") == Json{{"uri", "a%20b/%E5%AE%A2.yaml"}, {"uriBaseId", "%SRCROOT%"}});
  CHECK(uri("c:d,%.yaml")["uri"] == "c%3Ad%2C%25.yaml");
  CHECK(uri("/deals/a.yaml") == Json{{"uri", "file:///deals/a.yaml"}});
}

TEST_CASE("sarif: what is wrong with a file has a place only as far as one is known") {
  DealEntry deal = broken("a.yaml", "wrong");
  deal.diagnostics[0].help = "write it right";
  deal.diagnostics[0].region = {3, 0, 0};
  deal.diagnostics.push_back({"error", "source.empty", "empty", "", {}});
  const Json told = sarif_run(make_report({deal}))["invocations"][0]["toolExecutionNotifications"];
  CHECK(told[0]["message"]["text"] == "wrong\nwrite it right");
  CHECK(told[0]["locations"][0]["physicalLocation"]["region"] == Json{{"startLine", 3}});
  CHECK_FALSE(told[1]["locations"][0]["physicalLocation"].contains("region"));
}

TEST_CASE("markdown: one deal is one, and a list has an end") {
  CHECK(contains(render("markdown", make_report({judged("a.yaml")})), "\n1 deal · "));
  std::vector<DealEntry> deals;
  deals.reserve(25);
  for (int i = 0; i < 25; ++i) deals.push_back(broken(std::to_string(i) + ".yaml", "wrong"));
  const std::string text = render("markdown", make_report(deals));
  CHECK(count_of(text, ": wrong\n") == 20);
  CHECK(contains(text, "\n5 more not shown\n"));
}

TEST_CASE("junit: what XML cannot hold comes out visible") {
  DealEntry deal = judged("a\x01\xff.yaml");
  deal.name = "n\xEF\xBF\xBE";
  deal.failed = true;
  deal.risks = {risk("r\x02", "deadly")};
  deal.waived = {{"w\x03", "reason\x04", "", "", "", "", "", "", {}}};
  const std::string text = render("junit", make_report({deal}));
  for (const char* visible : {"a\\x01\uFFFD.yaml", "n\\ufffe", "r\\x02", "w\\x03", "reason\\x04"}) {
    CAPTURE(visible);
    CHECK(contains(text, visible));
  }
  for (const char control : {'\x01', '\x02', '\x03', '\x04', '\xff'}) {
    CHECK(text.find(control) == std::string::npos);
  }
}

TEST_CASE("github: the worst of each kind first, and one notice for the rest") {
  std::vector<DealEntry> deals;
  for (int i = 0; i < 12; ++i) {
    deals.push_back(judged("a" + std::to_string(i) + ".yaml"));
    deals.back().risks = {risk("x", "minor"), risk("y", "deadly"), risk("z", "serious")};
  }
  const std::string text = render("github", make_report(deals));
  CHECK(count_of(text, "::error file=") == 10);
  CHECK(count_of(text, "::warning file=") == 10);
  CHECK(count_of(text, "::notice file=") == 9);
  CHECK(text.ends_with("\n::notice::7 more not shown\n"));
  CHECK(text.rfind("::error") < text.find("::warning"));
}

TEST_CASE("github: nothing of a user's leaves its line or its property") {
  DealEntry deal = broken("a:b,c%\n.yaml", "one\r\ntwo % three: four, five");
  CHECK(render("github", make_report({deal})) ==
        "::error file=a%3Ab%2Cc%25 .yaml,title=deal.unknown-key::one\\x0d two %25 three: four, "
        "five\n");
}

TEST_CASE("batch formats: both languages") {
  DealEntry deal = judged("a.yaml");
  deal.risks = {risk("x", "deadly")};
  deal.failed = true;
  const BatchReport report = make_report({deal, broken("b.yaml", "wrong")});
  CHECK(contains(render("markdown", report, Language::zh), "无法判断"));
  CHECK(contains(render("junit", report, Language::zh), "致命"));
  CHECK(contains(render("sarif", report, Language::zh), "结论"));
  CHECK(render("csv", report, Language::zh) == render("csv", report));
}

}  // namespace dealcheck

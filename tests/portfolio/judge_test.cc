#include "portfolio/judge.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "portfolio/entry.h"
#include "support.h"

namespace dealcheck {
namespace {

DealEntry judged_file(const std::string& text, std::size_t max_bytes = kDefaultMaxBytes,
                      Language language = Language::en) {
  const test::TemporaryFolder folder;
  folder.write("deal.yaml", text);
  const BatchJudging judging{{parse_date("2026-03-20"), {}, language}, max_bytes};
  Diagnostics diagnostics;
  DealEntry entry = judge_file(folder.path() + "/deal.yaml", test::rules(), judging, diagnostics);
  CHECK(entry.path == folder.path() + "/deal.yaml");
  CHECK(entry.diagnostics.size() == diagnostics.sorted().size());
  return entry;
}

/// Where the risk that the price was pressed rests, `4:18-22`, in a deal that says so like this.
std::string place_of_price(const std::string& line) {
  const DealEntry entry = judged_file("stage: late\n" + line + "\n");
  for (const EntryRisk& risk : entry.risks) {
    if (risk.rule != "late.price-pressed") continue;
    return std::to_string(risk.region.line) + ":" + std::to_string(risk.region.column) + "-" +
           std::to_string(risk.region.end_column);
  }
  return "none";
}

DealEntry with_verdict(const char* verdict, const char* fail_on) {
  DealEntry entry;
  entry.judged = true;
  entry.verdict = verdict;
  entry.fail_on = fail_on;
  return entry;
}

TEST_CASE("judge: a good file becomes an entry in the language asked for") {
  const std::string deal = "name: North\naccount: Acme\nstage: late\n";
  const DealEntry english = judged_file(deal);
  CHECK(english.judged);
  CHECK(english.name == "North");
  CHECK(english.account == "Acme");
  CHECK(english.stage == "late");
  CHECK(english.as_of == "2026-03-20");
  CHECK(english.language == "en");
  CHECK(english.diagnostics.empty());
  const DealEntry chinese = judged_file(deal, kDefaultMaxBytes, Language::zh);
  CHECK(chinese.language == "zh");
  CHECK(chinese.verdict == english.verdict);
  CHECK(chinese.verdict_label != english.verdict_label);
}

TEST_CASE("judge: a file with an error has nothing but what is wrong with it") {
  const DealEntry entry = judged_file("name: North\nstage: purple\n");
  CHECK_FALSE(entry.judged);
  CHECK(entry.name.empty());
  CHECK(entry.verdict.empty());
  CHECK(entry.risks.empty());
  REQUIRE(entry.diagnostics.size() == 1);
  const EntryDiagnostic& one = entry.diagnostics.front();
  CHECK(one.severity == "error");
  CHECK(one.id == "deal.unknown-value");
  CHECK(one.message == "'stage' does not take 'purple'");
  CHECK_FALSE(one.help.empty());
  CHECK(one.region.line == 2);
  CHECK(one.region.column == 8);
  CHECK(one.region.end_column == 9);
}

TEST_CASE("judge: what is wrong with the file as a whole has no place") {
  const DealEntry entry = judged_file("name: North\nstage: late\n", 10);
  CHECK_FALSE(entry.judged);
  REQUIRE(entry.diagnostics.size() == 1);
  CHECK(entry.diagnostics.front().id == "source.too-large");
  CHECK(entry.diagnostics.front().region.line == 0);
  CHECK(entry.diagnostics.front().region.end_column == 0);
}

TEST_CASE("judge: a warning stands beside the verdict") {
  const DealEntry entry =
      judged_file("stage: late\nobjections: [{topic: price, date: 2026-04-01}]\n");
  CHECK(entry.judged);
  REQUIRE(entry.diagnostics.size() == 1);
  CHECK(entry.diagnostics.front().severity == "warning");
}

TEST_CASE("entry: a risk points at exactly the token it rests on, counted in characters") {
  CHECK(place_of_price("behaviours: {price_pressed: once}") == "2:29-33");
  CHECK(place_of_price("behaviours: {price_pressed: \"once\"}  # late") == "2:29-35");
  CHECK(place_of_price("behaviours: {price_pressed: 'once' }") == "2:29-35");
  CHECK(place_of_price("behaviours:\n  price_pressed: once   # said Ann") == "3:18-22");
}

TEST_CASE("entry: a risk on a record ends with its bracket, whatever is quoted inside") {
  const auto end_of = [](const std::string& topic) {
    const DealEntry entry = judged_file("stage: late\nobjections: [{topic: " + topic +
                                        ", can_meet: no, date: 2026-03-12}]  # said Ann\n");
    REQUIRE(entry.risks.size() == 1);
    CHECK(entry.risks.front().region.column == 14);
    return entry.risks.front().region.end_column;
  };
  const std::uint32_t shortest = end_of("x");
  CHECK(shortest == 56);
  for (const std::string topic :
       {"it's theirs", "'it''s }'", "\"a } \\\" ]\"", "'a'", "客户的系统", "a \"b\" c'd"}) {
    CAPTURE(topic);
    const auto longer = static_cast<std::uint32_t>(code_points(topic).size()) - 1;
    CHECK(end_of(topic) == shortest + longer);
  }
}

TEST_CASE("entry: a deal fails from its limit on; one that could not be judged never does") {
  CHECK(fails(with_verdict("backup", "backup")));
  CHECK(fails(with_verdict("column-fodder", "unclear")));
  CHECK_FALSE(fails(with_verdict("contender", "backup")));
  CHECK_FALSE(fails(with_verdict("column-fodder", "")));
  DealEntry broken = with_verdict("", "first-choice");
  broken.judged = false;
  CHECK_FALSE(fails(broken));
  CHECK(badness(broken) > badness(with_verdict("column-fodder", "")));
}

TEST_CASE("entry: a deal without a name is called by its path") {
  DealEntry entry;
  entry.path = "deals/a.yaml";
  CHECK(entry_title(entry) == "deals/a.yaml");
  entry.name = "North";
  CHECK(entry_title(entry) == "North");
}

}  // namespace
}  // namespace dealcheck

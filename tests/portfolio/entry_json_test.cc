#include "portfolio/entry_json.h"

#include <doctest/doctest.h>

#include <string>

#include "portfolio/judge.h"
#include "report/batch/batch.h"
#include "support.h"

namespace dealcheck {
namespace {

DealEntry entry_of(const std::string& text) {
  Diagnostics diagnostics;
  const Opportunity deal = test::read_deal(text);
  const auto judged =
      assess(test::rules(), deal, {parse_date("2026-03-20"), {}, Language::en}, diagnostics);
  REQUIRE(judged);
  DealEntry entry = make_entry(*judged, *deal.document);
  entry.language = "en";
  return entry;
}

const char* const kDeal =
    "name: North\nstage: late\nbehaviours:\n  price_pressed: once\n"
    "objections:\n  - {topic: \"their, own\", can_meet: no, date: 2026-03-12}\n"
    "contacts: [{id: 王, name: 王总, roles: economic, met: none}]\n";

std::string region_of(const DealEntry& entry, const std::string& rule) {
  for (const EntryRisk& risk : entry.risks) {
    if (risk.rule != rule) continue;
    return std::to_string(risk.region.line) + ":" + std::to_string(risk.region.column) + "-" +
           std::to_string(risk.region.end_column);
  }
  return {};
}

TEST_CASE("entry: survives the way through a line") {
  const DealEntry entry = entry_of(kDeal);
  const std::string line = entry_line(entry);
  CHECK(line.ends_with("}\n"));
  CHECK(line.find('\n') == line.size() - 1);
  std::string reason;
  const auto read = parse_entry(line, reason);
  REQUIRE_MESSAGE(read, reason);
  CHECK(entry_line(*read) == line);
  CHECK(read->risks.size() == entry.risks.size());
}

TEST_CASE("entry: a line of another program, or of a later format, is refused") {
  std::string reason;
  CHECK_FALSE(parse_entry("{}", reason));
  CHECK(reason.find("format_version") != std::string::npos);
  CHECK_FALSE(parse_entry("{\"format_version\": \"2.0\"}", reason));
  CHECK(reason == "format_version 2.0");
  CHECK_FALSE(parse_entry("{\"format_version\": \"1.7\"}", reason));
  CHECK(reason.find("path") != std::string::npos);
  CHECK_FALSE(parse_entry("[1", reason));
}

TEST_CASE("entry: a risk's region is the token it rests on") {
  const DealEntry entry = entry_of(kDeal);
  CHECK(region_of(entry, "late.price-pressed") == "4:18-22");
  CHECK(region_of(entry, "people.payer-unmet") == "7:12-57");
}

TEST_CASE("report: what could not be judged and the worst come first") {
  const auto deal = [](const char* path, const char* verdict, int points) {
    DealEntry entry;
    entry.path = path;
    entry.judged = *verdict != '\0';
    entry.verdict = verdict;
    entry.points = points;
    return entry;
  };
  const BatchReport report =
      make_report({deal("a", "contender", 1), deal("b", "column-fodder", -3), deal("c", "", 0),
                   deal("d", "contender", -1), deal("e", "contender", 1), deal("f", "unclear", 0),
                   deal("g", "no-project", 9), deal("h", "first-choice", 2)});
  std::string order;
  for (const DealEntry& one : report.deals) order += one.path;
  CHECK(order == "cbgfdaeh");
}

}  // namespace
}  // namespace dealcheck

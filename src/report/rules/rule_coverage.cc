#include <algorithm>
#include <string>

#include "report/deal/json_parts.h"
#include "report/rules/rule_tests.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"
#include "rules/condition_print.h"

namespace dealcheck {

namespace {

constexpr std::string_view kCoverageVersion = "1.0";

class CoverageText {
 public:
  CoverageText(const Coverage& coverage, const Words& words, const RenderOptions& options)
      : coverage_(coverage),
        language_(options.language),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render(std::size_t tests) {
    section("readings", unreached());
    section("never_silent", never_silent());
    section("plays", unplayed());
    section("decisions", undecided());
    if (!sheet_.finish().empty()) sheet_.blank();
    const bool all = coverage_.reached == coverage_.readings;
    sheet_.line(
        0, {phrases_.say("rule_coverage.total", {{"percent", std::to_string(coverage_.percent())},
                                                 {"reached", std::to_string(coverage_.reached)},
                                                 {"readings", std::to_string(coverage_.readings)},
                                                 {"tests", std::to_string(tests)}}),
            all ? Style::strong_good : Style::strong_bad});
    return sheet_.finish();
  }

 private:
  void section(std::string_view name, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    if (!sheet_.finish().empty()) sheet_.blank();
    sheet_.line(0, {phrases_.label("rule_coverage.heading", name), Style::strong});
    sheet_.rows(rows);
  }

  [[nodiscard]] std::vector<Row> unreached() const {
    std::vector<Row> rows;
    for (const RuleCoverage& rule : coverage_.rules) {
      for (std::size_t i = 0; i < rule.reached.size(); ++i) {
        if (rule.reached[i]) continue;
        const Reading& reading = rule.rule->readings[i];
        const std::string told = phrases_.say(
            "explain.reading",
            {{"number", std::to_string(i + 1)},
             {"reading", phrases_.label("reads", to_string(reading.reads))},
             {"points", points_text(reading.points, reading.stages, [this](int points) {
                return phrases_.signed_number(points);
              })}});
        rows.push_back({.lead = {" "},
                        .label = {rule.rule->id},
                        .message = told,
                        .note = std::string(reading.says.in(language_))});
      }
    }
    return rows;
  }

  [[nodiscard]] std::vector<Row> never_silent() const {
    std::vector<Row> rows;
    for (const RuleCoverage& rule : coverage_.rules) {
      if (!rule.silent)
        rows.push_back({.lead = {" "},
                        .label = {rule.rule->id},
                        .message = std::string(rule.rule->label.in(language_))});
    }
    return rows;
  }

  [[nodiscard]] std::vector<Row> unplayed() const {
    std::vector<Row> rows;
    for (const Play* play : coverage_.unplayed) {
      rows.push_back(
          {.lead = {" "}, .label = {play->id}, .message = std::string(play->label.in(language_))});
    }
    return rows;
  }

  [[nodiscard]] std::vector<Row> undecided() const {
    std::vector<Row> rows;
    for (const DecisionCell& cell : coverage_.undecided) {
      rows.push_back({.lead = {" "},
                      .label = {phrases_.label(cell.stage)},
                      .message = phrases_.label(cell.standing),
                      .tail = {cell.decision}});
    }
    return rows;
  }

  const Coverage& coverage_;
  Language language_;
  Phrases phrases_;
  Sheet sheet_;
};

Json rule_json(const RuleCoverage& rule) {
  Json readings = Json::array();
  for (std::size_t i = 0; i < rule.reached.size(); ++i) {
    const Reading& reading = rule.rule->readings[i];
    readings.push_back({{"number", i + 1},
                        {"reads", to_string(reading.reads)},
                        {"points", points_json(reading)},
                        {"reached", rule.reached[i]}});
  }
  return {{"rule", rule.rule->id}, {"readings", std::move(readings)}, {"silent", rule.silent}};
}

}  // namespace

std::string render_coverage_text(const Coverage& coverage, std::size_t tests, const Words& words,
                                 const RenderOptions& options) {
  return CoverageText(coverage, words, options).render(tests);
}

std::string render_coverage_json(const Coverage& coverage, const RuleTestReport& report,
                                 const Words& words, Language language) {
  const auto play = [](const Play* one) { return Json(one->id); };
  const auto cell = [](const DecisionCell& one) {
    return Json{{"stage", to_string(one.stage)},
                {"standing", to_string(one.standing)},
                {"decision", one.decision}};
  };
  return dump({{"format_version", kCoverageVersion},
               {"summary",
                {{"tests", report.results.size()},
                 {"readings", coverage.readings},
                 {"reached", coverage.reached},
                 {"percent", coverage.percent()}}},
               {"rules", array_of(coverage.rules, rule_json)},
               {"plays_never_chosen", array_of(coverage.unplayed, play)},
               {"decisions_never_reached", array_of(coverage.undecided, cell)},
               {"diagnostics", diagnostics_json(&report.broken, words, language)}});
}

}  // namespace dealcheck

#include "report/rules/rule_tests.h"

#include <algorithm>

#include "base/text.h"
#include "report/deal/json_parts.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/junit.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kRuleTestsVersion = "1.0";
constexpr int kBesideEachOther = 40;  ///< cells of what was expected and what is, on one line

std::string place_of(const std::string& path, Location at) {
  return path + ":" + std::to_string(at.line);
}

/// The file that the statements of a test's deal stand in.
const std::string& deal_path(const RuleTestResult& result) { return result.test->deal.path(); }

std::size_t count_errors(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Diagnostic& one) {
    return one.severity == Severity::error;
  }));
}

/// What came out otherwise: `late.top-person points`, `verdict`.
std::string subject_of(const Mismatch& one) {
  return one.rule + (one.rule.empty() || one.field.empty() ? "" : " ") + one.field;
}

std::string expected_and_is(const Phrases& phrases, const Mismatch& one) {
  if (one.field.empty()) return phrases.say("rule_tests.only", {{"actual", one.actual}});
  return phrases.say("rule_tests.both", {{"expected", one.expected}, {"actual", one.actual}});
}

class TestsText {
 public:
  TestsText(const RuleTestReport& report, const Words& words, const RenderOptions& options)
      : report_(report),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render() {
    for (const RuleTestResult& result : report_.results) {
      if (!result.passed()) test(result);
    }
    summary();
    return sheet_.finish();
  }

 private:
  void test(const RuleTestResult& result) {
    sheet_.line(0, {phrases_.sign("✗ ") + result.test->name, Style::strong_bad},
                {place_of(result.test->path(), result.test->at), Style::faint});
    if (!result.assessment) {
      sheet_.paragraph(kPageIndent, {{phrases_.say("rule_tests.not_judged")}, Style::plain});
    }
    const auto& all = result.mismatches;
    for (auto from = all.begin(); from != all.end();) {
      const auto to = std::find_if(from, all.end(), [&](const Mismatch& one) {
        return one.rule != from->rule || one.says != from->says;
      });
      subject(result, {from, to});
      from = to;
    }
    sheet_.blank();
  }

  /// Everything that is wrong with one finding of a rule, and what made it.
  void subject(const RuleTestResult& result, const std::vector<Mismatch>& wrong) {
    const Mismatch& first = wrong.front();
    const std::string name = first.rule.empty() ? phrases_.say("rule_tests.deal") : first.rule;
    sheet_.line(kPageIndent, {name, Style::strong});
    std::vector<Row> rows;
    rows.reserve(wrong.size());
    for (const Mismatch& one : wrong) rows.push_back(row_of(*result.test, one));
    sheet_.rows(rows);
    if (first.says.empty()) return;
    sheet_.paragraph(2 * kPageIndent,
                     {{phrases_.say("rule_tests.says", {{"says", first.says}})}, Style::plain});
    evidence(result, first.evidence);
  }

  [[nodiscard]] Row row_of(const RuleTest& test, const Mismatch& one) const {
    Row row{.lead = {"  "}, .label = {one.field}};
    if (display_width(one.expected) + display_width(one.actual) <= kBesideEachOther) {
      row.message = expected_and_is(phrases_, one);
    } else {
      row.message = phrases_.say("rule_tests.expected", {{"expected", one.expected}});
      row.note = phrases_.say("rule_tests.actual", {{"actual", one.actual}});
    }
    row.tail = {phrases_.short_place(test.path(), one.at, sheet_.width() / 2)};
    return row;
  }

  void evidence(const RuleTestResult& result, const std::vector<Evidence>& evidence) {
    std::vector<Row> rows;
    rows.reserve(evidence.size());
    for (const Evidence& one : evidence) {
      rows.push_back(
          {.lead = {"   ·"},
           .label = {one.path},
           .message = one.value,
           .date = phrases_.day(one.date, result.test->as_of),
           .tail = {phrases_.short_place(deal_path(result), one.at, sheet_.width() / 2)}});
    }
    sheet_.rows(rows);
  }

  void summary() {
    const std::size_t failed = report_.failed();
    const std::size_t broken = count_errors(report_.broken);
    std::string text = phrases_.say(
        failed == 0 ? "rule_tests.passed" : "rule_tests.failed",
        {{"tests", std::to_string(report_.results.size())}, {"failed", std::to_string(failed)}});
    if (broken > 0) text += phrases_.say("rule_tests.broken", {{"count", std::to_string(broken)}});
    const bool good = failed == 0 && broken == 0;
    sheet_.line(0, {text, good ? Style::strong_good : Style::strong_bad});
  }

  const RuleTestReport& report_;
  Phrases phrases_;
  Sheet sheet_;
};

Json mismatch_json(const RuleTestResult& result, const Mismatch& one) {
  return {{"rule", text_or_null(one.rule)},
          {"field", text_or_null(one.field)},
          {"expected", one.field.empty() ? Json() : Json(one.expected)},
          {"actual", one.actual},
          {"line", one.at.line},
          {"column", one.at.column},
          {"says", text_or_null(one.says)},
          {"evidence", evidence_json(deal_path(result), one.evidence)}};
}

Json test_json(const RuleTestResult& result, const Words& words, Language language) {
  const auto mismatch = [&](const Mismatch& one) { return mismatch_json(result, one); };
  return {{"name", result.test->name},
          {"file", result.test->path()},
          {"line", result.test->at.line},
          {"rule", text_or_null(result.test->rule)},
          {"passed", result.passed()},
          {"mismatches", array_of(result.mismatches, mismatch)},
          {"diagnostics", diagnostics_json(&result.diagnostics, words, language)}};
}

JunitCase junit_case(const RuleTestResult& result, const Phrases& phrases) {
  JunitCase test{result.test->name, result.test->path(), std::nullopt, {}, {}};
  if (result.passed()) return test;
  JunitProblem failure{"mismatch", phrases.say("rule_tests.not_judged"), {}};
  if (!result.mismatches.empty()) {
    const Mismatch& first = result.mismatches.front();
    failure.message = subject_of(first) + ": " + expected_and_is(phrases, first);
  }
  for (const Mismatch& one : result.mismatches) {
    failure.lines.push_back(place_of(result.test->path(), one.at) + ": " + subject_of(one) + ": " +
                            expected_and_is(phrases, one));
    if (!one.says.empty()) failure.lines.push_back("  " + one.says);
  }
  test.failure = std::move(failure);
  return test;
}

}  // namespace

std::size_t RuleTestReport::failed() const {
  return static_cast<std::size_t>(std::count_if(
      results.begin(), results.end(), [](const RuleTestResult& one) { return !one.passed(); }));
}

std::string render_rule_tests_text(const RuleTestReport& report, const Words& words,
                                   const RenderOptions& options) {
  return TestsText(report, words, options).render();
}

std::string render_rule_tests_json(const RuleTestReport& report, const Words& words,
                                   Language language) {
  const auto test = [&](const RuleTestResult& one) { return test_json(one, words, language); };
  const std::size_t failed = report.failed();
  return dump({{"format_version", kRuleTestsVersion},
               {"summary",
                {{"tests", report.results.size()},
                 {"passed", report.results.size() - failed},
                 {"failed", failed},
                 {"errors", count_errors(report.broken)}}},
               {"tests", array_of(report.results, test)},
               {"rules", {{"version", report.rules_version}, {"hash", report.rules_hash}}},
               {"diagnostics", diagnostics_json(&report.broken, words, language)}});
}

std::string render_rule_tests_junit(const RuleTestReport& report, const Words& words,
                                    Language language) {
  const Phrases phrases(words, language);
  JunitSuite suite;
  for (const RuleTestResult& result : report.results) {
    suite.cases.push_back(junit_case(result, phrases));
  }
  for (const Diagnostic* one : report.broken.sorted()) {
    if (one->severity != Severity::error) continue;
    const std::string place = place_of(one->path, one->at);
    suite.cases.push_back({place,
                           one->path,
                           std::nullopt,
                           {{one->id,
                             diagnostic_message(*one, words, language),
                             {diagnostic_help(*one, words, language)}}},
                           {}});
  }
  return render_junit(suite);
}

}  // namespace dealcheck

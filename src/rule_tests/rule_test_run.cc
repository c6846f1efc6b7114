#include <algorithm>

#include "assess/assess.h"
#include "rule_tests/rule_test.h"
#include "rule_tests/rule_test_fields.h"
#include "rules/rulebook.h"

namespace dealcheck {

namespace {

class Comparison {
 public:
  Comparison(const RuleTest& test, const Assessment& deal) : test_(test), deal_(deal) {}

  std::vector<Mismatch> run();

 private:
  void compare_deal(const Expectation& expectation);
  void compare_rule(const Expectation& expectation);
  void compare_finding(const Expectation& expectation, std::size_t place, const Finding* finding);
  void compare_others();
  void add(const Expectation& expectation, const ExpectedField& field, std::string actual,
           const Finding* finding);
  [[nodiscard]] std::vector<const Finding*> findings_of(const std::string& rule) const;
  [[nodiscard]] bool is_expected(const std::string& rule) const;

  const RuleTest& test_;
  const Assessment& deal_;
  std::vector<Mismatch> mismatches_;
};

std::vector<const Finding*> Comparison::findings_of(const std::string& rule) const {
  std::vector<const Finding*> found;
  for (const auto* list : {&deal_.questions, &deal_.findings}) {
    for (const Finding& finding : *list) {
      if (finding.rule == rule) found.push_back(&finding);
    }
  }
  return found;
}

void Comparison::add(const Expectation& expectation, const ExpectedField& field, std::string actual,
                     const Finding* finding) {
  if (actual == field.value) return;
  Mismatch mismatch{expectation.rule, field.name, field.value, std::move(actual), field.at, {}, {}};
  if (finding != nullptr) {
    mismatch.says = finding->message;
    mismatch.evidence = test_.facts.empty() ? finding->evidence : test_.given;
  }
  mismatches_.push_back(std::move(mismatch));
}

void Comparison::compare_deal(const Expectation& expectation) {
  for (const ExpectedField& expected : expectation.findings.front()) {
    for (const DealField& field : deal_fields()) {
      if (field.name == expected.name) add(expectation, expected, field.actual(deal_), nullptr);
    }
  }
}

/// A rule that says nothing has one field: that it is silent.
void Comparison::compare_finding(const Expectation& expectation, std::size_t place,
                                 const Finding* finding) {
  for (const ExpectedField& expected : expectation.findings[place]) {
    if (finding == nullptr) {
      add(expectation, expected, std::string(kSilent), nullptr);
      continue;
    }
    for (const FindingField& field : finding_fields()) {
      if (field.name == expected.name) add(expectation, expected, field.actual(*finding), finding);
    }
  }
}

void Comparison::compare_rule(const Expectation& expectation) {
  const std::vector<const Finding*> found = findings_of(expectation.rule);
  for (std::size_t i = 0; i < expectation.findings.size(); ++i) {
    compare_finding(expectation, i, i < found.size() ? found[i] : nullptr);
  }
  if (!expectation.exhaustive) return;
  for (std::size_t i = expectation.findings.size(); i < found.size(); ++i) {
    add(expectation, {std::string(kReadsField), std::string(kSilent), expectation.at},
        finding_fields().front().actual(*found[i]), found[i]);
  }
}

bool Comparison::is_expected(const std::string& rule) const {
  return std::any_of(test_.expect.begin(), test_.expect.end(),
                     [&](const Expectation& one) { return one.rule == rule; });
}

void Comparison::compare_others() {
  for (const auto* list : {&deal_.questions, &deal_.findings}) {
    for (const Finding& finding : *list) {
      if (!finding.reads || is_expected(finding.rule)) continue;
      mismatches_.push_back({finding.rule, "", "", std::string(to_string(*finding.reads)), test_.at,
                             finding.message,
                             test_.facts.empty() ? finding.evidence : test_.given});
    }
  }
}

std::vector<Mismatch> Comparison::run() {
  for (const Expectation& expectation : test_.expect) {
    if (expectation.rule.empty()) {
      compare_deal(expectation);
    } else {
      compare_rule(expectation);
    }
  }
  if (test_.only) compare_others();
  return std::move(mismatches_);
}

}  // namespace

RuleTestResult run_rule_test(const Rulebook& rulebook, const RuleTest& test) {
  RuleTestResult result;
  result.test = &test;
  AssessOptions options{test.as_of, test.as_of, test.language};
  options.detail = Detail::verdict;
  options.stage = test.stage;
  options.given = test.facts;
  result.assessment = assess(rulebook, test.deal, options, result.diagnostics);
  if (result.assessment) result.mismatches = Comparison(test, *result.assessment).run();
  return result;
}

}  // namespace dealcheck

#include "rule_tests/rule_coverage.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "rule_tests/rule_test_fields.h"

namespace dealcheck {

namespace {

class CoverageCounter {
 public:
  CoverageCounter(const Rulebook& rulebook, const std::optional<OwnParts>& own)
      : rulebook_(rulebook), own_(own) {
    for (const Rule& rule : rulebook.rules) {
      if (own && !own->rules.contains(rule.id)) continue;
      places_[rule.id] = coverage_.rules.size();
      coverage_.rules.push_back({&rule, std::vector<bool>(rule.readings.size()), false});
    }
  }

  void add(const RuleTestResult& result);
  Coverage finish();

 private:
  static void add_rule(RuleCoverage& rule, const Assessment& deal);

  const Rulebook& rulebook_;
  const std::optional<OwnParts>& own_;
  Coverage coverage_;
  std::map<std::string_view, std::size_t> places_;
  std::set<std::string_view> played_;
  std::set<std::pair<Stage, Standing>> decided_;
};

void CoverageCounter::add_rule(RuleCoverage& rule, const Assessment& deal) {
  bool fires = false;
  for (const auto* list : {&deal.questions, &deal.findings}) {
    for (const Finding& finding : *list) {
      if (finding.rule != rule.rule->id || !finding.reading) continue;
      rule.reached[*finding.reading] = true;
      fires = true;
    }
  }
  if (!fires && rule.rule->stages.has(deal.stages.judged)) rule.silent = true;
}

void CoverageCounter::add(const RuleTestResult& result) {
  if (!result.assessment) return;
  const Assessment& deal = *result.assessment;
  for (const Expectation& expectation : result.test->expect) {
    const auto found = places_.find(expectation.rule);
    if (found != places_.end()) add_rule(coverage_.rules[found->second], deal);
  }
  for (const StepView& step : deal.next_steps) {
    const auto play = std::find_if(rulebook_.plays.begin(), rulebook_.plays.end(),
                                   [&](const Play& one) { return one.id == step.play; });
    if (play != rulebook_.plays.end()) played_.insert(play->id);
  }
  if (deal.verdict != Verdict::no_project) decided_.insert({deal.stages.judged, deal.standing});
}

Coverage CoverageCounter::finish() {
  for (const RuleCoverage& rule : coverage_.rules) {
    coverage_.readings += rule.reached.size();
    coverage_.reached +=
        static_cast<std::size_t>(std::count(rule.reached.begin(), rule.reached.end(), true));
  }
  for (const Play& play : rulebook_.plays) {
    const bool counts = !own_ || own_->plays.contains(play.id);
    if (counts && !played_.contains(play.id)) coverage_.unplayed.push_back(&play);
  }
  if (own_ && !own_->decisions) return std::move(coverage_);
  for (const Stage stage : kStages) {
    const auto& row = rulebook_.policy.decisions.at(static_cast<std::size_t>(stage));
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto standing = static_cast<Standing>(i);
      if (!decided_.contains({stage, standing})) {
        coverage_.undecided.push_back({stage, standing, row.at(i).id});
      }
    }
  }
  return std::move(coverage_);
}

}  // namespace

Coverage compute_coverage(const Rulebook& rulebook, const std::vector<RuleTestResult>& results,
                          const std::optional<OwnParts>& own) {
  CoverageCounter counter(rulebook, own);
  for (const RuleTestResult& result : results) counter.add(result);
  return counter.finish();
}

}  // namespace dealcheck

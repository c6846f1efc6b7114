#include "assess/overrides.h"

#include <algorithm>
#include <tuple>

#include "engine/facts.h"
#include "engine/verdict.h"
#include "rules/limit.h"

namespace dealcheck {

namespace {

/// What one rule came to, so that it can be held against what it came to by other rules.
struct Outcome {
  const Record* record = nullptr;
  std::ptrdiff_t reading = -1;  ///< -1: nothing decides
  int points = 0;
  std::optional<Standing> cap;
  std::optional<MineSeverity> severity;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

std::vector<Outcome> outcomes_of(const std::vector<RuleResult>& hits, const std::string& rule) {
  std::vector<Outcome> outcomes;
  for (const RuleResult& hit : hits) {
    if (hit.rule->id != rule) continue;
    Outcome& outcome = outcomes.emplace_back();
    outcome.record = hit.it.record;
    outcome.points = hit.points;
    outcome.cap = hit.cap;
    if (hit.reading == nullptr) continue;
    outcome.reading = hit.reading - hit.rule->readings.data();
    if (hit.reading->mine) outcome.severity = hit.reading->mine->severity;
  }
  return outcomes;
}

std::vector<RuleResult> hits_by(const Rulebook& rulebook, Facts& facts) {
  std::vector<RuleResult> hits;
  rule_on(rulebook, facts, hits);
  const std::vector<RuleResult> last = evaluate(rulebook, facts, true);
  hits.insert(hits.end(), last.begin(), last.end());
  return hits;
}

std::string tell_change(const OverrideChange& change, const Words& words, Language language) {
  const auto say = [&](const char* id, const Arguments& arguments) {
    return words.say(id, language, arguments);
  };
  switch (change.what) {
    case OverrideChange::What::off:
      return say("judging.override.off", {});
    case OverrideChange::What::severity:
      return say("judging.override.severity",
                 {{"before", std::string(words.say("judging.severity." + change.before, language))},
                  {"after", std::string(words.say("judging.severity." + change.after, language))}});
    case OverrideChange::What::points:
      return say("judging.override.points",
                 {{"number", change.name}, {"before", change.before}, {"after", change.after}});
    case OverrideChange::What::limit:
      break;
  }
  return say("judging.override.limit",
             {{"name", change.name},
              {"before", limit_text(change.before, change.unit, words, language)},
              {"after", limit_text(change.after, change.unit, words, language)}});
}

}  // namespace

std::vector<std::string> tell_changes(const Override& one, const Words& words, Language language) {
  std::vector<std::string> told;
  told.reserve(one.changes.size());
  for (const OverrideChange& change : one.changes) {
    told.push_back(tell_change(change, words, language));
  }
  return told;
}

std::vector<OverrideView> tell_overrides(const Rulebook& rulebook, const Opportunity& opportunity,
                                         const Basis& basis, std::span<const GivenFact> given,
                                         const std::vector<RuleResult>& hits, Language language) {
  std::vector<OverrideView> views;
  if (rulebook.plain == nullptr) return views;
  Facts facts(*rulebook.plain, opportunity, basis.as_of, basis.stage, given);
  const std::vector<RuleResult> before = hits_by(*rulebook.plain, facts);
  for (const Override& one : rulebook.overrides) {
    const bool acted = outcomes_of(before, one.rule) != outcomes_of(hits, one.rule);
    views.push_back({one.rule, tell_changes(one, rulebook.words, language), one.changes, one.reason,
                     one.file, one.at, acted});
  }
  return views;
}

}  // namespace dealcheck

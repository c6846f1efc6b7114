// Puts every condition of a rule beside what the deal says, and finds the fewest leaves that would
// have to come out differently: of "all" every open part, of "any" the cheapest, of "not" the
// reverse.

#include "analysis/explain.h"

#include <algorithm>
#include <tuple>

#include "engine/evaluate.h"
#include "rules/condition_print.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostPlaces = 3;

using Changes = std::vector<LeafChange>;

/// Explains one rule on one record.
class Explainer {
 public:
  Explainer(const AssessContext& context, const Rule& rule, RecordRef it)
      : context_(context), rule_(rule), it_(it) {}

  [[nodiscard]] ExplainedCase explain() const;

 private:
  [[nodiscard]] ExplainedCondition condition(const Condition& condition,
                                             EvidencePolicy trust) const;
  void leaf(const Condition& leaf, EvidencePolicy trust, ExplainedCondition& explained) const;
  void tell_values(const std::vector<Observation>& values, SubjectType type,
                   ExplainedCondition& explained) const;
  [[nodiscard]] Gap gap_of(const Condition& leaf, EvidencePolicy trust) const;
  [[nodiscard]] ExplainedReading reading(const Reading& reading) const;

  [[nodiscard]] Changes to_hold(const Condition& condition, EvidencePolicy trust) const;
  [[nodiscard]] Changes to_fail(const Condition& condition, EvidencePolicy trust) const;
  [[nodiscard]] Changes to_fire(const Reading& reading) const;
  [[nodiscard]] Changes change(const ExplainedCase& told) const;
  [[nodiscard]] LeafChange leaf_change(const Condition& leaf, bool to_hold) const;
  [[nodiscard]] Tri test(const Condition& condition, EvidencePolicy trust) const {
    return context_.facts().test(condition, trust, it_);
  }

  const AssessContext& context_;
  const Rule& rule_;
  RecordRef it_;
};

// ---- what the deal says ----

void Explainer::tell_values(const std::vector<Observation>& values, SubjectType type,
                            ExplainedCondition& explained) const {
  std::vector<std::string> told;
  for (const Observation& one : values) {
    std::string value =
        context_.facts().print_value(one.value, type.type, type.set, context_.language());
    if (std::find(told.begin(), told.end(), value) == told.end()) told.push_back(std::move(value));
    const bool placed = one.trace.record != nullptr || one.trace.statement != nullptr;
    if (!placed || explained.evidence.size() == kMostPlaces) continue;
    explained.evidence.push_back(context_.evidence(one.trace));
  }
  explained.actual = context_.joined(told);
}

/// Why a leaf has no value, or why the one it has does not count.
Gap Explainer::gap_of(const Condition& leaf, EvidencePolicy trust) const {
  const Facts& facts = context_.facts();
  const bool has_value = !facts.observations(leaf.subject, EvidencePolicy::against_us, it_).empty();
  if (has_value && facts.observations(leaf.subject, trust, it_).empty()) {
    const bool checked = !facts.observations(leaf.subject, EvidencePolicy::checked, it_).empty();
    return checked ? Gap::stale : Gap::only_assumed;
  }
  if (has_value) return Gap::none;
  Facts::Silence silence;
  facts.explain_unknown(leaf, it_, silence);
  if (silence.contradicted) return Gap::contradicted;
  if (silence.not_known) return Gap::not_known;
  return silence.earlier ? Gap::earlier_stage : Gap::not_asked;
}

void Explainer::leaf(const Condition& leaf, EvidencePolicy trust,
                     ExplainedCondition& explained) const {
  const Rulebook& book = context_.rulebook();
  const SubjectType type = subject_type(book, leaf.subject, rule_.each);
  explained.fact = subject_name(book, leaf.subject, rule_.each);
  explained.wanted = matcher_text(book, leaf.matcher, type);
  tell_values(context_.facts().observations(leaf.subject, EvidencePolicy::against_us, it_), type,
              explained);
  explained.gap = gap_of(leaf, trust);
}

ExplainedCondition Explainer::condition(const Condition& condition, EvidencePolicy trust) const {
  ExplainedCondition explained;
  explained.op = condition.op;
  explained.at_least = condition.at_least;
  explained.truth = test(condition, trust);
  if (condition.op == Condition::Op::leaf) leaf(condition, trust, explained);
  const EvidencePolicy inner = condition.op == Condition::Op::negation ? flipped(trust) : trust;
  for (const Condition& part : condition.parts) {
    explained.parts.push_back(this->condition(part, inner));
  }
  return explained;
}

ExplainedReading Explainer::reading(const Reading& reading) const {
  const EvidencePolicy trust = trust_of(reading);
  ExplainedReading explained;
  explained.reads = reading.reads;
  explained.points = reading.points_in(context_.facts().stage());
  explained.of_stage = reading.stages.has(context_.facts().stage());
  explained.when = condition(reading.when, trust);
  if (reading.unless) explained.unless = condition(*reading.unless, flipped(trust));
  const bool excluded = explained.unless && explained.unless->truth == Tri::yes;
  explained.fires = explained.of_stage && explained.when.truth == Tri::yes && !excluded;
  explained.says = context_.say(reading.says, reading.slots, it_);
  return explained;
}

// ---- the smallest change ----

LeafChange Explainer::leaf_change(const Condition& leaf, bool to_hold) const {
  const Rulebook& book = context_.rulebook();
  return {subject_name(book, leaf.subject, rule_.each),
          matcher_text(book, leaf.matcher, subject_type(book, leaf.subject, rule_.each)), to_hold};
}

void append(Changes& all, Changes some) {
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

/// The `count` cheapest together; among equals those that come first.
Changes cheapest(std::vector<Changes> ways, std::size_t count) {
  std::stable_sort(ways.begin(), ways.end(),
                   [](const Changes& a, const Changes& b) { return a.size() < b.size(); });
  Changes all;
  for (std::size_t i = 0; i < std::min(count, ways.size()); ++i) append(all, std::move(ways[i]));
  return all;
}

Changes Explainer::to_hold(const Condition& condition, EvidencePolicy trust) const {
  if (test(condition, trust) == Tri::yes) return {};
  if (condition.op == Condition::Op::leaf) return {leaf_change(condition, true)};
  if (condition.op == Condition::Op::negation) {
    return to_fail(condition.parts.front(), flipped(trust));
  }
  std::vector<Changes> ways;
  for (const Condition& part : condition.parts) ways.push_back(to_hold(part, trust));
  const std::size_t needed = condition.op == Condition::Op::all   ? ways.size()
                             : condition.op == Condition::Op::any ? 1
                                                                  : condition.at_least;
  return cheapest(std::move(ways), needed);
}

Changes Explainer::to_fail(const Condition& condition, EvidencePolicy trust) const {
  if (test(condition, trust) == Tri::no) return {};
  if (condition.op == Condition::Op::leaf) return {leaf_change(condition, false)};
  if (condition.op == Condition::Op::negation) {
    return to_hold(condition.parts.front(), flipped(trust));
  }
  std::vector<Changes> ways;
  for (const Condition& part : condition.parts) ways.push_back(to_fail(part, trust));
  const std::size_t needed = condition.op == Condition::Op::any ? ways.size()
                             : condition.op == Condition::Op::all
                                 ? 1
                                 : ways.size() + 1 - condition.at_least;
  return cheapest(std::move(ways), needed);
}

Changes Explainer::to_fire(const Reading& reading) const {
  const EvidencePolicy trust = trust_of(reading);
  Changes changes = to_hold(reading.when, trust);
  if (reading.unless && test(*reading.unless, flipped(trust)) == Tri::yes) {
    append(changes, to_fail(*reading.unless, flipped(trust)));
  }
  return changes;
}

Changes Explainer::change(const ExplainedCase& told) const {
  if (told.fires) {
    const Reading& reading = rule_.readings[*told.fires];
    return to_fail(reading.when, trust_of(reading));
  }
  std::vector<Changes> ways;
  for (const Reading& reading : rule_.readings) {
    if (reading.stages.has(context_.facts().stage())) ways.push_back(to_fire(reading));
  }
  return cheapest(std::move(ways), 1);
}

ExplainedCase Explainer::explain() const {
  ExplainedCase told;
  if (it_.record != nullptr) told.about = context_.describe(*it_.record, it_.section);
  for (std::size_t i = 0; i < rule_.readings.size(); ++i) {
    ExplainedReading explained = reading(rule_.readings[i]);
    explained.preempted = explained.fires && told.fires.has_value();
    explained.fires = explained.fires && !told.fires;
    if (explained.fires) told.fires = i;
    told.readings.push_back(std::move(explained));
  }
  told.change = change(told);
  return told;
}

}  // namespace

RuleExplanation explain(const AssessContext& context, const Rule& rule) {
  const Language language = context.language();
  RuleExplanation told;
  told.rule = rule.id;
  told.label = rule.label.in(language);
  told.asks = rule.asks.in(language);
  told.ask = rule.ask.in(language);
  told.why = rule.why.in(language);
  told.source = rule.source;
  told.of_stage = rule.stages.has(context.facts().stage());
  if (rule.each) {
    for (const Record& record : context.opportunity().sections[*rule.each].records) {
      told.cases.push_back(Explainer(context, rule, {*rule.each, &record}).explain());
    }
  } else {
    told.cases.push_back(Explainer(context, rule, {}).explain());
  }
  std::stable_sort(told.cases.begin(), told.cases.end(),
                   [](const ExplainedCase& a, const ExplainedCase& b) {
                     const auto rank = [](const ExplainedCase& one) {
                       return std::make_tuple(!one.fires.has_value(), one.change.size());
                     };
                     return rank(a) < rank(b);
                   });
  return told;
}

}  // namespace dealcheck

// The pipeline from a deal that was read to everything there is to say about it: facts, hits,
// ruling, then the words.

#include "assess/assess.h"

#include <algorithm>
#include <cstdlib>

#include "assess/assess_context.h"
#include "assess/because.h"
#include "assess/checks.h"
#include "assess/contacts.h"
#include "assess/later.h"
#include "assess/mines.h"
#include "assess/not_weighed.h"
#include "assess/open_questions.h"
#include "assess/overrides.h"
#include "assess/plan.h"
#include "assess/review.h"
#include "assess/rivals.h"
#include "assess/steps.h"
#include "assess/timeline.h"
#include "assess/waivers.h"
#include "engine/evaluate.h"
#include "engine/facts.h"
#include "engine/verdict.h"

namespace dealcheck {

namespace {

/// A rival, or what the customer does and says, puts somebody else ahead; our own faults and a
/// project that waits do not.
bool puts_rival_ahead(const Finding& finding) {
  return finding.mine && finding.points < 0 &&
         (finding.mine->kind == kRivalMine ||
          (finding.tells == Behind::ahead && finding.mine->kind == kSignalMine));
}

class Assessor {
 public:
  Assessor(const Rulebook& rulebook, const Opportunity& opportunity, const AssessOptions& options,
           const Basis& basis, Waivers& waivers)
      : rulebook_(rulebook),
        basis_(basis),
        opportunity_(opportunity),
        language_(options.language),
        detail_(options.detail),
        given_(options.given),
        waivers_(waivers),
        facts_(rulebook, opportunity, basis.as_of, basis.stage, options.given),
        context_(rulebook, opportunity, facts_, options.language, options.detail == Detail::entry) {
  }

  Assessment run();

 private:
  void tell_deal();
  void tell_rules();
  void tell_ruling(const VerdictResult& ruling, const std::vector<RuleResult>& hits);
  void tell_project();
  void tell_decision(const VerdictResult& ruling);
  void let_stop_lead();
  void tell_findings(const std::vector<RuleResult>& hits);
  void sort_findings();
  void tell_flips(const std::vector<RuleResult>& hits);
  void tell_threat();
  void tell_rival_ahead();
  [[nodiscard]] double coverage() const;

  [[nodiscard]] Finding make_finding(const RuleResult& hit);
  [[nodiscard]] bool is_past(const RuleResult& hit) const;
  [[nodiscard]] FlipChange make_change(const Substitution& turn, const RuleResult& hit) const;

  const Rulebook& rulebook_;
  const Basis& basis_;
  const Opportunity& opportunity_;
  Language language_;
  Detail detail_;
  std::span<const GivenFact> given_;
  Waivers& waivers_;
  Facts facts_;
  AssessContext context_;
  Assessment result_;
};

// ---- findings ----

Finding Assessor::make_finding(const RuleResult& hit) {
  Finding finding;
  finding.rule = hit.rule->id;
  finding.label = hit.rule->label.in(language_);
  finding.topic = hit.rule->topic;
  finding.points = hit.points;
  if (hit.reading != nullptr) finding.tells = hit.reading->tells;
  finding.why = hit.rule->why.in(language_);
  finding.source = hit.rule->source;
  if (hit.reading == nullptr) {
    finding.gap = find_gap(facts_, *hit.rule);
    finding.message = hit.rule->ask.in(language_);
    return finding;
  }
  finding.waived = waivers_.reason_for(hit.rule->id);
  finding.reads = hit.reading->reads;
  finding.reading = static_cast<std::size_t>(hit.reading - hit.rule->readings.data());
  finding.message = context_.say(hit.reading->says, hit.reading->slots, hit.it);
  finding.mine = hit.reading->mine;
  if (finding.mine && finding.mine->about) {
    finding.contact = facts_.contact_of(*finding.mine->about, hit.it);
  }
  if (hit.it.record != nullptr) {
    finding.record = static_cast<std::size_t>(hit.it.record -
                                              opportunity_.sections[hit.it.section].records.data());
  }
  finding.cap = hit.cap;
  finding.lift = hit.lift;
  finding.not_started = hit.not_started;
  finding.lifted_by = context_.say(hit.reading->lifted_by, hit.reading->slots, hit.it);
  finding.evidence = context_.evidence(hit.reading->when, trust_of(*hit.reading), hit.it);
  return finding;
}

void Assessor::tell_findings(const std::vector<RuleResult>& hits) {
  for (const RuleResult& hit : hits) {
    auto& list = hit.rule->question ? result_.questions : result_.findings;
    list.push_back(make_finding(hit));
  }
}

/// Mines first, the most dangerous first; then the rest, worst first; the rule id settles what is
/// left.
void Assessor::sort_findings() {
  const auto danger = [](const Finding& finding) {
    return finding.mine ? 1 + static_cast<int>(finding.mine->severity) : 0;
  };
  std::stable_sort(result_.findings.begin(), result_.findings.end(),
                   [&](const Finding& a, const Finding& b) {
                     if (danger(a) != danger(b)) return danger(a) > danger(b);
                     if (a.points != b.points) return a.points < b.points;
                     return a.rule < b.rule;
                   });
}

/// Rank is not safety: a leader with a deadly mine stays a leader, with that mine in the headline.
void Assessor::tell_threat() {
  const bool ahead =
      result_.verdict == Verdict::first_choice || result_.verdict == Verdict::contender;
  if (!ahead) return;
  for (const auto* list : {&result_.questions, &result_.findings}) {
    for (const Finding& finding : *list) {
      const bool deadly = finding.mine && finding.mine->severity == MineSeverity::deadly;
      if (deadly && finding.waived.empty() && result_.threat.empty())
        result_.threat = finding.message;
    }
  }
}

/// Whether somebody else is ahead, or only nothing puts us there: no race is run without a project.
void Assessor::tell_rival_ahead() {
  const auto any = [](const std::vector<Finding>& list) {
    return std::any_of(list.begin(), list.end(), puts_rival_ahead);
  };
  if (result_.verdict == Verdict::no_project) return;
  const bool by_rival = any(result_.questions) || any(result_.findings);
  for (BehindView& view : result_.behind) {
    view.by_rival = by_rival && view.question == Behind::ahead;
  }
}

// ---- what would change it ----

/// How it began cannot un-happen, nor what somebody did for us. What was done against us is
/// different: a silence ends, an objection is met.
bool Assessor::is_past(const RuleResult& hit) const {
  if (hit.reading == nullptr || !hit.reading->lifted_by.empty()) return false;
  const auto traces = facts_.traces(hit.reading->when, trust_of(*hit.reading), hit.it);
  return std::any_of(traces.begin(), traces.end(), [&](const Origin& trace) {
    const Section& section = rulebook_.vocabulary.sections[trace.section];
    return section.past && (hit.points > 0 || section.shape == Shape::attributes);
  });
}

FlipChange Assessor::make_change(const Substitution& turn, const RuleResult& hit) const {
  FlipChange change;
  change.rule = hit.rule->id;
  change.label = hit.rule->label.in(language_);
  if (hit.reading != nullptr) change.from = hit.reading->reads;
  change.to = turn.to != nullptr ? turn.to->reads : Reads::mixed;
  change.points = turn.points;
  change.to_find_out = turn.to_find_out;
  if (turn.to != nullptr) {
    const bool helps = turn.points > 0;
    change.says = (helps ? hit.rule->would_help : hit.rule->would_hurt).in(language_);
  } else if (!hit.reading->lifted_by.empty()) {
    change.says = context_.say(hit.reading->lifted_by, hit.reading->slots, hit.it);
  } else {
    change.says = rulebook_.words.say(
        "judging.no-longer", language_,
        {{"message", context_.say(hit.reading->says, hit.reading->slots, hit.it)}});
  }
  return change;
}

void Assessor::tell_flips(const std::vector<RuleResult>& hits) {
  std::vector<bool> lasting;
  lasting.reserve(hits.size());
  for (const RuleResult& hit : hits) lasting.push_back(is_past(hit));
  for (const FlipSet& set : compute_flips(rulebook_.policy, facts_.stage(), hits, lasting)) {
    Flip flip{set.up, set.to, {}};
    for (const Substitution& turn : set.turns)
      flip.changes.push_back(make_change(turn, hits[turn.hit]));
    result_.flips.push_back(std::move(flip));
  }
}

// ---- the head ----

void Assessor::tell_deal() {
  result_.path = opportunity_.path();
  result_.name = context_.head_text("name");
  result_.account = context_.head_text("account");
  result_.owner = context_.head_text("owner");
  result_.as_of = facts_.as_of();
  result_.stages = {facts_.stage(), declared_stage(rulebook_.vocabulary, opportunity_),
                    milestone_stage(rulebook_.vocabulary, opportunity_, facts_.as_of()),
                    facts_.behaviour_stage()};
  const Record& record = opportunity_.sections[context_.deal()].records.front();
  result_.feeling = context_.choice_of(record, context_.deal(), "feeling");
  if (result_.feeling.empty()) return;
  const Section& section = rulebook_.vocabulary.sections[context_.deal()];
  const Key& key = section.keys[*section.names.find("feeling")];
  result_.feeling_label =
      facts_.print_value(context_.head("feeling")->value, key.type, key.set, language_);
}

void Assessor::tell_rules() {
  const Policy& policy = rulebook_.policy;
  result_.rules_version = policy.version;
  result_.rules_hash = rulebook_.hash;
  result_.rules_name = told_name(rulebook_);
  result_.rules_set = rulebook_.name;
  result_.rules_title = policy.title.in(language_);
  for (std::size_t i = 0; i < kStandingCount; ++i) {
    result_.standing_names.at(i) = policy.verdicts.at(i).name.in(language_);
  }
}

/// How much of the stage's questions rests on evidence: each counts by the best grade behind it.
double Assessor::coverage() const {
  if (result_.questions.empty()) return 0;
  double sum = 0;
  for (const Finding& question : result_.questions) {
    double best = 0;
    for (const Evidence& evidence : question.evidence) {
      best =
          std::max(best, rulebook_.policy.grade_weight[static_cast<std::size_t>(evidence.grade)]);
    }
    if (question.reads) sum += best;
  }
  return sum / static_cast<double>(result_.questions.size());
}

void Assessor::tell_project() {
  result_.project = "unknown";
  result_.project_label = rulebook_.words.say("judging.value.unknown", language_);
  for (const ProjectState& state : rulebook_.policy.project) {
    if (facts_.test(state.when, EvidencePolicy::checked) != Tri::yes) continue;
    result_.project = state.id;
    result_.project_label = state.label.in(language_);
    return;
  }
}

void Assessor::tell_decision(const VerdictResult& ruling) {
  const Policy& policy = rulebook_.policy;
  const Decision* decision = &policy.decisions[static_cast<std::size_t>(facts_.stage())]
                                              [static_cast<std::size_t>(ruling.standing)];
  if (ruling.verdict == Verdict::no_project) {
    const bool unwanted = facts_.test(policy.nurture_when, EvidencePolicy::checked) == Tri::yes;
    decision = unwanted ? &policy.nurture : &policy.not_started;
  }
  result_.decision = decision->id;
  result_.headline = decision->says.in(language_);
}

/// What follows from the decision in general must not speak against a main step that stops. A play
/// of that decision only puts it into practice.
void Assessor::let_stop_lead() {
  if (result_.next_steps.empty() || !result_.next_steps.front().stops) return;
  const StepView& main = result_.next_steps.front();
  const auto play = std::find_if(rulebook_.plays.begin(), rulebook_.plays.end(),
                                 [&](const Play& one) { return one.id == main.play; });
  if (play->decisions.empty()) result_.headline = main.label;
}

void Assessor::tell_ruling(const VerdictResult& ruling, const std::vector<RuleResult>& hits) {
  result_.verdict = ruling.verdict;
  result_.standing = ruling.standing;
  result_.points = ruling.points;
  result_.unknowing = ruling.unknowing;
  if (ruling.in_earnest) {
    result_.behind.push_back({Behind::earnest, *ruling.in_earnest, ruling.earnest});
  }
  if (ruling.we_are_ahead) {
    result_.behind.push_back({Behind::ahead, *ruling.we_are_ahead, ruling.ahead});
  }
  const VerdictWords& words = rulebook_.policy.verdicts[static_cast<std::size_t>(ruling.verdict)];
  result_.verdict_label = words.label.in(language_);
  result_.verdict_means = words.means.in(language_);
  const auto stage = static_cast<std::size_t>(facts_.stage());
  result_.bands = rulebook_.policy.bands[stage];
  result_.stale_after = rulebook_.policy.stale_after[stage];
  const RulingRange range = compute_range(rulebook_.policy, facts_.stage(), hits);
  result_.range = {range.worst.standing, range.best.standing, range.worst.points,
                   range.best.points};
}

Assessment Assessor::run() {
  std::vector<RuleResult> hits;
  const VerdictResult ruling = rule_on(rulebook_, facts_, hits);
  tell_deal();
  tell_rules();
  tell_ruling(ruling, hits);
  tell_project();
  tell_decision(ruling);
  std::vector<RuleResult> all = hits;
  const std::vector<RuleResult> last = evaluate(rulebook_, facts_, true);
  all.insert(all.end(), last.begin(), last.end());
  tell_findings(all);
  result_.overrides = tell_overrides(rulebook_, opportunity_, basis_, given_, all, language_);
  sort_findings();
  tell_threat();
  tell_rival_ahead();
  result_.because = tell_because(result_);
  result_.coverage = coverage();
  result_.contacts = tell_contacts(context_);
  if (detail_ != Detail::entry) result_.roles = tell_roles(context_, result_.contacts);
  result_.control = tell_control(context_);
  result_.review = tell_review(context_);
  result_.bullets = tell_bullets(context_);
  result_.mines = tell_mines(result_);
  result_.next_steps = tell_steps(context_, result_);
  let_stop_lead();
  number_answers(result_);
  if (detail_ != Detail::report) return std::move(result_);
  tell_flips(hits);
  result_.open_questions = tell_open_questions(context_, hits, result_.contacts);
  result_.ask_first = tell_ask_first(context_, result_);
  result_.rivals = tell_rivals(context_);
  result_.plan = tell_plan(context_, result_.findings);
  result_.timeline = tell_timeline(context_, result_);
  result_.stage_starts = tell_stage_starts(context_);
  tell_not_weighed(context_, result_);
  return std::move(result_);
}

/// As asked for, else the file's, else today.
Date day_of_judgement(const Vocabulary& vocabulary, const Opportunity& opportunity,
                      const AssessOptions& options) {
  if (options.as_of) return *options.as_of;
  return stated_day(vocabulary, opportunity).value_or(options.today);
}

/// A deal judged on a day to come is a slip of the pen; tomorrow is today further east.
void warn_of_slip(const Vocabulary& vocabulary, const Opportunity& opportunity,
                  const AssessOptions& options, Diagnostics& diagnostics) {
  const std::uint16_t head = *vocabulary.section_id("deal");
  const Statement* stated = opportunity.find(head, *vocabulary.sections[head].names.find("as_of"));
  const auto day = stated_day(vocabulary, opportunity);
  if (!day || !is_ahead(*day, options.today)) return;
  diagnostics.warning(opportunity.document->source, stated->at, "deal.far-ahead",
                      {{"date", iso_date(*day)}});
}

void warn_of_future(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of,
                    Diagnostics& diagnostics) {
  for_each_later(vocabulary, opportunity, as_of, [&](Date date, Location at) {
    diagnostics.warning(opportunity.document->source, at, "deal.after-judgement",
                        {{"date", iso_date(date)}, {"as_of", iso_date(as_of)}});
  });
}

}  // namespace

std::optional<Date> stated_day(const Vocabulary& vocabulary, const Opportunity& opportunity) {
  const std::uint16_t head = *vocabulary.section_id("deal");
  const Statement* stated = opportunity.find(head, *vocabulary.sections[head].names.find("as_of"));
  if (stated == nullptr || stated->value.kind != Value::Kind::date) return std::nullopt;
  return stated->value.date;
}

std::optional<Basis> basis_of(const Rulebook& rulebook, const Opportunity& opportunity,
                              const AssessOptions& options, Diagnostics& diagnostics) {
  const Date as_of = day_of_judgement(rulebook.vocabulary, opportunity, options);
  auto stage = options.stage;
  if (!stage) stage = declared_stage(rulebook.vocabulary, opportunity);
  if (!stage) stage = milestone_stage(rulebook.vocabulary, opportunity, as_of);
  if (stage) return Basis{as_of, *stage};
  const std::uint16_t milestones = *rulebook.vocabulary.section_id("milestones");
  diagnostics.error(opportunity.document->source, opportunity.sections[milestones].at,
                    "deal.no-stage-yet", {{"as_of", iso_date(as_of)}});
  return std::nullopt;
}

std::optional<Assessment> assess(const Rulebook& rulebook, const Opportunity& opportunity,
                                 const AssessOptions& options, Diagnostics& diagnostics) {
  warn_of_slip(rulebook.vocabulary, opportunity, options, diagnostics);
  warn_of_future(rulebook.vocabulary, opportunity,
                 day_of_judgement(rulebook.vocabulary, opportunity, options), diagnostics);
  const auto basis = basis_of(rulebook, opportunity, options, diagnostics);
  if (!basis) return std::nullopt;
  Waivers waivers(rulebook, opportunity, basis->as_of, options.elsewhere, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  Assessment assessment = Assessor(rulebook, opportunity, options, *basis, waivers).run();
  waivers.report_unused(diagnostics);
  return assessment;
}

std::optional<Assessment> assess_also(const Rulebook& rulebook,
                                      const std::vector<const Rulebook*>& also,
                                      const Opportunity& opportunity, const AssessOptions& options,
                                      Diagnostics& diagnostics) {
  auto main = assess(rulebook, opportunity, options, diagnostics);
  if (!main) return std::nullopt;
  for (const Rulebook* other : also) {
    auto beside = assess(*other, opportunity, options, diagnostics);
    if (beside) main->also.push_back(std::move(*beside));
  }
  return main;
}

}  // namespace dealcheck

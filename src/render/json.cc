#include <algorithm>
#include <cmath>

#include "json_parts.h"
#include "render.h"
#include "voice.h"

// The machine's report. Minor versions of the format only add keys.

namespace dealcheck {
namespace {

constexpr std::string_view kFormatVersion = "1.2";

Json range_json(const Range& range) {
  return {{"worst", to_string(range.worst)},
          {"best", to_string(range.best)},
          {"worst_points", range.worst_points},
          {"best_points", range.best_points}};
}

Json gauge_json(const std::vector<Finding>& questions) {
  const auto count = [&](std::optional<Reads> reads) {
    return std::count_if(questions.begin(), questions.end(),
                         [&](const Finding& question) { return question.reads == reads; });
  };
  return {{"favourable", count(Reads::favourable)},
          {"mixed", count(Reads::mixed)},
          {"adverse", count(Reads::adverse)},
          {"unknown", count(std::nullopt)}};
}

Json stages_json(const StageView& stages) {
  return {{"judged", to_string(stages.judged)},
          {"declared", name_or_null(stages.declared)},
          {"milestones", name_or_null(stages.milestones)},
          {"behaviour", name_or_null(stages.behaviour)}};
}

Json change_json(const FlipChange& change) {
  return {{"rule", change.rule},
          {"label", change.label},
          {"from", reading_of(change.from)},
          {"to", to_string(change.to)},
          {"points", change.points},
          {"says", change.says},
          {"to_find_out", change.to_find_out}};
}

Json flip_json(const Flip& flip) {
  return {{"direction", flip.up ? "up" : "down"},
          {"to", to_string(flip.to)},
          {"changes", array_of(flip.changes, change_json)}};
}

/// What another rule set says, without what is the same for all: people, rivals, the objective.
Json also_json(const Assessment& deal) {
  const auto finding = [&](const Finding& one) { return finding_json(deal, one); };
  return {{"verdict", to_string(deal.verdict)},
          {"verdict_label", deal.verdict_label},
          {"standing", to_string(deal.standing)},
          {"decision", deal.decision},
          {"headline", deal.headline},
          {"points", deal.points},
          {"range", range_json(deal.range)},
          {"coverage", std::round(deal.coverage * 100) / 100},
          {"gauge", gauge_json(deal.questions)},
          {"questions", array_of(deal.questions, finding)},
          {"findings", array_of(deal.findings, finding)},
          {"rules", rules_json(deal)}};
}

Json assessment_json(const Assessment& deal) {
  const auto finding = [&](const Finding& one) { return finding_json(deal, one); };
  return {{"format_version", kFormatVersion},
          {"deal", deal_json(deal)},
          {"verdict", to_string(deal.verdict)},
          {"standing", to_string(deal.standing)},
          {"project", deal.project},
          {"decision", deal.decision},
          {"headline", deal.headline},
          {"threat", text_or_null(deal.threat)},
          {"points", deal.points},
          {"range", range_json(deal.range)},
          {"coverage", std::round(deal.coverage * 100) / 100},
          {"gauge", gauge_json(deal.questions)},
          {"stages", stages_json(deal.stages)},
          {"questions", array_of(deal.questions, finding)},
          {"findings", array_of(deal.findings, finding)},
          {"flips", array_of(deal.flips, flip_json)},
          {"open_questions", open_questions_json(deal)},
          {"mines", mines_json(deal)},
          {"bullets", bullets_json(deal)},
          {"next_steps", steps_json(deal)},
          {"plan", plan_json(deal)},
          {"contacts", contacts_json(deal)},
          {"roles", roles_json(deal)},
          {"control", control_json(deal)},
          {"rivals", rivals_json(deal)},
          {"also", array_of(deal.also, also_json)},
          {"rules", rules_json(deal)}};
}

Json outcome_json(const Outcome& outcome, const Words& words, Language language) {
  Json told = outcome.assessment != nullptr ? assessment_json(*outcome.assessment)
                                            : Json{{"format_version", kFormatVersion},
                                                   {"deal", {{"path", outcome.path}}},
                                                   {"error", true}};
  told["diagnostics"] = diagnostics_json(outcome.diagnostics, words, language);
  return told;
}

}  // namespace

std::string render_json(const std::vector<Outcome>& outcomes, const Words& words,
                        Language language) {
  const auto json = [&](const Outcome& one) { return outcome_json(one, words, language); };
  const Json told = outcomes.size() == 1 ? json(outcomes.front()) : array_of(outcomes, json);
  return dump(told);
}

}  // namespace dealcheck

#include <algorithm>
#include <cmath>

#include "report/deal/json_parts.h"
#include "report/shared/deal_words.h"
#include "report/shared/phrases.h"
#include "report/shared/render.h"

// The machine's report. Minor versions of the format only add keys.

namespace dealcheck {
namespace {

constexpr std::string_view kDealVersion = "1.4";

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

Json because_json(const ReasonView& reason) {
  return {
      {"rule", reason.rule}, {"message", reason.message}, {"quote", text_or_null(reason.quote)}};
}

/// yes, no, open of being in earnest; us, rival, open of being ahead.
std::string_view answer_name(const BehindView& view) {
  if (view.answer == Tri::unknown) return "open";
  const bool yes = view.answer == Tri::yes;
  if (view.question == Behind::ahead) return yes ? "us" : "rival";
  return yes ? "yes" : "no";
}

/// One of the questions behind the standing, with the rules that answer it; null where the rule set
/// does not ask it.
Json behind_json(const Assessment& deal, Behind question) {
  for (const BehindView& view : deal.behind) {
    if (view.question != question) continue;
    const auto rule_of = [](const Finding* finding) { return finding->rule; };
    return {{"answer", answer_name(view)},
            {"points", view.points},
            {"rules", array_of(telling(deal, question), rule_of)}};
  }
  return {};
}

Json not_weighed_json(const Assessment& deal) {
  Json list = Json::array();
  for (const NotWeighedView& one : deal.not_weighed) {
    Json told = evidence_json(deal.path, {one.evidence}).front();
    told["reason"] = to_string(one.reason);
    list.push_back(std::move(told));
  }
  return list;
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
  return {{"format_version", kDealVersion},
          {"deal", deal_json(deal)},
          {"verdict", to_string(deal.verdict)},
          {"standing", to_string(deal.standing)},
          {"project", deal.project},
          {"decision", deal.decision},
          {"headline", deal.headline},
          {"threat", text_or_null(deal.threat)},
          {"because", array_of(deal.because, because_json)},
          {"earnest", behind_json(deal, Behind::earnest)},
          {"ahead", behind_json(deal, Behind::ahead)},
          {"points", deal.points},
          {"not_knowing", deal.unknowing},
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
          {"weighed", deal.weighed},
          {"not_weighed", not_weighed_json(deal)},
          {"also", array_of(deal.also, also_json)},
          {"rules", rules_json(deal)}};
}

Json outcome_json(const Outcome& outcome, const Words& words, Language language) {
  Json told = outcome.assessment != nullptr ? assessment_json(*outcome.assessment)
                                            : Json{{"format_version", kDealVersion},
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

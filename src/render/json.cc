#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <tuple>

#include "render.h"
#include "voice.h"

// The machine's report. Names are canonical English and never translated; sentences are in the
// language of the assessment. Every key is always there: what there is none of is null or empty.
// Minor versions of the format only add keys.

namespace dealcheck {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormatVersion = "1.0";

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json date_or_null(std::optional<Date> date) { return date ? Json(iso_date(*date)) : Json(); }

template <typename Name>
Json name_or_null(std::optional<Name> name) {
  return name ? Json(to_string(*name)) : Json();
}

std::string_view reading_of(std::optional<Reads> reads) {
  return reads ? to_string(*reads) : "unknown";
}

template <typename Items, typename MakeJson>
Json array_of(const Items& items, const MakeJson& make_json) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(make_json(item));
  return array;
}

Json deal_json(const Assessment& deal) {
  return {{"name", text_or_null(deal.name)},        {"path", deal.path},
          {"account", text_or_null(deal.account)},  {"owner", text_or_null(deal.owner)},
          {"stage", to_string(deal.stages.judged)}, {"as_of", iso_date(deal.as_of)},
          {"feeling", text_or_null(deal.feeling)}};
}

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

Json evidence_json(const std::string& file, const std::vector<Evidence>& evidence) {
  return array_of(evidence, [&](const Evidence& one) {
    return Json{{"file", file},
                {"line", one.at.line},
                {"column", one.at.column},
                {"path", one.path},
                {"value", one.value},
                {"by", text_or_null(one.by)},
                {"date", date_or_null(one.date)},
                {"grade", to_string(one.grade)},
                {"note", text_or_null(one.note)},
                {"stale", one.stale}};
  });
}

Json mine_json(const std::optional<Mine>& mine) {
  if (!mine) return {};
  return {{"kind", mine->kind}, {"severity", to_string(mine->severity)}};
}

Json finding_json(const std::string& file, const Finding& finding) {
  return {{"id", finding.rule},
          {"label", finding.label},
          {"reading", reading_of(finding.reads)},
          {"gap", text_or_null(gap_name(finding.gap))},
          {"points", finding.points},
          {"message", finding.message},
          {"why", text_or_null(finding.why)},
          {"source", text_or_null(finding.source)},
          {"mine", mine_json(finding.mine)},
          {"cap", name_or_null(finding.cap)},
          {"lift", name_or_null(finding.lift)},
          {"lifted_by", text_or_null(finding.lifted_by)},
          {"not_started", finding.not_started},
          {"waived", text_or_null(finding.waived)},
          {"evidence", evidence_json(file, finding.evidence)}};
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

Json open_question_json(const OpenQuestion& open) {
  return {{"rule", open.rule},
          {"label", open.label},
          {"ask", open.ask},
          {"gap", text_or_null(gap_name(open.gap))},
          {"swing", open.swing}};
}

Json contact_json(const ContactView& contact) {
  return {{"id", contact.id},
          {"name", text_or_null(contact.name)},
          {"title", text_or_null(contact.title)},
          {"roles", contact.roles},
          {"influence", text_or_null(contact.influence)},
          {"support", contact.support ? Json(*contact.support) : Json()},
          {"sees_us", text_or_null(contact.sees_us)},
          {"stance", text_or_null(contact.stance)},
          {"reached", text_or_null(contact.reached)},
          {"last_met", date_or_null(contact.last_met)},
          {"line", contact.at.line},
          {"column", contact.at.column}};
}

Json assessment_json(const Assessment& deal) {
  const auto finding = [&](const Finding& one) { return finding_json(deal.path, one); };
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
          {"open_questions", array_of(deal.open_questions, open_question_json)},
          {"contacts", array_of(deal.contacts, contact_json)},
          {"rules", {{"version", deal.rules_version}, {"hash", deal.rules_hash}}}};
}

std::string_view severity_name(Severity severity) {
  static constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

Json diagnostics_json(const Diagnostics* diagnostics, const Words& words, Language language) {
  if (diagnostics == nullptr) return Json::array();
  const auto order_of = [](const Diagnostic& d) {
    return std::tie(d.path, d.at, d.id, d.arguments, d.severity);
  };
  std::vector<Diagnostic> sorted = diagnostics->all();
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) < order_of(b);
  });
  const auto repeats = std::unique(
      sorted.begin(), sorted.end(),
      [&](const Diagnostic& a, const Diagnostic& b) { return order_of(a) == order_of(b); });
  sorted.erase(repeats, sorted.end());
  return array_of(sorted, [&](const Diagnostic& one) {
    return Json{{"severity", severity_name(one.severity)},
                {"id", one.id},
                {"message", diagnostic_message(one, words, language)},
                {"help", text_or_null(diagnostic_help(one, words, language))},
                {"file", one.path},
                {"line", one.at.line},
                {"column", one.at.column}};
  });
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
  return told.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dealcheck

#include "report/deal/json_parts.h"

#include <array>

#include "report/shared/phrases.h"

namespace dealcheck {

namespace {

Json mine_json(const std::optional<Mine>& mine) {
  if (!mine) return {};
  return {{"kind", mine->kind}, {"severity", to_string(mine->severity)}};
}

std::string_view name_of(OverrideChange::What what) {
  static constexpr std::array<std::string_view, 4> kNames{"off", "severity", "points", "limit"};
  return kNames.at(static_cast<std::size_t>(what));
}

Json override_change_json(const OverrideChange& change) {
  return {{"what", name_of(change.what)},
          {"name", text_or_null(change.name)},
          {"before", text_or_null(change.before)},
          {"after", text_or_null(change.after)},
          {"unit", text_or_null(change.unit)}};
}

Json override_json(const OverrideView& one) {
  return {{"rule", one.rule},
          {"acted", one.acted},
          {"changes", array_of(one.changes, override_change_json)},
          {"told", one.told},
          {"reason", text_or_null(one.reason)},
          {"file", one.file},
          {"line", one.at.line}};
}

}  // namespace

Json points_json(const Reading& reading) {
  Json by_stage = Json::object();
  bool alike = true;
  for (const Stage stage : kStages) {
    if (!reading.stages.has(stage)) continue;
    by_stage[std::string(to_string(stage))] = reading.points_in(stage);
    alike = alike && by_stage.front() == by_stage.back();
  }
  return alike && !by_stage.empty() ? by_stage.front() : by_stage;
}

Json deal_json(const Assessment& deal) {
  return {{"name", text_or_null(deal.name)},        {"path", deal.path},
          {"account", text_or_null(deal.account)},  {"owner", text_or_null(deal.owner)},
          {"stage", to_string(deal.stages.judged)}, {"as_of", iso_date(deal.as_of)},
          {"feeling", text_or_null(deal.feeling)}};
}

Json rules_json(const Assessment& deal) {
  return {{"version", deal.rules_version},
          {"hash", deal.rules_hash},
          {"name", deal.rules_name},
          {"set", text_or_null(deal.rules_set)},
          {"title", text_or_null(deal.rules_title)},
          {"overrides", array_of(deal.overrides, override_json)}};
}

Json diagnostics_json(const Diagnostics* diagnostics, const Words& words, Language language) {
  if (diagnostics == nullptr) return Json::array();
  return array_of(diagnostics->sorted(), [&](const Diagnostic* one) {
    return Json{{"severity", to_string(one->severity)},
                {"id", one->id},
                {"message", diagnostic_message(*one, words, language)},
                {"help", text_or_null(diagnostic_help(*one, words, language))},
                {"file", one->path},
                {"line", one->at.line},
                {"column", one->at.column}};
  });
}

std::string_view reading_of(std::optional<Reads> reads) {
  return reads ? to_string(*reads) : "unknown";
}

std::string_view answer_of(Tri answer) {
  return answer == Tri::yes ? "yes" : answer == Tri::no ? "no" : "unknown";
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

Json finding_json(const Assessment& deal, const Finding& finding) {
  return {{"id", finding.rule},
          {"label", finding.label},
          {"topic", text_or_null(finding.topic)},
          {"reading", reading_of(finding.reads)},
          {"gap", text_or_null(gap_name(finding.gap))},
          {"points", finding.points},
          {"tells", to_string(finding.tells)},
          {"message", finding.message},
          {"why", text_or_null(finding.why)},
          {"source", text_or_null(finding.source)},
          {"mine", mine_json(finding.mine)},
          {"contact", contact_ref(deal, finding.contact)},
          {"cap", name_or_null(finding.cap)},
          {"lift", name_or_null(finding.lift)},
          {"lifted_by", text_or_null(finding.lifted_by)},
          {"not_started", finding.not_started},
          {"waived", text_or_null(finding.waived)},
          {"evidence", evidence_json(deal.path, finding.evidence)}};
}

Json contact_ref(const Assessment& deal, std::optional<std::size_t> contact) {
  if (!contact || *contact >= deal.contacts.size()) return {};
  const ContactView& view = deal.contacts[*contact];
  return {{"id", text_or_null(view.id)}, {"name", text_or_null(view.name)}};
}

Json contact_refs(const Assessment& deal, const std::vector<std::size_t>& contacts) {
  return array_of(contacts, [&](std::size_t contact) { return contact_ref(deal, contact); });
}

}  // namespace dealcheck

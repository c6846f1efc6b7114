#include "rule_tests/rule_test_fields.h"

#include <array>

#include "rules/load/rule_load.h"

namespace dealcheck {

namespace {

constexpr std::string_view kNone = "none";

std::vector<std::string> no_names(const Rulebook& /*rulebook*/) { return {}; }

template <typename Name, std::size_t kCount>
std::vector<std::string> names_of(const std::array<Name, kCount>& values) {
  std::vector<std::string> names;
  names.reserve(kCount);
  for (const Name value : values) names.emplace_back(to_string(value));
  return names;
}

std::vector<std::string> with_none(std::vector<std::string> names) {
  names.emplace_back(kNone);
  return names;
}

std::vector<std::string> readings(const Rulebook& /*rulebook*/) {
  auto names = names_of(std::array{Reads::adverse, Reads::mixed, Reads::favourable});
  names.emplace_back("unknown");
  names.emplace_back(kSilent);
  return names;
}

std::vector<std::string> standings(const Rulebook& /*rulebook*/) {
  return names_of(std::array{Standing::first_choice, Standing::contender, Standing::backup,
                             Standing::column_fodder, Standing::unclear});
}

std::vector<std::string> standings_or_none(const Rulebook& rulebook) {
  return with_none(standings(rulebook));
}

std::vector<std::string> severities(const Rulebook& /*rulebook*/) {
  return with_none(
      names_of(std::array{MineSeverity::minor, MineSeverity::serious, MineSeverity::deadly}));
}

std::vector<std::string> kinds(const Rulebook& /*rulebook*/) {
  return with_none({kMineKinds.begin(), kMineKinds.end()});
}

std::vector<std::string> answers(const Rulebook& /*rulebook*/) { return {"yes", "no"}; }

std::vector<std::string> gaps(const Rulebook& /*rulebook*/) {
  return with_none({kGapNames.begin() + 1, kGapNames.end()});
}

std::vector<std::string> verdicts(const Rulebook& /*rulebook*/) {
  return names_of(kVerdictsFromBest);
}

std::vector<std::string> decisions(const Rulebook& rulebook) {
  const Policy& policy = rulebook.policy;
  std::vector<std::string> names{policy.not_started.id, policy.nurture.id};
  for (const auto& row : policy.decisions) {
    for (const Decision& decision : row) names.push_back(decision.id);
  }
  return names;
}

std::vector<std::string> project_states(const Rulebook& rulebook) {
  std::vector<std::string> names{"unknown"};
  for (const ProjectState& state : rulebook.policy.project) names.push_back(state.id);
  return names;
}

std::vector<std::string> plays(const Rulebook& rulebook) {
  std::vector<std::string> names;
  for (const Play& play : rulebook.plays) names.push_back(play.id);
  return with_none(std::move(names));
}

std::string or_none(std::string_view name) { return std::string(name.empty() ? kNone : name); }

std::string standing_or_none(const std::optional<Standing>& standing) {
  return or_none(standing ? to_string(*standing) : std::string_view());
}

constexpr std::array<FindingField, 10> kFindingFields{{
    {kReadsField, FieldKind::name, readings,
     [](const Finding& one) {
       return std::string(one.reads ? to_string(*one.reads) : std::string_view("unknown"));
     }},
    {"points", FieldKind::whole, no_names,
     [](const Finding& one) { return std::to_string(one.points); }},
    {"says", FieldKind::text, no_names, [](const Finding& one) { return one.message; }},
    {"mine", FieldKind::name, severities,
     [](const Finding& one) {
       return or_none(one.mine ? to_string(one.mine->severity) : std::string_view());
     }},
    {"kind", FieldKind::name, kinds,
     [](const Finding& one) {
       return or_none(one.mine ? std::string_view(one.mine->kind) : std::string_view());
     }},
    {"cap", FieldKind::name, standings_or_none,
     [](const Finding& one) { return standing_or_none(one.cap); }},
    {"lift", FieldKind::name, standings_or_none,
     [](const Finding& one) { return standing_or_none(one.lift); }},
    {"lifted_by", FieldKind::text, no_names, [](const Finding& one) { return one.lifted_by; }},
    {"not_started", FieldKind::name, answers,
     [](const Finding& one) { return std::string(one.not_started ? "yes" : "no"); }},
    {"gap", FieldKind::name, gaps, [](const Finding& one) { return or_none(gap_name(one.gap)); }},
}};

constexpr std::array<DealField, 7> kDealFields{{
    {"verdict", FieldKind::name, verdicts,
     [](const Assessment& deal) { return std::string(to_string(deal.verdict)); }},
    {"standing", FieldKind::name, standings,
     [](const Assessment& deal) { return std::string(to_string(deal.standing)); }},
    {"decision", FieldKind::name, decisions, [](const Assessment& deal) { return deal.decision; }},
    {"points", FieldKind::whole, no_names,
     [](const Assessment& deal) { return std::to_string(deal.points); }},
    {"project", FieldKind::name, project_states,
     [](const Assessment& deal) { return deal.project; }},
    {"range", FieldKind::names, standings,
     [](const Assessment& deal) {
       return std::string(to_string(deal.range.worst)) + ", " +
              std::string(to_string(deal.range.best));
     }},
    {"next_steps", FieldKind::names, plays,
     [](const Assessment& deal) {
       std::string names;
       for (const StepView& step : deal.next_steps) {
         names += (names.empty() ? "" : ", ") + step.play;
       }
       return or_none(names);
     }},
}};

}  // namespace

std::span<const FindingField> finding_fields() { return kFindingFields; }

std::span<const DealField> deal_fields() { return kDealFields; }

}  // namespace dealcheck

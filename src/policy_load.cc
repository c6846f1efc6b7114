// Reads rules/verdict.yaml: bands, the decision table, and the words of the verdicts.

#include <algorithm>
#include <string>

#include "fields.h"
#include "rule_load.h"
#include "scalars.h"

namespace dealcheck {

namespace {

class PolicyReader {
 public:
  PolicyReader(const NameScope& scope, Diagnostics& diagnostics)
      : scope_(scope), diagnostics_(diagnostics) {}

  Policy read(Yaml root);

 private:
  void read_bands(MapReader& reader);
  void read_unclear(MapReader& reader);
  void read_grades(MapReader& reader);
  void read_verdicts(MapReader& reader);
  void read_project(MapReader& reader);
  void read_decisions(MapReader& reader);
  void read_macro(MapReader& reader);

  const NameScope& scope_;
  Diagnostics& diagnostics_;
  Policy policy_;
};

std::array<int, kStageCount> read_by_stage(MapReader& reader, std::string_view key) {
  std::array<int, kStageCount> values{};
  auto stages = reader.map(key);
  if (!stages) return values;
  for (std::size_t i = 0; i < kStageCount; ++i) {
    values.at(i) = stages->whole_or_zero(kStageNames.at(i));
  }
  return values;
}

Decision read_decision(MapReader& fields) {
  return {fields.text_or_empty("decision"), fields.bilingual("says")};
}

void PolicyReader::read_bands(MapReader& reader) {
  auto stages = reader.map("bands");
  if (!stages) return;
  for (std::size_t i = 0; i < kStageCount; ++i) {
    auto bands = stages->map(kStageNames.at(i));
    if (!bands) continue;
    auto& limits = policy_.bands.at(i);
    bool complete = true;
    for (std::size_t rank = 1; rank < kRankCount; ++rank) {
      const auto least = bands->whole(kRankNames.at(rank));
      complete = complete && least;
      limits.at(rank) = least.value_or(0);
    }
    if (complete && !std::is_sorted(limits.begin() + 1, limits.end())) {
      bands->error("rules.bands-cross");
    }
  }
}

void PolicyReader::read_unclear(MapReader& reader) {
  auto unclear = reader.map("unclear");
  if (!unclear) return;
  policy_.unclear_questions = unclear->whole_or_zero("questions");
  policy_.unclear_readings = unclear->whole_or_zero("readings");
}

void PolicyReader::read_grades(MapReader& reader) {
  auto grades = reader.map("grade_weight");
  if (!grades) return;
  for (std::size_t i = 0; i < kGradeNames.size(); ++i) {
    policy_.grade_weight.at(i) = grades->number_or_zero(kGradeNames.at(i));
  }
}

void PolicyReader::read_verdicts(MapReader& reader) {
  auto verdicts = reader.map("verdicts");
  if (!verdicts) return;
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    if (auto words = verdicts->map(kVerdictNames.at(i))) {
      policy_.verdicts.at(i) = {words->bilingual("label"), words->bilingual("means")};
    }
  }
}

void PolicyReader::read_project(MapReader& reader) {
  for (MapReader& fields : reader.maps("project")) {
    ProjectState state;
    state.id = fields.text_or_empty("state");
    state.label = fields.bilingual("label");
    if (const auto when = fields.take("when")) {
      state.when = read_condition(*when, scope_, diagnostics_);
    }
    policy_.project.push_back(std::move(state));
  }
}

void PolicyReader::read_decisions(MapReader& reader) {
  if (auto stages = reader.map("decisions")) {
    for (std::size_t i = 0; i < kStageCount; ++i) {
      auto cells = stages->map(kStageNames.at(i));
      if (!cells) continue;
      auto& row = policy_.decisions.at(i);
      for (std::size_t standing = 0; standing < row.size(); ++standing) {
        auto cell = cells->map(kStandingNames.at(standing));
        if (cell) row.at(standing) = read_decision(*cell);
      }
    }
  }
  if (auto fields = reader.map("not_started")) policy_.not_started = read_decision(*fields);
  if (auto fields = reader.map("nurture")) {
    policy_.nurture = read_decision(*fields);
    if (const auto when = fields->take("when")) {
      policy_.nurture_when = read_condition(*when, scope_, diagnostics_);
    }
  }
}

void PolicyReader::read_macro(MapReader& reader) {
  auto macro = reader.map("macro");
  if (!macro) return;
  policy_.macro.recognised = macro->whole_or_zero("recognised");
  policy_.macro.by_decider = macro->whole_or_zero("by_decider");
  if (auto limits = macro->map("bands")) {
    auto& least = policy_.macro.bands;
    for (std::size_t i = 0; i < least.size(); ++i) {
      least.at(i) = limits->whole_or_zero(kPositions.at(i));
    }
    if (!std::is_sorted(least.rbegin(), least.rend())) limits->error("rules.positions-cross");
  }
  if (auto status = macro->map("status")) {
    for (const YamlEntry& entry : status->others()) {
      const auto points = parse_number(entry.value.text());
      policy_.macro.status.emplace_back(entry.key.text(), static_cast<int>(points.value_or(0)));
    }
  }
}

Policy PolicyReader::read(Yaml root) {
  MapReader reader(root, kVerdictShape, diagnostics_);
  policy_.version = reader.text_or_empty("version");
  policy_.unknown_points = read_by_stage(reader, "unknown_points");
  policy_.stale_after = read_by_stage(reader, "stale_after");
  policy_.large_amount = reader.number_or_zero("large_amount");
  read_bands(reader);
  read_unclear(reader);
  read_grades(reader);
  read_verdicts(reader);
  read_project(reader);
  read_decisions(reader);
  read_macro(reader);
  return std::move(policy_);
}

}  // namespace

std::vector<std::string> read_decision_names(MapReader& reader, std::string_view key,
                                             const Policy& policy, Diagnostics& diagnostics) {
  std::vector<std::string_view> known{policy.not_started.id, policy.nurture.id};
  for (const auto& row : policy.decisions) {
    for (const Decision& decision : row) known.emplace_back(decision.id);
  }
  const auto node = reader.take(key);
  std::vector<std::string> names = reader.names(key);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    diagnostics.error(node->source(), node->at(), "rules.unknown-decision",
                      with_nearest({{"name", name}}, name, known));
  }
  return names;
}

Policy load_policy(Yaml root, const NameScope& scope, Diagnostics& diagnostics) {
  return PolicyReader(scope, diagnostics).read(root);
}

}  // namespace dealcheck

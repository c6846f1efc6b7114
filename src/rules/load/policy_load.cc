// Reads rules/verdict.yaml: bands, the decision table, and the words of the verdicts.

#include <algorithm>
#include <string>

#include "base/scalars.h"
#include "diagnostics/diagnostic.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class PolicyReader {
 public:
  PolicyReader(const NameScope& scope, Diagnostics& diagnostics, const Policy* base)
      : scope_(scope), diagnostics_(diagnostics), has_base_(base != nullptr) {
    if (base == nullptr) return;
    policy_ = *base;
    policy_.title = {};
    policy_.about = {};
  }

  Policy read(Yaml root);

 private:
  /// Of what a base stands behind, nothing is missed.
  [[nodiscard]] Completeness completeness() const {
    return has_base_ ? Completeness::partial : Completeness::whole;
  }
  void read_version(MapReader& reader);
  void read_bands(MapReader& reader);
  void read_unclear(MapReader& reader);
  static void read_answers(MapReader& reader, std::string_view key,
                           std::optional<Answers>& answers);
  void read_grades(MapReader& reader);
  void read_verdicts(MapReader& reader);
  void read_project(MapReader& reader);
  void read_decisions(MapReader& reader);
  void read_outside_the_race(MapReader& reader);
  void read_macro(MapReader& reader);

  const NameScope& scope_;
  Diagnostics& diagnostics_;
  bool has_base_;
  Policy policy_;
};

Decision read_decision(MapReader& fields) {
  return {fields.text_or_empty("decision"), fields.localized("says")};
}

void PolicyReader::read_bands(MapReader& reader) {
  for (auto& [stages, bands] : reader.maps_by_stage("bands")) {
    std::array<int, kRankCount> limits{};
    bool complete = true;
    for (std::size_t rank = 1; rank < kRankCount; ++rank) {
      const auto least = bands.whole(kRankNames.at(rank));
      complete = complete && least;
      limits.at(rank) = least.value_or(0);
    }
    if (complete && !std::is_sorted(limits.begin() + 1, limits.end())) {
      bands.error("rules.bands-cross");
    }
    for (const Stage stage : kStages) {
      if (stages.has(stage)) policy_.bands.at(static_cast<std::size_t>(stage)) = limits;
    }
  }
}

void PolicyReader::read_unclear(MapReader& reader) {
  auto unclear = reader.map("unclear");
  if (!unclear) return;
  policy_.unclear_questions = unclear->whole_or_zero("questions");
  policy_.unclear_readings = unclear->whole_or_zero("readings");
  policy_.unclear_weight = unclear->whole("weight");
  for (const std::string_view key : {"questions", "readings"}) {
    const bool missed = !unclear->has("weight") && !unclear->has(key);
    if (missed) unclear->error("rules.missing-key", {{"key", std::string(key)}});
  }
}

/// A rule set that does not ask one of the two questions behind the standing has no ends for it.
void PolicyReader::read_answers(MapReader& reader, std::string_view key,
                                std::optional<Answers>& answers) {
  auto ends = reader.map(key);
  if (!ends) return;
  answers = Answers{ends->whole_or_zero("no"), ends->whole_or_zero("yes")};
  if (answers->no >= answers->yes) ends->error("rules.answers-cross");
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
      policy_.verdicts.at(i) = {words->localized("label"), words->localized("name"),
                                words->localized("means")};
    }
  }
}

void PolicyReader::read_project(MapReader& reader) {
  if (reader.has("project")) policy_.project.clear();
  for (MapReader& fields : reader.maps("project")) {
    ProjectState state;
    state.id = fields.text_or_empty("state");
    state.label = fields.localized("label");
    if (const auto when = fields.take("when")) {
      state.when = read_condition(*when, scope_, diagnostics_);
    }
    policy_.project.push_back(std::move(state));
  }
}

void PolicyReader::read_decisions(MapReader& reader) {
  for (auto& [stages, cells] : reader.maps_by_stage("decisions")) {
    std::array<Decision, kStandingCount> row;
    for (std::size_t standing = 0; standing < row.size(); ++standing) {
      auto cell = cells.map(kStandingNames.at(standing));
      if (cell) row.at(standing) = read_decision(*cell);
    }
    for (const Stage stage : kStages) {
      if (stages.has(stage)) policy_.decisions.at(static_cast<std::size_t>(stage)) = row;
    }
  }
}

/// The decisions for a deal that has no project to stand in.
void PolicyReader::read_outside_the_race(MapReader& reader) {
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
  policy_.macro = {};
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

/// Never the one of the base: it would name other rules.
void PolicyReader::read_version(MapReader& reader) {
  policy_.version = reader.text_or_empty("version");
  const bool missed = has_base_ && reader.node().is_map() && !reader.has("version");
  if (missed) reader.error("rules.missing-key", {{"key", "version"}});
}

Policy PolicyReader::read(Yaml root) {
  MapReader reader(root, kVerdictShape, diagnostics_, completeness());
  policy_.title = reader.localized("title");
  policy_.about = reader.localized("about");
  read_version(reader);
  put(reader.whole_by_stage("unknown_points"), policy_.unknown_points);
  if (reader.has("unknown_most")) policy_.unknown_most = reader.whole_by_stage("unknown_most");
  read_answers(reader, "earnest", policy_.earnest);
  read_answers(reader, "ahead", policy_.ahead);
  put(reader.whole_by_stage("stale_after"), policy_.stale_after);
  policy_.large_amount = reader.number("large_amount").value_or(policy_.large_amount);
  read_bands(reader);
  read_unclear(reader);
  read_grades(reader);
  read_verdicts(reader);
  read_project(reader);
  read_decisions(reader);
  read_outside_the_race(reader);
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

Policy load_policy(Yaml root, const NameScope& scope, Diagnostics& diagnostics,
                   const Policy* base) {
  return PolicyReader(scope, diagnostics, base).read(root);
}

}  // namespace dealcheck

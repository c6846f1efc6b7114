// Reads rules/verdict.yaml: bands, the decision table, and the words of the verdicts.

#include <algorithm>
#include <string>

#include "fields.h"
#include "rule_load.h"

namespace dealcheck {

namespace {

class PolicyReader {
 public:
  PolicyReader(const NameScope& scope, Diagnostics& diagnostics)
      : scope_(scope), diagnostics_(diagnostics) {}

  Policy read(Yaml root);

 private:
  template <typename Read>
  void read_by_stage(MapReader& reader, std::string_view key, Read&& read);
  void read_bands(MapReader& reader);
  void read_unclear(MapReader& reader);
  void read_grades(MapReader& reader);
  void read_verdicts(MapReader& reader);
  void read_project(MapReader& reader);
  void read_decisions(MapReader& reader);
  Decision read_decision(Yaml node);
  void read_macro(MapReader& reader);

  const NameScope& scope_;
  Diagnostics& diagnostics_;
  Policy policy_;
};

template <typename Read>
void PolicyReader::read_by_stage(MapReader& reader, std::string_view key, Read&& read) {
  const auto node = reader.require(key);
  if (!node) return;
  MapReader stages(*node, diagnostics_);
  for (const Stage stage : kStages) read(stages, stage);
  stages.finish();
}

void PolicyReader::read_bands(MapReader& reader) {
  read_by_stage(reader, "bands", [this](MapReader& stages, Stage stage) {
    const auto node = stages.require(to_string(stage));
    if (!node) return;
    MapReader bands(*node, diagnostics_);
    auto& limits = policy_.bands[static_cast<std::size_t>(stage)];
    for (const Standing standing :
         {Standing::backup, Standing::contender, Standing::first_choice}) {
      limits[static_cast<std::size_t>(standing)] = bands.required_whole(to_string(standing));
    }
    bands.finish();
    if (!std::is_sorted(limits.begin() + 1, limits.end())) {
      bands.error(node->at(), "rules.bands-cross");
    }
  });
}

void PolicyReader::read_unclear(MapReader& reader) {
  const auto node = reader.require("unclear");
  if (!node) return;
  MapReader unclear(*node, diagnostics_);
  policy_.unclear_questions = unclear.required_whole("questions");
  policy_.unclear_readings = unclear.required_whole("readings");
  unclear.finish();
}

void PolicyReader::read_grades(MapReader& reader) {
  const auto node = reader.require("grade_weight");
  if (!node) return;
  MapReader grades(*node, diagnostics_);
  for (const Grade grade : {Grade::assumed, Grade::reported, Grade::witnessed}) {
    policy_.grade_weight[static_cast<std::size_t>(grade)] =
        grades.required_number(to_string(grade));
  }
  grades.finish();
}

void PolicyReader::read_verdicts(MapReader& reader) {
  const auto node = reader.require("verdicts");
  if (!node) return;
  MapReader verdicts(*node, diagnostics_);
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    const auto words = verdicts.require(to_string(static_cast<Verdict>(i)));
    if (!words) continue;
    MapReader fields(*words, diagnostics_);
    policy_.verdicts[i] = {fields.required_bilingual("label"), fields.required_bilingual("means")};
    fields.finish();
  }
  verdicts.finish();
}

void PolicyReader::read_project(MapReader& reader) {
  const auto node = reader.require("project");
  if (!node) return;
  for (const Yaml item : node->items()) {
    MapReader fields(item, diagnostics_);
    ProjectState state;
    state.id = fields.required_text("state");
    state.label = fields.required_bilingual("label");
    if (const auto when = fields.require("when")) {
      state.when = read_condition(*when, scope_, diagnostics_);
    }
    fields.finish();
    policy_.project.push_back(std::move(state));
  }
}

Decision PolicyReader::read_decision(Yaml node) {
  MapReader fields(node, diagnostics_);
  Decision decision{fields.required_text("decision"), fields.required_bilingual("says")};
  fields.finish();
  return decision;
}

void PolicyReader::read_decisions(MapReader& reader) {
  read_by_stage(reader, "decisions", [this](MapReader& stages, Stage stage) {
    const auto node = stages.require(to_string(stage));
    if (!node) return;
    MapReader cells(*node, diagnostics_);
    auto& row = policy_.decisions[static_cast<std::size_t>(stage)];
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto cell = cells.require(to_string(static_cast<Standing>(i)));
      if (cell) row[i] = read_decision(*cell);
    }
    cells.finish();
  });
  if (const auto node = reader.require("not_started")) policy_.not_started = read_decision(*node);
  if (const auto node = reader.require("nurture")) {
    MapReader fields(*node, diagnostics_);
    policy_.nurture = {fields.required_text("decision"), fields.required_bilingual("says")};
    if (const auto when = fields.require("when")) {
      policy_.nurture_when = read_condition(*when, scope_, diagnostics_);
    }
    fields.finish();
  }
}

void PolicyReader::read_macro(MapReader& reader) {
  const auto node = reader.require("macro");
  if (!node) return;
  MapReader macro(*node, diagnostics_);
  policy_.macro.recognised = macro.required_whole("recognised");
  policy_.macro.by_decider = macro.required_whole("by_decider");
  if (const auto bands = macro.require("bands")) {
    MapReader limits(*bands, diagnostics_);
    auto& least = policy_.macro.bands;
    for (std::size_t i = 0; i < least.size(); ++i) {
      least.at(i) = limits.required_whole(kPositions.at(i));
    }
    limits.finish();
    if (!std::is_sorted(least.rbegin(), least.rend())) {
      limits.error(bands->at(), "rules.positions-cross");
    }
  }
  if (const auto status = macro.require("status")) {
    MapReader points(*status, diagnostics_);
    for (const YamlEntry& entry : status->entries()) {
      const std::string name(entry.key.text());
      policy_.macro.status.emplace_back(name, points.required_whole(name));
    }
  }
  macro.finish();
}

Policy PolicyReader::read(Yaml root) {
  MapReader reader(root, diagnostics_);
  policy_.version = reader.required_text("version");
  read_by_stage(reader, "unknown_points", [this](MapReader& stages, Stage stage) {
    policy_.unknown_points[static_cast<std::size_t>(stage)] =
        stages.required_whole(to_string(stage));
  });
  read_by_stage(reader, "stale_after", [this](MapReader& stages, Stage stage) {
    policy_.stale_after[static_cast<std::size_t>(stage)] = stages.required_whole(to_string(stage));
  });
  policy_.large_amount = reader.required_number("large_amount");
  read_bands(reader);
  read_unclear(reader);
  read_grades(reader);
  read_verdicts(reader);
  read_project(reader);
  read_decisions(reader);
  read_macro(reader);
  reader.finish();
  return std::move(policy_);
}

}  // namespace

namespace {

std::vector<std::string> read_known(MapReader& reader, std::string_view key, const std::string& id,
                                    const std::vector<std::string_view>& known,
                                    Diagnostics& diagnostics) {
  const auto node = reader.take(key);
  if (!node) return {};
  std::vector<std::string> names = read_names(*node, diagnostics);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    diagnostics.error(node->source(), node->at(), id, with_nearest({{"name", name}}, name, known));
  }
  return names;
}

}  // namespace

std::vector<std::string> read_verdict_names(MapReader& reader, std::string_view key,
                                            Diagnostics& diagnostics) {
  return read_known(reader, key, "rules.unknown-verdict", verdict_names(), diagnostics);
}

std::vector<std::string> read_decision_names(MapReader& reader, std::string_view key,
                                             const Policy& policy, Diagnostics& diagnostics) {
  std::vector<std::string_view> known{policy.not_started.id, policy.nurture.id};
  for (const auto& row : policy.decisions) {
    for (const Decision& decision : row) known.emplace_back(decision.id);
  }
  return read_known(reader, key, "rules.unknown-decision", known, diagnostics);
}

Policy load_policy(Yaml root, const NameScope& scope, Diagnostics& diagnostics) {
  return PolicyReader(scope, diagnostics).read(root);
}

}  // namespace dealcheck

#include "base/stage.h"

#include <algorithm>

namespace dealcheck {

namespace {

template <typename Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::vector<std::string_view> verdict_names() {
  return {kVerdictNamesFromBest.begin(), kVerdictNamesFromBest.end()};
}

int badness(Verdict verdict) {
  const auto place = std::find(kVerdictsFromBest.begin(), kVerdictsFromBest.end(), verdict);
  return static_cast<int>(place - kVerdictsFromBest.begin());
}

std::string_view to_string(Stage stage) { return name_of(kStageNames, stage); }
std::string_view to_string(Standing standing) { return name_of(kStandingNames, standing); }
std::string_view to_string(Verdict verdict) { return name_of(kVerdictNames, verdict); }
std::string_view to_string(Reads reads) { return name_of(kReadsNames, reads); }
std::string_view to_string(MineSeverity severity) { return name_of(kSeverityNames, severity); }
std::string_view to_string(Grade grade) { return name_of(kGradeNames, grade); }

std::optional<Stage> parse_stage(std::string_view name) {
  return value_of<Stage>(kStageNames, name);
}
std::optional<Standing> parse_standing(std::string_view name) {
  return value_of<Standing>(kStandingNames, name);
}
std::optional<Verdict> parse_verdict(std::string_view name) {
  return value_of<Verdict>(kVerdictNames, name);
}
std::optional<Reads> parse_reads(std::string_view name) {
  return value_of<Reads>(kReadsNames, name);
}
std::optional<MineSeverity> parse_severity(std::string_view name) {
  return value_of<MineSeverity>(kSeverityNames, name);
}

}  // namespace dealcheck

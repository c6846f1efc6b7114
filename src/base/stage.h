#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dealcheck {

// The names are those of rule files, in the order of the values.

enum class Stage : std::uint8_t { early, mid, late };
inline constexpr std::size_t kStageCount = 3;
inline constexpr std::array<std::string_view, kStageCount> kStageNames{"early", "mid", "late"};
inline constexpr std::array<Stage, kStageCount> kStages{Stage::early, Stage::mid, Stage::late};

/// Rank with the customer (method 7), worst first, so that `<` means worse. `unclear` is no rank:
/// it stands apart and is never compared.
enum class Standing : std::uint8_t { column_fodder, backup, contender, first_choice, unclear };
inline constexpr std::array<std::string_view, 5> kStandingNames{
    "column-fodder", "backup", "contender", "first-choice", "unclear"};
inline constexpr std::size_t kRankCount = 4;  ///< standings without `unclear`
inline constexpr std::array<std::string_view, kRankCount> kRankNames{"column-fodder", "backup",
                                                                     "contender", "first-choice"};
inline constexpr std::size_t kStandingCount = 5;

/// The headline: the standing, or that there is no project to stand in.
enum class Verdict : std::uint8_t {
  column_fodder,
  backup,
  contender,
  first_choice,
  unclear,
  no_project
};
inline constexpr std::size_t kVerdictCount = 6;
inline constexpr std::array<std::string_view, kVerdictCount> kVerdictNames{
    "column-fodder", "backup", "contender", "first-choice", "unclear", "no-project"};
/// As `--fail-on` and lists of deals count: a deal without a project is as good as lost time, an
/// unclear one may still be anything.
inline constexpr std::array<Verdict, kVerdictCount> kVerdictsFromBest{
    Verdict::first_choice, Verdict::contender,  Verdict::unclear,
    Verdict::backup,       Verdict::no_project, Verdict::column_fodder};
/// Their names, in that order.
inline constexpr std::array<std::string_view, kVerdictCount> kVerdictNamesFromBest = [] {
  std::array<std::string_view, kVerdictCount> names{};
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    names[i] = kVerdictNames[static_cast<std::size_t>(kVerdictsFromBest[i])];
  }
  return names;
}();
[[nodiscard]] std::vector<std::string_view> verdict_names();
/// The place of a verdict among them, 0 for the best.
[[nodiscard]] int badness(Verdict verdict);

/// How a rule reads the facts.
enum class Reads : std::uint8_t { adverse, mixed, favourable };
inline constexpr std::array<std::string_view, 3> kReadsNames{"adverse", "mixed", "favourable"};

enum class MineSeverity : std::uint8_t { minor, serious, deadly };
inline constexpr std::array<std::string_view, 3> kSeverityNames{"minor", "serious", "deadly"};

/// How well a statement is known: the seller's own belief, told by somebody, seen or heard by us.
enum class Grade : std::uint8_t { assumed, reported, witnessed };
inline constexpr std::array<std::string_view, 3> kGradeNames{"assumed", "reported", "witnessed"};

[[nodiscard]] std::string_view to_string(Stage stage);        // early, mid, late
[[nodiscard]] std::string_view to_string(Standing standing);  // first-choice, …
[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::string_view to_string(Reads reads);
[[nodiscard]] std::string_view to_string(MineSeverity severity);
[[nodiscard]] std::string_view to_string(Grade grade);
[[nodiscard]] std::optional<Stage> parse_stage(std::string_view name);
[[nodiscard]] std::optional<Standing> parse_standing(std::string_view name);
[[nodiscard]] std::optional<Verdict> parse_verdict(std::string_view name);
[[nodiscard]] std::optional<Reads> parse_reads(std::string_view name);
[[nodiscard]] std::optional<MineSeverity> parse_severity(std::string_view name);

/// Which stages something holds for.
struct StageSet {
  std::array<bool, kStageCount> in{};
  [[nodiscard]] static StageSet all() { return {{true, true, true}}; }
  [[nodiscard]] bool has(Stage stage) const { return in[static_cast<std::size_t>(stage)]; }
  void add(Stage stage) { in[static_cast<std::size_t>(stage)] = true; }
  [[nodiscard]] bool empty() const { return !in[0] && !in[1] && !in[2]; }
  /// Those that both have.
  friend StageSet operator&(const StageSet& a, const StageSet& b) {
    return {{a.in[0] && b.in[0], a.in[1] && b.in[1], a.in[2] && b.in[2]}};
  }
};

}  // namespace dealcheck

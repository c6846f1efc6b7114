#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "assess/assessment.h"
#include "deal/opportunity.h"
#include "rules/rulebook.h"

namespace dealcheck {

class Diagnostics;

/// How much of a judgement is told. What is not told is empty in the Assessment.
enum class Detail : std::uint8_t {
  /// Everything.
  report,
  /// Without `flips`, `open_questions`, `rivals`, `plan`, `timeline` and `stage_starts`.
  verdict,
  /// What a list of many deals keeps of each (batch/entry.h): besides, without `roles` and the
  /// signs of a project. Of evidence only `at`, `path` and `grade`; of a person no `id`, title,
  /// mode, goals or tests of a coach; of checks only `id` and `passed`, but all of those that ask
  /// for a manager where they pass; of the next steps the main one.
  entry
};

/// What the caller decides about a judgement.
struct AssessOptions {
  std::optional<Date> as_of;  ///< the day of judgement; else the file's own, else `today`
  Date today;
  Language language = Language::en;
  Detail detail = Detail::report;
  /// Whether another rule set has a rule of that id, so that a waiver of it is none of nothing.
  std::function<bool(std::string_view rule)> elsewhere{};
  std::optional<Stage> stage{};  ///< the stage to judge as, whatever the file says; else its own
  /// Answers that hold instead of what the deal says; they outlive the judgement.
  std::span<const GivenFact> given{};
};

/// The day that a deal's own file says it is to be judged as of.
[[nodiscard]] std::optional<Date> stated_day(const Vocabulary& vocabulary,
                                             const Opportunity& opportunity);

/// When and as what a deal is judged.
struct Basis {
  Date as_of;
  Stage stage = Stage::early;
};

/// The day and the stage of judgement: the stage as declared, else as the milestones tell. Nothing,
/// with an error, when no stage can be told on that day.
[[nodiscard]] std::optional<Basis> basis_of(const Rulebook& rulebook,
                                            const Opportunity& opportunity,
                                            const AssessOptions& options, Diagnostics& diagnostics);

/// Judges one deal. Warns about statements dated after the day of judgement, which do not count,
/// and about waivers that waive nothing. Nothing, with an error, when no stage can be told on that
/// day or a waiver has no reason. The same deal, rules, day and
/// language give the same result.
[[nodiscard]] std::optional<Assessment> assess(const Rulebook& rulebook,
                                               const Opportunity& opportunity,
                                               const AssessOptions& options,
                                               Diagnostics& diagnostics);

/// The same by other rule sets, which share the vocabulary of the first: their assessments stand in
/// its `also` and change nothing in it.
[[nodiscard]] std::optional<Assessment> assess_also(const Rulebook& rulebook,
                                                    const std::vector<const Rulebook*>& also,
                                                    const Opportunity& opportunity,
                                                    const AssessOptions& options,
                                                    Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "../assessment.h"
#include "../opportunity.h"
#include "../rulebook.h"

namespace dealcheck {

class Diagnostics;

/// How much of a judgement is told.
enum class Detail : std::uint8_t {
  whole,      ///< everything
  judgement,  ///< without what only a report of one deal tells: open questions, what would change
              ///< the verdict, rivals, the user's plan, the timeline
  entry       ///< what a list of many deals keeps of each (batch/entry.h): of evidence only where
              ///< it stands and how well it is known, of people what decides the next step, of
              ///< checks how they came out, and the main step alone
};

/// What the caller decides about a judgement.
struct AssessOptions {
  std::optional<Date> as_of;  ///< the day of judgement; else the file's own, else `today`
  Date today;
  Language language = Language::en;
  Detail detail = Detail::whole;
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
struct Occasion {
  Date as_of;
  Stage stage = Stage::early;
};

/// The day and the stage of judgement: the stage as declared, else as the milestones tell. Nothing,
/// with an error, when no stage can be told on that day.
[[nodiscard]] std::optional<Occasion> occasion_of(const Rulebook& rulebook,
                                                  const Opportunity& opportunity,
                                                  const AssessOptions& options,
                                                  Diagnostics& diagnostics);

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

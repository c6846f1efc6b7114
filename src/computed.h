#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "condition.h"
#include "vocabulary.h"

namespace dealcheck {

/// One fact that code computes, for the deal or for a record. `set` names the choice set of a
/// choice.
struct ComputedFact {
  std::string_view name;
  Type type;
  std::string_view set;
  bool after_verdict;      ///< known only once the standing is
  std::string_view means;  ///< what it says and when it has no value
};

/// Facts about the whole deal. The place in the table is `Subject::id`.
enum class DealFact : std::uint16_t {
  stage,
  stage_declared,
  stage_milestones,
  stage_behaviour,
  stage_days,
  objective_evidenced,
  bullets_count,
  standing,
  mines_count
};
inline constexpr std::array<ComputedFact, 9> kDealFacts{{
    {"stage", Type::choice, "stage", false, "the stage that is judged"},
    {"stage.declared", Type::choice, "stage", false, "the stage the seller wrote"},
    {"stage.milestones", Type::choice, "stage", false,
     "the latest stage begun by a dated milestone"},
    {"stage.behaviour", Type::choice, "stage", false,
     "the stage most of the observed behaviour belongs to; no value on a tie"},
    {"stage.days", Type::number, "", false, "days since the stage began by its milestones"},
    {"objective.evidenced", Type::number, "", false,
     "how many of the five indicators of the objective are evidenced; no value when the file "
     "does not speak of the objective"},
    {"bullets.count", Type::number, "", false,
     "how many of our strengths pass all four tests; no value when the file names none"},
    {"standing", Type::choice, "standing", true, "the standing just found"},
    {"mines.count", Type::number, "", true, "how many findings are mines"},
}};

/// Facts about one record, behind its own keys. The place in the table plus kDerivedField is the
/// FieldId.
enum class RecordFact : std::uint16_t {
  age,
  working_age,
  current,
  grade,
  reached,
  unmet_days,
  stance,
  departed,
  newcomer,
  countered,
  named_role,
  unproven_result,
  unproven_win,
  acted,
  days,
  working_days,
  over,
  dated,
  overdue_days,
  answers_mine
};
struct ComputedField {
  std::string_view section;  ///< empty: any
  ComputedFact fact;
};
inline constexpr std::array<ComputedField, 20> kRecordFacts{{
    {"", {"age", Type::number, "", false, "days since its date"}},
    {"", {"working_age", Type::number, "", false, "working days since its date"}},
    {"", {"current", Type::choice, "answer", false, "it belongs to the stage that is judged"}},
    {"", {"grade", Type::choice, ".evidence", false, "witnessed, reported or assumed"}},
    {"contacts",
     {"reached", Type::choice, "answer", false, "we have been in touch with this person"}},
    {"contacts", {"unmet_days", Type::number, "", false, "days since the last contact"}},
    {"contacts", {"stance", Type::choice, "stance", false, "for, neutral, against or disputed"}},
    {"contacts", {"departed", Type::choice, "answer", false, "this person has left"}},
    {"contacts", {"newcomer", Type::choice, "answer", false, "new in the post and not met since"}},
    {"contacts",
     {"countered", Type::choice, "answer", false,
      "a supporter stands above, decides or is trusted"}},
    {"contacts",
     {"named_role", Type::choice, "answer", false, "at least one buying role is given"}},
    {"contacts",
     {"unproven_result", Type::choice, "answer", false,
      "a result this person wants is not first-hand; no value when none is given"}},
    {"contacts",
     {"unproven_win", Type::choice, "answer", false,
      "a win of this person is not first-hand; no value when none is given"}},
    {"contacts",
     {"acted", Type::choice, "answer", false, "the file shows an act of this person for us"}},
    {"silences", {"days", Type::number, "", false, "days of silence so far"}},
    {"silences", {"working_days", Type::number, "", false, "working days of silence so far"}},
    {"silences", {"over", Type::choice, "answer", false, "the silence has ended"}},
    {"silences", {"dated", Type::choice, "answer", false, "a date they gave has not passed yet"}},
    {"plan",
     {"overdue_days", Type::number, "", false, "days past its date, not done; else no value"}},
    {"plan",
     {"answers_mine", Type::choice, "answer", true,
      "what it answers is a mine of this deal, by rule, cause or kind"}},
}};

}  // namespace dealcheck

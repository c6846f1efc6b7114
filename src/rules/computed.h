#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "deal/vocabulary.h"
#include "rules/condition.h"

namespace dealcheck {

/// One fact that code computes, for the deal or for a record. `set` names the choice set of a
/// choice. What it says and when it has no value stands in rules/words/computed.yaml.
struct ComputedFact {
  std::string_view name;
  Type type;
  std::string_view set;
  bool after_verdict;  ///< known only once the standing is
};

/// Facts about the whole deal. The place in the table is `Subject::id`.
enum class DealFact : std::uint16_t {
  stage,
  stage_declared,
  stage_milestones,
  stage_behaviour,
  stage_days,
  contact_days,
  objective_evidenced,
  bullets_count,
  amount_large,
  standing,
  mines_count
};
inline constexpr std::array<ComputedFact, 11> kDealFacts{{
    {"stage", Type::choice, "stage", false},
    {"stage.declared", Type::choice, "stage", false},
    {"stage.milestones", Type::choice, "stage", false},
    {"stage.behaviour", Type::choice, "stage", false},
    {"stage.days", Type::number, "", false},
    {"contact.days", Type::number, "", false},
    {"objective.evidenced", Type::number, "", false},
    {"bullets.count", Type::number, "", false},
    {"amount.large", Type::choice, "answer", false},
    {"standing", Type::choice, "standing", true},
    {"mines.count", Type::number, "", true},
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
  closed,
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
inline constexpr std::array<ComputedField, 21> kRecordFacts{{
    {"", {"age", Type::number, "", false}},
    {"", {"working_age", Type::number, "", false}},
    {"", {"current", Type::choice, "answer", false}},
    {"", {"grade", Type::choice, ".evidence", false}},
    {"contacts", {"reached", Type::choice, "answer", false}},
    {"contacts", {"unmet_days", Type::number, "", false}},
    {"contacts", {"stance", Type::choice, "stance", false}},
    {"contacts", {"departed", Type::choice, "answer", false}},
    {"contacts", {"newcomer", Type::choice, "answer", false}},
    {"contacts", {"closed", Type::choice, "answer", false}},
    {"contacts", {"countered", Type::choice, "answer", false}},
    {"contacts", {"named_role", Type::choice, "answer", false}},
    {"contacts", {"unproven_result", Type::choice, "answer", false}},
    {"contacts", {"unproven_win", Type::choice, "answer", false}},
    {"contacts", {"acted", Type::choice, "answer", false}},
    {"silences", {"days", Type::number, "", false}},
    {"silences", {"working_days", Type::number, "", false}},
    {"silences", {"over", Type::choice, "answer", false}},
    {"silences", {"dated", Type::choice, "answer", false}},
    {"plan", {"overdue_days", Type::number, "", false}},
    {"plan", {"answers_mine", Type::choice, "answer", true}},
}};

/// The id of the text that says what a computed fact means; `section` is empty for any entry's,
/// `deal` for the whole deal's.
[[nodiscard]] inline std::string computed_means(std::string_view section, std::string_view name) {
  std::string id = "computed." + std::string(section) + (section.empty() ? "" : "-");
  for (const char c : name) id += c == '.' ? '-' : c;
  return id;
}

}  // namespace dealcheck

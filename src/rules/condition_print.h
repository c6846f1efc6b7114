#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/function_ref.h"
#include "rules/condition.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The name of what a condition looks at, as a rule writes it: `behaviours.questions`,
/// `people.payer_unmet.count`, `it.reached`. `record`: the section of the record at hand.
[[nodiscard]] std::string subject_name(const Rulebook& book, const Subject& subject,
                                       std::optional<std::uint16_t> record);

/// What the values of a subject are.
struct SubjectType {
  Type type = Type::text;
  std::uint16_t set = 0;  ///< of a choice
};
[[nodiscard]] SubjectType subject_type(const Rulebook& book, const Subject& subject,
                                       std::optional<std::uint16_t> record);

/// A matcher as a rule writes it: `few`, `[few, narrow]`, `{at_least: 2}`, `{not: few}`. Reading it
/// back gives the same matcher.
[[nodiscard]] std::string matcher_text(const Rulebook& book, const Matcher& matcher,
                                       SubjectType type);

/// The name of a type as the catalogue tells it: choice, number, amount, date, text, contact.
[[nodiscard]] std::string_view type_name(Type type);

/// `-3`; `early -1, mid -2, late -3` where they differ between the stages that count. `number`
/// writes one of them.
[[nodiscard]] std::string points_text(const StagePoints& points, const StageSet& stages,
                                      FunctionRef<std::string(int)> number);
[[nodiscard]] std::string points_text(const StagePoints& points, const StageSet& stages);

}  // namespace dealcheck

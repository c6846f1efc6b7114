#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/condition_print.h"

namespace dealcheck {

/// One line of a condition as a person reads it.
struct ConditionLine {
  int depth = 0;       ///< how many others it stands inside
  std::string fact;    ///< as rules write it; empty of a line that joins those below it
  std::string wanted;  ///< `is few`, `is known and not few`; of a joining line `any of`
  std::string means;   ///< what the fact says; empty when nothing is written about it
};

/// A condition line by line, from the outside in.
[[nodiscard]] std::vector<ConditionLine> condition_lines(const Rulebook& book,
                                                         const Condition& condition,
                                                         std::optional<std::uint16_t> record,
                                                         Language language);

/// What a fact says, in the words of the vocabulary and the rules; empty when nothing does.
[[nodiscard]] std::string subject_means(const Rulebook& book, const Subject& subject,
                                        std::optional<std::uint16_t> record, Language language);

/// A choice of a set: its label, and behind it in another language its canonical name.
[[nodiscard]] std::string choice_words(const Rulebook& book, std::uint16_t set, std::int32_t choice,
                                       Language language);

}  // namespace dealcheck

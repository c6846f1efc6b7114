#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/stage.h"
#include "deal/answer_place.h"
#include "i18n/words.h"

namespace dealcheck {

struct Rulebook;

/// What a new deal file offers to fill in (rules/starter.yaml): sections with their keys in order.
struct Starter {
  std::array<std::vector<AnswerPlace>, kStageCount> stages;
};

[[nodiscard]] Starter load_starter(Yaml root, const Vocabulary& vocabulary,
                                   Diagnostics& diagnostics);

/// A new deal file: its stage, and everything that matters then commented out, each with the values
/// it takes. Names and values are those of the language. It is a deal as it stands, and stays one
/// whichever lines lose their mark.
[[nodiscard]] std::string starter_text(const Rulebook& rules, Stage stage, Language language);

}  // namespace dealcheck

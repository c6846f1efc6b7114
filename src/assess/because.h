#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"

namespace dealcheck {

/// The facts that decided the verdict, two at most, the weightiest first (method 1.8): what stopped
/// the project or set a gate, else what answers the question behind the standing, else what weighs
/// most. Empty where nothing decided it.
[[nodiscard]] std::vector<ReasonView> tell_because(const Assessment& assessment);

/// The first words that a note puts between quotation marks; empty when it quotes nothing.
[[nodiscard]] std::string_view quoted_words(std::string_view note);

}  // namespace dealcheck

#pragma once

#include <vector>

#include "lint/state_space.h"

namespace dealcheck {

/// Everything a fact can be found to be that these matchers, which it is held against, can tell
/// apart: each choice, the numbers around each limit, a checked absence, nothing known. Fewest
/// values first.
[[nodiscard]] std::vector<AbstractValue> possible_values(
    const Rulebook& book, const Setting& setting, const Subject& subject,
    const std::vector<const Matcher*>& matchers);

/// A question to a list: whether something matches and how many is one fact.
[[nodiscard]] bool is_counted(const Subject& subject);

}  // namespace dealcheck

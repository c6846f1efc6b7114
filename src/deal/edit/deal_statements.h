#pragma once

#include <string>
#include <vector>

#include "deal/opportunity.h"

namespace dealcheck {

struct DealAnswer;
struct DealReplacement;

/// Whether one version of a deal states the same as another and the answer besides, and nothing
/// else; an `unknown` that the answer replaces may be gone. Places do not matter, nor does the
/// spelling of choices.
[[nodiscard]] bool adds_only(const Opportunity& before, const Opportunity& after,
                             const Vocabulary& vocabulary, const DealAnswer& answer);

/// Whether one version of a deal states the same as another but for the values of one key.
[[nodiscard]] bool replaces_only(const Opportunity& before, const Opportunity& after,
                                 const Vocabulary& vocabulary, const DealReplacement& replacement);

}  // namespace dealcheck

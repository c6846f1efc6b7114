#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "callsheet/callsheet_log.h"

namespace dealcheck {

/// Whether an opener, as people write it, holds one of the phrases, joined by "|": English ones as
/// whole words, Chinese ones anywhere; case, apostrophes and marks do not matter.
[[nodiscard]] bool holds_phrase(std::string_view opener, std::string_view phrases);

/// The way of saying nothing that a text opens with; null when it says something.
[[nodiscard]] const EmptyOpenerWords* find_empty_opener(const CallRules& rules,
                                                        std::string_view text);

/// The openers of calls, and the actions of the plan, that say nothing, in file order.
[[nodiscard]] std::vector<EmptyOpener> find_empty_openers(const AssessContext& context,
                                                          const CallLog& log);

}  // namespace dealcheck

#pragma once

#include <string>
#include <string_view>

#include "deal/opportunity.h"
#include "deal/vocabulary.h"

namespace dealcheck {

/// A data path that stays when entries are written before or after this one: an entry is called by
/// its id, else its name, else its day, and only without all three by its number.
/// `contacts[2].met` is `contacts[pay].met`, `objections[0]` is `objections[2026-03-12]`; of
/// several entries that are called the same the second is `objections[2026-03-12#2]`.
[[nodiscard]] std::string lasting_path(const Opportunity& deal, const Vocabulary& vocabulary,
                                       std::string_view path);

}  // namespace dealcheck

#pragma once

#include <string_view>

#include "rulebook.h"

namespace dealcheck {

/// The rules of the folder `rules/` as they were when this program was built, as bytes. Defined in
/// a file that the build writes (src/tools/compile_rules.cc).
[[nodiscard]] std::string_view builtin_rules_bytes();

/// The built-in rules; unpacked at the first call.
[[nodiscard]] const Rulebook& builtin_rulebook();

}  // namespace dealcheck

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rule_files.h"
#include "rulebook.h"

namespace dealcheck {

/// The rules of the folder `rules/` as they were when this program was built, as bytes. Defined in
/// a file that the build writes (src/tools/compile_rules.cc).
[[nodiscard]] std::string_view builtin_rules_bytes();

/// The built-in rules; unpacked at the first call.
[[nodiscard]] const Rulebook& builtin_rulebook();

/// One file of that folder, as it was. Also written by the build; nothing but `rules` reads them.
struct BuiltinFile {
  std::string_view path;  ///< below the folder: `late/top-person.yaml`
  std::string_view text;
};
[[nodiscard]] std::span<const BuiltinFile> builtin_files();

/// What messages call the folder of the built-in rules.
inline constexpr std::string_view kBuiltinFolder = "rules";

/// The files again, with the places of all they say.
[[nodiscard]] std::vector<RuleFile> builtin_rule_files();

}  // namespace dealcheck

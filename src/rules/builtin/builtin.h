#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/load/rule_files.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The rules of the folder `rules/` as they were when this program was built, as bytes. Defined in
/// a file that the build writes (src/tools/compile_rules.cc).
[[nodiscard]] std::string_view builtin_rules_bytes();

/// The built-in rules; unpacked at the first call.
[[nodiscard]] const Rulebook& builtin_rulebook();

/// One file of that folder, as it was, those of tests and packs among them. Also written by the
/// build; nothing but `rules` reads them.
struct BuiltinFile {
  std::string_view path;  ///< below the folder: `late/top-person.yaml`
  std::string_view text;
};
[[nodiscard]] std::span<const BuiltinFile> builtin_files();

/// What messages call the folder of the built-in rules.
inline constexpr std::string_view kBuiltinFolder = "rules";

/// Those of a pack, or of the built-in rules without packs when none is named, by their paths below
/// its folder.
[[nodiscard]] std::vector<BuiltinFile> builtin_files_of(std::string_view pack);

/// The rule files among them, with the places of all they say.
[[nodiscard]] std::vector<RuleFile> builtin_rule_files(std::string_view pack = {});

/// A rule set that is built in beside the main one: its name and its bytes.
struct BuiltinPack {
  std::string_view name;
  std::string_view bytes;
};
/// Those of the folder `rules/packs/`, by name. Defined where the bytes of the rules are.
[[nodiscard]] std::span<const BuiltinPack> builtin_packs();

/// The rules of a built-in pack; unpacked when they are first asked for. Null: there is no such
/// pack.
[[nodiscard]] const Rulebook* builtin_pack(std::string_view name);

/// Whether a rule with that id is in the built-in rules or in a built-in pack.
[[nodiscard]] bool has_builtin_rule(std::string_view id);

}  // namespace dealcheck

#pragma once

#include <string>
#include <vector>

#include "rules/rulebook.h"

namespace dealcheck {

/// rules/README.md: how rules are written, every word a deal may use, every fact, every rule with
/// its readings. Made from the rules themselves; a test fails when the file in the repository is
/// stale. The packs of the folder stand behind it.
[[nodiscard]] std::string render_catalogue(const Rulebook& book,
                                           const std::vector<Rulebook>& packs);

/// The README.md of a pack alone.
[[nodiscard]] std::string render_pack_catalogue(const Rulebook& pack);

/// Some rules as sections of such a file.
[[nodiscard]] std::string render_rule_sections(const Rulebook& book,
                                               const std::vector<const Rule*>& rules);

}  // namespace dealcheck

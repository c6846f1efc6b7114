#pragma once

#include <string>

#include "rulebook.h"

namespace dealcheck {

/// rules/README.md: how rules are written, every word a deal may use, every fact, every rule with
/// its readings. Made from the rules themselves; a test fails when the file in the repository is
/// stale.
[[nodiscard]] std::string render_catalogue(const Rulebook& book);

}  // namespace dealcheck

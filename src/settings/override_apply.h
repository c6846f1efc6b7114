#pragma once

#include "rules/rulebook.h"
#include "settings/settings.h"

namespace dealcheck {

class Diagnostics;

/// Makes one rule of a rule set into what a team wants it to be, and notes what changed among the
/// book's overrides. Limits are set, but not yet put into conditions (apply_limits). Warns when
/// nothing changes; errors stand at their place in the settings. `rule` is one of the book's.
void apply_override(Rulebook& book, Rule& rule, const OverrideSpec& wish, const Settings& settings,
                    Diagnostics& diagnostics);

}  // namespace dealcheck

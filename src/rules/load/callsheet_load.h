#pragma once

#include <vector>

#include "rules/callsheet_rules.h"
#include "rules/load/condition_load.h"
#include "rules/rulebook.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// Reads rules/callsheet.yaml. `book` must hold the policy and the rules already: the decisions and
/// the rules that entries name are looked up there.
[[nodiscard]] CallRules load_call_rules(Yaml root, const NameScope& scope, const Rulebook& book,
                                        Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "condition_load.h"
#include "rulebook.h"
#include "yaml.h"

namespace dealcheck {

/// Reads one rule file (format: rules/README.md). `id` is what the rule must be called by its
/// folder and file.
[[nodiscard]] std::optional<Rule> load_rule(Yaml root, const std::string& id,
                                            const NameScope& scope, Diagnostics& diagnostics);

/// Adds the named queries of one facts file. Queries may only ask for the fields of their records.
void load_queries(Yaml root, const NameScope& scope, std::vector<Query>& queries,
                  Diagnostics& diagnostics);

/// Adds the placeholders of a text, in every language, to `slots`, each once. Unknown ones get the
/// nearest name.
void add_slots(Yaml node, const Text& text, const NameScope& scope, std::vector<Slot>& slots,
               Diagnostics& diagnostics);

/// Reads rules/checks.yaml.
[[nodiscard]] CheckLists load_checks(Yaml root, const NameScope& scope, Diagnostics& diagnostics);

/// Reads rules/verdict.yaml.
[[nodiscard]] Policy load_policy(Yaml root, const NameScope& scope, Diagnostics& diagnostics);

/// Adds the texts of one words file: nested maps join with dots down to a map of languages.
void load_words(Yaml root, std::vector<Words::Entry>& entries, Diagnostics& diagnostics);

}  // namespace dealcheck

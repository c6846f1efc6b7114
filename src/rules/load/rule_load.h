#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/load/condition_load.h"
#include "rules/rulebook.h"
#include "schema/fields.h"
#include "yaml/yaml.h"

namespace dealcheck {

/// Reads one rule file (format: rules/README.md). `id` is what the rule must be called by its
/// folder and file.
[[nodiscard]] std::optional<Rule> load_rule(Yaml root, const std::string& id,
                                            const NameScope& scope, Diagnostics& diagnostics);

/// Adds the named queries of one facts file. Queries may only ask for the fields of their records.
void load_queries(Yaml root, const NameScope& scope, std::vector<Query>& queries,
                  Diagnostics& diagnostics);

/// Adds the placeholders of a text, in every language, to `slots`, each once; those of `others` are
/// filled elsewhere. Unknown ones get the nearest name.
void add_slots(Yaml node, const LocalizedText& text, const NameScope& scope,
               std::vector<Slot>& slots, Diagnostics& diagnostics,
               std::span<const std::string_view> others = {});

/// The person that a name stands for: a contact, or a query over contacts. An error when it stands
/// for anything else.
[[nodiscard]] std::optional<Subject> read_person(Yaml node, const std::string& name,
                                                 const NameScope& scope, Diagnostics& diagnostics);

/// The id of what is wrong with the points of a reading: they go against what it reads, or both
/// ways. Empty when nothing is.
[[nodiscard]] std::string_view wrong_points(const Reading& reading);

/// The stages under `stages`; empty when the key is missing.
[[nodiscard]] StageSet read_stages(MapReader& reader);

/// The decisions of the policy under a key; empty when the key is missing.
[[nodiscard]] std::vector<std::string> read_decision_names(MapReader& reader, std::string_view key,
                                                           const Policy& policy,
                                                           Diagnostics& diagnostics);

/// Reads rules/plays.yaml. What plays answer and follow is checked against the rules and the
/// decisions of the book.
[[nodiscard]] std::vector<Play> load_plays(Yaml root, const NameScope& scope, const Rulebook& book,
                                           Diagnostics& diagnostics);

/// Reads rules/checks.yaml; a partial one need not hold every group.
[[nodiscard]] CheckLists load_checks(Yaml root, const NameScope& scope, Diagnostics& diagnostics,
                                     Completeness completeness = Completeness::whole);

/// Reads one group of it, a list of checks.
[[nodiscard]] std::vector<Check> load_check_group(Yaml node, const NameScope& scope,
                                                  Diagnostics& diagnostics);

/// Reads rules/verdict.yaml. With a base, what the file does not say is as it is there.
[[nodiscard]] Policy load_policy(Yaml root, const NameScope& scope, Diagnostics& diagnostics,
                                 const Policy* base = nullptr);

/// Adds the texts of one words file: nested maps join with dots down to a map of languages.
void load_words(Yaml root, std::vector<Words::Entry>& entries, Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/ruleset_resolver.h"
#include "lint/source_map.h"

namespace dealcheck {

/// What can be done with a rule set: `dealcheck rules VERB …`. A row of the table in
/// rules_command.cc.
struct RulesVerb {
  std::string_view name;
  /// The options that it takes beside those of every verb.
  std::span<const std::string_view> options;
  std::string_view formats;  ///< the values of `--format` that it knows: text|json
  /// Gets the line without the verb.
  int (*run)(const CommandLine& line, const Console& console);
};

int run_rules_list(const CommandLine& line, const Console& console);
int run_rules_show(const CommandLine& line, const Console& console);
int run_rules_check(const CommandLine& line, const Console& console);
int run_rules_export(const CommandLine& line, const Console& console);
int run_rules_test(const CommandLine& line, const Console& console);
int run_rules_coverage(const CommandLine& line, const Console& console);

/// The rules that a deal in the current folder would be judged by.
struct UsedRules {
  std::unique_ptr<RulesetResolver> resolver;  ///< owns the rest
  const Rulebook* book = nullptr;
  const JudgingConfig* config = nullptr;
};

/// Nothing when they cannot be used; that has been told.
[[nodiscard]] std::optional<UsedRules> read_used_rules(const CommandLine& line,
                                                       const Console& console);

/// Where they stand. Reads every file of theirs.
[[nodiscard]] SourceMap read_places(const UsedRules& used);

/// A rule by its id. Throws UsageError, with the nearest id, for one that the set does not have.
[[nodiscard]] const Rule& require_rule(const Rulebook& book, const std::string& id);

}  // namespace dealcheck

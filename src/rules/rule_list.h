#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rulebook.h"

namespace dealcheck {

/// Which rules of the catalogue are wanted; what is empty wants all of them.
struct RuleFilter {
  std::optional<Stage> stage;  ///< of its stages or of a reading's
  std::string kind;            ///< question, rule, or a kind of mine that one of its readings lays
  std::string source;          ///< part of its place in the method, case ignored
};

/// What a rule is: `question` or `rule`.
[[nodiscard]] std::string_view rule_kind(const Rule& rule);

/// The kinds of mines its readings lay, each once, in their order.
[[nodiscard]] std::vector<std::string_view> mine_kinds_of(const Rule& rule);

/// Every word that a filter takes for a kind.
[[nodiscard]] std::vector<std::string_view> filter_kinds();

/// The rules that pass, in the order of the rule set.
[[nodiscard]] std::vector<const Rule*> list_rules(const Rulebook& book, const RuleFilter& filter);

/// The plays that answer a mine of this rule: by the rule, by a cause or by a kind.
[[nodiscard]] std::vector<const Play*> plays_against(const Rulebook& book, const Rule& rule);

/// Whether a play answers the mine of a reading of this rule.
[[nodiscard]] bool answers(const Play& play, const Rule& rule, const Mine& mine);

}  // namespace dealcheck

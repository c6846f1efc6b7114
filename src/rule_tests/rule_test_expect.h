#pragma once

#include <optional>
#include <vector>

#include "rule_tests/rule_test.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// Reads `expect:` of a test: rules by their ids and fields of the deal as a whole. Rules, fields
/// and values that do not exist are errors with the nearest name.
[[nodiscard]] std::vector<Expectation> read_expectations(Yaml node, const Rulebook& rulebook,
                                                         Diagnostics& diagnostics);

/// What an example in a rule's own file expects of that rule.
[[nodiscard]] std::optional<Expectation> expect_reading(const RuleExample& example,
                                                        const Rulebook& rulebook,
                                                        Diagnostics& diagnostics);

}  // namespace dealcheck

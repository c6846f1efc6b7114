#pragma once

#include <string>
#include <vector>

#include "rule_tests/rule_test.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The tests of one file: a file of tests (`tests:`), or a rule's own file with its `examples:`.
/// A test with an error is left out; all errors are in `diagnostics`.
[[nodiscard]] std::vector<RuleTest> read_rule_tests(const std::string& path,
                                                    const Rulebook& rulebook,
                                                    Diagnostics& diagnostics);

/// The tests of a rule folder: the examples of every rule, then the files of its folder `tests/`.
[[nodiscard]] std::vector<RuleTest> read_folder_tests(const std::string& folder,
                                                      const Rulebook& rulebook,
                                                      Diagnostics& diagnostics);

}  // namespace dealcheck

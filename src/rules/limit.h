#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "rules/rulebook.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// Whether a number can stand for what a limit of that unit counts: support from -5 to 5, anything
/// else not below zero.
[[nodiscard]] bool suits_unit(double number, std::string_view unit);

/// `45`, as short as it can be written.
[[nodiscard]] std::string number_text(double number);
/// `45 days`, in words.
[[nodiscard]] std::string limit_text(std::string_view number, std::string_view unit,
                                     const Words& words, Language language);

/// Adds the `limits:` of one rule file. One that the list holds already keeps its place: what was
/// borrowed from other rules asks for it there.
void load_limits(Yaml root, const std::string& rule, std::vector<Limit>& limits,
                 Diagnostics& diagnostics);

/// Puts the numbers of the limits into every condition that uses them.
void apply_limits(Rulebook& book);

/// How many bounds of the book's rules and facts each limit sets, by its place.
[[nodiscard]] std::vector<int> count_limit_uses(const Rulebook& book);

}  // namespace dealcheck

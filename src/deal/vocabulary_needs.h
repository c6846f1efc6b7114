#pragma once

#include <span>
#include <string_view>

#include "deal/vocabulary.h"

namespace dealcheck {

/// Of a set whose choices are an enumeration here: their names, in the order of the enumeration.
/// Empty for any other set.
[[nodiscard]] std::span<const std::string_view> enumerated_choices(std::string_view set);

/// Checks that a vocabulary, read from `root`, has every section, key and value that this program
/// looks up by name, each of the type that it takes it for. What is missing is an error at its
/// place; after none, such a look-up cannot fail.
void check_needs(const Vocabulary& vocabulary, Yaml root, Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "schema/shapes.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// Checks one map against its shape: keys that it does not have, keys that are missing, values of
/// the wrong kind. Maps and conditions inside it are for their own readers to check.
void check_shape(Yaml map, const MapShape& shape, Diagnostics& diagnostics,
                 Completeness completeness = Completeness::whole);

/// Whether a value of the form `by_stage` has one for each stage, and not one for all.
[[nodiscard]] bool is_by_stage(Yaml value, const KeyShape& key);

/// Whether a single value is what a row of the table asks for (maps, conditions and deals always
/// are).
[[nodiscard]] bool fits(Yaml value, const KeyShape& key);

/// The words for yes and no, as YAML has them, in letters of either case.
inline constexpr std::array<std::string_view, 3> kYesWords{"yes", "true", "on"};
inline constexpr std::array<std::string_view, 3> kNoWords{"no", "false", "off"};
/// Nothing for any other word.
[[nodiscard]] std::optional<bool> parse_flag(std::string_view text);

}  // namespace dealcheck

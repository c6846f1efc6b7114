#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "command.h"

namespace dealcheck {

/// The language of `--lang`, else of the settings, else of the locale (LC_ALL, LC_MESSAGES, LANG:
/// Chinese when one that is set begins with zh).
[[nodiscard]] Language choose_language(const std::optional<std::string>& flag,
                                       std::optional<Language> settings);

/// Colour for a stream: `--color` first, then NO_COLOR (when not empty), then CLICOLOR_FORCE, then
/// whether it is a terminal that can show it.
[[nodiscard]] bool choose_colour(std::string_view flag, int descriptor);

/// Whether the locale (LC_ALL, LC_CTYPE, LANG) names UTF-8.
[[nodiscard]] bool speaks_utf8();

/// Columns of the terminal on standard output; 80 when it is none.
[[nodiscard]] int terminal_width();

}  // namespace dealcheck

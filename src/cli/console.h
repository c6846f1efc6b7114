#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "report/shared/render.h"

namespace dealcheck {

/// The language of `--lang`, else of the settings, else of the locale (LC_ALL, LC_MESSAGES, LANG:
/// Chinese when one that is set begins with zh).
[[nodiscard]] Language choose_language(const std::optional<std::string>& flag,
                                       std::optional<Language> settings);

/// Colour for a stream: `--color` first, then NO_COLOR (when not empty), then FORCE_COLOR and
/// CLICOLOR_FORCE (0 forbids it in the one and says nothing in the other), then whether it is a
/// terminal that can show it; one without a TERM can not.
[[nodiscard]] bool choose_colour(std::string_view flag, int descriptor);

/// What may be written to a stream: by the locale, which is the first of LC_ALL, LC_CTYPE and LANG
/// that is not empty, ASCII unless it names UTF-8. Where none says anything, a terminal is taken at
/// its word (POSIX), and a pipe or file gets UTF-8: logs and pagers read it, and nobody asked for
/// less.
[[nodiscard]] Charset choose_charset(int descriptor);

/// How a report on standard output is to look, as `--all` and `--format` say. Only text has
/// colours, and less than UTF-8 where the locale asks for that.
[[nodiscard]] RenderOptions report_look(const Console& console, const CommandLine& line);

/// Columns of the terminal on standard output; 80 when it is none.
[[nodiscard]] int terminal_width();

}  // namespace dealcheck

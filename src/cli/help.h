#pragma once

#include <string>

#include "cli/command.h"

namespace dealcheck {

/// `dealcheck --help`: examples first, then the commands.
[[nodiscard]] std::string render_main_help(const Words& words, Language language);
/// `dealcheck COMMAND --help`: examples first, then every option.
[[nodiscard]] std::string render_command_help(const Command& command, const Words& words,
                                              Language language);

}  // namespace dealcheck

#pragma once

#include "cli/command.h"

namespace dealcheck {

/// Prints what the first file of a command line (or one in the current folder) would be judged by,
/// and where each of it comes from. Returns an exit code.
int show_settings(const CommandLine& line, const Console& console);

}  // namespace dealcheck

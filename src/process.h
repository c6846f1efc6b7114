#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// What a program that was run came to.
struct ProcessResult {
  int exit_code = 0;  ///< 128 and more: ended by a signal
  std::string output;
  std::string errors;
};

/// Runs a program, found on PATH, by its argument list (the first is its name); no shell sees it.
/// `input` is its standard input. Waits until it ends. Nothing when it cannot be started.
[[nodiscard]] std::optional<ProcessResult> run_process(const std::vector<std::string>& arguments,
                                                       std::string_view input = {});

}  // namespace dealcheck

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dealcheck {

/// A program to run. No shell is involved: every argument arrives as it stands here.
struct ProcessCall {
  std::vector<std::string> arguments{};  ///< the program first, searched in PATH
  std::string input{};                   ///< what it reads on standard input
  std::string folder{};                  ///< where it runs; empty: here
  std::vector<std::string>
      environment{};  ///< NAME=VALUE: in place of what is there, or added; NAME: without it
};

/// What became of a program that ended.
struct ProcessResult {
  int exit_code = 0;  ///< 128 + the signal's number when a signal ended it
  std::string output;
  std::string errors;
};

/// Runs a program to its end, however much it reads or writes. Nothing when it cannot be started:
/// there is no such program, or no such folder.
[[nodiscard]] std::optional<ProcessResult> run_process(const ProcessCall& call);

}  // namespace dealcheck

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/process.h"

namespace dealcheck {

using GitQuestion = std::vector<std::string>;

/// What git answers in a folder (empty: here). A hook tells git by its environment which repository
/// it stands for; a folder that is named belongs to its own. Nothing when there is no git, or no
/// such folder.
[[nodiscard]] std::optional<ProcessResult> ask_git(const std::string& folder,
                                                   const GitQuestion& question,
                                                   std::string input = {});

/// The first line of what git complains about, without its "fatal: ".
[[nodiscard]] std::string git_reason(const ProcessResult& result);
/// Whether that is only that the folder lies in no repository.
[[nodiscard]] bool lies_in_no_repository(const ProcessResult& result);

}  // namespace dealcheck

#include "git/ask.h"

#include <string_view>
#include <utility>

#include "base/strings.h"

namespace dealcheck {

std::optional<ProcessResult> ask_git(const std::string& folder, const GitQuestion& question,
                                     std::string input) {
  ProcessCall call{{"git", "--no-pager", "-c", "core.quotePath=false"},
                   std::move(input),
                   folder,
                   {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"}};
  call.arguments.insert(call.arguments.end(), question.begin(), question.end());
  if (!folder.empty()) {
    call.environment.insert(call.environment.end(), {"GIT_DIR", "GIT_COMMON_DIR", "GIT_INDEX_FILE",
                                                     "GIT_WORK_TREE", "GIT_PREFIX"});
  }
  return run_process(call);
}

std::string git_reason(const ProcessResult& result) {
  std::string_view reason = trim(result.errors);
  reason = reason.substr(0, reason.find('\n'));
  for (const std::string_view front : {"fatal: ", "error: "}) {
    if (reason.starts_with(front)) reason.remove_prefix(front.size());
  }
  return std::string(reason);
}

bool lies_in_no_repository(const ProcessResult& result) {
  return git_reason(result).starts_with("not a git repository");
}

}  // namespace dealcheck

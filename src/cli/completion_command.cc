#include "cli/completion.h"

namespace dealcheck {

int run_completion(const CommandLine& line, const Console& console) {
  const std::string& shell = line.operands.front();
  const Words& words = *console.words;
  if (shell == "bash") {
    write_output(render_bash_completion());
  } else if (shell == "zsh") {
    write_output(render_zsh_completion(words, console.language));
  } else {
    write_output(render_fish_completion(words, console.language));
  }
  return kExitGood;
}

int run_manual(const CommandLine& line, const Console& console) {
  if (!line.operands.empty()) {
    throw UsageError("usage.surplus-word", {{"word", line.operands.front()}});
  }
  write_output(render_manual(*console.words, console.language));
  return kExitGood;
}

}  // namespace dealcheck

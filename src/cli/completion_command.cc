#include "cli/completion.h"

namespace dealcheck {

int run_completion(const CommandLine& line, const Surroundings& surroundings) {
  const std::string& shell = line.operands.front();
  const Words& words = *surroundings.words;
  if (shell == "bash") {
    write_output(render_bash_completion());
  } else if (shell == "zsh") {
    write_output(render_zsh_completion(words, surroundings.language));
  } else {
    write_output(render_fish_completion(words, surroundings.language));
  }
  return kExitGood;
}

int run_manual(const CommandLine& line, const Surroundings& surroundings) {
  if (!line.operands.empty()) {
    throw UsageError("usage.surplus-word", {{"word", line.operands.front()}});
  }
  write_output(render_manual(*surroundings.words, surroundings.language));
  return kExitGood;
}

}  // namespace dealcheck

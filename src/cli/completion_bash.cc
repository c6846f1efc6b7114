// bash: one function that finds the command typed so far, then what is due at the cursor.

#include "cli/completion.h"

namespace dealcheck {

namespace {

constexpr std::string_view kBegin =
    R"(# What bash offers behind `dealcheck`; source this file, or install it among bash's completions.
_dealcheck() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' options='' choices='' kind='' operand=0 i
  # bash cuts --name=value in three.
  if [[ $word == = ]]; then
    word=''
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ -n $command && ${COMP_WORDS[i]} != -* ]]; then operand=1; fi
    case ${COMP_WORDS[i]} in
)";

constexpr std::string_view kEnd = R"(  esac
  COMPREPLY=()
  if [[ -z $choices && -z $kind && $word == -* ]]; then choices=$options; fi
  if [[ -n $choices ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
  elif [[ $kind == folders ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$word")
  elif [[ $kind != nothing ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _dealcheck dealcheck
)";

std::string assignment(const ShellOffer& offer) {
  switch (offer.kind) {
    case ShellOffer::Kind::words:
      return "choices='" + with_blanks(offer.words) + "'";
    case ShellOffer::Kind::files:
      return "kind=files";
    case ShellOffer::Kind::folders:
      return "kind=folders";
    default:
      return "kind=nothing";
  }
}

/// The names of options, and a branch for each that takes a value.
template <typename Options>
std::string render_options(const Options& options) {
  std::vector<std::string_view> names;
  std::string branches;
  for (const OptionSpec& option : options) {
    names.push_back(option.name);
    if (option.value.empty()) continue;
    branches +=
        "        " + std::string(option.name) + ") " + assignment(offer_for(option)) + " ;;\n";
  }
  std::string text = "      options='" + with_blanks(names) + "'\n";
  return text + "      case $previous in\n" + branches + "      esac\n";
}

std::string render_command(const Command& command) {
  std::string text = "    " + std::string(command.name) + ")\n" + render_options(command.options);
  text += "      options+=' --help'\n";
  if (!command.words.empty()) {
    text += "      if [[ -z $kind$choices && $operand == 0 && $word != -* ]]; then ";
    text += assignment(offer_for_operand(command)) + "; fi\n";
  }
  const std::string_view before = word_before_rule(command);
  if (!before.empty()) {
    const std::string where =
        before == "*" ? "$operand == 1" : "$previous == " + std::string(before);
    text += "      if [[ -z $kind$choices && " + where + " && $word != -* ]]; then choices='" +
            with_blanks(rule_ids()) + "'; fi\n";
  }
  return text + "      ;;\n";
}

}  // namespace

std::string render_bash_completion() {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) names.push_back(command.name);
  std::string bars;
  for (const std::string_view name : names) bars += (bars.empty() ? "" : "|") + std::string(name);

  std::string text(kBegin);
  text += "      " + bars + ") command=${command:-${COMP_WORDS[i]}} ;;\n    esac\n  done\n";
  text += "  case $command in\n    '')\n" + render_options(main_options());
  text += "      if [[ -z $kind$choices && $word != -* ]]; then choices='" + with_blanks(names) +
          "'; fi\n      ;;\n";
  for (const Command& command : all_commands()) text += render_command(command);
  return text + std::string(kEnd);
}

}  // namespace dealcheck

// zsh: an _arguments call for the main line and one for each command.

#include "cli/completion.h"

namespace dealcheck {

namespace {

/// A description inside brackets of an _arguments specification.
std::string in_brackets(std::string_view text) {
  std::string safe = "[";
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + "]";
}

std::string zsh_quoted(std::string_view text) { return in_quotes(text, "'\\''"); }

std::string zsh_action(const ShellOffer& offer) {
  switch (offer.kind) {
    case ShellOffer::Kind::words:
      return "(" + with_blanks(offer.words) + ")";
    case ShellOffer::Kind::files:
      return "_files";
    case ShellOffer::Kind::folders:
      return "_files -/";
    default:
      return " ";
  }
}

std::string specification(const OptionSpec& option, std::string_view means) {
  std::string text = option.repeatable ? "*" : "";
  text += std::string(option.name) + in_brackets(means);
  if (!option.value.empty()) {
    text += ":" + std::string(option.value) + ":" + zsh_action(offer_for(option));
  }
  return zsh_quoted(text);
}

std::string render_zsh_command(const Command& command, const Words& words, Language language) {
  std::string text = "        " + std::string(command.name) + ")\n          _arguments";
  std::vector<OptionSpec> options(command.options.begin(), command.options.end());
  options.push_back({"--help", "", ""});
  for (const OptionSpec& option : options) {
    const std::string_view means = option_means(words, language, command.name, option.name);
    text += " \\\n            " + specification(option, means);
  }
  if (!command.words.empty()) {
    text += " \\\n            " + zsh_quoted("1:WORD:" + zsh_action(offer_for_operand(command)));
  }
  const std::string_view before = word_before_rule(command);
  if (!before.empty()) {
    const std::string ids = "compadd -- " + with_blanks(rule_ids());
    const std::string action = before == "*" ? ids
                                             : "if [[ $words[2] == " + std::string(before) +
                                                   " ]]; then " + ids + "; else _files; fi";
    text += " \\\n            " + zsh_quoted("2:RULE:{" + action + "}");
  }
  return text + " \\\n            '*:FILE:_files'\n          ;;\n";
}

}  // namespace

std::string render_zsh_completion(const Words& words, Language language) {
  std::string text =
      "#compdef dealcheck\n\n_dealcheck() {\n  local -a commands\n  local context state "
      "state_descr "
      "line\n  typeset -A opt_args\n  commands=(\n";
  for (const Command& command : all_commands()) {
    std::string entry(command.name);
    entry += ":" + std::string(command_means(words, language, command.name));
    text += "    " + zsh_quoted(entry) + "\n";
  }
  text += "  )\n  _arguments -C";
  for (const OptionSpec& option : main_options()) {
    const std::string_view means = option_means(words, language, "", option.name);
    text += " \\\n    " + specification(option, means);
  }
  text += " \\\n    '1: :->command' \\\n    '*:: :->rest'\n  case $state in\n";
  text += "    command) _describe -t commands command commands ;;\n    rest)\n";
  text += "      case $words[1] in\n";
  for (const Command& command : all_commands())
    text += render_zsh_command(command, words, language);
  text += "      esac\n      ;;\n  esac\n}\n\n";
  // Sourced it is made known; found among the completions it is called.
  return text +
         "if [[ $funcstack[1] == _dealcheck ]]; then\n  _dealcheck \"$@\"\nelse\n  compdef "
         "_dealcheck dealcheck\nfi\n";
}

}  // namespace dealcheck

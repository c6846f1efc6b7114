// fish: one `complete` line for each command and option.

#include "cli/completion.h"

namespace dealcheck {

namespace {

std::string fish_quoted(std::string_view text) {
  std::string doubled;
  for (const char c : text) doubled += c == '\\' ? std::string("\\\\") : std::string(1, c);
  return in_quotes(doubled, "\\'");
}

std::string fish_action(const ShellOffer& offer) {
  switch (offer.kind) {
    case ShellOffer::Kind::words:
      return " -x -a '" + with_blanks(offer.words) + "'";
    case ShellOffer::Kind::files:
      return " -r -F";
    case ShellOffer::Kind::folders:
      return " -x -a '(__fish_complete_directories)'";
    default:
      return " -x";
  }
}

std::string render_option(const std::string& when, const OptionSpec& option,
                          std::string_view means) {
  std::string text = "complete -c dealcheck -n '" + when + "' -l ";
  text += std::string(option.name.substr(2));
  if (!option.value.empty()) text += fish_action(offer_for(option));
  return text + " -d " + fish_quoted(means) + "\n";
}

std::string render_fish_command(const Command& command, const Words& words, Language language) {
  const std::string name(command.name);
  std::string text = "complete -c dealcheck -n __fish_use_subcommand -a " + name + " -d " +
                     fish_quoted(command_means(words, language, name)) + "\n";
  const std::string when = "__fish_seen_subcommand_from " + name;
  std::vector<OptionSpec> options(command.options.begin(), command.options.end());
  options.push_back({"--help", "", ""});
  for (const OptionSpec& option : options) {
    text += render_option(when, option, option_means(words, language, name, option.name));
  }
  const std::string_view before = word_before_rule(command);
  if (!before.empty()) {
    const std::string shown =
        before == "*" ? "" : "; and __fish_seen_subcommand_from " + std::string(before);
    text +=
        "complete -c dealcheck -n '" + when + shown + "' -a '" + with_blanks(rule_ids()) + "'\n";
  }
  const ShellOffer operand = offer_for_operand(command);
  if (operand.kind == ShellOffer::Kind::words) {
    const std::string known = with_blanks(operand.words);
    text += "complete -c dealcheck -n '" + when + "; and not __fish_seen_subcommand_from " + known +
            "' -a '" + known + "'\n";
    return text + "complete -c dealcheck -n '" + when + "; and __fish_seen_subcommand_from " +
           known + "' -F\n";
  }
  return text + "complete -c dealcheck -n '" + when + "' -F\n";
}

}  // namespace

std::string render_fish_completion(const Words& words, Language language) {
  std::string text = "complete -c dealcheck -f\n";
  for (const OptionSpec& option : main_options()) {
    text += render_option("__fish_use_subcommand", option,
                          option_means(words, language, "", option.name));
  }
  for (const Command& command : all_commands())
    text += render_fish_command(command, words, language);
  return text;
}

}  // namespace dealcheck

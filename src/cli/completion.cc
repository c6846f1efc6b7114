#include "cli/completion.h"

#include "base/stage.h"
#include "base/text.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

namespace {

std::vector<std::string_view> pack_names() {
  std::vector<std::string_view> names;
  for (const BuiltinPack& pack : builtin_packs()) names.push_back(pack.name);
  return names;
}

}  // namespace

std::vector<std::string_view> rule_ids() {
  std::vector<std::string_view> ids;
  for (const Rule& rule : builtin_rulebook().rules) ids.push_back(rule.id);
  return ids;
}

std::string_view word_before_rule(const Command& command) {
  if (command.name == "explain") return "*";
  return command.name == "rules" ? "show" : "";
}

ShellOffer offer_for(const OptionSpec& option) {
  if (!option.choices.empty()) return {ShellOffer::Kind::words, split_choices(option.choices)};
  if (option.value == "VERDICT") return {ShellOffer::Kind::words, verdict_names()};
  if (option.value == "FILE" || option.value == "LIST") return {ShellOffer::Kind::files, {}};
  if (option.value == "PACK") return {ShellOffer::Kind::words, pack_names()};
  if (option.name == "--rule") return {ShellOffer::Kind::words, rule_ids()};
  if (option.value == "DIR") return {ShellOffer::Kind::folders, {}};
  return {};
}

ShellOffer offer_for_operand(const Command& command) {
  if (!command.words.empty()) return {ShellOffer::Kind::words, split_choices(command.words)};
  return {ShellOffer::Kind::files, {}};
}

std::vector<OptionSpec> main_options() {
  return {{"--help", "", ""}, {"--version", "", ""}, {"--lang", "LANG", kLanguageChoices}};
}

std::string_view option_means(const Words& words, Language language, std::string_view command,
                              std::string_view option) {
  std::string tail = ".option.";
  tail += option.substr(option.find_first_not_of('-'));
  std::string own = "help.";
  own += command;
  own += tail;
  return words.say(words.find(own) != nullptr ? own : "help" + tail, language);
}

std::string option_head(const OptionSpec& option) {
  std::string head(option.name);
  if (!option.value.empty()) head += " " + std::string(option.value);
  return head;
}

std::string option_text(const Words& words, Language language, std::string_view command,
                        const OptionSpec& option) {
  std::string text(option_means(words, language, command, option.name));
  if (!option.choices.empty()) {
    text += row_of(language).colon;
    text += comma_list(split_choices(option.choices));
  }
  return text;
}

std::string_view command_means(const Words& words, Language language, std::string_view command) {
  return words.say("help." + std::string(command) + ".summary", language);
}

std::string in_quotes(std::string_view text, std::string_view escaped) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += escaped;
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string with_blanks(const std::vector<std::string_view>& words) {
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

}  // namespace dealcheck

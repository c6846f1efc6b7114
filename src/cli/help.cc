#include "cli/help.h"

#include <algorithm>

#include "base/strings.h"
#include "base/text.h"
#include "cli/completion.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

namespace {

constexpr int kWidth = 80;
constexpr int kNameColumn = 24;

/// A name and what it means, the meaning wrapped in its own column.
std::string render_entry(std::string_view name, std::string_view means) {
  std::string text;
  std::string first = "  " + std::string(name);
  if (display_width(first) > kNameColumn - 2) {
    text += first + "\n";
    first.clear();
  }
  for (const std::string& line : wrap(means, kWidth - kNameColumn)) {
    text += pad_right(first, kNameColumn) + line + "\n";
    first.clear();
  }
  return text;
}

/// A command may have a text of its own for an option whose name others use too.
std::string render_option(const OptionSpec& option, const Words& words, Language language,
                          const std::string& command = {}) {
  return render_entry(option_head(option), option_text(words, language, command, option));
}

std::string heading(std::string_view id, const Words& words, Language language) {
  return std::string(words.say(id, language)) + "\n";
}

}  // namespace

std::string render_main_help(const Words& words, Language language) {
  std::string text(words.say("help.main.summary", language));
  text += "\n\n" + heading("help.heading.examples", words, language);
  text += std::string(words.say("help.main.examples", language)) + "\n";
  text += "\n" + heading("help.heading.commands", words, language);
  for (const Command& command : all_commands()) {
    const std::string name(command.name);
    text += render_entry(name, words.say("help." + name + ".summary", language));
  }
  text += "\n" + heading("help.heading.packs", words, language);
  for (const BuiltinPack& pack : builtin_packs()) {
    const Policy& policy = builtin_pack(pack.name)->policy;
    text += render_entry(pack.name, policy.about.in(language));
  }
  text += "\n" + heading("help.heading.options", words, language);
  text += render_entry("--help", words.say("help.option.help", language));
  text += render_entry("--version", words.say("help.option.version", language));
  text += render_option({"--lang", "LANG", kLanguageChoices}, words, language);
  text += "\n" + std::string(words.say("help.main.closing", language)) + "\n";
  return text;
}

std::string render_command_help(const Command& command, const Words& words, Language language) {
  const std::string id = "help." + std::string(command.name);
  std::string text(words.say(id + ".summary", language));
  text += "\n\n" + heading("help.heading.examples", words, language);
  text += std::string(words.say(id + ".examples", language)) + "\n";
  text += "\n" + heading("help.heading.usage", words, language);
  text += "  " + std::string(words.say(id + ".usage", language)) + "\n";
  text += "\n" + heading("help.heading.options", words, language);
  for (const OptionSpec& option : command.options)
    text += render_option(option, words, language, std::string(command.name));
  text += render_entry("--help", words.say("help.option.help", language));
  text += "\n" + heading("help.heading.exit", words, language);
  const bool own = words.find(id + ".exit") != nullptr;
  text += std::string(words.say(own ? id + ".exit" : "help.exit", language)) + "\n";
  return text;
}

}  // namespace dealcheck

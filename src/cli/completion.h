#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "i18n/words.h"

namespace dealcheck {

/// What a shell offers where a value is due.
struct ShellOffer {
  enum class Kind { nothing, words, files, folders };
  Kind kind = Kind::nothing;
  std::vector<std::string_view> words;  ///< of Kind::words
};

/// What may stand behind an option: its choices, or what its value is called (FILE, DIR, VERDICT,
/// PACK) or its own name (--rule) tells. Nothing behind a flag.
[[nodiscard]] ShellOffer offer_for(const OptionSpec& option);
/// What a command takes as its first operand: one of its words, else files.
[[nodiscard]] ShellOffer offer_for_operand(const Command& command);

/// The ids of the built-in rules.
[[nodiscard]] std::vector<std::string_view> rule_ids();
/// The operand of a command behind which the id of a rule may stand; `*`: any first one; empty: the
/// command takes none.
[[nodiscard]] std::string_view word_before_rule(const Command& command);

/// The options that stand in front of any command.
[[nodiscard]] std::vector<OptionSpec> main_options();

/// The one line that help, completions and the manual say about an option of a command (its name
/// without dashes; `command` is empty for the options in front of commands).
[[nodiscard]] std::string_view option_means(const Words& words, Language language,
                                            std::string_view command, std::string_view option);
/// The same with what the option can be; its name with the word for its value in front of it.
[[nodiscard]] std::string option_head(const OptionSpec& option);
[[nodiscard]] std::string option_text(const Words& words, Language language,
                                      std::string_view command, const OptionSpec& option);
/// The same about a command.
[[nodiscard]] std::string_view command_means(const Words& words, Language language,
                                             std::string_view command);

/// Text in single quotes for a shell, with `escaped` standing for each quote in it.
[[nodiscard]] std::string in_quotes(std::string_view text, std::string_view escaped);
/// `a b c`
[[nodiscard]] std::string with_blanks(const std::vector<std::string_view>& words);

// Scripts that complete commands, options, values and files; all made from the table of commands.
// bash shows no descriptions, so it needs no words.

[[nodiscard]] std::string render_bash_completion();
[[nodiscard]] std::string render_zsh_completion(const Words& words, Language language);
[[nodiscard]] std::string render_fish_completion(const Words& words, Language language);

/// The manual page in roff, of the same texts as the help.
[[nodiscard]] std::string render_manual(const Words& words, Language language);

}  // namespace dealcheck

#pragma once

#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "i18n/words.h"

namespace dealcheck {

/// Exit codes: judged, judged and at or below --fail-on, could not judge or wrong usage.
inline constexpr int kExitGood = 0;
inline constexpr int kExitFound = 1;
inline constexpr int kExitFailed = 2;

/// Something in the world is wrong (flags, output), not in an input file. `id` names the sentence
/// in rules/words.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(std::string id, Arguments arguments = {})
      : std::runtime_error(id), id_(std::move(id)), arguments_(std::move(arguments)) {}
  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const Arguments& arguments() const { return arguments_; }

 private:
  std::string id_;
  Arguments arguments_;
};

/// One option of a command. Its help text is the word `help.option.<name without dashes>`.
struct OptionSpec {
  std::string_view name;     ///< "--format"
  std::string_view value;    ///< "FORMAT"; empty for a flag
  std::string_view choices;  ///< "text|json": nothing else is accepted; empty for any value
  bool repeatable = false;   ///< may be given several times, each time with one value
};

/// What a command line came to.
struct CommandLine {
  std::map<std::string, std::string, std::less<>> options;  ///< by name; flags hold an empty text
  std::map<std::string, std::vector<std::string>, std::less<>> lists;  ///< of repeatable ones
  std::vector<std::string> operands;                                   ///< in order

  [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  /// Every value of a repeatable option, in order.
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
};

class SettingsFiles;

/// What every command is told about the world around it.
struct Console {
  Language language = Language::en;
  const Words* words = nullptr;
  bool colour_out = false;
  bool colour_err = false;
  int width = 80;
  Charset charset_out = Charset::unicode;  ///< of standard output
  Charset charset_err = Charset::unicode;
  SettingsFiles* settings_files = nullptr;  ///< those that have been read
};

/// One subcommand: a row of the table in commands.cc. Its texts are the words
/// `help.<name>.summary`, `.usage` and
/// `.examples`.
struct Command {
  std::string_view name;
  std::span<const OptionSpec> options;
  int (*run)(const CommandLine& line, const Console& console);
  std::string_view words{};  ///< "bash|zsh": its one operand is one of these; empty: files
};

/// All subcommands, in the order of the help.
[[nodiscard]] std::span<const Command> all_commands();

/// `a|b|c`, as choices and words are written, cut at the bars.
[[nodiscard]] std::vector<std::string_view> split_choices(std::string_view choices);

/// Parses the command line, runs the command, returns the exit code. Throws UsageError.
int run_command_line(int argc, const char* const* argv);

/// Tells a UsageError on standard error, in the language of the command line. Returns kExitFailed.
int report_usage_error(const UsageError& error, int argc, const char* const* argv);

/// Writes everything to standard output; throws UsageError when that fails.
void write_output(std::string_view text);

int run_assess(const CommandLine& line, const Console& console);
int run_batch(const CommandLine& line, const Console& console);
int run_merge(const CommandLine& line, const Console& console);
int run_portfolio(const CommandLine& line, const Console& console);
int run_backtest(const CommandLine& line, const Console& console);
int run_explain(const CommandLine& line, const Console& console);
int run_facts(const CommandLine& line, const Console& console);
int run_lookup(const CommandLine& line, const Console& console);
int run_whatif(const CommandLine& line, const Console& console);
int run_questions(const CommandLine& line, const Console& console);
int run_history(const CommandLine& line, const Console& console);
int run_diff(const CommandLine& line, const Console& console);
int run_rules(const CommandLine& line, const Console& console);
int run_callsheet(const CommandLine& line, const Console& console);
int run_schema(const CommandLine& line, const Console& console);
int run_init(const CommandLine& line, const Console& console);
int run_import(const CommandLine& line, const Console& console);
int run_interview(const CommandLine& line, const Console& console);
int run_completion(const CommandLine& line, const Console& console);
int run_manual(const CommandLine& line, const Console& console);

}  // namespace dealcheck

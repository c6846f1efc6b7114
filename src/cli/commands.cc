// The table of subcommands and the way from argv to one of them. CLI11 takes the line apart; names
// and values are checked here, so that every mistake gets the nearest right word.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <memory>

#include "base/strings.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/help.h"
#include "cli/ruleset_resolver.h"
#include "cli/show_settings.h"
#include "diagnostics/diagnostic.h"
#include "rules/builtin/builtin.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

constexpr OptionSpec kLang{"--lang", "LANG", kLanguageChoices};
constexpr OptionSpec kColor{"--color", "WHEN", "auto|always|never"};

/// Of commands that read nothing.
constexpr std::array kLanguageOptions{kLang};

/// Of commands that need the rules and judge nothing.
template <typename... Options>
constexpr auto with_rules_options(Options... own) {
  return std::array{own...,
                    OptionSpec{"--rules", "DIR", ""},
                    OptionSpec{"--extra-rules", "DIR", "", true},
                    OptionSpec{"--pack", "PACK", ""},
                    OptionSpec{"--no-settings", "", ""},
                    kLang,
                    kColor};
}

/// What every command that reads deals takes, behind its own options.
constexpr std::array kReadingOptions{OptionSpec{"--rules", "DIR", ""},
                                     OptionSpec{"--extra-rules", "DIR", "", true},
                                     OptionSpec{"--pack", "PACK", ""},
                                     OptionSpec{"--no-settings", "", ""},
                                     OptionSpec{"--show-settings", "", ""},
                                     OptionSpec{"--max-bytes", "N", ""},
                                     kLang,
                                     kColor};

template <typename... Options>
constexpr auto with_reading_options(Options... own) {
  std::array<OptionSpec, sizeof...(own) + kReadingOptions.size()> all{own...};
  std::copy(kReadingOptions.begin(), kReadingOptions.end(), all.begin() + sizeof...(own));
  return all;
}

/// Of commands that judge as of a day of the user's choice.
template <typename... Options>
constexpr auto with_judging_options(Options... own) {
  return with_reading_options(own..., OptionSpec{"--as-of", "DATE", ""});
}

/// Of commands that tell of one deal.
template <typename... Options>
constexpr auto with_deal_options(Options... own) {
  return with_judging_options(own..., OptionSpec{"--format", "FORMAT", "text|json|markdown|html"});
}

constexpr OptionSpec kAll{"--all", "", ""};
/// Of commands that tell of many deals.
constexpr OptionSpec kManyFormat{"--format", "FORMAT",
                                 "text|json|jsonl|csv|markdown|html|junit|sarif|github"};
constexpr OptionSpec kOutput{"--output", "FORMAT=FILE", "", true};
constexpr OptionSpec kAlso{"--also", "PACK", "", true};
constexpr OptionSpec kFailOn{"--fail-on", "VERDICT", ""};
constexpr OptionSpec kBaseline{"--baseline", "FILE", ""};
constexpr OptionSpec kFailOnNew{"--fail-on-new", "", ""};
constexpr OptionSpec kUpdateBaseline{"--update-baseline", "", ""};
constexpr OptionSpec kFilesFrom{"--files-from", "LIST", ""};
constexpr OptionSpec kJobs{"--jobs", "N", ""};
constexpr auto kBatchOptions = with_judging_options(kManyFormat, kOutput, kAlso, kFailOn, kBaseline,
                                                    kFailOnNew, kUpdateBaseline, kFilesFrom, kJobs,
                                                    OptionSpec{"--shard", "I/N", ""}, kAll);
constexpr std::array kMergeOptions{kManyFormat,     kOutput, kFailOn, kBaseline, kFailOnNew,
                                   kUpdateBaseline, kAll,    kLang,   kColor};
constexpr auto kAssessOptions = with_judging_options(
    OptionSpec{"--brief", "", ""}, kAll, OptionSpec{"--evidence", "", ""}, kAlso, kFailOn,
    OptionSpec{"--format", "FORMAT", "text|json|markdown|html"});
constexpr auto kPortfolioOptions = with_judging_options(
    OptionSpec{"--format", "FORMAT", "text|json|csv|markdown|html"}, kFilesFrom, kJobs, kAll);
constexpr auto kBacktestOptions = with_reading_options(
    OptionSpec{"--format", "FORMAT", "text|json|markdown|html"}, OptionSpec{"--history", "", ""},
    OptionSpec{"--fit", "", ""}, kFilesFrom, kJobs, kAll);
constexpr auto kReportOptions = with_deal_options(kAll);
constexpr auto kWhatifOptions = with_deal_options(OptionSpec{"--set", "FACT=VALUE", "", true});
constexpr auto kFactsOptions = with_deal_options(OptionSpec{"--known", "", ""});
constexpr auto kCallsheetOptions = with_deal_options(OptionSpec{"--contact", "ID", ""});

constexpr auto kDiffOptions = with_judging_options(
    OptionSpec{"--format", "FORMAT", "text|json|markdown|html"},
    OptionSpec{"--fail-on", "WHAT", "worse|any"}, OptionSpec{"--old-as-of", "DATE", ""},
    OptionSpec{"--old-rules", "DIR", ""}, kAll);

constexpr auto kHistoryOptions = with_deal_options(OptionSpec{"--limit", "N", ""}, kAll);

constexpr auto kRulesOptions = with_judging_options(
    OptionSpec{"--format", "FORMAT", "text|json|junit|markdown|html"},
    OptionSpec{"--stage", "STAGE", "early|mid|late"}, OptionSpec{"--kind", "KIND", ""},
    OptionSpec{"--source", "TEXT", ""}, OptionSpec{"--fail-on", "SEVERITY", "error|warning"},
    OptionSpec{"--over", "FOLDER", "", true}, OptionSpec{"--rule", "ID", "", true},
    OptionSpec{"--run", "TEXT", ""}, OptionSpec{"--threshold", "PERCENT", ""}, kAll);
constexpr std::array kInitOptions{OptionSpec{"--stage", "STAGE", "early|mid|late"},
                                  OptionSpec{"--rules", "DIR", ""}, kLang, kColor};
constexpr auto kSchemaOptions = with_rules_options();
constexpr auto kLookupOptions =
    with_rules_options(OptionSpec{"--format", "FORMAT", "text|json|markdown|html"});
constexpr auto kInterviewOptions = with_judging_options();
constexpr auto kImportOptions = with_rules_options(
    OptionSpec{"--into", "FOLDER", ""}, OptionSpec{"--contacts", "FILE", ""},
    OptionSpec{"--activities", "FILE", ""}, OptionSpec{"--dry-run", "", ""},
    OptionSpec{"--dates", "ORDER", "dmy|mdy"}, OptionSpec{"--decimal", "MARK", "point|comma"},
    OptionSpec{"--map", "FILE", ""}, OptionSpec{"--write-map", "FILE", ""},
    OptionSpec{"--format", "FORMAT", "text|json"}, kAll);

constexpr std::array kCommands{
    Command{"assess", kAssessOptions, run_assess},
    Command{"batch", kBatchOptions, run_batch},
    Command{"merge", kMergeOptions, run_merge},
    Command{"portfolio", kPortfolioOptions, run_portfolio},
    Command{"backtest", kBacktestOptions, run_backtest},
    Command{"diff", kDiffOptions, run_diff},
    Command{"history", kHistoryOptions, run_history},
    Command{"questions", kReportOptions, run_questions},
    Command{"whatif", kWhatifOptions, run_whatif},
    Command{"explain", kReportOptions, run_explain},
    Command{"facts", kFactsOptions, run_facts},
    Command{"lookup", kLookupOptions, run_lookup},
    Command{"rules", kRulesOptions, run_rules},
    Command{"callsheet", kCallsheetOptions, run_callsheet},
    Command{"init", kInitOptions, run_init},
    Command{"interview", kInterviewOptions, run_interview},
    Command{"import", kImportOptions, run_import},
    Command{"schema", kSchemaOptions, run_schema, "deal|rules|report|settings"},
    Command{"completion", kLanguageOptions, run_completion, "bash|zsh|fish"},
    Command{"manual", kLanguageOptions, run_manual}};

/// One CLI11 parser with what each of its options was declared as.
class LineParser {
 public:
  LineParser() : app_("dealcheck") {
    app_.set_help_flag();
    app_.require_subcommand(0, 1);  // a file may be called like a command
    app_.allow_extras();
    app_.prefix_command(false);
    app_.add_flag("--help,-h");
    app_.add_flag("--version");
    app_.add_option("--lang")->take_last();
    for (const Command& command : kCommands) declare(command);
  }

  struct Parsed {
    const Command* command = nullptr;
    CommandLine line;
  };
  Parsed parse(int argc, const char* const* argv);

 private:
  void declare(const Command& command);
  static void take(const CLI::App& app, const OptionSpec& option, CommandLine& line);
  static void check_value(const OptionSpec& option, const std::string& value);
  static void take_operands(const CLI::App& app, const Command& command, CommandLine& line);
  void refuse_top_extras() const;

  CLI::App app_;
};

void LineParser::declare(const Command& command) {
  CLI::App* sub = app_.add_subcommand(std::string(command.name));
  sub->set_help_flag();
  sub->allow_extras();
  sub->add_flag("--help,-h");
  for (const OptionSpec& option : command.options) {
    const std::string name(option.name);
    if (option.value.empty()) {
      sub->add_flag(name);
    } else {
      CLI::Option* declared = sub->add_option(name)->allow_extra_args(false);
      option.repeatable ? declared->take_all() : declared->take_last();
    }
  }
}

void LineParser::check_value(const OptionSpec& option, const std::string& value) {
  if (option.choices.empty()) return;
  const auto known = split_choices(option.choices);
  if (std::find(known.begin(), known.end(), value) != known.end()) return;
  throw UsageError("usage.unknown-value", with_nearest({{"option", std::string(option.name)},
                                                        {"value", value},
                                                        {"known", comma_list(known)}},
                                                       value, known));
}

void LineParser::take(const CLI::App& app, const OptionSpec& option, CommandLine& line) {
  const CLI::Option* given = app.get_option(std::string(option.name));
  if (given->count() == 0) return;
  const std::string& last = given->results().back();
  if (option.value.empty() && last != "true") {
    throw UsageError("usage.surplus-value",
                     {{"option", std::string(option.name)}, {"value", last}});
  }
  const std::string value = option.value.empty() ? "" : last;
  check_value(option, value);
  line.options[std::string(option.name)] = value;
  if (option.repeatable) line.lists[std::string(option.name)] = given->results();
}

/// What CLI11 left over: operands, or options nobody knows. (An operand option of its own would
/// make CLI11 split a file named `[a,b]` in two.)
void LineParser::take_operands(const CLI::App& app, const Command& command, CommandLine& line) {
  std::vector<std::string_view> known{"--help"};
  for (const OptionSpec& option : command.options) known.push_back(option.name);
  for (const std::string& extra : app.remaining()) {
    if (!extra.starts_with("-") || extra == "-") {
      line.operands.push_back(extra);
      continue;
    }
    const std::string name = extra.substr(0, extra.find('='));
    throw UsageError(
        "usage.unknown-option",
        with_nearest({{"option", name}, {"command", std::string(command.name)}}, name, known));
  }
}

void LineParser::refuse_top_extras() const {
  const std::vector<std::string> extras = app_.remaining();
  if (extras.empty()) throw UsageError("usage.no-command");
  const std::string& extra = extras.front();
  std::vector<std::string_view> known;
  known.reserve(kCommands.size());
  for (const Command& command : kCommands) known.push_back(command.name);
  if (extra.starts_with("-")) known = {"--help", "--version", "--lang"};
  const bool file = is_yaml_name(extra);
  const std::string id = extra.starts_with("-") ? "usage.unknown-main-option"
                         : file                 ? "usage.file-without-command"
                                                : "usage.unknown-command";
  throw UsageError(id, with_nearest({{"word", extra}}, extra, known));
}

/// `dealcheck help assess` is `dealcheck assess --help`.
std::vector<const char*> without_help_word(int argc, const char* const* argv) {
  std::vector<const char*> line(argv, argv + argc);
  auto word = line.begin() + std::min(argc, 1);
  while (word != line.end() && std::string_view(*word).starts_with("--lang")) {
    word += std::string_view(*word) == "--lang" && word + 1 != line.end() ? 2 : 1;
  }
  if (word == line.end() || std::string_view(*word) != "help") return line;
  line.erase(word);
  line.push_back("--help");
  return line;
}

LineParser::Parsed LineParser::parse(int argc, const char* const* argv) {
  Parsed parsed;
  // Everything behind `--` is an operand, whatever it looks like.
  const char* const* const end = argv + argc;
  const char* const* const dashes =
      std::find_if(argv, end, [](const char* one) { return std::string_view(one) == "--"; });
  try {
    app_.parse(static_cast<int>(dashes - argv), argv);
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    throw UsageError("usage.missing-value", {{"option", what.substr(0, what.find(':'))}});
  } catch (const CLI::ParseError& error) {
    throw UsageError("usage.other", {{"reason", error.what()}});
  }
  take(app_, kLang, parsed.line);
  if (app_.count("--help") > 0) parsed.line.options["--help"] = "";
  if (app_.count("--version") > 0) parsed.line.options["--version"] = "";
  for (const Command& command : kCommands) {
    const CLI::App* sub = app_.get_subcommand(std::string(command.name));
    if (sub->count() == 0) continue;
    parsed.command = &command;
    if (sub->count("--help") > 0) parsed.line.options["--help"] = "";
    take_operands(*sub, command, parsed.line);
    for (const OptionSpec& option : command.options) take(*sub, option, parsed.line);
  }
  for (const char* const* one = dashes; one < end; ++one) {
    if (one != dashes) parsed.line.operands.emplace_back(*one);
  }
  const bool asks_about_itself = parsed.line.has("--help") || parsed.line.has("--version");
  if (parsed.command == nullptr && (!asks_about_itself || !app_.remaining().empty())) {
    refuse_top_extras();
  }
  return parsed;
}

/// `--lang` as far as it can be told from a line that could not be parsed.
Language language_of(int argc, const char* const* argv) {
  std::optional<std::string> flag;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) flag = argument.substr(7);
    if (argument == "--lang" && i + 1 < argc) flag = argv[i + 1];
  }
  if (flag && !find_language(*flag)) flag.reset();
  return choose_language(flag, std::nullopt);
}

/// Deals judged on a day to come are judged by a slip of the pen.
void warn_of_day(const CommandLine& line, const Console& console) {
  const auto day = parse_date(line.value("--as-of").value_or(""));
  if (!day || !is_ahead(*day, today())) return;
  Diagnostics diagnostics;
  diagnostics.file_finding(Severity::warning, "dealcheck", "usage.as-of-ahead",
                           {{"date", iso_date(*day)}});
  complain(diagnostics, *console.words, console);
}

/// Of a command whose operand is one of a few words.
void check_word(const Command& command, const std::vector<std::string>& operands) {
  if (command.words.empty()) return;
  const auto known = split_choices(command.words);
  const Arguments arguments{{"command", std::string(command.name)}, {"known", comma_list(known)}};
  if (operands.empty()) throw UsageError("usage.missing-word", arguments);
  const std::string& word = operands.front();
  if (std::find(known.begin(), known.end(), word) == known.end()) {
    Arguments told = with_nearest(arguments, word, known);
    told.emplace_back("word", word);
    throw UsageError("usage.unknown-word", std::move(told));
  }
  if (operands.size() > 1) throw UsageError("usage.surplus-word", {{"word", operands[1]}});
}

}  // namespace

std::vector<std::string_view> split_choices(std::string_view choices) {
  std::vector<std::string_view> list;
  while (!choices.empty()) {
    const std::size_t bar = std::min(choices.find('|'), choices.size());
    list.push_back(choices.substr(0, bar));
    choices.remove_prefix(std::min(bar + 1, choices.size()));
  }
  return list;
}

std::optional<std::string> CommandLine::value(std::string_view name) const {
  const auto found = options.find(name);
  if (found == options.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> CommandLine::values(std::string_view name) const {
  const auto found = lists.find(name);
  return found == lists.end() ? std::vector<std::string>() : found->second;
}

std::span<const Command> all_commands() { return kCommands; }

int run_command_line(int argc, const char* const* argv) {
  const std::vector<const char*> words = without_help_word(argc, argv);
  const LineParser::Parsed parsed =
      LineParser().parse(static_cast<int>(words.size()), words.data());
  if (parsed.line.has("--version")) {
    write_output("dealcheck " + std::string(program_version()) + "\n");
    return kExitGood;
  }
  SettingsFiles settings_files;
  Console console;
  console.settings_files = &settings_files;
  console.language =
      choose_language(parsed.line.value("--lang"), settings_language(parsed.line, settings_files));
  console.words = &builtin_rulebook().words;
  const std::string colour = parsed.line.value("--color").value_or("auto");
  console.colour_out = choose_colour(colour, STDOUT_FILENO);
  console.colour_err = choose_colour(colour, STDERR_FILENO);
  console.width = terminal_width();
  console.charset_out = choose_charset(STDOUT_FILENO);
  console.charset_err = choose_charset(STDERR_FILENO);
  if (parsed.line.has("--help")) {
    write_output(parsed.command == nullptr
                     ? render_main_help(*console.words, console.language)
                     : render_command_help(*parsed.command, *console.words, console.language));
    return kExitGood;
  }
  check_word(*parsed.command, parsed.line.operands);
  warn_of_day(parsed.line, console);
  if (parsed.line.has("--show-settings")) return show_settings(parsed.line, console);
  return parsed.command->run(parsed.line, console);
}

int report_usage_error(const UsageError& error, int argc, const char* const* argv) {
  Diagnostics diagnostics;
  diagnostics.file_error("dealcheck", error.id(), error.arguments());
  const bool colour = choose_colour("auto", STDERR_FILENO);
  const std::string text =
      render_diagnostics(diagnostics, builtin_rulebook().words, language_of(argc, argv), colour,
                         choose_charset(STDERR_FILENO));
  std::fputs(text.c_str(), stderr);
  return kExitFailed;
}

void write_output(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw UsageError("usage.cannot-write");
}

}  // namespace dealcheck

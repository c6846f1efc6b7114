#include "analysis/history.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/ruleset_resolver.h"
#include "report/compare/history.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

int run_history(const CommandLine& line, const Console& console) {
  constexpr std::size_t kMostCommits = 1'000'000;
  const std::string path = read_one_file(line);
  HistoryOptions options;
  options.as_of = read_as_of(line);
  options.language = console.language;
  options.elsewhere = has_builtin_rule;
  options.limit = read_count(line, "--limit", kMostCommits).value_or(0);
  options.max_bytes = read_max_bytes(line);
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  const auto history = read_history(path, *rules, options, diagnostics);
  complain(diagnostics, rules->words, console);
  if (!history) return kExitFailed;
  if (line.value("--format") == "json") {
    write_output(render_history_json(*history, rules->words, console.language));
  } else {
    write_output(render_history_text(*history, rules->words, report_look(console, line)));
  }
  return history->judged() > 0 ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

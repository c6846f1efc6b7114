#include "analysis/history.h"
#include "cli/deal_input.h"
#include "cli/shelf.h"
#include "cli/surroundings.h"
#include "report/compare/history.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

int run_history(const CommandLine& line, const Surroundings& surroundings) {
  constexpr std::size_t kMostCommits = 1'000'000;
  const std::string path = read_one_file(line);
  HistoryOptions options;
  options.as_of = read_as_of(line);
  options.language = surroundings.language;
  options.elsewhere = has_builtin_rule;
  options.limit = read_count(line, "--limit", kMostCommits).value_or(0);
  options.max_bytes = read_max_bytes(line);
  Shelf shelf(line, surroundings);
  const Rulebook* rules = shelf.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  const auto history = read_history(path, *rules, options, diagnostics);
  complain(diagnostics, rules->words, surroundings);
  if (!history) return kExitFailed;
  if (line.value("--format") == "json") {
    write_output(render_history_json(*history, rules->words, surroundings.language));
  } else {
    write_output(render_history_text(*history, rules->words, report_look(surroundings, line)));
  }
  return history->judged() > 0 ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

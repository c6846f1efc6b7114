// `dealcheck rules coverage`

#include <algorithm>
#include <optional>

#include "base/scalars.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/rules_tests.h"
#include "cli/rules_verbs.h"
#include "rules/load/rule_files.h"

namespace dealcheck {

namespace {

/// `--threshold`, else 0: no test need reach anything.
std::size_t read_least_percent(const CommandLine& line) {
  const auto text = line.value("--threshold");
  if (!text) return 0;
  const auto number = parse_whole(*text);
  if (!number || *number > 100) {
    throw UsageError("usage.not-a-percentage", {{"option", "--threshold"}, {"value", *text}});
  }
  return *number;
}

/// What the folders of the rules hold; nothing when the rules are the built-in ones.
std::optional<OwnParts> read_own_parts(const std::vector<std::string>& folders) {
  if (folders.empty()) return std::nullopt;
  OwnParts own;
  Diagnostics told;  // what is wrong with a folder kept it from being loaded
  for (const std::string& folder : folders) {
    const std::vector<RuleFile> files = read_rule_files(folder, told);
    for (const Definition& one : list_definitions(files)) {
      if (one.kind == "rule") own.rules.insert(one.id);
      if (one.kind == "play") own.plays.insert(one.id);
    }
    own.decisions = own.decisions || std::any_of(files.begin(), files.end(), [](const auto& file) {
                      return file.folder.empty() && file.stem == "verdict";
                    });
  }
  return own;
}

}  // namespace

int run_rules_coverage(const CommandLine& line, const Console& console) {
  const std::size_t threshold = read_least_percent(line);
  const auto run = run_rule_tests(line, console);
  if (!run) return kExitFailed;
  complain(run->report.broken, run->rules->words, console);
  const Coverage coverage =
      compute_coverage(*run->rules, run->report.results, read_own_parts(run->folders));
  const Words& words = run->rules->words;
  if (line.value("--format") == "json") {
    write_output(render_coverage_json(coverage, run->report, words, console.language));
  } else {
    write_output(render_coverage_text(coverage, run->report.results.size(), words,
                                      report_look(console, line)));
  }
  if (run->report.broken.has_errors()) return kExitFailed;
  return coverage.percent() < threshold ? kExitFound : kExitGood;
}

}  // namespace dealcheck

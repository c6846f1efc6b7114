// `dealcheck rules coverage`

#include <filesystem>
#include <system_error>

#include "../scalars.h"
#include "deal_input.h"
#include "rules_tests.h"
#include "rules_verbs.h"

namespace dealcheck {

namespace {

/// `--threshold`, else 0: no test need reach anything.
std::size_t read_threshold(const CommandLine& line) {
  const auto text = line.value("--threshold");
  if (!text) return 0;
  const auto number = parse_whole(*text);
  if (!number || *number > 100) {
    throw UsageError("usage.not-a-percentage", {{"option", "--threshold"}, {"value", *text}});
  }
  return *number;
}

/// Next steps and decisions that a folder takes from the built-in rules are not for its tests.
void leave_out_borrowed(Coverage& coverage, const std::optional<std::string>& folder) {
  if (!folder) return;
  const std::filesystem::path own(*folder);
  std::error_code ignored;
  if (!std::filesystem::exists(own / "plays.yaml", ignored)) coverage.unplayed.clear();
  if (!std::filesystem::exists(own / "verdict.yaml", ignored)) coverage.undecided.clear();
}

}  // namespace

int run_rules_coverage(const CommandLine& line, const Surroundings& surroundings) {
  const std::size_t threshold = read_threshold(line);
  const auto run = run_rule_tests(line, surroundings);
  if (!run) return kExitFailed;
  complain(run->report.broken, run->rules->words, surroundings);
  Coverage coverage = compute_coverage(*run->rules, run->report.results);
  leave_out_borrowed(coverage, run->folder);
  const Words& words = run->rules->words;
  if (line.value("--format") == "json") {
    write_output(render_coverage_json(coverage, run->report, words, surroundings.language));
  } else {
    write_output(
        render_coverage_text(coverage, run->report.results.size(), words,
                             {surroundings.language, surroundings.colour_out, surroundings.width}));
  }
  if (run->report.broken.has_errors()) return kExitFailed;
  return coverage.percent() < threshold ? kExitFound : kExitGood;
}

}  // namespace dealcheck

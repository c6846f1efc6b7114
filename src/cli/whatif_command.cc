#include "analysis/hypothesis.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/ruleset_resolver.h"
#include "report/compare/whatif.h"

namespace dealcheck {

namespace {

std::optional<Supposition> judge_both(const CommandLine& line, const std::string& path,
                                      const Rulebook& rules, const Console& console,
                                      Diagnostics& diagnostics) {
  const auto deal = read_deal_file(path, rules.vocabulary, read_max_bytes(line), diagnostics);
  if (!deal) return std::nullopt;
  const AssessOptions judging = read_judging(line, console);
  auto now = assess(rules, *deal, judging, diagnostics);
  if (!now) return std::nullopt;
  const std::vector<std::string> settings = line.values("--set");
  const auto other = suppose(rules, *deal, settings, now->as_of, diagnostics);
  if (!other) return std::nullopt;
  Diagnostics again;  // what is to be said of the file has been said
  auto then = assess(rules, other->deal, judging, again);
  if (!then) {
    diagnostics.append(again);
    return std::nullopt;
  }
  return Supposition{settings, std::move(*now), std::move(*then)};
}

}  // namespace

int run_whatif(const CommandLine& line, const Console& console) {
  const std::string path = read_one_file(line);
  if (!line.has("--set")) throw UsageError("usage.nothing-set");
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  const auto both = judge_both(line, path, *rules, console, diagnostics);
  complain(diagnostics, rules->words, console);
  if (line.value("--format") == "json") {
    write_output(
        both ? render_whatif_json(*both, diagnostics, rules->words, console.language)
             : render_json({{path, nullptr, &diagnostics}}, rules->words, console.language));
  } else if (both) {
    write_output(render_whatif_text(*both, rules->words, report_look(console, line)));
  }
  return both ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

#include "analysis/hypothesis.h"
#include "cli/deal_input.h"
#include "cli/shelf.h"
#include "cli/surroundings.h"
#include "report/compare/whatif.h"

namespace dealcheck {

namespace {

std::optional<Supposition> judge_both(const CommandLine& line, const std::string& path,
                                      const Rulebook& rules, const Surroundings& surroundings,
                                      Diagnostics& diagnostics) {
  const auto deal = read_deal_file(path, rules.vocabulary, read_max_bytes(line), diagnostics);
  if (!deal) return std::nullopt;
  const AssessOptions judging = read_judging(line, surroundings);
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

int run_whatif(const CommandLine& line, const Surroundings& surroundings) {
  const std::string path = read_one_file(line);
  if (!line.has("--set")) throw UsageError("usage.nothing-set");
  Shelf shelf(line, surroundings);
  const Rulebook* rules = shelf.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  const auto both = judge_both(line, path, *rules, surroundings, diagnostics);
  complain(diagnostics, rules->words, surroundings);
  if (line.value("--format") == "json") {
    write_output(
        both ? render_whatif_json(*both, diagnostics, rules->words, surroundings.language)
             : render_json({{path, nullptr, &diagnostics}}, rules->words, surroundings.language));
  } else if (both) {
    write_output(render_whatif_text(*both, rules->words, report_look(surroundings, line)));
  }
  return both ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

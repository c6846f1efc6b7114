#include "analysis/fact_list.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/ruleset_resolver.h"
#include "report/rules/facts.h"

namespace dealcheck {

namespace {

struct Listed {
  std::optional<Assessment> deal;
  std::vector<FactEntry> facts;
};

std::optional<Listed> list_deal(const CommandLine& line, const Rulebook& rules,
                                const Console& console, Diagnostics& diagnostics) {
  auto judged = judge_deal_file(read_one_file(line), line, rules, console, diagnostics);
  if (!judged) return std::nullopt;
  auto facts = list_facts(AssessContext(rules, *judged->deal, *judged->facts, console.language));
  return Listed{std::move(judged->assessment), std::move(facts)};
}

}  // namespace

int run_facts(const CommandLine& line, const Console& console) {
  const bool known = line.has("--known");
  if (known && line.operands.empty()) throw UsageError("usage.known-without-deal");
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  std::optional<Listed> listed;
  if (line.operands.empty()) {
    listed = Listed{std::nullopt, list_facts(*rules, console.language)};
  } else {
    listed = list_deal(line, *rules, console, diagnostics);
  }
  complain(diagnostics, rules->words, console);
  if (!listed) {
    if (line.value("--format") == "json") {
      write_output(render_json({{line.operands.front(), nullptr, &diagnostics}}, rules->words,
                               console.language));
    }
    return kExitFailed;
  }
  const Assessment* deal = listed->deal ? &*listed->deal : nullptr;
  if (line.value("--format") == "json") {
    write_output(
        render_facts_json(listed->facts, deal, known, diagnostics, rules->words, console.language));
  } else {
    write_output(
        render_facts_text(listed->facts, deal, known, rules->words, report_look(console, line)));
  }
  return kExitGood;
}

}  // namespace dealcheck

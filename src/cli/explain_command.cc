#include "analysis/explain.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/rules_verbs.h"
#include "cli/ruleset_resolver.h"
#include "report/rules/explain.h"

namespace dealcheck {

namespace {

struct Explained {
  Assessment assessment;
  std::vector<RuleExplanation> rules;
};

std::optional<Explained> explain_deal(const CommandLine& line, const Rulebook& rules,
                                      const Rule* only, const Console& console,
                                      Diagnostics& diagnostics) {
  auto judged = judge_deal_file(line.operands.front(), line, rules, console, diagnostics);
  if (!judged) return std::nullopt;
  const AssessContext context(rules, *judged->deal, *judged->facts, console.language);
  std::vector<RuleExplanation> told;
  for (const Rule& rule : rules.rules) {
    if (only == nullptr || only == &rule) told.push_back(explain(context, rule));
  }
  return Explained{std::move(judged->assessment), std::move(told)};
}

std::string render(const Explained& explained, const Rule* only, const Words& words,
                   const RenderOptions& options) {
  if (only == nullptr) {
    return render_rules_text(explained.rules, explained.assessment, words, options);
  }
  return render_explanation_text(explained.rules.front(), explained.assessment, words, options);
}

}  // namespace

int run_explain(const CommandLine& line, const Console& console) {
  if (line.operands.empty()) throw UsageError("usage.no-file");
  if (line.operands.size() > 2) throw UsageError("usage.one-rule", {{"word", line.operands[2]}});
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  const Rule* only = line.operands.size() < 2 ? nullptr : &require_rule(*rules, line.operands[1]);
  Diagnostics diagnostics;
  const auto explained = explain_deal(line, *rules, only, console, diagnostics);
  complain(diagnostics, rules->words, console);
  if (line.value("--format") == "json") {
    write_output(explained ? render_explanations_json(explained->rules, explained->assessment,
                                                      diagnostics, rules->words, console.language)
                           : render_json({{line.operands.front(), nullptr, &diagnostics}},
                                         rules->words, console.language));
  } else if (explained) {
    write_output(render(*explained, only, rules->words, report_look(console, line)));
  }
  return explained ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

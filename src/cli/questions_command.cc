#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/ruleset_resolver.h"
#include "report/deal/questions.h"

namespace dealcheck {

int run_questions(const CommandLine& line, const Console& console) {
  const std::string path = read_one_file(line);
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  const auto deal = read_deal_file(path, rules->vocabulary, read_max_bytes(line), diagnostics);
  std::optional<Assessment> judged;
  if (deal) judged = assess(*rules, *deal, read_judging(line, console), diagnostics);
  complain(diagnostics, rules->words, console);
  if (line.value("--format") == "json") {
    write_output(
        judged ? render_questions_json(*judged, diagnostics, rules->words, console.language)
               : render_json({{path, nullptr, &diagnostics}}, rules->words, console.language));
  } else if (judged) {
    write_output(render_questions_text(*judged, rules->words, report_look(console, line)));
  }
  return judged ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

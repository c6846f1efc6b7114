#include "cli/deal_input.h"
#include "cli/shelf.h"
#include "cli/surroundings.h"
#include "report/deal/questions.h"

namespace dealcheck {

int run_questions(const CommandLine& line, const Surroundings& surroundings) {
  const std::string path = read_one_file(line);
  Shelf shelf(line, surroundings);
  const Rulebook* rules = shelf.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  const auto deal = read_deal_file(path, rules->vocabulary, read_max_bytes(line), diagnostics);
  std::optional<Assessment> judged;
  if (deal) judged = assess(*rules, *deal, read_judging(line, surroundings), diagnostics);
  complain(diagnostics, rules->words, surroundings);
  if (line.value("--format") == "json") {
    write_output(
        judged ? render_questions_json(*judged, diagnostics, rules->words, surroundings.language)
               : render_json({{path, nullptr, &diagnostics}}, rules->words, surroundings.language));
  } else if (judged) {
    write_output(render_questions_text(*judged, rules->words, report_look(surroundings, line)));
  }
  return judged ? kExitGood : kExitFailed;
}

}  // namespace dealcheck

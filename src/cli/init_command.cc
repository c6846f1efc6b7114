#include "base/stage.h"
#include "cli/command.h"
#include "cli/new_file.h"
#include "cli/ruleset_resolver.h"
#include "rules/starter.h"

namespace dealcheck {

int run_init(const CommandLine& line, const Console& console) {
  if (line.operands.size() > 1) throw UsageError("usage.one-file", {{"word", line.operands[1]}});
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  const Stage stage = parse_stage(line.value("--stage").value_or("early")).value_or(Stage::early);
  const std::string text = starter_text(*rules, stage, console.language);
  if (line.operands.empty() || line.operands.front() == "-") {
    write_output(text);
  } else {
    write_new_file(line.operands.front(), text);
  }
  return kExitGood;
}

}  // namespace dealcheck

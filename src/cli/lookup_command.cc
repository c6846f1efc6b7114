#include "analysis/lookup.h"
#include "cli/console.h"
#include "cli/ruleset_resolver.h"
#include "report/rules/lookup.h"

namespace dealcheck {

namespace {

/// All operands are one sentence: quotes around it are welcome and not needed.
std::string joined_words(const CommandLine& line) {
  std::string sentence;
  for (const std::string& word : line.operands) {
    sentence += (sentence.empty() ? "" : " ") + word;
  }
  return sentence;
}

}  // namespace

int run_lookup(const CommandLine& line, const Console& console) {
  LookupReport found;
  found.sought = joined_words(line);
  if (found.sought.empty()) throw UsageError("usage.lookup-nothing");
  CommandLine without_files = line;
  without_files.operands.clear();
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(without_files);
  if (rules == nullptr) return kExitFailed;
  found.keys = look_up_name(*rules, found.sought, console.language);
  if (found.keys.empty()) {
    found.places = look_up(*rules, found.sought, console.language, today());
  }
  if (line.value("--format") == "json") {
    write_output(render_lookup_json(found));
  } else {
    write_output(render_lookup_text(found, rules->words, report_look(console, line)));
  }
  return found.keys.empty() && found.places.empty() ? kExitFound : kExitGood;
}

}  // namespace dealcheck

// `dealcheck rules check`: what is wrong with a rule set beyond what keeps it from being loaded.

#include <algorithm>
#include <set>

#include "assess/assess.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/rules_verbs.h"
#include "deal/deal_file.h"
#include "lint/lint.h"
#include "lint/reach.h"
#include "portfolio/find_deals.h"
#include "report/rules/rules.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

namespace {

/// The rules that read something in a deal.
void add_fired(const Assessment& deal, std::set<std::string>& fired) {
  for (const auto* list : {&deal.questions, &deal.findings}) {
    for (const Finding& finding : *list) {
      if (finding.reads) fired.insert(finding.rule);
    }
  }
}

/// Judges every deal that `--over` names. False when one could not be; that has been told.
bool judge_over(const CommandLine& line, const Console& console, const Rulebook& book,
                std::set<std::string>& fired, UnreadWords& unread) {
  Diagnostics diagnostics;
  for (const std::string& path : find_deals(line.values("--over"), diagnostics)) {
    const auto deal = read_deal_file(path, book.vocabulary, read_max_bytes(line), diagnostics);
    if (deal) unread.add(*deal);
    const auto judged =
        deal ? assess(book, *deal, read_judging(line, console), diagnostics) : std::nullopt;
    if (judged) add_fired(*judged, fired);
  }
  complain(diagnostics, *console.words, console);
  return !diagnostics.has_errors();
}

/// Notes about the rules that read nothing in any of the deals.
void add_silent(const Rulebook& book, const SourceMap& places, const std::set<std::string>& fired,
                Diagnostics& found) {
  for (const Rule& rule : book.rules) {
    const auto place = places.rule(rule.id);
    if (fired.contains(rule.id) || !place || !places.is_newest(*place)) continue;
    found.add(Severity::note, place->source(), place->at(), "rules.check.never-fired",
              {{"rule", rule.id}});
  }
}

Severity least_severity(const CommandLine& line) {
  return line.value("--fail-on") == "warning" ? Severity::warning : Severity::error;
}

}  // namespace

int run_rules_check(const CommandLine& line, const Console& console) {
  if (line.operands.size() > 1) {
    throw UsageError("usage.too-many-operands", {{"word", line.operands[1]}});
  }
  CommandLine wanted = line;
  if (!line.operands.empty()) wanted.options["--rules"] = line.operands.front();
  const auto used = read_used_rules(wanted, console);
  if (!used) return kExitFailed;
  std::set<std::string> fired;
  UnreadWords unread(*used->book);
  if (!judge_over(line, console, *used->book, fired, unread)) return kExitFailed;
  const Words& words = builtin_rulebook().words;
  const SourceMap places = read_places(*used);
  Diagnostics found = check_rules(
      {*used->book, places, words, wanted.value("--rules").value_or(std::string(kBuiltinFolder))});
  if (line.has("--over")) {
    add_silent(*used->book, places, fired, found);
    unread.tell(found);
  }

  RenderOptions options = report_look(console, line);
  options.all = options.all || line.has("--over");
  write_output(line.value("--format") == "json"
                   ? render_findings_json(*used->book, found, words, options.language)
                   : render_findings_text(*used->book, found, words, options));
  const auto all = found.all();
  const bool failed = std::any_of(all.begin(), all.end(), [&](const Diagnostic& one) {
    return one.severity >= least_severity(line);
  });
  return failed ? kExitFound : kExitGood;
}

}  // namespace dealcheck

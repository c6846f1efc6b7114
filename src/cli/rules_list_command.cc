// `dealcheck rules list` and `rules show`: what the rules are.

#include <algorithm>

#include "base/alike.h"
#include "base/strings.h"
#include "base/text.h"
#include "cli/console.h"
#include "cli/rules_verbs.h"
#include "diagnostics/diagnostic.h"
#include "report/rules/catalogue.h"
#include "report/rules/rules.h"
#include "rules/rule_list.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

RuleFilter read_filter(const CommandLine& line) {
  RuleFilter filter;
  if (const auto stage = line.value("--stage")) filter.stage = parse_stage(*stage);
  filter.kind = line.value("--kind").value_or("");
  filter.source = line.value("--source").value_or("");
  const auto known = filter_kinds();
  if (!filter.kind.empty() && std::find(known.begin(), known.end(), filter.kind) == known.end()) {
    throw UsageError(
        "usage.unknown-value",
        with_nearest({{"option", "--kind"}, {"value", filter.kind}, {"known", comma_list(known)}},
                     filter.kind, known));
  }
  return filter;
}

/// The rules that the operands name, in their order. Throws UsageError for one nobody knows.
std::vector<const Rule*> find_rules(const CommandLine& line, const Rulebook& book) {
  std::vector<const Rule*> found;
  for (const std::string& id : line.operands) found.push_back(&require_rule(book, id));
  return found;
}

}  // namespace

const Rule& require_rule(const Rulebook& book, const std::string& id) {
  if (const Rule* found = find_rule(book, alike(id))) return *found;
  std::vector<std::string_view> known;
  for (const Rule& rule : book.rules) known.emplace_back(rule.id);
  throw UsageError("usage.unknown-rule", with_nearest({{"rule", id}}, id, known));
}

int run_rules_list(const CommandLine& line, const Console& console) {
  if (!line.operands.empty()) {
    throw UsageError("usage.too-many-operands", {{"word", line.operands.front()}});
  }
  const RuleFilter filter = read_filter(line);
  const auto used = read_used_rules(line, console);
  if (!used) return kExitFailed;
  const auto rules = list_rules(*used->book, filter);
  if (rules.empty()) throw UsageError("usage.no-such-rules");
  const Language language = console.language;
  const std::string format = line.value("--format").value_or("text");
  if (format == "markdown") {
    write_output(render_rule_sections(*used->book, rules));
  } else if (format == "json") {
    write_output(render_rule_list_json(*used->book, rules, language));
  } else {
    write_output(render_rule_list_text(*used->book, rules, report_look(console, line)));
  }
  return kExitGood;
}

int run_rules_show(const CommandLine& line, const Console& console) {
  if (line.operands.empty()) throw UsageError("usage.no-rule-named");
  const auto used = read_used_rules(line, console);
  if (!used) return kExitFailed;
  const auto rules = find_rules(line, *used->book);
  const Language language = console.language;
  const std::string format = line.value("--format").value_or("text");
  if (format == "markdown") {
    write_output(render_rule_sections(*used->book, rules));
  } else if (format == "json") {
    write_output(render_rules_json(*used->book, rules, read_places(*used), language));
  } else {
    write_output(
        render_rules_text(*used->book, rules, read_places(*used), report_look(console, line)));
  }
  return kExitGood;
}

}  // namespace dealcheck

// `dealcheck rules VERB`: the table of verbs and the way to one of them.

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.h"
#include "base/strings.h"
#include "base/text.h"
#include "cli/rules_verbs.h"
#include "diagnostics/diagnostic.h"
#include "rules/builtin/builtin.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 4> kListOptions{"--format", "--stage", "--kind", "--source"};
constexpr std::array<std::string_view, 1> kShowOptions{"--format"};
constexpr std::array<std::string_view, 4> kCheckOptions{"--format", "--fail-on", "--over", "--all"};
constexpr std::array<std::string_view, 1> kExportOptions{"--rule"};
constexpr std::array<std::string_view, 2> kTestOptions{"--format", "--run"};
constexpr std::array<std::string_view, 2> kCoverageOptions{"--format", "--threshold"};
/// What every verb takes.
constexpr std::array<std::string_view, 7> kSharedOptions{
    "--rules", "--extra-rules", "--pack", "--no-settings", "--show-settings", "--lang", "--color"};
constexpr std::string_view kTextOrJson = "text|json";
constexpr std::string_view kForPeople = "text|json|markdown|html";

constexpr std::array kVerbs{
    RulesVerb{"list", kListOptions, kForPeople, run_rules_list},
    RulesVerb{"show", kShowOptions, kForPeople, run_rules_show},
    RulesVerb{"check", kCheckOptions, kTextOrJson, run_rules_check},
    RulesVerb{"test", kTestOptions, "text|json|junit|markdown|html", run_rules_test},
    RulesVerb{"coverage", kCoverageOptions, kForPeople, run_rules_coverage},
    RulesVerb{"export", kExportOptions, kTextOrJson, run_rules_export},
};

const RulesVerb& find_verb(const CommandLine& line) {
  if (line.operands.empty()) throw UsageError("usage.no-rules-verb");
  const std::string& word = line.operands.front();
  const auto* const found = std::find_if(kVerbs.begin(), kVerbs.end(),
                                         [&](const RulesVerb& verb) { return verb.name == word; });
  if (found != kVerbs.end()) return *found;
  std::vector<std::string_view> known;
  known.reserve(kVerbs.size());
  for (const RulesVerb& verb : kVerbs) known.push_back(verb.name);
  throw UsageError("usage.unknown-rules-verb", with_nearest({{"word", word}}, word, known));
}

/// Refuses what only other verbs take.
void check_options(const RulesVerb& verb, const CommandLine& line) {
  for (const auto& [option, value] : line.options) {
    if (contains(verb.options, option) || contains(kSharedOptions, option)) continue;
    throw UsageError(
        "usage.unknown-option",
        with_nearest({{"option", option}, {"command", "rules " + std::string(verb.name)}}, option,
                     {verb.options.begin(), verb.options.end()}));
  }
}

void check_format(const RulesVerb& verb, const CommandLine& line) {
  const auto format = line.value("--format");
  const auto known = split_choices(verb.formats);
  if (!format || contains(known, *format)) return;
  throw UsageError(
      "usage.unknown-value",
      with_nearest({{"option", "--format"}, {"value", *format}, {"known", comma_list(known)}},
                   *format, known));
}

}  // namespace

int run_rules(const CommandLine& line, const Console& console) {
  const RulesVerb& verb = find_verb(line);
  check_options(verb, line);
  check_format(verb, line);
  CommandLine rest = line;
  rest.operands.erase(rest.operands.begin());
  return verb.run(rest, console);
}

std::optional<UsedRules> read_used_rules(const CommandLine& line, const Console& console) {
  CommandLine judging = line;
  judging.options.erase("--fail-on");  // of findings here, not of verdicts
  UsedRules used{std::make_unique<RulesetResolver>(judging, console)};
  const JudgingConfig* config = used.resolver->for_deal("");
  if (config == nullptr) return std::nullopt;
  used.book = config->rules;
  used.config = config;
  return used;
}

SourceMap read_places(const UsedRules& used) {
  SourceMap places;
  places.add(builtin_rule_files());
  if (!used.config->pack.empty()) places.add(builtin_rule_files(used.config->pack));
  Diagnostics told;  // what is wrong with a folder kept it from being loaded
  for (const std::string& folder : used.config->folders) {
    places.add(read_rule_files(folder, told));
  }
  return places;
}

}  // namespace dealcheck

#include <algorithm>

#include "analysis/deal_diff.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/diff_input.h"
#include "cli/ruleset_resolver.h"
#include "report/compare/diff.h"
#include "rules/builtin/builtin.h"
#include "rules/rulebook.h"

namespace dealcheck {

namespace {

/// Its own meaning of --fail-on must not reach the resolver, which takes verdicts.
CommandLine without_fail_on(CommandLine line) {
  line.options.erase("--fail-on");
  return line;
}

std::optional<Date> read_old_day(const CommandLine& line) {
  const auto text = line.value("--old-as-of");
  if (!text) return std::nullopt;
  auto date = parse_date(*text);
  if (!date) throw UsageError("usage.not-a-date", {{"option", "--old-as-of"}, {"value", *text}});
  return date;
}

/// Judges pairs of versions.
class DiffJudge {
 public:
  DiffJudge(const CommandLine& line, const Console& console, const Rulebook* old_rules)
      : judging_(read_judging(line, console)),
        old_day_(read_old_day(line)),
        old_rules_(old_rules) {}

  DealChange judge(const VersionPair& pair, const JudgingConfig& config) const {
    const Rulebook& rules = *config.rules;
    const AssessOptions judging = judging_for(config, judging_);
    DealChange change;
    change.path = pair.path;
    change.diagnostics = pair.diagnostics;
    if (pair.before) change.old_name = pair.before->name;
    if (pair.after) change.new_name = pair.after->name;
    const Rulebook& old_rules = old_rules_ == nullptr ? rules : *old_rules_;
    const auto before = read(pair.before, old_rules, change.diagnostics);
    const auto after = read(pair.after, rules, change.diagnostics);
    if (pair.before && pair.after) {
      if (before && after) compare(pair, old_rules, *before, rules, *after, judging, change);
    } else if (after) {
      change.only = assess(rules, *after, judging, change.diagnostics);
    } else if (before) {
      AssessOptions how = judging;
      how.as_of = old_day_ ? old_day_ : judging_.as_of;
      change.only = assess(old_rules, *before, how, change.diagnostics);
    }
    return change;
  }

 private:
  static std::optional<Opportunity> read(const std::optional<VersionText>& version,
                                         const Rulebook& rules, Diagnostics& diagnostics) {
    if (!version) return std::nullopt;
    return read_deal(version->source, rules.vocabulary, diagnostics);
  }

  void compare(const VersionPair& pair, const Rulebook& old_rules, const Opportunity& before,
               const Rulebook& rules, const Opportunity& after, const AssessOptions& judging,
               DealChange& change) const {
    const Date new_day =
        judging_.as_of.value_or(stated_day(rules.vocabulary, after).value_or(judging_.today));
    const Date old_day = old_day_.value_or(stated_day(old_rules.vocabulary, before)
                                               .value_or(pair.before->committed.value_or(new_day)));
    DiffRules both{&rules, &old_rules, nullptr};
    std::optional<Opportunity> again;
    if (&rules != &old_rules) {
      again = read(pair.after, old_rules, change.diagnostics);
      if (!again) return;
      both.now_by_old_rules = &*again;
    }
    change.diff =
        compare_versions(both, {&before, old_day}, {&after, new_day}, judging, change.diagnostics);
  }

  AssessOptions judging_;
  std::optional<Date> old_day_;
  const Rulebook* old_rules_;
};

int exit_code(const DiffReport& report, const std::optional<std::string>& fail_on) {
  bool found = false;
  for (const DealChange& deal : report.deals) {
    if (!deal.judged()) return kExitFailed;
    if (fail_on == "any") found |= !deal.diff || moved(*deal.diff);
    if (fail_on == "worse") found |= deal.diff && got_worse(*deal.diff);
  }
  return found ? kExitFound : kExitGood;
}

std::string render(const DiffReport& report, const CommandLine& line, const Words& words,
                   const Console& console) {
  const std::string format = line.value("--format").value_or("text");
  if (format == "json") return render_diff_json(report, words, console.language);
  if (format == "markdown") return render_diff_markdown(report, words, console.language);
  return render_diff_text(report, words, report_look(console, line));
}

/// The rules of `--old-rules`; nothing when they are not asked for.
std::optional<Rulebook> load_old_rules(const CommandLine& line, const Console& console,
                                       bool& failed) {
  const auto folder = line.value("--old-rules");
  if (!folder) return std::nullopt;
  Diagnostics diagnostics;
  auto rules = load_rulebook(*folder, &builtin_rulebook(), diagnostics);
  complain(diagnostics, *console.words, console);
  failed = !rules;
  return rules;
}

}  // namespace

int run_diff(const CommandLine& line, const Console& console) {
  Diagnostics diagnostics;
  const auto request = read_diff_request(line, diagnostics);
  complain(diagnostics, *console.words, console);
  if (!request) return kExitFailed;
  bool failed = false;
  const auto old_rules = load_old_rules(line, console, failed);
  const CommandLine judging = without_fail_on(line);
  RulesetResolver resolver(judging, console);
  const DiffJudge judge(line, console, old_rules ? &*old_rules : nullptr);
  DiffReport report{request->range, old_rules.has_value(), {}};
  for (const VersionPair& pair : request->pairs) {
    const JudgingConfig* config = failed ? nullptr : resolver.for_deal(pair.path);
    if (config == nullptr) return request->from_git ? kExitGood : kExitFailed;
    report.deals.push_back(judge.judge(pair, *config));
    if (!request->from_git) {
      complain(report.deals.back().diagnostics, config->rules->words, console);
    }
  }
  const std::string text = render(report, line, *console.words, console);
  write_output(request->from_git ? text + "\n" : text);  // git puts one report behind the other
  return request->from_git ? kExitGood : exit_code(report, line.value("--fail-on"));
}

}  // namespace dealcheck

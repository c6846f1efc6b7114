// What every command that reads deals shares: options about reading and judging, rules, one file.

#include "cli/deal_input.h"

#include <cstdio>
#include <memory>

#include "base/alike.h"
#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "engine/verdict.h"
#include "rules/builtin/builtin.h"
#include "schema/fields.h"

namespace dealcheck {

std::optional<Date> read_as_of(const CommandLine& line) {
  const auto text = line.value("--as-of");
  if (!text) return std::nullopt;
  auto date = parse_date(*text);
  if (!date) throw UsageError("usage.not-a-date", {{"option", "--as-of"}, {"value", *text}});
  return date;
}

std::optional<Verdict> read_fail_on(const CommandLine& line) {
  const auto text = line.value("--fail-on");
  if (!text) return std::nullopt;
  auto verdict = parse_verdict(*text);
  if (verdict) return verdict;
  const std::vector<std::string_view> known = verdict_names();
  throw UsageError(
      "usage.unknown-value",
      with_nearest({{"option", "--fail-on"}, {"value", *text}, {"known", comma_list(known)}}, *text,
                   known));
}

std::size_t read_max_bytes(const CommandLine& line) {
  constexpr std::size_t kMost = 1'000'000'000'000;
  return read_count(line, "--max-bytes", kMost).value_or(kDefaultMaxBytes);
}

std::optional<std::size_t> read_count(const CommandLine& line, std::string_view option,
                                      std::size_t most) {
  const auto text = line.value(option);
  if (!text) return std::nullopt;
  const auto number = parse_whole(*text);
  const std::string digits = narrow(*text);
  const bool large = number ? *number > most
                            : !digits.empty() && digits.front() != '0' &&
                                  digits.find_first_not_of("0123456789") == std::string::npos;
  Arguments told{{"option", std::string(option)}, {"value", *text}, {"most", std::to_string(most)}};
  if (large) throw UsageError("usage.count-too-large", std::move(told));
  if (!number || *number < 1) throw UsageError("usage.not-a-count", std::move(told));
  return number;
}

AssessOptions read_judging(const CommandLine& line, const Console& console) {
  return {.as_of = read_as_of(line),
          .today = today(),
          .language = console.language,
          .elsewhere = has_builtin_rule};
}

std::string read_one_file(const CommandLine& line) {
  if (line.operands.empty()) throw UsageError("usage.no-file");
  if (line.operands.size() > 1) {
    throw UsageError("usage.one-file", {{"word", line.operands[1]}});
  }
  return line.operands.front();
}

std::optional<JudgedDeal> judge_deal_file(const std::string& path, const CommandLine& line,
                                          const Rulebook& rules, const Console& console,
                                          Diagnostics& diagnostics) {
  auto deal = read_deal_file(path, rules.vocabulary, read_max_bytes(line), diagnostics);
  if (!deal) return std::nullopt;
  auto assessment = assess(rules, *deal, read_judging(line, console), diagnostics);
  if (!assessment) return std::nullopt;
  JudgedDeal judged{std::make_unique<Opportunity>(std::move(*deal)), std::move(*assessment), {}};
  judged.facts = std::make_unique<Facts>(rules, *judged.deal, judged.assessment.as_of,
                                         judged.assessment.stages.judged);
  std::vector<RuleResult> hits;
  rule_on(rules, *judged.facts, hits);
  return judged;
}

void complain(const Diagnostics& diagnostics, const Words& words, const Console& console) {
  const std::string text = render_diagnostics(diagnostics, words, console.language,
                                              console.colour_err, console.charset_err);
  std::fputs(text.c_str(), stderr);
}

}  // namespace dealcheck

// `dealcheck rules test`

#include <regex.h>

#include <algorithm>
#include <array>

#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/rules_tests.h"
#include "cli/rules_verbs.h"

namespace dealcheck {

namespace {

/// A POSIX extended regular expression, as grep -E takes it, found anywhere in a text.
class Pattern {
 public:
  /// Throws UsageError when `text` is none.
  explicit Pattern(const std::string& text) {
    const int failure = regcomp(&compiled_, text.c_str(), REG_EXTENDED | REG_NOSUB);
    if (failure == 0) return;
    std::array<char, 200> reason{};
    regerror(failure, &compiled_, reason.data(), reason.size());
    throw UsageError("usage.not-a-pattern", {{"value", text}, {"reason", reason.data()}});
  }
  ~Pattern() { regfree(&compiled_); }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  [[nodiscard]] bool is_in(const std::string& text) const {
    return regexec(&compiled_, text.c_str(), 0, nullptr, 0) == 0;
  }

 private:
  regex_t compiled_{};
};

/// By its name, its file, or a rule that it expects something of.
bool is_meant(const Pattern& pattern, const RuleTest& test) {
  const auto of_rule = [&](const Expectation& one) {
    return !one.rule.empty() && pattern.is_in(one.rule);
  };
  return pattern.is_in(test.name) || pattern.is_in(test.path()) ||
         std::any_of(test.expect.begin(), test.expect.end(), of_rule);
}

std::optional<RuleTestRun> run_wanted(const CommandLine& line, const Console& console) {
  const auto text = line.value("--run");
  if (!text) return run_rule_tests(line, console);
  const Pattern pattern(*text);
  return run_rule_tests(line, console,
                        [&](const RuleTest& test) { return is_meant(pattern, test); });
}

}  // namespace

int run_rules_test(const CommandLine& line, const Console& console) {
  const std::string format = line.value("--format").value_or("text");
  const auto run = run_wanted(line, console);
  if (!run) return kExitFailed;
  complain_of_tests(*run, console);
  const Words& words = run->rules->words;
  if (format == "json") {
    write_output(render_rule_tests_json(run->report, words, console.language));
  } else if (format == "junit") {
    write_output(render_rule_tests_junit(run->report, words, console.language));
  } else {
    write_output(render_rule_tests_text(run->report, words, report_look(console, line)));
  }
  if (run->report.broken.has_errors()) return kExitFailed;
  return run->report.failed() > 0 ? kExitFound : kExitGood;
}

}  // namespace dealcheck

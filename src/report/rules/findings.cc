// What `dealcheck rules check` found: in the manner of every other complaint about a file, and a
// line that counts.

#include <array>

#include "lint/lint.h"
#include "report/deal/json_parts.h"
#include "report/rules/rules.h"
#include "report/shared/phrases.h"

namespace dealcheck {

namespace {

struct Counts {
  std::array<std::size_t, 3> by_severity{};

  [[nodiscard]] std::string of(Severity severity) const {
    return std::to_string(by_severity[static_cast<std::size_t>(severity)]);
  }
};

Counts count(const Diagnostics& found) {
  Counts counts;
  for (const Diagnostic* one : found.sorted()) {
    ++counts.by_severity[static_cast<std::size_t>(one->severity)];
  }
  return counts;
}

/// The part of the rule set that a finding is about: a rule, else a play or a fact; or nothing.
Json argument(const Diagnostic& finding, std::string_view name) {
  for (const auto& [key, value] : finding.arguments) {
    if (key == name) return value;
  }
  return {};
}

Json finding_json(const Diagnostic& finding, const Words& words, Language language) {
  const bool known = finding.id.starts_with(kFindingFront);
  return {{"kind", known ? finding.id.substr(kFindingFront.size()) : finding.id},
          {"severity", to_string(finding.severity)},
          {"rule", argument(finding, "rule")},
          {"file", finding.path},
          {"line", finding.at.line},
          {"column", finding.at.column},
          {"message", diagnostic_message(finding, words, language)},
          {"help", text_or_null(diagnostic_help(finding, words, language))}};
}

}  // namespace

std::string render_findings_text(const Rulebook& book, const Diagnostics& found, const Words& words,
                                 const RenderOptions& options) {
  Diagnostics shown;
  for (const Diagnostic& one : found.all()) {
    if (options.all || one.severity != Severity::note) shown.append(one);
  }
  const Counts counts = count(found);
  std::string text =
      render_diagnostics(shown, words, options.language, options.colour, options.charset);
  text += Phrases(words, options.language, options.charset)
              .say("rule_list.checked", {{"count", std::to_string(book.rules.size())},
                                         {"errors", counts.of(Severity::error)},
                                         {"warnings", counts.of(Severity::warning)},
                                         {"notes", counts.of(Severity::note)},
                                         {"hash", book.hash}});
  return text + "\n";
}

std::string render_findings_json(const Rulebook& book, const Diagnostics& found, const Words& words,
                                 Language language) {
  return dump({{"format_version", "1.0"},
               {"rule_set", {{"version", book.policy.version}, {"hash", book.hash}}},
               {"findings", array_of(found.sorted(), [&](const Diagnostic* one) {
                  return finding_json(*one, words, language);
                })}});
}

}  // namespace dealcheck

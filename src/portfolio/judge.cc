#include "portfolio/judge.h"

#include <algorithm>

#include "deal/deal_file.h"
#include "diagnostics/source.h"
#include "portfolio/record_key.h"

namespace dealcheck {

namespace {

DealEntry judge(const std::optional<Opportunity>& deal, const Rulebook& rules,
                const std::vector<const Rulebook*>& also, const BatchJudging& judging,
                Diagnostics& diagnostics) {
  if (!deal) return {};
  AssessOptions options = judging.options;
  options.detail = Detail::entry;
  const auto assessment = assess_also(rules, also, *deal, options, diagnostics);
  if (!assessment) return {};
  DealEntry entry = make_entry(*assessment, *deal->document);
  const auto name = [&](auto& one) { one.key = lasting_path(*deal, rules.vocabulary, one.path); };
  std::for_each(entry.risks.begin(), entry.risks.end(), name);
  std::for_each(entry.waived.begin(), entry.waived.end(), name);
  entry.review.review_after = rules.portfolio.review_after;
  return entry;
}

EntryDiagnostic make_diagnostic(const Diagnostic& one, const Words& words, Language language) {
  return {std::string(to_string(one.severity)),
          one.id,
          diagnostic_message(one, words, language),
          diagnostic_help(one, words, language),
          {one.at.line, one.at.column, one.at.column == 0 ? 0 : one.at.column + 1}};
}

}  // namespace

DealEntry judge_file(const std::string& path, const Rulebook& rules, const BatchJudging& judging,
                     Diagnostics& diagnostics, const std::vector<const Rulebook*>& also) {
  const auto deal = read_deal_file(path, rules.vocabulary, judging.max_bytes, diagnostics);
  DealEntry entry = judge(deal, rules, also, judging, diagnostics);
  const Language language = judging.options.language;
  entry.path = path;
  entry.language = row_of(language).code;
  for (const Diagnostic* one : diagnostics.sorted()) {
    entry.diagnostics.push_back(make_diagnostic(*one, rules.words, language));
  }
  return entry;
}

DealEntry judge_text(const std::string& path, std::string text, const Rulebook& rules,
                     const BatchJudging& judging, Diagnostics& diagnostics) {
  const auto source = check_source(path, std::move(text), diagnostics, judging.max_bytes);
  DealEntry entry =
      judge(read_deal(source, rules.vocabulary, diagnostics), rules, {}, judging, diagnostics);
  entry.path = path;
  return entry;
}

}  // namespace dealcheck

// Many deals as a table, the worst first, and what it adds up to.

#include <algorithm>

#include "report/batch/batch.h"
#include "report/batch/deal_list.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostRows = 100;  ///< without --all
constexpr int kWidthWithFiles = 100;

class BatchText {
 public:
  BatchText(const BatchReport& report, const Words& words, const RenderOptions& options)
      : report_(report),
        counts_(count_report(report)),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)),
        all_(options.all) {}

  std::string render() {
    sheet_.paragraph(0,
                     {count_line(phrases_, report_.deals.size(), counts_.broken, days_of(report_)),
                      Style::strong});
    table();
    broken();
    fresh();
    stale();
    summary();
    return sheet_.finish();
  }

 private:
  [[nodiscard]] std::string count(std::string_view id, std::size_t number) const {
    return phrases_.say(id, {{"count", std::to_string(number)}});
  }

  [[nodiscard]] std::vector<std::string> cells_of(const DealEntry& deal) const {
    return {deal.verdict_label,
            entry_title(deal),
            phrases_.label("stage", deal.stage),
            percent(deal.coverage),
            told_also(deal, phrases_),
            deal.because.label,
            deal.next_step.label,
            sheet_.width() < kWidthWithFiles || deal.name.empty() ? "" : deal.path};
  }

  /// A screen that is too narrow for the table gets a line or two for each deal.
  void listed(const std::vector<std::vector<std::string>>& rows, const std::vector<Style>& styles) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      sheet_.line(kPageIndent, {rows[i].front(), styles[i]});
      std::vector<std::string> rest(rows[i].begin() + 1, rows[i].end());
      std::erase(rest, "");
      sheet_.paragraph(2 * kPageIndent, {rest, Style::plain});
    }
  }

  void table() {
    std::vector<std::vector<std::string>> rows;
    std::vector<Style> styles;
    for (const DealEntry& deal : report_.deals) {
      if (!deal.judged || (!all_ && rows.size() == kMostRows)) continue;
      rows.push_back(cells_of(deal));
      styles.push_back(style_of(*parse_verdict(deal.verdict)));
    }
    if (rows.empty()) return;
    sheet_.blank();
    std::vector<std::string> heads;
    for (const auto* column :
         {"verdict", "deal", "stage", "evidence", "also", "reason", "step", "file"}) {
      heads.push_back(phrases_.label("batch.column", column));
    }
    if (!sheet_.table(heads, rows, {{1, 4, 5, 6, 7}, styles})) listed(rows, styles);
    if (rows.size() == counts_.judged) return;
    sheet_.paragraph(kPageIndent,
                     {{count("batch.more", counts_.judged - rows.size())}, Style::faint});
  }

  void broken() {
    if (counts_.broken == 0) return;
    put_heading(sheet_, phrases_.say("batch.heading.not_judged"));
    std::vector<Row> rows;
    for (const DealEntry& deal : report_.deals) {
      if (!deal.judged) add_errors(deal, rows);
    }
    sheet_.rows(rows);
  }

  void fresh() {
    if (counts_.fresh == 0) return;
    put_heading(sheet_, phrases_.say("batch.heading.new"));
    std::vector<Row> rows;
    for (const DealEntry& deal : report_.deals) {
      for (const EntryRisk& risk : deal.risks) {
        if (risk.state != "new") continue;
        rows.push_back({.lead = {"•", Style::bad},
                        .label = {phrases_.label("severity", risk.severity)},
                        .message = risk.message,
                        .tail = {risk.rule, place_of(deal.path, risk.region)}});
      }
    }
    sheet_.rows(rows);
  }

  void stale() {
    if (report_.stale.empty()) return;
    put_heading(sheet_, phrases_.say("batch.heading.stale"));
    std::vector<Row> rows;
    for (const KnownRisk& one : report_.stale) {
      rows.push_back(
          {.lead = {"•", Style::faint}, .message = one.file, .tail = {one.rule, one.path}});
    }
    sheet_.rows(rows);
  }

  [[nodiscard]] std::string counted(const std::string& name, std::size_t number) const {
    return phrases_.say("batch.counted", {{"name", name}, {"count", std::to_string(number)}});
  }

  /// In the words of the deals themselves, which stand together by verdict.
  [[nodiscard]] std::vector<std::string> verdicts() const {
    std::vector<std::string> parts;
    std::string_view last;
    for (const DealEntry& deal : report_.deals) {
      if (!deal.judged || deal.verdict == last) continue;
      last = deal.verdict;
      const auto verdict = static_cast<std::size_t>(*parse_verdict(deal.verdict));
      parts.push_back(counted(deal.verdict_label, counts_.verdicts[verdict]));
    }
    return parts;
  }

  [[nodiscard]] std::vector<std::string> risks() const {
    std::vector<std::string> parts;
    for (const auto severity : {MineSeverity::deadly, MineSeverity::serious, MineSeverity::minor}) {
      const std::size_t number = counts_.risks[static_cast<std::size_t>(severity)];
      if (number == 0) continue;
      parts.push_back(counted(phrases_.label("severity", to_string(severity)), number));
    }
    return parts;
  }

  void summary() {
    sheet_.blank();
    put_counts("batch.verdicts", verdicts());
    put_counts("batch.risks", risks());
    if (counts_.waived > 0) {
      put_counts("batch.waived", {std::to_string(counts_.waived)});
    }
    if (counts_.overrides > 0) put_counts("batch.overrides", {std::to_string(counts_.overrides)});
    if (counts_.known + counts_.fresh > 0) {
      put_counts("batch.baseline",
                 {count("batch.known", counts_.known), count("batch.new", counts_.fresh)});
    }
    if (counts_.failing > 0) {
      put_counts("batch.failing", {std::to_string(counts_.failing)});
    }
  }

  void put_counts(std::string_view id, const std::vector<std::string>& parts) {
    if (parts.empty()) return;
    sheet_.hanging({phrases_.say(id), Style::plain}, {{parts, Style::plain}});
  }

  const BatchReport& report_;
  BatchCounts counts_;
  Phrases phrases_;
  Sheet sheet_;
  bool all_;
};

}  // namespace

std::string render_batch_text(const BatchReport& report, const Words& words,
                              const RenderOptions& options) {
  return BatchText(report, words, options).render();
}

}  // namespace dealcheck

// A comparison as text: of a range first all deals as a table, then each of them whole.

#include <algorithm>

#include "report/compare/change_rows.h"
#include "report/compare/diff.h"
#include "report/compare/diff_deal_text.h"
#include "report/compare/diff_parts.h"

namespace dealcheck {

namespace {

/// A whole comparison.
class DiffText {
 public:
  DiffText(const DiffReport& report, const Words& words, const RenderOptions& options)
      : report_(report),
        words_(words),
        options_(options),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render() {
    if (!report_.range.empty()) overview();
    const bool whole = report_.range.empty() || options_.all;
    bool first = report_.range.empty();
    for (const DealChange* deal : sorted_changes(report_)) {
      if (!whole || !deal->judged()) continue;
      if (!first) sheet_.blank();
      first = false;
      put(*deal);
    }
    broken();
    return sheet_.finish();
  }

 private:
  void put(const DealChange& deal) {
    if (deal.diff) {
      return put_deal_diff(sheet_, phrases_, deal, report_.other_rules, options_.all);
    }
    put_title(sheet_, phrases_, *deal.only);
    sheet_.paragraph(kPageIndent, {{only_text(phrases_, deal)}, style_of(deal.only->verdict)});
  }

  void overview() {
    sheet_.paragraph(0, {{range_title(phrases_, report_)}, Style::strong});
    sheet_.paragraph(0, {count_texts(phrases_, count_changes(report_)), Style::plain});
    std::vector<std::vector<std::string>> rows;
    for (const DealChange* deal : sorted_changes(report_)) {
      if (deal->judged()) rows.push_back(table_cells(phrases_, *deal));
    }
    if (rows.empty()) return;
    sheet_.blank();
    if (!sheet_.table(table_head(phrases_), rows)) {
      for (const auto& row : rows) sheet_.paragraph(kPageIndent, {row, Style::plain});
    }
    if (options_.all) return;
    sheet_.blank();
    sheet_.paragraph(0, {{phrases_.say("diff.each_whole")}, Style::faint});
  }

  void broken() {
    std::vector<Row> rows;
    for (const DealChange& deal : report_.deals) {
      if (deal.judged()) continue;
      for (const Diagnostic& one : deal.diagnostics.all()) {
        if (one.severity != Severity::error) continue;
        rows.push_back(
            {.lead = {"✗", Style::bad},
             .message = diagnostic_message(one, words_, options_.language, options_.charset),
             .tail = {whole_place(one)}});
      }
    }
    if (rows.empty()) return;
    if (report_.range.empty()) sheet_.line(0, {report_.deals.front().path, Style::strong});
    put_heading(sheet_, phrases_.say("diff.heading.broken"));
    sheet_.rows(rows);
  }

  const DiffReport& report_;
  const Words& words_;
  const RenderOptions& options_;
  Phrases phrases_;
  Sheet sheet_;
};

}  // namespace

std::string render_diff_text(const DiffReport& report, const Words& words,
                             const RenderOptions& options) {
  return DiffText(report, words, options).render();
}

}  // namespace dealcheck

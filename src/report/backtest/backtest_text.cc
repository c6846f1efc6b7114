#include "report/backtest/backtest_told.h"
#include "report/shared/page.h"

namespace dealcheck {

namespace {

class BacktestText {
 public:
  BacktestText(const BacktestReport& report, const RenderOptions& options)
      : phrases_(*report.words, options.language, options.charset),
        told_(tell_backtest(report, phrases_, options.all)),
        sheet_(sheet_for(options)) {}

  std::string render() {
    sheet_.paragraph(0, {told_.head, Style::strong});
    for (const BacktestSection& section : told_.sections) put(section);
    return sheet_.finish();
  }

 private:
  void put(const BacktestSection& section) {
    if (!section.heading.empty()) put_heading(sheet_, section.heading);
    put_table(section);
    std::vector<Row> rows;
    for (const BacktestLine& line : section.lines) {
      rows.push_back({.lead = {"•", Style::plain},
                      .label = {line.label, Style::strong},
                      .message = line.message,
                      .tail = {line.place}});
      for (const std::string& note : line.notes) rows.push_back({.message = note});
    }
    sheet_.rows(rows);
    if (section.more == 0) return;
    const std::string more = std::to_string(section.more);
    sheet_.paragraph(2 * kPageIndent,
                     {{phrases_.say("backtest.more", {{"count", more}})}, Style::faint});
  }

  void put_table(const BacktestSection& section) {
    if (section.rows.empty() || sheet_.table(section.head, section.rows)) return;
    for (const auto& cells : section.rows) sheet_.paragraph(kPageIndent, {cells, Style::plain});
  }

  Phrases phrases_;
  BacktestTold told_;
  Sheet sheet_;
};

}  // namespace

std::string render_backtest_text(const BacktestReport& report, const RenderOptions& options) {
  return BacktestText(report, options).render();
}

}  // namespace dealcheck

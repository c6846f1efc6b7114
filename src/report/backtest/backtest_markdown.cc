#include "report/backtest/backtest_told.h"
#include "report/writers/markdown.h"

namespace dealcheck {

namespace {

std::string told_table(const BacktestSection& section) {
  std::vector<std::vector<std::string>> rows = section.rows;
  for (auto& row : rows) {
    for (std::string& cell : row) cell = markdown_text(cell);
  }
  return markdown_table(section.head, rows);
}

std::string told_line(const BacktestLine& line) {
  std::string text = "- ";
  if (!line.label.empty()) text += "**" + markdown_text(line.label) + "** ";
  text += markdown_text(line.message);
  if (!line.place.empty()) text += " (" + markdown_text(line.place) + ")";
  text += "\n";
  for (const std::string& note : line.notes) text += "  - " + markdown_text(note) + "\n";
  return text;
}

}  // namespace

std::string render_backtest_markdown(const BacktestReport& report, const RenderOptions& options) {
  const Phrases phrases(*report.words, options.language);
  const BacktestTold told = tell_backtest(report, phrases, true);
  std::string text = "### " + markdown_text(phrases.say("backtest.title")) + "\n\n" +
                     markdown_text(phrases.joined(told.head, "dot")) + "\n";
  for (const BacktestSection& section : told.sections) {
    if (!section.heading.empty()) text += "\n#### " + markdown_text(section.heading) + "\n";
    text += "\n";
    if (!section.rows.empty()) text += told_table(section);
    if (!section.rows.empty() && !section.lines.empty()) text += "\n";
    for (const BacktestLine& line : section.lines) text += told_line(line);
  }
  return text;
}

}  // namespace dealcheck

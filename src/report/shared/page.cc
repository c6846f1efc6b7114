#include "report/shared/page.h"

#include <algorithm>

#include "report/shared/deal_words.h"

namespace dealcheck {

Sheet sheet_for(const RenderOptions& options) {
  if (options.format == ReportFormat::markdown) return {markdown_sheet(), kWidePage};
  if (options.format == ReportFormat::html) return {html_sheet(options.language), kWidePage};
  return Sheet(std::max(options.width, kNarrowestPage), options.colour, options.charset);
}

void put_title(Sheet& sheet, const Phrases& phrases, const Assessment& deal) {
  const std::string stage_and_day =
      phrases.say("title.right",
                  {{"stage", phrases.label(deal.stages.judged)}, {"date", iso_date(deal.as_of)}});
  sheet.line(0, {deal_name(deal), Style::strong}, {stage_and_day, Style::faint});
}

void put_heading(Sheet& sheet, const std::string& text, const std::string& right) {
  sheet.heading({text, Style::strong}, {right, Style::plain});
}

}  // namespace dealcheck

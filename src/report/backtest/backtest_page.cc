#include "report/backtest/backtest_told.h"
#include "report/backtest/reliability_chart.h"
#include "report/writers/html_page.h"
#include "report/writers/page_parts.h"

namespace dealcheck {

namespace {

void put_rows(Markup& out, const BacktestSection& section) {
  if (section.rows.empty()) return;
  out.in("table", {}, [&] {
    out.in("thead", {}, [&] {
      out.in("tr", {}, [&] {
        for (const std::string& cell : section.head) out.leaf("th", {{"scope", "col"}}, cell);
      });
    });
    out.in("tbody", {}, [&] {
      for (const auto& row : section.rows) {
        out.in("tr", {}, [&] {
          out.leaf("th", {{"scope", "row"}}, row.front());
          for (std::size_t i = 1; i < row.size(); ++i) out.leaf("td", {}, row[i]);
        });
      }
    });
  });
}

void put_line(Markup& out, const BacktestLine& line) {
  out.in("li", {}, [&] {
    if (!line.label.empty()) {
      out.leaf("strong", {}, line.label);
      out.text(" ");
    }
    out.text(line.message);
    if (!line.place.empty()) {
      out.text(" ");
      out.leaf("span", {{"class", "place faint"}}, line.place);
    }
    for (const std::string& note : line.notes) out.leaf("p", {{"class", "small"}}, note);
  });
}

void put_section(Markup& out, const BacktestSection& section) {
  if (!section.heading.empty()) out.leaf("h2", {}, section.heading);
  put_rows(out, section);
  if (section.lines.empty()) return;
  out.in("ul", {}, [&] {
    for (const BacktestLine& line : section.lines) put_line(out, line);
  });
}

}  // namespace

std::string render_backtest_page(const BacktestReport& report, const RenderOptions& options) {
  const Phrases phrases(*report.words, options.language);
  const BacktestTold told = tell_backtest(report, phrases, true);
  const std::string title = phrases.say("backtest.title");
  return render_html_page({title, options.language}, [&](Markup& out) {
    out.in("header", {}, [&] {
      out.leaf("h1", {}, title);
      put_facts(out, told.head);
    });
    out.in("main", {}, [&] {
      for (const BacktestSection& section : told.sections) {
        out.in("section", {}, [&] {
          put_section(out, section);
          const auto& chances = report.backtest->chances;
          if (section.id == "chances" && chances) put_reliability(out, phrases, *chances);
        });
      }
    });
  });
}

}  // namespace dealcheck

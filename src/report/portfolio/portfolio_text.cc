// Many deals as a manager goes through them in the weekly review.

#include <algorithm>

#include "report/batch/deal_list.h"
#include "report/portfolio/portfolio_phrases.h"
#include "report/shared/page.h"
#include "report/writers/bars.h"

namespace dealcheck {

namespace {

constexpr int kBarCells = 10;
constexpr std::size_t kMostRowsOfSection = 12;  ///< of one section, without --all

class PortfolioText {
 public:
  PortfolioText(const PortfolioReport& report, const RenderOptions& options)
      : portfolio_(*report.portfolio),
        tells_(report, options.language, options.charset),
        phrases_(tells_.phrases()),
        sheet_(sheet_for(options)),
        charset_(options.charset),
        all_(options.all) {}

  std::string render() {
    sheet_.paragraph(0, {tells_.head(), Style::strong});
    if (portfolio_.stages.empty() || !any_open()) {
      sheet_.paragraph(kPageIndent, {{phrases_.say("portfolio.none_open")}, Style::plain});
    } else {
      open_deals();
    }
    broken();
    return sheet_.finish();
  }

 private:
  [[nodiscard]] bool any_open() const {
    return std::any_of(portfolio_.deals.begin(), portfolio_.deals.end(),
                       [](const DealView& deal) { return deal.open; });
  }

  void open_deals() {
    funnel();
    section("drop", tells_.to_drop(), {"✗", Style::bad});
    few();
    section("control", tells_.to_control(), {"!", Style::mixed});
    section("attention", tells_.attention(), {"•", Style::plain});
    groups("owners", tells_.owners());
    for (const std::string& line : tells_.competing_deals()) {
      sheet_.rows({{.lead = {"!", Style::mixed}, .message = line}});
    }
    groups("stages", tells_.stages());
    groups("classes", tells_.classes());
    unknown();
  }

  void heading(const std::string& name) {
    put_heading(sheet_, phrases_.label("portfolio.heading", name));
  }

  void funnel() {
    heading("funnel");
    std::size_t most = 0;
    for (const DealGroup& layer : portfolio_.layers) most = std::max(most, layer.deals.size());
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < portfolio_.layers.size(); ++i) {
      const DealGroup& layer = portfolio_.layers[i];
      if (layer.id.empty() && layer.deals.empty()) continue;
      const auto count = static_cast<double>(layer.deals.size());
      rows.push_back({tells_.layer_name(i), std::to_string(layer.deals.size()),
                      bar(count, static_cast<double>(most), kBarCells, charset_),
                      phrases_.joined(tells_.amounts(layer), "comma"), tells_.layer_work(i)});
    }
    put_table(
        {phrases_.label("portfolio.column", "layer"), phrases_.label("portfolio.column", "deals"),
         "", phrases_.label("portfolio.column", "amount"),
         phrases_.label("portfolio.column", "work")},
        rows, {3, 4});
    for (const std::string& line : tells_.starving()) {
      sheet_.rows({{.lead = {"!", Style::mixed}, .message = line}});
    }
  }

  void put_table(const std::vector<std::string>& head,
                 const std::vector<std::vector<std::string>>& rows,
                 const std::vector<std::size_t>& gives_way) {
    if (sheet_.table(head, rows, {gives_way, {}})) return;
    for (const auto& cells : rows) sheet_.paragraph(kPageIndent, {cells, Style::plain});
  }

  void groups(const std::string& name, const PortfolioPhrases::Table& table) {
    heading(name);
    put_table(table.head, table.rows, {0, 3, 4});
  }

  void section(const std::string& name, const std::vector<DealLine>& lines, const Cell& lead) {
    if (lines.empty()) return;
    heading(name);
    std::vector<Row> rows;
    for (const DealLine& line : lines) {
      if (!all_ && rows.size() == kMostRowsOfSection) break;
      const bool same = !rows.empty() && lines[rows.size() - 1].deal == line.deal;
      const std::string& title = entry_title(tells_.entry(line.deal));
      rows.push_back({.lead = same ? Cell{} : lead,
                      .label = same ? Cell{} : Cell{title, Style::strong},
                      .message = line.message,
                      .note = line.note,
                      .tail = {tells_.place(line)}});
    }
    sheet_.rows(rows);
    if (rows.size() == lines.size()) return;
    const std::string more = std::to_string(lines.size() - rows.size());
    sheet_.paragraph(2 * kPageIndent,
                     {{phrases_.say("portfolio.more", {{"count", more}})}, Style::faint});
  }

  void few() {
    heading("few");
    const std::vector<DealLine> lines = tells_.few();
    if (lines.empty()) {
      sheet_.paragraph(2 * kPageIndent, {{phrases_.say("portfolio.few_none")}, Style::plain});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const DealLine& line = lines[i];
      const std::string number = std::to_string(i + 1) + " ";
      sheet_.line(kPageIndent, {number + entry_title(tells_.entry(line.deal)), Style::strong},
                  {tells_.place(line), Style::faint});
      sheet_.paragraph(2 * kPageIndent, {tells_.facts_of(line.deal), Style::plain});
      for (const std::string& text : {line.message, line.note}) {
        sheet_.paragraph(2 * kPageIndent, {{text}, Style::plain});
      }
    }
  }

  void unknown() {
    const std::vector<std::string> lines = tells_.unknown();
    if (lines.empty()) return;
    heading("unknown");
    for (const std::string& line : lines) {
      sheet_.rows({{.lead = {"?", Style::open}, .message = line}});
    }
  }

  void broken() {
    if (portfolio_.broken.empty()) return;
    put_heading(sheet_, phrases_.say("batch.heading.not_judged"));
    std::vector<Row> rows;
    for (const std::size_t deal : portfolio_.broken) add_errors(tells_.entry(deal), rows);
    sheet_.rows(rows);
  }

  const Portfolio& portfolio_;
  PortfolioPhrases tells_;
  const Phrases& phrases_;
  Sheet sheet_;
  Charset charset_;
  bool all_;
};

}  // namespace

std::string render_portfolio_text(const PortfolioReport& report, const RenderOptions& options) {
  return PortfolioText(report, options).render();
}

}  // namespace dealcheck

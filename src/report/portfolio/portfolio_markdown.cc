// The review as a page for a wiki or a mail: what the text says, all of it.

#include "report/batch/batch.h"
#include "report/portfolio/portfolio_phrases.h"
#include "report/writers/markdown.h"

namespace dealcheck {

namespace {

class PortfolioMarkdown {
 public:
  PortfolioMarkdown(const PortfolioReport& report, Language language)
      : portfolio_(*report.portfolio), tells_(report, language), phrases_(tells_.phrases()) {}

  std::string render() {
    text_ = "### dealcheck\n\n" + markdown_text(phrases_.joined(tells_.head(), "dot")) + "\n";
    funnel();
    section("drop", tells_.to_drop());
    section("few", tells_.few());
    section("control", tells_.to_control());
    section("attention", tells_.attention());
    table("owners", tells_.owners());
    list(tells_.competing_deals());
    table("stages", tells_.stages());
    table("classes", tells_.classes());
    unknown();
    broken();
    return std::move(text_);
  }

 private:
  void heading(const std::string& name) {
    text_ += "\n#### " + phrases_.label("portfolio.heading", name) + "\n\n";
  }

  void list(const std::vector<std::string>& lines) {
    if (!lines.empty() && !text_.ends_with("\n\n")) text_ += '\n';
    for (const std::string& line : lines) text_ += "- " + markdown_text(line) + "\n";
  }

  void funnel() {
    heading("funnel");
    std::vector<std::string> head;
    for (const auto* column : {"layer", "deals", "amount", "work"}) {
      head.push_back(phrases_.label("portfolio.column", column));
    }
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < portfolio_.layers.size(); ++i) {
      const DealGroup& layer = portfolio_.layers[i];
      if (layer.id.empty() && layer.deals.empty()) continue;
      rows.push_back({markdown_text(tells_.layer_name(i)), std::to_string(layer.deals.size()),
                      markdown_text(phrases_.joined(tells_.amounts(layer), "comma")),
                      markdown_text(tells_.layer_work(i))});
    }
    text_ += markdown_table(head, rows);
    list(tells_.starving());
  }

  void section(const std::string& name, const std::vector<DealLine>& lines) {
    if (lines.empty()) return;
    heading(name);
    for (const DealLine& line : lines) {
      text_ += "- **" + markdown_text(entry_title(tells_.entry(line.deal))) + "** " +
               markdown_text(line.message) + " (" + markdown_text(tells_.place(line)) + ")\n";
      if (!line.note.empty()) text_ += "  - " + markdown_text(line.note) + "\n";
    }
  }

  void table(const std::string& name, const PortfolioPhrases::Table& table) {
    if (table.rows.empty()) return;
    heading(name);
    std::vector<std::vector<std::string>> rows = table.rows;
    for (auto& row : rows) {
      for (std::string& cell : row) cell = markdown_text(cell);
    }
    text_ += markdown_table(table.head, rows);
  }

  void unknown() {
    const std::vector<std::string> lines = tells_.unknown();
    if (lines.empty()) return;
    heading("unknown");
    list(lines);
  }

  void broken() {
    if (portfolio_.broken.empty()) return;
    text_ += "\n#### " + phrases_.say("batch.heading.not_judged") + "\n\n";
    for (const std::size_t place : portfolio_.broken) {
      const DealEntry& deal = tells_.entry(place);
      for (const EntryDiagnostic* one : errors_of(deal)) {
        text_ += "- " + markdown_text(place_of(deal.path, one->region)) + ": " +
                 markdown_text(one->message) + "\n";
      }
    }
  }

  const Portfolio& portfolio_;
  PortfolioPhrases tells_;
  const Phrases& phrases_;
  std::string text_;
};

}  // namespace

std::string render_portfolio_markdown(const PortfolioReport& report, const RenderOptions& options) {
  return PortfolioMarkdown(report, options.language).render();
}

}  // namespace dealcheck

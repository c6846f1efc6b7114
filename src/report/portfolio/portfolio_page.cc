#include "report/portfolio/portfolio_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "report/portfolio/portfolio_sections.h"
#include "report/writers/html_page.h"
#include "report/writers/page_parts.h"

namespace dealcheck {

namespace {

using PutSection = void (*)(PortfolioPage&);

/// The order of reading: how full the funnel is, what to do, where the deals stand and how they
/// moved, who does it, then every deal.
constexpr std::array<PutSection, 12> kSections{put_funnel, put_few,     put_drop,      put_dots,
                                               put_trend,  put_control, put_attention, put_owners,
                                               put_deals,  put_stages,  put_classes,   put_unknown};

void put_footer(PortfolioPage& page) {
  page.out.in("footer", {}, [&] {
    const auto& deals = page.portfolio().deals;
    const auto judged = std::find_if(deals.begin(), deals.end(),
                                     [](const DealView& deal) { return deal.entry.judged; });
    const std::string version = judged == deals.end() ? "" : judged->entry.rules_version;
    page.out.leaf("p", {}, page.phrases.say("portfolio.made", {{"rules", version}}));
  });
}

}  // namespace

std::vector<std::string> currencies_of(const Portfolio& portfolio) {
  std::map<std::string, std::size_t> counts;
  for (const DealView& deal : portfolio.deals) {
    const EntryAmount& amount = deal.entry.review.amount;
    if (deal.open && amount.known && !amount.currency.empty()) ++counts[amount.currency];
  }
  std::vector<std::string> currencies;
  currencies.reserve(counts.size());
  for (const auto& [currency, count] : counts) currencies.push_back(currency);
  std::stable_sort(currencies.begin(), currencies.end(),
                   [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
  return currencies;
}

std::string render_portfolio_page(const PortfolioReport& report, const RenderOptions& options) {
  const PagePhrases page_phrases(report.rules->words, options.language);
  const PortfolioPhrases tells(report, options.language);
  const std::vector<std::string> head = tells.head();
  const std::string title = page_phrases.report().joined(
      {page_phrases.say("portfolio.title"), page_phrases.report().joined(head, "dot")}, "dot");
  const HtmlFrame frame{title, options.language, "portfolio.js"};
  return render_html_page(frame, [&](Markup& out) {
    PortfolioPage page{report, tells, page_phrases, out, options.all};
    out.in("header", {}, [&] {
      out.leaf("h1", {}, page_phrases.say("portfolio.title"));
      put_facts(out, head);
    });
    out.in("main", {}, [&] {
      if (page.open() == 0) out.leaf("p", {}, page_phrases.report().say("portfolio.none_open"));
      for (const PutSection put : kSections) {
        if (page.open() > 0) put(page);
      }
      put_broken(page);
    });
    put_footer(page);
  });
}

}  // namespace dealcheck

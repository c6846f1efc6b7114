#pragma once

#include <string>
#include <vector>

#include "base/function_ref.h"
#include "report/portfolio/deal_call.h"
#include "report/portfolio/portfolio_phrases.h"
#include "report/shared/page_phrases.h"
#include "report/writers/markup.h"

namespace dealcheck {

/// What the sections of a portfolio's page share while the page is written.
struct PortfolioPage {
  const PortfolioReport& report;
  const PortfolioPhrases& tells;
  const PagePhrases& phrases;
  Markup& out;
  bool all = false;  ///< nothing is folded away

  [[nodiscard]] const Portfolio& portfolio() const { return *report.portfolio; }
  [[nodiscard]] const PortfolioRules& rules() const { return report.rules->portfolio; }
  /// How many are open: they stand first, and are numbered from 1 in this order.
  [[nodiscard]] std::size_t open() const {
    return portfolio().deals.size() - portfolio().closed.size() - portfolio().broken.size();
  }
  [[nodiscard]] std::string verdict(const DealEntry& deal) const {
    return phrases.report().label("portfolio.verdict", deal.verdict);
  }
};

/// The currencies of the open deals, the one of most deals first. Amounts without one count to
/// none.
[[nodiscard]] std::vector<std::string> currencies_of(const Portfolio& portfolio);

/// Puts a list of so many items; all but the first ones are folded away.
void put_in_part(PortfolioPage& page, std::size_t count,
                 FunctionRef<void(std::size_t from, std::size_t to)> put);
/// Head and rows; on narrow screens each row stands as a block.
void put_table(PortfolioPage& page, const PortfolioPhrases::Table& table);

// The sections, one function each. Without content they leave no heading behind.

void put_funnel(PortfolioPage& page);
void put_few(PortfolioPage& page);  ///< what to push
void put_drop(PortfolioPage& page);
void put_dots(PortfolioPage& page);   ///< by standing and amount
void put_trend(PortfolioPage& page);  ///< against the commit before, or why there is none
void put_control(PortfolioPage& page);
void put_attention(PortfolioPage& page);
void put_owners(PortfolioPage& page);  ///< with a bar of the time that each would need
void put_deals(PortfolioPage& page);   ///< the table to be sorted and filtered
void put_stages(PortfolioPage& page);
void put_classes(PortfolioPage& page);
void put_unknown(PortfolioPage& page);
void put_broken(PortfolioPage& page);  ///< those that could not be judged

}  // namespace dealcheck

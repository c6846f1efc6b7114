#pragma once

#include <string>

#include "report/portfolio/portfolio.h"

namespace dealcheck {

/// Many deals as a page of HTML that needs nothing else: the funnel, the deals as dots, what to
/// push and what to drop, and a table that can be sorted and filtered; without its script it is the
/// same page, with the table in the order of the review.
[[nodiscard]] std::string render_portfolio_page(const PortfolioReport& report,
                                                const RenderOptions& options);

}  // namespace dealcheck

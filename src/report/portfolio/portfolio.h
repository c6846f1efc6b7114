#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.h"
#include "portfolio/trend.h"
#include "report/shared/render.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The portfolio and the rules it was made with, to be told.
struct PortfolioReport {
  const Portfolio* portfolio = nullptr;
  const Rulebook* rules = nullptr;
  /// Against the commit before, or why there is none; null: nobody asked. Only the page tells it.
  const TrendResult* trend = nullptr;
};

[[nodiscard]] std::string render_portfolio_text(const PortfolioReport& report,
                                                const RenderOptions& options);
[[nodiscard]] std::string render_portfolio_json(const PortfolioReport& report,
                                                const RenderOptions& options);
/// One line for each deal.
[[nodiscard]] std::string render_portfolio_csv(const PortfolioReport& report,
                                               const RenderOptions& options);
[[nodiscard]] std::string render_portfolio_markdown(const PortfolioReport& report,
                                                    const RenderOptions& options);

/// The report in one of the formats text, json, csv, markdown, html.
[[nodiscard]] std::string render_portfolio(const PortfolioReport& report, std::string_view format,
                                           const RenderOptions& options);

}  // namespace dealcheck

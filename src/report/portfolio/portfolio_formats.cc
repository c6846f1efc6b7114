// The formats of a portfolio, a row each.

#include <algorithm>
#include <array>

#include "report/portfolio/portfolio.h"
#include "report/portfolio/portfolio_page.h"

namespace dealcheck {

namespace {

struct Format {
  std::string_view name;
  std::string (*render)(const PortfolioReport& report, const RenderOptions& options);
};

constexpr std::array kFormats{
    Format{"text", render_portfolio_text}, Format{"json", render_portfolio_json},
    Format{"csv", render_portfolio_csv}, Format{"markdown", render_portfolio_markdown},
    Format{"html", render_portfolio_page}};

}  // namespace

std::string render_portfolio(const PortfolioReport& report, std::string_view format,
                             const RenderOptions& options) {
  const auto* const found = std::find_if(kFormats.begin(), kFormats.end(),
                                         [&](const Format& one) { return one.name == format; });
  return found->render(report, options);
}

}  // namespace dealcheck

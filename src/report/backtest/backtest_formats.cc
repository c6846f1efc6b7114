// The formats of a backtest, a row each.

#include <algorithm>
#include <array>

#include "report/backtest/backtest.h"

namespace dealcheck {

namespace {

struct BacktestFormat {
  std::string_view name;
  std::string (*render)(const BacktestReport& report, const RenderOptions& options);
};

constexpr std::array kBacktestFormats{BacktestFormat{"text", render_backtest_text},
                                      BacktestFormat{"json", render_backtest_json},
                                      BacktestFormat{"markdown", render_backtest_markdown},
                                      BacktestFormat{"html", render_backtest_page}};

}  // namespace

std::string render_backtest(const BacktestReport& report, std::string_view format,
                            const RenderOptions& options) {
  const auto* const found =
      std::find_if(kBacktestFormats.begin(), kBacktestFormats.end(),
                   [&](const BacktestFormat& one) { return one.name == format; });
  return found->render(report, options);
}

}  // namespace dealcheck

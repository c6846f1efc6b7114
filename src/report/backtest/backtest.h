#pragma once

#include <string>
#include <string_view>

#include "backtest/backtest.h"
#include "backtest/fit.h"
#include "report/shared/render.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// How right we were, to be told.
struct BacktestReport {
  const Backtest* backtest = nullptr;
  const Words* words = nullptr;
  bool with_past = false;  ///< git was asked for earlier versions
};

[[nodiscard]] std::string render_backtest_text(const BacktestReport& report,
                                               const RenderOptions& options);
[[nodiscard]] std::string render_backtest_json(const BacktestReport& report,
                                               const RenderOptions& options);
[[nodiscard]] std::string render_backtest_markdown(const BacktestReport& report,
                                                   const RenderOptions& options);
[[nodiscard]] std::string render_backtest_page(const BacktestReport& report,
                                               const RenderOptions& options);

/// The report in one of the formats text, json, markdown, html.
[[nodiscard]] std::string render_backtest(const BacktestReport& report, std::string_view format,
                                          const RenderOptions& options);

/// What was learnt, as a settings file: overrides with their reasons, or a comment that says why
/// there are none.
[[nodiscard]] std::string render_fit(const Fit& fit, const Rulebook& rules, Language language);

}  // namespace dealcheck

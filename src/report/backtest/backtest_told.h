#pragma once

#include <string>
#include <vector>

#include "report/backtest/backtest.h"
#include "report/shared/phrases.h"

namespace dealcheck {

/// One line of a section.
struct BacktestLine {
  std::string label;  ///< a deal or a sign; empty: the message stands alone
  std::string message;
  std::vector<std::string> notes;  ///< below it
  std::string place;               ///< a rule id, or a file and its line
};

/// A part of the report, in words. What is empty is not there.
struct BacktestSection {
  std::string id;  ///< verdicts, chances, right, wrong, …
  std::string heading;
  std::vector<std::string> head;  ///< of a table
  std::vector<std::vector<std::string>> rows;
  std::vector<BacktestLine> lines;
  std::size_t more = 0;  ///< lines that are not shown
};

struct BacktestTold {
  std::vector<std::string> head;  ///< how many deals, what was left out
  std::vector<BacktestSection> sections;
};

/// What text, Markdown and the page all say. `all`: no list is cut short.
[[nodiscard]] BacktestTold tell_backtest(const BacktestReport& report, const Phrases& phrases,
                                         bool all);

/// 0.466 as `47`.
[[nodiscard]] std::string in_hundred(double share);

/// `won`, `count`, `from`, `to`: for the sentences that tell a tally.
[[nodiscard]] Arguments tally_arguments(const Tally& won);

}  // namespace dealcheck

#pragma once

#include <cstddef>
#include <vector>

#include "assess/assessment.h"
#include "report/writers/gauge.h"
#include "report/writers/lanes.h"

namespace dealcheck {

/// A dated event: when, and in which of the chart's rows.
struct TimedEvent {
  Date day;
  std::size_t row = 0;
};

struct TimedStage {
  Stage stage = Stage::early;
  Stretch across;
  std::size_t label_line = 0;  ///< names of short stages stand below one another
};

struct TimeTick {
  double x = 0;
  Date day;
};

/// Rows of events against time, the stages behind them.
struct TimeChart {
  double width = 0;
  double height = 0;
  std::vector<Stretch> rows;  ///< from top to bottom
  std::vector<Point> events;  ///< middles of the marks, as the events
  std::vector<TimedStage> stages;
  std::vector<TimeTick> ticks;  ///< first days of months
  double now = 0;               ///< the day of judgement
  double plot_top = 0;
  double plot_bottom = 0;
};

/// A stage ends where the next one begins, or with the chart.
[[nodiscard]] TimeChart lay_out_time(const std::vector<TimedEvent>& events, std::size_t rows,
                                     const std::vector<StageStart>& starts, Date now, double width);

}  // namespace dealcheck

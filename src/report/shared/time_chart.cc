#include "report/shared/time_chart.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dealcheck {

namespace {

constexpr double kSide = 16;       // free at both ends
constexpr double kStageLine = 16;  // one line of stage names
constexpr double kRowHead = 18;    // for the word that names a row
constexpr double kMarkWidth = 22;  // a mark with its number needs so much
constexpr double kLane = 34;
constexpr double kMarkInLane = 12;
constexpr double kAxis = 34;       // for the days below
constexpr double kTickSpace = 64;  // between the words of two days
constexpr double kNameWidth = 56;  // of a stage

class Layout {
 public:
  Layout(const std::vector<TimedEvent>& events, const std::vector<StageStart>& starts, Date now,
         double width)
      : events_(events), starts_(starts), first_(now), last_(now) {
    chart_.width = width;
    for (const TimedEvent& event : events) take(event.day);
    for (const StageStart& start : starts) take(start.from);
    if (first_ == last_) first_.day -= std::chrono::days(1);
  }

  TimeChart run(std::size_t rows, Date now) {
    chart_.now = x_of(now);
    place_stages();
    place_events(rows);
    place_ticks();
    chart_.height = chart_.plot_bottom + kAxis;
    return chart_;
  }

 private:
  void take(Date day) {
    first_ = std::min(first_, day);
    last_ = std::max(last_, day);
  }

  [[nodiscard]] double x_of(Date day) const {
    const double share = static_cast<double>(days_between(first_, day)) /
                         static_cast<double>(days_between(first_, last_));
    return kSide + share * (chart_.width - 2 * kSide);
  }

  void place_stages() {
    std::vector<Stretch> names;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const double from = x_of(starts_[i].from);
      const double to = i + 1 < starts_.size() ? x_of(starts_[i + 1].from) : chart_.width;
      chart_.stages.push_back({starts_[i].stage, {from, to}, 0});
      names.push_back({from, from + kNameWidth});
    }
    const std::vector<std::size_t> lines = assign_lanes(names);
    for (std::size_t i = 0; i < lines.size(); ++i) chart_.stages[i].label_line = lines[i];
    chart_.plot_top = kStageLine * static_cast<double>(count_lanes(lines)) + 4;
  }

  void place_events(std::size_t rows) {
    chart_.events.resize(events_.size());
    double y = chart_.plot_top;
    for (std::size_t row = 0; row < rows; ++row) {
      std::vector<std::size_t> here;
      std::vector<Stretch> marks;
      for (std::size_t i = 0; i < events_.size(); ++i) {
        if (events_[i].row != row) continue;
        const double x = x_of(events_[i].day);
        chart_.events[i].x = x;
        here.push_back(i);
        marks.push_back({x - kMarkWidth / 2, x + kMarkWidth / 2});
      }
      const std::vector<std::size_t> lanes = assign_lanes(marks);
      for (std::size_t i = 0; i < here.size(); ++i) {
        chart_.events[here[i]].y =
            y + kRowHead + kLane * static_cast<double>(lanes[i]) + kMarkInLane;
      }
      const auto high = static_cast<double>(std::max<std::size_t>(count_lanes(lanes), 1));
      chart_.rows.push_back({y, y + kRowHead + kLane * high});
      y = chart_.rows.back().to;
    }
    chart_.plot_bottom = y;
  }

  /// The first days of months, as many as there is room for.
  void place_ticks() {
    using std::chrono::months;
    const std::chrono::year_month_day first{first_.day};
    const std::chrono::year_month_day last{last_.day};
    const auto begin = first.year() / first.month();
    const int count = static_cast<int>(((last.year() / last.month()) - begin).count()) + 1;
    const int room = std::max(1, static_cast<int>(chart_.width / kTickSpace));
    const int every = (count + room - 1) / room;
    for (int i = 0; i <= count; i += every) {
      const Date day{std::chrono::sys_days{(begin + months(i)) / 1}};
      if (day >= first_ && day <= last_) chart_.ticks.push_back({x_of(day), day});
    }
  }

  const std::vector<TimedEvent>& events_;
  const std::vector<StageStart>& starts_;
  Date first_;
  Date last_;
  TimeChart chart_;
};

}  // namespace

TimeChart lay_out_time(const std::vector<TimedEvent>& events, std::size_t rows,
                       const std::vector<StageStart>& starts, Date now, double width) {
  return Layout(events, starts, now, width).run(rows, now);
}

}  // namespace dealcheck

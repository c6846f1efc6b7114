#include "report/backtest/reliability_chart.h"

#include <algorithm>
#include <cmath>

#include "report/backtest/backtest_told.h"
#include "report/shared/marks_svg.h"

namespace dealcheck {

namespace {

constexpr double kChartLeft = 44;   ///< of the field; the marks of the axis stand there
constexpr double kChartRight = 20;  ///< beside the field; half the last mark stands there
constexpr double kChartTop = 24;
constexpr double kChartBottom = 40;  ///< below the field
constexpr double kTallest = 420;
constexpr int kAxisSteps = 4;
constexpr double kLargestDot = 11;
constexpr double kSmallestDot = 4;

class ReliabilityDrawing {
 public:
  ReliabilityDrawing(Markup& out, const Phrases& phrases, const Chances& chances, double width)
      : out_(out),
        phrases_(phrases),
        chances_(chances),
        wide_(width - kChartLeft - kChartRight),
        tall_(std::min(wide_, kTallest)) {
    for (const ChanceGroup& group : chances.groups) most_ = std::max(most_, group.won.of);
  }

  [[nodiscard]] double height() const { return kChartTop + tall_ + kChartBottom; }

  void draw() const {
    for (int i = 0; i <= kAxisSteps; ++i) draw_step(static_cast<double>(i) / kAxisSteps);
    line("now", place(0, 0), place(1, 1));
    out_.leaf("text", {{"class", "tiny strong-text"}, {"x", 0.0}, {"y", 12.0}},
              phrases_.say("backtest.chart.up"));
    const Point end = place(1, 0);
    out_.leaf("text", {{"class", "end tiny strong-text"}, {"x", end.x}, {"y", end.y + 34}},
              phrases_.say("backtest.chart.across"));
    for (const ChanceGroup& group : chances_.groups) draw_group(group);
  }

 private:
  [[nodiscard]] Point place(double chance, double share) const {
    return {kChartLeft + wide_ * chance, kChartTop + tall_ * (1 - share)};
  }

  void line(std::string_view style, Point from, Point to) const {
    out_.leaf("line",
              {{"class", style}, {"x1", from.x}, {"y1", from.y}, {"x2", to.x}, {"y2", to.y}});
  }

  void draw_step(double share) const {
    const std::string_view style = share == 0 ? "axis" : "grid";
    line(style, place(0, share), place(1, share));
    line(style, place(share, 0), place(share, 1));
    const std::string told = percent(share);
    const Point up = place(0, share);
    out_.leaf("text", {{"class", "end tiny faint-text"}, {"x", up.x - 6}, {"y", up.y + 4}}, told);
    const Point across = place(share, 0);
    out_.leaf("text", {{"class", "middle tiny faint-text"}, {"x", across.x}, {"y", across.y + 16}},
              told);
  }

  void draw_group(const ChanceGroup& group) const {
    const Interval between = group.won.between();
    const double part = std::sqrt(static_cast<double>(group.won.of) / static_cast<double>(most_));
    out_.in("g", {}, [&] {
      Arguments told = tally_arguments(group.won);
      told.emplace_back("chance", in_hundred(group.mean));
      out_.leaf("title", {}, phrases_.say("backtest.chart.group", std::move(told)));
      line("range", place(group.mean, between.from), place(group.mean, between.to));
      draw_circle(out_, "call go-on", place(group.mean, group.won.share()),
                  std::max(kLargestDot * part, kSmallestDot));
    });
  }

  Markup& out_;
  const Phrases& phrases_;
  const Chances& chances_;
  double wide_;
  double tall_;
  std::size_t most_ = 1;
};

std::string told_groups(const Phrases& phrases, const Chances& chances) {
  std::vector<std::string> groups;
  for (const ChanceGroup& group : chances.groups) {
    Arguments told = tally_arguments(group.won);
    told.emplace_back("chance", in_hundred(group.mean));
    groups.push_back(phrases.say("backtest.chart.group", std::move(told)));
  }
  return phrases.joined(groups, "semicolon");
}

}  // namespace

void put_reliability(Markup& out, const Phrases& phrases, const Chances& chances) {
  const std::string desc =
      phrases.say("backtest.chart.desc", {{"groups", told_groups(phrases, chances)}});
  out.in("figure", {}, [&] {
    for (const Screen& screen : kScreens) {
      const ReliabilityDrawing drawing(out, phrases, chances, screen.width);
      put_drawing(out,
                  {"reliability", screen.name, screen.width, drawing.height(),
                   phrases.say("backtest.chart.title"), desc},
                  [&](Markup&) { drawing.draw(); });
    }
    out.leaf("figcaption", {}, phrases.say("backtest.chart.explains"));
  });
}

}  // namespace dealcheck

// What happened when, drawn against time with the stages behind, and the same as a list.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/deal/deal_sections.h"
#include "report/shared/marks_svg.h"
#include "report/shared/time_chart.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 4> kLanes{"milestone", "access", "price", "signal"};
constexpr double kEventMark = 9;

std::size_t lane_of(const EventView& event) {
  const auto* const lane = std::find(kLanes.begin(), kLanes.end(), event.kind);
  return static_cast<std::size_t>(lane - kLanes.begin());
}

/// The dated ones stand first.
std::size_t count_dated(const std::vector<EventView>& timeline) {
  const auto undated = std::find_if(timeline.begin(), timeline.end(),
                                    [](const EventView& event) { return !event.evidence.date; });
  return static_cast<std::size_t>(undated - timeline.begin());
}

std::string tell_event(const DealPage& page, const EventView& event) {
  const std::string& value = event.evidence.value;
  return page.phrases.say("time.event", {{"label", event.label},
                                         {"value", value == event.label ? std::string() : value}});
}

class TimeDrawing {
 public:
  TimeDrawing(DealPage& page, double width) : page_(page), out_(page.out) {
    const auto& timeline = page.deal.timeline;
    std::vector<TimedEvent> events;
    for (std::size_t i = 0; i < count_dated(timeline); ++i) {
      events.push_back({*timeline[i].evidence.date, lane_of(timeline[i])});
    }
    chart_ = lay_out_time(events, kLanes.size(), page.deal.stage_starts, page.deal.as_of, width);
  }

  [[nodiscard]] double height() const { return chart_.height; }

  void draw() {
    draw_stages();
    draw_axis();
    draw_rows();
    draw_now();
    for (std::size_t i = 0; i < chart_.events.size(); ++i) draw_event(i);
  }

 private:
  void draw_stages() {
    static constexpr std::array<std::string_view, kStageCount> kTints{
        "stage soft-plain edged", "stage soft-accent edged", "stage soft-mixed edged"};
    for (const TimedStage& stage : chart_.stages) {
      out_.leaf("rect", {{"class", kTints.at(static_cast<std::size_t>(stage.stage))},
                         {"x", stage.across.from},
                         {"y", chart_.plot_top},
                         {"width", stage.across.to - stage.across.from},
                         {"height", chart_.plot_bottom - chart_.plot_top}});
      const double y = 12 + 16 * static_cast<double>(stage.label_line);
      out_.leaf("text", {{"class", "tiny strong-text"}, {"x", stage.across.from + 2}, {"y", y}},
                page_.report().label(stage.stage));
    }
  }

  void draw_upright(std::string_view style, double x, Stretch down) {
    out_.leaf("line", {{"class", style}, {"x1", x}, {"y1", down.from}, {"x2", x}, {"y2", down.to}});
  }

  void draw_axis() {
    const double y = chart_.plot_bottom;
    out_.leaf("line", {{"class", "axis"}, {"x1", 0.0}, {"y1", y}, {"x2", chart_.width}, {"y2", y}});
    for (const TimeTick& tick : chart_.ticks) {
      draw_upright("grid", tick.x, {chart_.plot_top, y + 5});
      const double x = std::clamp(tick.x, 24.0, chart_.width - 24);
      out_.leaf("text", {{"class", "middle tiny faint-text"}, {"x", x}, {"y", y + 18}},
                page_.report().day(tick.day, page_.deal.as_of));
    }
  }

  void draw_rows() {
    for (std::size_t i = 0; i < kLanes.size(); ++i) {
      const Stretch row = chart_.rows[i];
      out_.leaf(
          "line",
          {{"class", "grid"}, {"x1", 0.0}, {"y1", row.to}, {"x2", chart_.width}, {"y2", row.to}});
      out_.leaf("text", {{"class", "tiny faint-text"}, {"x", 4.0}, {"y", row.from + 13}},
                page_.phrases.label("lane", kLanes.at(i)));
    }
  }

  void draw_now() { draw_upright("now", chart_.now, {chart_.plot_top, chart_.plot_bottom}); }

  void draw_event(std::size_t place) {
    const EventView& event = page_.deal.timeline[place];
    const Point at = chart_.events[place];
    out_.in("g", {{"class", "event"}}, [&] {
      out_.leaf("title", {},
                page_.report().joined({page_.report().day(event.evidence.date, page_.deal.as_of),
                                       tell_event(page_, event), tell_place(page_, event.evidence)},
                                      "dot"));
      if (event.reads) {
        draw_reading(out_, event.reads, at, kEventMark);
      } else {
        draw_dot(out_, at);
      }
      out_.leaf("text", {{"class", "middle tiny"}, {"x", at.x}, {"y", at.y + 19}},
                std::to_string(place + 1));
    });
  }

  DealPage& page_;
  Markup& out_;
  TimeChart chart_;
};

std::string tell_stages(const DealPage& page) {
  std::vector<std::string> stages;
  for (const StageStart& start : page.deal.stage_starts) {
    stages.push_back(page.phrases.say("time.stage_from",
                                      {{"stage", page.report().label(start.stage)},
                                       {"date", page.report().day(start.from, page.deal.as_of)}}));
  }
  return stages.empty() ? page.phrases.say("time.no_stages")
                        : page.report().joined({page.phrases.say("time.stages"),
                                                page.report().joined(stages, "semicolon")},
                                               "dot");
}

void put_legend(DealPage& page) {
  page.out.leaf("p", {}, page.phrases.say("time.numbers"));
  page.out.leaf("p", {}, tell_stages(page));
  page.out.in("ul", {{"class", "legend"}}, [&] {
    put_reading_legend(page);
    put_legend_item(
        page.out,
        [](Markup& out) {
          draw_dot(out, {0, 0});
        },
        page.phrases.label("reading", "none"));
    put_legend_item(
        page.out,
        [](Markup& out) {
          out.leaf("path", {{"class", "now"}, {"d", "M0 -12V12"}});
        },
        page.phrases.say("time.now",
                         {{"date", page.report().day(page.deal.as_of, page.deal.as_of)}}));
  });
}

void put_drawings(DealPage& page, std::size_t dated) {
  page.out.in("figure", {{"class", "time"}}, [&] {
    for (const Screen& screen : kScreens) {
      TimeDrawing drawing(page, screen.width);
      put_drawing(
          page.out,
          {"time", screen.name, screen.width, drawing.height(), page.phrases.say("time.title"),
           page.phrases.say("time.desc", {{"count", std::to_string(dated)}})},
          [&](Markup&) { drawing.draw(); });
    }
    page.out.in("figcaption", {}, [&] { put_legend(page); });
  });
}

void put_event(DealPage& page, const EventView& event) {
  Markup& out = page.out;
  out.in("li", {{"class", "item"}}, [&] {
    if (event.evidence.date) {
      out.leaf("strong", {}, page.report().day(event.evidence.date, page.deal.as_of));
      out.text(" ");
    }
    out.text(tell_event(page, event));
    if (!event.evidence.by.empty()) out.text(" · " + event.evidence.by);
    if (!event.evidence.note.empty()) out.text(" · " + event.evidence.note);
    put_refs(page, {event.evidence});
  });
}

}  // namespace

void put_timeline(DealPage& page) {
  const auto& timeline = page.deal.timeline;
  if (timeline.empty()) return;
  const std::size_t dated = count_dated(timeline);
  Markup& out = page.out;
  out.in("section", {}, [&] {
    put_heading(page, page.phrases.say("time.heading"));
    if (dated == 0) {
      out.leaf("p", {}, page.phrases.say("time.none"));
    } else {
      put_drawings(page, dated);
      out.in("ol", {{"class", "events small"}}, [&] {
        for (std::size_t i = 0; i < dated; ++i) put_event(page, timeline[i]);
      });
    }
    if (dated == timeline.size()) return;
    out.leaf("h3", {}, page.phrases.say("time.undated"));
    out.in("ul", {{"class", "small"}}, [&] {
      for (std::size_t i = dated; i < timeline.size(); ++i) put_event(page, timeline[i]);
    });
  });
}

}  // namespace dealcheck

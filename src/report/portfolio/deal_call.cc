#include "report/portfolio/deal_call.h"

#include <fmt/format.h>

#include "report/shared/marks_svg.h"

namespace dealcheck {

DealCall call_of(const DealView& deal) {
  if (deal.is(DealMark::drop)) return DealCall::drop;
  if (deal.is(DealMark::few)) return DealCall::push;
  return deal.needs_time ? DealCall::go_on : DealCall::wait;
}

std::string_view to_string(DealCall call) {
  static constexpr std::array<std::string_view, kDealCalls.size()> kNames{"push", "go-on", "wait",
                                                                          "drop"};
  return kNames.at(static_cast<std::size_t>(call));
}

void draw_call(Markup& out, DealCall call, Point at, double size) {
  const std::string style = fmt::format("call {}", to_string(call));
  switch (call) {
    case DealCall::push:
      draw_polygon(out, style, {{0, -1.15}, {1.15, 0.85}, {-1.15, 0.85}}, at, size);
      break;
    case DealCall::go_on:
      draw_circle(out, style, at, size);
      break;
    case DealCall::wait:
      draw_polygon(out, style, diamond(), at, size);
      break;
    case DealCall::drop:
      draw_square(out, style, at, size * 0.9);
      break;
  }
}

}  // namespace dealcheck

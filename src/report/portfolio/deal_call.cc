#include "report/portfolio/deal_call.h"

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

}  // namespace dealcheck

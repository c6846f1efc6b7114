#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "portfolio/portfolio.h"
#include "report/writers/gauge.h"
#include "report/writers/markup.h"

namespace dealcheck {

/// What the review makes of an open deal: one of the few to push, go on with it, no time for it
/// now, leave it.
enum class DealCall : std::uint8_t { push, go_on, wait, drop };
inline constexpr std::array kDealCalls{DealCall::push, DealCall::go_on, DealCall::wait,
                                       DealCall::drop};

[[nodiscard]] DealCall call_of(const DealView& deal);
[[nodiscard]] std::string_view to_string(DealCall call);  ///< push, go-on, wait, drop

/// What the review makes of a deal: triangle, circle, hollow diamond, square.
void draw_call(Markup& out, DealCall call, Point at, double size);

}  // namespace dealcheck

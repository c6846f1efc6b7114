#pragma once

#include "analysis/compare.h"
#include "report/deal/json_parts.h"

namespace dealcheck {

// How two judgements are told beside each other in JSON.

/// Verdict, points, range, decision and steps of one side.
[[nodiscard]] Json summary_json(const Assessment& deal);
/// What one rule reads; null: nothing.
[[nodiscard]] Json reading_json(const Finding* finding);
[[nodiscard]] Json mine_json(const MineView* mine);

}  // namespace dealcheck

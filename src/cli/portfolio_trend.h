#pragma once

#include "cli/many_deals.h"
#include "portfolio/trend.h"

namespace dealcheck {

/// The portfolio against the commit before: the last one when deals have changed since, else the
/// one before the last that touched some. Only what differs is read and judged again. Git's
/// complaints are not told: there is no trend then.
[[nodiscard]] TrendResult read_trend(ManyDeals& deals, const Portfolio& now);

}  // namespace dealcheck

#pragma once

#include "report/compare/diff.h"
#include "report/shared/page.h"

namespace dealcheck {

/// Tells how one deal that is there in both versions moved, and why. `other_rules`: the old version
/// was judged by rules of its own; `all`: also what moves nothing.
void put_deal_diff(Sheet& sheet, const Phrases& phrases, const DealChange& deal, bool other_rules,
                   bool all);

}  // namespace dealcheck

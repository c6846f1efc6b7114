#pragma once

#include "base/date.h"
#include "base/function_ref.h"
#include "deal/opportunity.h"
#include "deal/vocabulary.h"

namespace dealcheck {

/// Calls `found` for every entry and every statement of one that is dated after a day, and so was
/// not yet known then: an entry once, with nothing of what is in it. Entries that may be plans
/// (calls and meetings) are none.
void for_each_later(const Vocabulary& vocabulary, const Opportunity& opportunity, Date day,
                    FunctionRef<void(Date date, Location at)> found);

}  // namespace dealcheck

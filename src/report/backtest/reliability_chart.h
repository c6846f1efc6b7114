#pragma once

#include "backtest/backtest.h"
#include "report/shared/phrases.h"
#include "report/writers/markup.h"

namespace dealcheck {

/// Chances across, what happened upwards: a dot for each group of deals of a like chance, a stroke
/// for the span that it leaves open, and the line on which both are the same.
void put_reliability(Markup& out, const Phrases& phrases, const Chances& chances);

}  // namespace dealcheck

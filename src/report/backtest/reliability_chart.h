#pragma once

#include "backtest/backtest.h"
#include "report/shared/voice.h"
#include "report/writers/markup.h"

namespace dealcheck {

/// Chances across, what happened upwards: a dot for each group of deals of a like chance, a stroke
/// for the span that it leaves open, and the line on which both are the same.
void put_reliability(Markup& out, const Voice& voice, const Chances& chances);

}  // namespace dealcheck

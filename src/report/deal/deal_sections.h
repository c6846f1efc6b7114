#pragma once

#include "report/deal/deal_parts.h"

namespace dealcheck {

// The sections of a deal's page, one function each, in the order of the page. A section without
// content leaves no heading behind.

void put_title(DealPage& page);
void put_screen(DealPage& page);     ///< what decides, as every format opens with it
void put_standing(DealPage& page);   ///< on the scale, with what it adds up
void put_steps(DealPage& page);      ///< all of them, with everything that is known of them
void put_questions(DealPage& page);  ///< of the stage, with the gauge
void put_points(DealPage& page);  ///< as a waterfall; caps, lifts and what would move the verdict
void put_pairs(DealPage& page);   ///< mines with what removes them; what else is in hand
void put_people(DealPage& page);  ///< the map and the same as a table
void put_timeline(DealPage& page);
void put_open_questions(DealPage& page);
void put_plan(DealPage& page);
void put_objective(DealPage& page);
void put_rivals(DealPage& page);
void put_other_findings(DealPage& page);  ///< contradictions, notes, accepted risks
void put_other_rules(DealPage& page);     ///< what a team settled otherwise; other rule sets
void put_footnotes(DealPage& page);

/// The map of the people alone, in the width of a wide and of a narrow screen.
void put_people_map(DealPage& page);

}  // namespace dealcheck

#pragma once

#include "deal/opportunity.h"

namespace dealcheck {

class Diagnostics;

/// Turns every name of a contact in a deal (`by`, `who`, `with` …) into the place of that contact,
/// by id or name, and a quoted word for none or unknown that is nobody's name into what it says. A
/// name that two contacts bear is an error, unless it is the id of one to the letter; one that
/// nobody bears is an error when it is near a known one, else a warning; in a deal without contacts
/// names stay as written.
void resolve_people(Opportunity& deal, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace dealcheck

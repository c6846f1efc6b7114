#pragma once

#include "base/json.h"
#include "rules/rulebook.h"

namespace dealcheck {

// JSON Schemas, draft-07, for editors and for whoever reads what the program writes. They come from
// the tables that the readers check files against: the vocabulary for deals, the table of shapes
// (shapes.h) for rules, settings and reports. A name may be written in more ways than a schema
// lists: readers do not mind case, blanks and hyphens.

/// A deal file, in the words of these rules.
[[nodiscard]] Json deal_schema(const Rulebook& rules);
/// Every kind of file of a rule folder; what stands in it tells which one it is.
[[nodiscard]] Json rules_schema(const Rulebook& rules);
/// .dealcheck.yaml.
[[nodiscard]] Json settings_schema(const Rulebook& rules);
/// What `assess --format json` writes.
[[nodiscard]] Json report_schema(const Rulebook& rules);

}  // namespace dealcheck

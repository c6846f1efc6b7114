#pragma once

#include <string>
#include <vector>

#include "analysis/fact_list.h"
#include "report/shared/render.h"

namespace dealcheck {

/// Every fact with its type and meaning; with a deal (not null) what it says, and where. `known`:
/// only those that have a value.
[[nodiscard]] std::string render_facts_text(const std::vector<FactEntry>& facts,
                                            const Assessment* deal, bool known, const Words& words,
                                            const RenderOptions& options);

[[nodiscard]] std::string render_facts_json(const std::vector<FactEntry>& facts,
                                            const Assessment* deal, bool known,
                                            const Diagnostics& diagnostics, const Words& words,
                                            Language language);

}  // namespace dealcheck

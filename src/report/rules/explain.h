#pragma once

#include <string>
#include <vector>

#include "analysis/explain.h"
#include "report/shared/render.h"

namespace dealcheck {

/// One rule on one deal, every condition beside what the deal says.
[[nodiscard]] std::string render_explanation_text(const RuleExplanation& told,
                                                  const Assessment& deal, const Words& words,
                                                  const RenderOptions& options);

/// Every rule of the stage in a line: those that fire, those that hang in the air, the rest by
/// name.
[[nodiscard]] std::string render_rules_text(const std::vector<RuleExplanation>& told,
                                            const Assessment& deal, const Words& words,
                                            const RenderOptions& options);

/// The same for programs, one rule or several.
[[nodiscard]] std::string render_explanations_json(const std::vector<RuleExplanation>& told,
                                                   const Assessment& deal,
                                                   const Diagnostics& diagnostics,
                                                   const Words& words, Language language);

}  // namespace dealcheck

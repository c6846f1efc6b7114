#pragma once

#include <string>
#include <vector>

#include "lint/source_map.h"
#include "report/shared/render.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// A catalogue of rules: a line for each.
[[nodiscard]] std::string render_rule_list_text(const Rulebook& book,
                                                const std::vector<const Rule*>& rules,
                                                const RenderOptions& options);
[[nodiscard]] std::string render_rule_list_json(const Rulebook& book,
                                                const std::vector<const Rule*>& rules,
                                                Language language);

/// Whole rules, as a person reads them: readings in their order, conditions in words, the plays
/// that answer them, the files they stand in.
[[nodiscard]] std::string render_rules_text(const Rulebook& book,
                                            const std::vector<const Rule*>& rules,
                                            const SourceMap& places, const RenderOptions& options);
[[nodiscard]] std::string render_rules_json(const Rulebook& book,
                                            const std::vector<const Rule*>& rules,
                                            const SourceMap& places, Language language);

/// What `rules check` found, sorted by place: notes only with `options.all`; then how much it was.
[[nodiscard]] std::string render_findings_text(const Rulebook& book, const Diagnostics& found,
                                               const Words& words, const RenderOptions& options);
[[nodiscard]] std::string render_findings_json(const Rulebook& book, const Diagnostics& found,
                                               const Words& words, Language language);

}  // namespace dealcheck

#pragma once

#include <string>

#include "report/shared/render.h"

namespace dealcheck {

/// The questions of one deal for the review, the most telling first, with what each answer is worth
/// and whom to ask; then what is open about the objective, the strengths and the coaches.
[[nodiscard]] std::string render_questions_text(const Assessment& assessment, const Words& words,
                                                const RenderOptions& options);

[[nodiscard]] std::string render_questions_json(const Assessment& assessment,
                                                const Diagnostics& diagnostics, const Words& words,
                                                Language language);

}  // namespace dealcheck

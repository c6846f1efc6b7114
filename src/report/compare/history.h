#pragma once

#include <string>

#include "analysis/history.h"
#include "report/shared/render.h"

namespace dealcheck {

/// A line of points, then every version, the newest last.
[[nodiscard]] std::string render_history_text(const History& history, const Words& words,
                                              const RenderOptions& options);
[[nodiscard]] std::string render_history_json(const History& history, const Words& words,
                                              Language language);

}  // namespace dealcheck

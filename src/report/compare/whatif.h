#pragma once

#include <string>
#include <vector>

#include "analysis/compare.h"
#include "report/shared/render.h"

namespace dealcheck {

/// A deal as it is and as it would be.
struct Supposition {
  std::vector<std::string> settings;  ///< as the user wrote them
  Assessment now;
  Assessment then;
};

/// The two verdicts beside each other, and what moved them.
[[nodiscard]] std::string render_whatif_text(const Supposition& supposition, const Words& words,
                                             const RenderOptions& options);

[[nodiscard]] std::string render_whatif_json(const Supposition& supposition,
                                             const Diagnostics& diagnostics, const Words& words,
                                             Language language);

}  // namespace dealcheck

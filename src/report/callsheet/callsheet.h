#pragma once

#include <string>

#include "callsheet/callsheet.h"
#include "report/shared/render.h"

namespace dealcheck {

/// A call sheet as people read it, ending in a newline. `sheet` was prepared from `assessment`.
[[nodiscard]] std::string render_callsheet_text(const CallSheet& sheet,
                                                const Assessment& assessment, const Words& words,
                                                const RenderOptions& options);

/// The same for programs: one object. Names are canonical English, sentences in the language it was
/// prepared for.
[[nodiscard]] std::string render_callsheet_json(const CallSheet& sheet,
                                                const Assessment& assessment,
                                                const Diagnostics& diagnostics, const Words& words,
                                                Language language);

}  // namespace dealcheck

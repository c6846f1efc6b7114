#pragma once

#include <string>
#include <vector>

#include "analysis/lookup.h"
#include "report/shared/render.h"

namespace dealcheck {

/// What was sought, and either the keys of that name or the places nearest to the sentence.
struct LookupReport {
  std::string sought;
  std::vector<LookupKey> keys;
  std::vector<LookupPlace> places;
};

[[nodiscard]] std::string render_lookup_text(const LookupReport& found, const Words& words,
                                             const RenderOptions& options);
[[nodiscard]] std::string render_lookup_json(const LookupReport& found);

}  // namespace dealcheck

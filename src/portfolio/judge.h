#pragma once

#include <string>
#include <vector>

#include "assess/assess.h"
#include "diagnostics/diagnostic.h"
#include "portfolio/entry.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// How every deal of a run is judged.
struct BatchJudging {
  AssessOptions options;
  std::size_t max_bytes = kDefaultMaxBytes;
};

/// Reads and judges one file. Whatever is wrong with it stands in the entry; `diagnostics` gets the
/// same, to be shown with its place in the file. `also`: rule sets to show beside the first.
[[nodiscard]] DealEntry judge_file(const std::string& path, const Rulebook& rules,
                                   const BatchJudging& judging, Diagnostics& diagnostics,
                                   const std::vector<const Rulebook*>& also = {});

/// The same for a text that is no file of its own, as git has it: what a deal at `path` said once.
[[nodiscard]] DealEntry judge_text(const std::string& path, std::string text, const Rulebook& rules,
                                   const BatchJudging& judging, Diagnostics& diagnostics);

}  // namespace dealcheck

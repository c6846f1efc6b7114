#pragma once

#include <string>

#include "../assess/assess.h"
#include "../diagnostic.h"
#include "../rulebook.h"
#include "entry.h"

namespace dealcheck {

/// How every deal of a run is judged.
struct BatchJudging {
  const Rulebook* rules = nullptr;
  AssessOptions options;
  std::size_t max_bytes = kDefaultMaxBytes;
  std::string fail_on;  ///< a verdict; empty: none
};

/// Reads and judges one file. Whatever is wrong with it stands in the entry; `diagnostics` gets the
/// same, to be shown with its place in the file.
[[nodiscard]] DealEntry judge_file(const std::string& path, const BatchJudging& judging,
                                   Diagnostics& diagnostics);

}  // namespace dealcheck

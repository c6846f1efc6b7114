#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "deal/opportunity.h"
#include "deal/vocabulary.h"
#include "diagnostics/diagnostic.h"

namespace dealcheck {

/// Reads one deal file (`-` is standard input). Nothing, with the errors in `diagnostics`, when it
/// cannot be used.
[[nodiscard]] std::optional<Opportunity> read_deal_file(const std::string& path,
                                                        const Vocabulary& vocabulary,
                                                        std::size_t max_bytes,
                                                        Diagnostics& diagnostics);

/// The same from a text that is already there; null: it could not be read.
[[nodiscard]] std::optional<Opportunity> read_deal(const std::shared_ptr<const Source>& source,
                                                   const Vocabulary& vocabulary,
                                                   Diagnostics& diagnostics);

}  // namespace dealcheck

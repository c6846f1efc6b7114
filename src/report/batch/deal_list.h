#pragma once

#include <string>
#include <vector>

#include "report/batch/batch.h"
#include "report/shared/page.h"

namespace dealcheck {

// What the text reports over many deals share.

/// `12 deals`, `1 could not be judged`, `as of …`.
[[nodiscard]] std::vector<std::string> count_line(const Phrases& phrases, std::size_t deals,
                                                  std::size_t broken, const DayRange& days);

/// One row for each error of a deal that could not be judged.
void add_errors(const DealEntry& deal, std::vector<Row>& rows);

}  // namespace dealcheck

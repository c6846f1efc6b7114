#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assess/assessment.h"
#include "report/writers/layout.h"

namespace dealcheck {

/// How a reading is marked in front of a row: ✓ ~ ✗, and ? for none.
[[nodiscard]] Cell mark_of(std::optional<Reads> reads);

/// The same for a test: passed ✓, failed ✗, open ?.
[[nodiscard]] Cell mark_of(Tri passed);

/// Its cell in the gauge: ▰ ◐ ▱ ?
[[nodiscard]] std::string_view gauge_cell(std::optional<Reads> reads);

/// A row that begins with • or with its number.
[[nodiscard]] Row bulleted(std::string message);
[[nodiscard]] Row numbered(std::size_t number, std::string message);

[[nodiscard]] Style style_of(MineSeverity severity);

}  // namespace dealcheck

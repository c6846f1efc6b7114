#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// What a spreadsheet needs in front of UTF-8: without it Excel reads Chinese as noise.
inline constexpr std::string_view kByteOrderMarkForCsv = "\xEF\xBB\xBF";

/// Text of users for a cell: one that a spreadsheet would take for a formula gets an apostrophe in
/// front, which makes it text.
[[nodiscard]] std::string csv_text(std::string_view text);

/// One record (RFC 4180), quoted where needed, with its line end.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace dealcheck

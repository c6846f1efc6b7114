#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "portfolio/entry.h"

namespace dealcheck {

/// Of a list of deals and of its lines. Minor versions only add keys.
inline constexpr std::string_view kEntryFormatVersion = "1.1";

/// What a list of many deals tells of one in JSON; the keys are those of DealEntry.
[[nodiscard]] Json entry_json(const DealEntry& entry);

/// One line of JSON Lines, with its newline.
[[nodiscard]] std::string entry_line(const DealEntry& entry);

/// The entry that a line was made from, without its newline. Nothing, and the reason, when the line
/// is not one, or of a major version that is not known.
[[nodiscard]] std::optional<DealEntry> parse_entry(std::string_view line, std::string& reason);

}  // namespace dealcheck

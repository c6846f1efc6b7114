#pragma once

#include <optional>
#include <string>

namespace dealcheck {

/// The bytes of a file, of standard input for `-`. Nothing when they cannot be read, as those of a
/// folder. For lists and reports; deals and rules are read by `read_source`, which checks them.
[[nodiscard]] std::optional<std::string> read_whole_file(const std::string& path);

}  // namespace dealcheck

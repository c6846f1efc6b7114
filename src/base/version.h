#pragma once

#include <string_view>

namespace dealcheck {

/// Of this program, `1.2.3`.
[[nodiscard]] std::string_view program_version();

}  // namespace dealcheck

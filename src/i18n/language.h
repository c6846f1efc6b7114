#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dealcheck {

enum class Language : std::uint8_t { en, zh };
inline constexpr std::size_t kLanguageCount = 2;
inline constexpr std::array<std::string_view, kLanguageCount> kLanguageNames{"en", "zh"};

}  // namespace dealcheck

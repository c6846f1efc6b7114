#pragma once

#include <array>
#include <cstdint>

#include "i18n/language_rows.h"

namespace dealcheck {

/// In the order of `kLanguages`. The first is English: it has every text, the others fall back to
/// it, and the names that programs know things by are English.
enum class Language : std::uint8_t { en, zh };

/// A further language is one row in language_rows.h, its name here twice, and its texts in
/// `rules/`.
inline constexpr std::array kLanguages{kEnglish, kChinese};

}  // namespace dealcheck

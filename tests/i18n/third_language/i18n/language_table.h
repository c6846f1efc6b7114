#pragma once

#include <array>
#include <cstdint>

#include "i18n/language_rows.h"

namespace dealcheck {

// The table of src/ with a third language, in which `third_language_tests` is compiled.

enum class Language : std::uint8_t { en, zh, de };

inline constexpr LanguageRow kGerman{
    .code = "de",
    .own_name = "Deutsch",
    .html = "de",
    .comma = ", ",
    .colon = ": ",
    .choice = "„{label}“ ({id})",
    .money = "1,2 Mio. EUR",
    .has_own_marks = false,
    .is_letter = [](char32_t code) { return code == U'ä' || code == U'ß'; },
    .dates = {.months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                         "September", "Oktober", "November", "Dezember"},
              .day = "{day}. {month}",
              .day_of_year = "{day}. {month} {year}",
              .month = "{month} {year}",
              .quarter = "{quarter}. Quartal {year}",
              .year = "{year}",
              .about = "um den {day}",
              .range = "{from} bis {to}"}};

inline constexpr std::array kLanguages{kEnglish, kChinese, kGerman};

}  // namespace dealcheck

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/language_table.h"

namespace dealcheck {

inline constexpr std::size_t kLanguageCount = kLanguages.size();

[[nodiscard]] constexpr const LanguageRow& row_of(Language language) {
  return kLanguages.at(static_cast<std::size_t>(language));
}

inline constexpr auto kEveryLanguage = [] {
  std::array<Language, kLanguageCount> all{};
  for (std::size_t i = 0; i < kLanguageCount; ++i) all[i] = static_cast<Language>(i);
  return all;
}();

inline constexpr auto kLanguageCodes = [] {
  std::array<std::string_view, kLanguageCount> codes;
  for (std::size_t i = 0; i < kLanguageCount; ++i) codes[i] = kLanguages[i].code;
  return codes;
}();

/// `en|zh`
inline constexpr auto kLanguageChoiceText = [] {
  constexpr std::size_t kSize = [] {
    std::size_t size = kLanguageCount - 1;
    for (const std::string_view code : kLanguageCodes) size += code.size();
    return size;
  }();
  std::array<char, kSize> text{};
  std::size_t at = 0;
  for (const std::string_view code : kLanguageCodes) {
    if (at > 0) text.at(at++) = '|';
    for (const char c : code) text.at(at++) = c;
  }
  return text;
}();
inline constexpr std::string_view kLanguageChoices{kLanguageChoiceText.data(),
                                                   kLanguageChoiceText.size()};

/// Nothing when the tool does not speak it.
[[nodiscard]] constexpr std::optional<Language> find_language(std::string_view code) {
  for (const Language language : kEveryLanguage) {
    if (row_of(language).code == code) return language;
  }
  return std::nullopt;
}

/// The items of a list as sentences of that language tell them: `a, b`.
[[nodiscard]] std::string listed(const std::vector<std::string>& items, Language language);

/// The language whose letters stand in a text; English when it has none but letters that all use.
[[nodiscard]] Language language_of_text(std::string_view text);

}  // namespace dealcheck

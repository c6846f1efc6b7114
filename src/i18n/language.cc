#include "i18n/language.h"

#include <algorithm>

#include "base/utf8.h"

namespace dealcheck {

namespace {

bool has_letter_of(const LanguageRow& language, std::string_view text) {
  if (language.is_letter == nullptr) return false;
  while (!text.empty()) {
    const Utf8Character letter = decode_utf8(text);
    if (language.is_letter(letter.code)) return true;
    text.remove_prefix(letter.size);
  }
  return false;
}

}  // namespace

std::string listed(const std::vector<std::string>& items, Language language) {
  std::string list;
  for (const std::string& item : items) {
    if (!list.empty()) list += row_of(language).comma;
    list += item;
  }
  return list;
}

Language language_of_text(std::string_view text) {
  const auto* const found =
      std::find_if(kEveryLanguage.begin(), kEveryLanguage.end(),
                   [&](Language one) { return has_letter_of(row_of(one), text); });
  return found == kEveryLanguage.end() ? Language::en : *found;
}

}  // namespace dealcheck

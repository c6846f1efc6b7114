#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/shared_text.h"
#include "i18n/charset.h"
#include "i18n/language.h"

namespace dealcheck {

/// A text in the languages that the tool speaks. The loaders refuse one that is not there in
/// English; what nobody has translated is told in English, and `rules check` warns of it.
struct LocalizedText {
  std::array<SharedText, kLanguageCount> texts;  ///< in the order of the languages

  /// As somebody wrote it in that language; empty when nobody did.
  [[nodiscard]] std::string_view own(Language language) const {
    return texts[static_cast<std::size_t>(language)];
  }
  [[nodiscard]] std::string_view in(Language language) const { return own(told_in(language)); }
  /// The same with its signs in a charset.
  [[nodiscard]] std::string in(Language language, Charset charset) const {
    return to_charset(in(language), charset, told_in(language));
  }
  /// In every language but English that it is there in, with that between them.
  [[nodiscard]] std::string in_others(std::string_view between = " · ") const;
  [[nodiscard]] bool empty() const { return in(Language::en).empty(); }

 private:
  [[nodiscard]] Language told_in(Language language) const {
    return own(language).empty() ? Language::en : language;
  }
};

/// The values that fill the placeholders of a sentence: {"key", "stge"} fills "{key}".
using Arguments = std::vector<std::pair<std::string, std::string>>;

/// Fills `{name}` in a template by asking `lookup`. A part in square brackets, `[ on {date}]`, is
/// left out as a whole when a name inside it has no value; outside brackets a missing value becomes
/// "?".
/// `{{`, `}}`, `[[` and `]]` stand for the single character.
using Lookup = std::function<std::optional<std::string>(std::string_view name)>;
[[nodiscard]] std::string fill(std::string_view pattern, const Lookup& lookup);
[[nodiscard]] std::string fill(std::string_view pattern, const Arguments& arguments);

/// The names a template asks for, in order, repeats included.
[[nodiscard]] std::vector<std::string> placeholders(std::string_view pattern);
/// Whether every name outside square brackets has a value.
[[nodiscard]] bool has_values_for(std::string_view pattern, const Arguments& arguments);

/// The sentences and labels that the tool itself says (rules/words/*.yaml), by id.
class Words {
 public:
  struct Entry {
    SharedText id;
    LocalizedText text;
  };

  Words() = default;
  explicit Words(std::vector<Entry> entries);

  /// Null when there is no such text.
  [[nodiscard]] const LocalizedText* find(std::string_view id) const;

  /// The text with that id; the id itself when there is none (a test keeps that from happening).
  [[nodiscard]] std::string_view say(std::string_view id, Language language) const;
  [[nodiscard]] std::string say(std::string_view id, Language language,
                                const Arguments& arguments) const;

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;  ///< sorted by id
};

}  // namespace dealcheck

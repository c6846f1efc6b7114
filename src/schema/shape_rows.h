#pragma once

#include <array>
#include <string_view>

#include "base/stage.h"
#include "i18n/words.h"
#include "schema/shapes.h"

namespace dealcheck {

// How the rows of the table of shapes are written.

constexpr KeyShape text(std::string_view name) { return {.name = name, .kind = Kind::text}; }
constexpr KeyShape texts(std::string_view name) {
  return {.name = name, .kind = Kind::text, .form = Form::one_or_list};
}
constexpr KeyShape number(std::string_view name) { return {.name = name, .kind = Kind::number}; }
constexpr KeyShape whole(std::string_view name) { return {.name = name, .kind = Kind::whole}; }
constexpr KeyShape bound(std::string_view name) { return {.name = name, .kind = Kind::bound}; }
constexpr KeyShape flag(std::string_view name) { return {.name = name, .kind = Kind::flag}; }
constexpr KeyShape money(std::string_view name) { return {.name = name, .kind = Kind::money}; }
constexpr KeyShape localized(std::string_view name) {
  return {.name = name, .kind = Kind::localized};
}
constexpr KeyShape localized_list(std::string_view name) {
  return {.name = name, .kind = Kind::localized, .form = Form::list};
}
constexpr KeyShape condition(std::string_view name) {
  return {.name = name, .kind = Kind::condition};
}
constexpr KeyShape conditions(std::string_view name) {
  return {.name = name, .kind = Kind::condition, .form = Form::list};
}
constexpr KeyShape word(std::string_view name, const WordSet& words) {
  return {.name = name, .kind = Kind::word, .words = &words};
}
constexpr KeyShape words(std::string_view name, const WordSet& set) {
  return {.name = name, .kind = Kind::word, .form = Form::one_or_list, .words = &set};
}
/// `also`: words that stand for something else than a name.
constexpr KeyShape name_of(std::string_view name, Names names, const WordSet* also = nullptr) {
  return {.name = name, .kind = Kind::name, .words = also, .names = names};
}
constexpr KeyShape names_of(std::string_view name, Names names) {
  return {.name = name, .kind = Kind::name, .form = Form::one_or_list, .names = names};
}
constexpr KeyShape map(std::string_view name, const MapShape& shape) {
  return {.name = name, .kind = Kind::map, .shape = &shape};
}
constexpr KeyShape maps(std::string_view name, const MapShape& shape) {
  return {.name = name, .kind = Kind::map, .form = Form::list, .shape = &shape};
}

/// A text for each language.
constexpr std::array<KeyShape, kLanguageCount> language_keys() {
  std::array<KeyShape, kLanguageCount> keys{};
  for (std::size_t i = 0; i < kLanguageCount; ++i) keys[i] = text(kLanguageCodes[i]);
  return keys;
}

/// Some rows, then others.
template <std::size_t A, std::size_t B>
constexpr std::array<KeyShape, A + B> joined(const std::array<KeyShape, A>& first,
                                             const std::array<KeyShape, B>& second) {
  std::array<KeyShape, A + B> all{};
  for (std::size_t i = 0; i < A; ++i) all[i] = first[i];
  for (std::size_t i = 0; i < B; ++i) all[A + i] = second[i];
  return all;
}

// Words that more than one kind of file takes.
inline constexpr WordSet kStageWords{"rules.unknown-stage", kStageNames};
inline constexpr WordSet kLanguageWords{"rules.unknown-word", kLanguageCodes};
inline constexpr WordSet kReadsWords{"rules.unknown-reading", kReadsNames};
inline constexpr WordSet kSeverityWords{"rules.unknown-severity", kSeverityNames};
inline constexpr WordSet kVerdictWords{"rules.unknown-verdict", kVerdictNames};

}  // namespace dealcheck

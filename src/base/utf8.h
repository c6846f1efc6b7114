#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dealcheck {

/// The character at the front of a text. A byte that belongs to no character is one of its own:
/// size 1, not valid, U+FFFD.
struct Utf8Character {
  char32_t code = 0;
  std::size_t size = 0;
  bool valid = false;
};

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether bytes are UTF-16: by their mark, or because every other of the first is NUL.
[[nodiscard]] bool looks_like_utf16(std::string_view bytes);

/// Strict: overlong forms, surrogates and values above U+10FFFF are not valid. `text` must not be
/// empty.
[[nodiscard]] Utf8Character decode_utf8(std::string_view text);

/// `code` is a character: not a surrogate, at most U+10FFFF.
void append_utf8(std::string& text, char32_t code);

/// Where the first byte stands, from `from` on, that belongs to no character; npos when all do.
[[nodiscard]] std::size_t find_bad_utf8(std::string_view text, std::size_t from = 0);

/// A character of the basic block of Chinese.
[[nodiscard]] constexpr bool is_chinese(char32_t code) { return code >= 0x4E00 && code <= 0x9FFF; }

/// How many characters a valid text has.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace dealcheck

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dealcheck {

// Texts that look alike to whoever wrote them are taken for the same: one character typed in two
// ways (é in one code point or in two), blanks of every width, characters that take no room.

/// Neither a letter nor an ordinary blank, and not to be told from nothing or from a blank on a
/// screen: no-break and full-width blanks, zero-width characters, marks of direction.
struct Unseen {
  std::size_t at = std::string_view::npos;  ///< byte offset; npos: there is none
  std::size_t size = 0;
  char32_t code = 0;
  bool is_blank = false;  ///< takes room

  explicit operator bool() const { return at != std::string_view::npos; }
};
[[nodiscard]] Unseen find_unseen(std::string_view text);

/// The text up to the last character that can be seen.
[[nodiscard]] std::string_view without_unseen_end(std::string_view text);

/// The letters, digits and signs of ASCII that a text has in full width, in their own: `２` is `2`,
/// `−` is `-`.
[[nodiscard]] std::string narrow(std::string_view text);

/// In composed characters (Unicode's NFC), else unchanged: for names of files.
[[nodiscard]] std::string composed(std::string_view text);

/// As texts are compared: composed, every wide blank an ordinary one, without what takes no room,
/// no blanks at the ends.
[[nodiscard]] std::string alike(std::string_view text);
/// False for nearly every text: `alike` would only take blanks off its ends.
[[nodiscard]] bool has_other_spelling(std::string_view text);

}  // namespace dealcheck

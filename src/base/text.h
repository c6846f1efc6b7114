#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// Screen cells that a UTF-8 text takes, the same in every locale: wide and full-width characters
/// two, combining marks and joiners none, ambiguous ones one; joined emoji as much as the first of
/// them. Control characters count as none.
[[nodiscard]] int display_width(std::string_view text);

/// `text` cut to at most `cells`, ending in `mark` when something was cut and there is room for it;
/// never splits a character.
[[nodiscard]] std::string truncate(std::string_view text, int cells, std::string_view mark = "…");

/// `text` followed by blanks up to `cells`; unchanged when it is already as wide.
[[nodiscard]] std::string pad_right(std::string_view text, int cells);

/// Breaks `text` into lines of at most `cells`: between words, and between any two wide (CJK)
/// characters except before closing or after opening punctuation. A longer word is broken hard.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int cells);

/// Makes user text safe to print on a terminal and to write as XML: C0, DEL, C1 and bidirectional
/// controls and U+FFFE, U+FFFF become visible (`\x1b`, `\u202e`), tab and newline become a blank.
/// Input must be UTF-8.
[[nodiscard]] std::string sanitise(std::string_view text);

/// Text for people as it may stand in the log of a GitHub job: the runner takes a line that begins
/// with `::`, or holds `##[`, for a command. These become visible (`\x3a:`, `#\x23[`).
[[nodiscard]] std::string without_commands(std::string_view text);

/// Code points of a UTF-8 text (invalid bytes become U+FFFD).
[[nodiscard]] std::vector<char32_t> code_points(std::string_view text);

/// The candidate most like `word` (edit distance with swaps, by code point, case ignored), or empty
/// when none is near: at most a third of the longer one's length, at least one edit allowed for
/// words of two or more characters; for Chinese words a quarter; one edit where the first
/// characters differ. Ties go to the first candidate.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

}  // namespace dealcheck

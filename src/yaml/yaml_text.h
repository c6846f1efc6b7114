#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dealcheck {

// Looking at raw YAML text where the parser does not tell enough: it lets a quote run on over the
// rest of the file, and where it fails is not always where the mistake is. Every function takes the
// whole text and byte offsets into it.

/// Offset of the quote that closes the one at `open`; npos when none does.
[[nodiscard]] std::size_t find_closing_quote(std::string_view text, std::size_t open);

/// A quoted text swallowed the lines of other fields: in `open`..`close` a line begins that stands
/// no deeper than `column` (that of the block around it) and looks like `key:`, `- item` or `---`.
/// Returns where that line begins, npos when there is none.
[[nodiscard]] std::size_t find_swallowed_line(std::string_view text, std::size_t open,
                                              std::size_t close, int column);

[[nodiscard]] std::size_t line_start(std::string_view text, std::size_t offset);
[[nodiscard]] std::size_t line_end(std::string_view text, std::size_t offset);
/// First offset from `offset` on that holds no blank or tab.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t offset);
/// First character of the line behind its indentation and its `- ` marks.
[[nodiscard]] std::size_t line_content(std::string_view text, std::size_t offset);
/// Column (from 0) of the key or item that the line with `offset` belongs to.
[[nodiscard]] int block_column(std::string_view text, std::size_t offset);
/// A blank, a tab, a line end or the end of the text.
[[nodiscard]] bool is_blank_or_end(std::string_view text, std::size_t offset);
/// The word at `offset`, up to a blank, a line end or the end of a bracketed item.
[[nodiscard]] std::string_view word_at(std::string_view text, std::size_t offset);

/// What goes wrong with the colon of a line that ought to begin with `key: `.
struct ColonProblem {
  enum class Kind { missing, no_blank, wide_colon, wide_blank } kind = Kind::missing;
  std::size_t at = 0;  ///< the offending character; for `missing` where the line's text begins
};
/// Nothing when the line has a proper key, or is empty, a comment, or begins with a bracket or
/// quote.
[[nodiscard]] std::optional<ColonProblem> find_colon_problem(std::string_view text,
                                                             std::size_t offset);

/// The brackets that are open at `to`: offsets of `[` and `{`, the innermost last. Reads from
/// `from` (the beginning of a token, within the given open brackets).
[[nodiscard]] std::vector<std::size_t> find_open_brackets(std::string_view text, std::size_t from,
                                                          std::size_t to,
                                                          std::vector<std::size_t> brackets);

}  // namespace dealcheck

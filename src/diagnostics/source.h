#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

class Diagnostics;

/// A place in a text file as a person counts it: line and column start at 1, and a column is one
/// code point (not a byte, not a screen cell). Line 0 means "no particular place: the whole file".
struct Location {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Location&, const Location&) = default;
  friend auto operator<=>(const Location&, const Location&) = default;
};

/// The text of one input file and where its lines begin. Always valid UTF-8 without a byte order
/// mark, NUL or lone carriage return: `read_source` and `check_source` refuse anything else.
class Source {
 public:
  /// Takes text that is known to be clean (tests, built-in data). `path` is what messages show.
  Source(std::string path, std::string text);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  /// The given line (from 1) without its line ending; empty when there is no such line.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_count() const;

  /// Turns a byte offset into `text()` into line and column. An offset behind the end gives the
  /// end.
  [[nodiscard]] Location locate(std::size_t byte_offset) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
};

/// Largest file read without being asked to: 1 MiB. A deal is notes, not a data set.
inline constexpr std::size_t kDefaultMaxBytes = std::size_t{1} << 20U;

/// Reads a file, or standard input when `path` is "-" (shown as "<stdin>"). On any failure
/// (missing, a directory, unreadable, too large, not UTF-8, NUL, UTF-16, lone CR, empty) it appends
/// an error to `diagnostics` and returns null. A UTF-8 byte order mark is removed; CRLF is left as
/// it is.
[[nodiscard]] std::shared_ptr<const Source> read_source(const std::string& path,
                                                        Diagnostics& diagnostics,
                                                        std::size_t max_bytes = kDefaultMaxBytes);

/// The same checks on bytes that are already in memory.
[[nodiscard]] std::shared_ptr<const Source> check_source(std::string path, std::string bytes,
                                                         Diagnostics& diagnostics,
                                                         std::size_t max_bytes = kDefaultMaxBytes);

}  // namespace dealcheck

#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"

// Width is counted code point by code point; of emoji that are joined the first takes all the room,
// so that a text may be cut wherever it is full.

namespace dealcheck {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;

/// May not begin a line: closing brackets and quotes, stops, dashes, marks of repetition.
constexpr std::u32string_view kClosing =
    U"!%),.:;?]}¢°’”‰′″›℃—…·、。〃々〉》」』】〕〗〞ー・"
    U"\uFF01\uFF02\uFF05\uFF07\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3D\uFF5D\uFF5E\uFF63\uFF64";
/// May not end a line: opening brackets and quotes, currency signs.
constexpr std::u32string_view kOpening =
    U"$([{£¥‘“‹〈《「『【〔〖〝\uFF03\uFF04\uFF08\uFF3B\uFF5B\uFF62\uFFE1\uFFE5";

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

/// Vowels and final consonants of Hangul, which join the consonant before them.
bool joins_hangul(char32_t c) {
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
}

int cell_width(char32_t c) {
  if (c >= ' ' && c < 0x7F) return 1;
  if (joins_hangul(c)) return 0;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

/// What each character of a text adds to its width.
class CellCounter {
 public:
  int add(char32_t c) {
    const int width = cell_width(c);
    const bool emoji = c >= kFirstEmoji;
    const bool skin = c >= 0x1F3FB && c <= 0x1F3FF;
    if (emoji && base_ >= kFirstEmoji && (joins_ || skin)) {
      joins_ = false;
      return 0;
    }
    joins_ = c == kZeroWidthJoiner;
    if (width > 0) base_ = c;
    return width;
  }

 private:
  static constexpr char32_t kFirstEmoji = 0x203C;

  char32_t base_ = 0;  ///< the last that takes room
  bool joins_ = false;
};

bool is_hidden_control(char32_t c) {
  const bool c0 = c < ' ';
  const bool delete_or_c1 = c >= 0x7F && c <= 0x9F;
  const bool separator = c == 0x2028 || c == 0x2029;
  const bool direction_mark = c == 0x061C || c == 0x200E || c == 0x200F;
  const bool direction_change = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool no_character = c == 0xFFFE || c == 0xFFFF;
  return c0 || delete_or_c1 || no_character || separator || direction_mark || direction_change;
}

/// A piece of text that no line break may divide (unless it is wider than a whole line).
struct Chunk {
  std::string_view text;
  int width = 0;
  bool after_blank = false;
};

bool may_break_between(char32_t before, char32_t after) {
  const bool wide = cell_width(before) == 2 || cell_width(after) == 2;
  const bool skin = after >= 0x1F3FB && after <= 0x1F3FF;
  if (!wide || skin || before == kZeroWidthJoiner || cell_width(after) == 0) return false;
  return !is_one_of(kClosing, after) && !is_one_of(kOpening, before);
}

/// `before` is the last character that takes room: a combining mark does not hide what it sits on.
std::vector<Chunk> split_into_chunks(std::string_view text) {
  std::vector<Chunk> chunks;
  CellCounter cells;
  bool after_blank = false;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    if (next.size == 1 && is_blank(text[at])) {
      after_blank = true;
    } else {
      const bool starts = chunks.empty() || after_blank || may_break_between(before, next.code);
      if (starts) chunks.push_back({text.substr(at, 0), 0, after_blank && !chunks.empty()});
      Chunk& chunk = chunks.back();
      chunk.text = std::string_view(chunk.text.data(), chunk.text.size() + next.size);
      chunk.width += cells.add(next.code);
      after_blank = false;
      if (cell_width(next.code) > 0 || next.code == kZeroWidthJoiner) before = next.code;
    }
    at += next.size;
  }
  return chunks;
}

/// The longest front part that fits, at least one character.
std::string_view front_that_fits(std::string_view text, int cells) {
  CellCounter counter;
  std::size_t at = 0;
  for (int width = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    width += counter.add(next.code);
    if (width > cells && at > 0) break;
    at += next.size;
  }
  return text.substr(0, at);
}

/// Collects chunks into lines.
class LineFiller {
 public:
  explicit LineFiller(int cells) : cells_(cells) {}

  void add(const Chunk& chunk) {
    const int blank = chunk.after_blank && width_ > 0 ? 1 : 0;
    if (width_ > 0 && width_ + blank + chunk.width > cells_) {
      next_line();
    } else if (blank > 0) {
      append(" ", 1);
    }
    chunk.width > cells_ ? add_broken(chunk.text) : append(chunk.text, chunk.width);
  }

  std::vector<std::string> finish() {
    if (!lines_.empty() && line_.empty()) return std::move(lines_);
    next_line();
    return std::move(lines_);
  }

 private:
  void next_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    width_ = 0;
  }
  void append(std::string_view text, int width) {
    line_ += text;
    width_ += width;
  }
  void add_broken(std::string_view text) {
    while (!text.empty()) {
      if (width_ > 0) next_line();
      const std::string_view front = front_that_fits(text, cells_);
      append(front, display_width(front));
      text.remove_prefix(front.size());
    }
  }

  int cells_;
  int width_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

std::vector<char32_t> folded(std::string_view text) {
  std::vector<char32_t> points = code_points(text);
  for (char32_t& c : points) {
    c = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  }
  return points;
}

/// Insertions, deletions, replacements and swaps of neighbours needed to turn `a` into `b`.
std::size_t edit_distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    std::swap(last, row);
  }
  return last[b.size()];
}

/// One Chinese character makes a word say the opposite (“已批” and “没批”), so those need four for
/// one edit.
std::size_t allowed_edits(const std::vector<char32_t>& word,
                          const std::vector<char32_t>& candidate) {
  constexpr char32_t kFirstWide = 0x2E80;
  const std::size_t longer = std::max(word.size(), candidate.size());
  const bool wide =
      std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= kFirstWide; });
  if (wide) return longer / 4;
  return std::max(longer / 3, std::size_t{word.size() >= 2 ? 1U : 0U});
}

/// What the runner passes over before it looks for a command.
bool is_any_blank(char32_t code) {
  return code == U' ' || (code >= U'\t' && code <= U'\r') || code == 0x85 || code == 0xA0 ||
         code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
         code == 0x202F || code == 0x205F || code == 0x3000;
}

std::string without_command(std::string_view line) {
  std::string safe(line);
  std::size_t begin = 0;
  while (begin < line.size()) {
    const Utf8Character next = decode_utf8(line.substr(begin));
    if (!is_any_blank(next.code)) break;
    begin += next.size;
  }
  if (line.substr(begin).starts_with("::")) safe.replace(begin, 1, "\\x3a");
  for (std::size_t at = safe.find("##["); at != std::string::npos; at = safe.find("##[", at)) {
    safe.replace(at + 1, 1, "\\x23");
  }
  return safe;
}

}  // namespace

int display_width(std::string_view text) {
  if (is_printable_ascii(text)) return static_cast<int>(text.size());
  CellCounter cells;
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    width += cells.add(next.code);
    at += next.size;
  }
  return width;
}

std::string truncate(std::string_view text, int cells, std::string_view mark) {
  if (display_width(text) <= cells) return std::string(text);
  if (cells < display_width(mark)) mark = {};
  CellCounter counter;
  std::string cut;
  for (int room = cells - display_width(mark); !text.empty();) {
    const Utf8Character next = decode_utf8(text);
    room -= counter.add(next.code);
    if (room < 0) break;
    cut += text.substr(0, next.size);
    text.remove_prefix(next.size);
  }
  return cut.append(mark);
}

std::string pad_right(std::string_view text, int cells) {
  const int missing = std::max(0, cells - display_width(text));
  return std::string(text).append(static_cast<std::size_t>(missing), ' ');
}

std::vector<std::string> wrap(std::string_view text, int cells) {
  LineFiller filler(std::max(cells, 1));
  for (const Chunk& chunk : split_into_chunks(text)) filler.add(chunk);
  return filler.finish();
}

std::string sanitise(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    if (next.code == U'\t' || next.code == U'\n') {
      safe += ' ';
    } else if (is_hidden_control(next.code)) {
      safe += next.code < 0x100 ? fmt::format("\\x{:02x}", static_cast<unsigned>(next.code))
                                : fmt::format("\\u{:04x}", static_cast<unsigned>(next.code));
    } else {
      safe += next.valid ? text.substr(at, next.size) : std::string_view("\uFFFD");
    }
    at += next.size;
  }
  return safe;
}

std::string without_commands(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    safe += without_command(text.substr(0, end));
    if (end < text.size()) safe += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return safe;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  while (!text.empty()) {
    const Utf8Character next = decode_utf8(text);
    points.push_back(next.code);
    text.remove_prefix(next.size);
  }
  return points;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::vector<char32_t> wanted = folded(word);
  std::string_view best;
  std::size_t fewest = wanted.size() + 1;
  for (const std::string_view candidate : candidates) {
    const std::vector<char32_t> offered = folded(candidate);
    const std::size_t edits = edit_distance(wanted, offered);
    const bool same_start = !wanted.empty() && !offered.empty() && wanted[0] == offered[0];
    const std::size_t allowed = allowed_edits(wanted, offered);
    if (edits >= fewest || edits > (same_start ? allowed : std::min<std::size_t>(allowed, 1))) {
      continue;
    }
    fewest = edits;
    best = candidate;
  }
  return best;
}

}  // namespace dealcheck

#include "yaml/yaml_text.h"

#include <algorithm>
#include <utility>

namespace dealcheck {
namespace {

constexpr std::string_view kWideColon = "\uFF1A";
constexpr std::string_view kWideBlank = "\u3000";
constexpr std::string_view kNoBreakBlank = "\u00A0";

bool starts_at(std::string_view text, std::size_t offset, std::string_view part) {
  return text.substr(std::min(offset, text.size())).starts_with(part);
}

/// `-` or `?` (or whatever `marks` holds) with a blank behind it.
bool is_mark(std::string_view text, std::size_t offset, std::string_view marks) {
  return offset < text.size() && marks.find(text[offset]) != std::string_view::npos &&
         is_blank_or_end(text, offset + 1);
}

/// A colon with a blank behind it in the line's own text, not within quotes or brackets.
bool has_key_colon(std::string_view text, std::size_t offset) {
  const std::size_t end = line_end(text, offset);
  for (std::size_t at = line_content(text, offset); at < end; ++at) {
    if (text[at] == ':' && is_blank_or_end(text, at + 1)) return true;
    if (std::string_view("\"'[]{}#").find(text[at]) != std::string_view::npos) return false;
  }
  return false;
}

bool begins_field(std::string_view text, std::size_t offset) {
  const std::size_t first = skip_blanks(text, offset);
  return is_mark(text, first, "-") || starts_at(text, offset, "---") || has_key_colon(text, offset);
}

bool looks_like_key(std::string_view word) {
  const auto is_plain = [](char c) {
    const auto lower = static_cast<char>(c | 0x20);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           (c & 0x80) != 0;
  };
  return !word.empty() && !(word[0] >= '0' && word[0] <= '9') &&
         std::all_of(word.begin(), word.end(), is_plain);
}

/// Reads raw text just well enough to know which brackets are open.
class BracketReader {
 public:
  BracketReader(std::string_view text, std::size_t from, std::vector<std::size_t> brackets)
      : text_(text), at_(from), brackets_(std::move(brackets)) {}

  std::vector<std::size_t> read_until(std::size_t to) {
    while (at_ < to) step();
    return std::move(brackets_);
  }

 private:
  [[nodiscard]] bool in_brackets() const { return !brackets_.empty(); }

  void step() {
    const char c = text_[at_];
    if (c == '\n') {
      at_token_ = true;
      ++at_;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      ++at_;
    } else if (c == '#' && (at_ == 0 || is_blank_or_end(text_, at_ - 1))) {
      at_ = line_end(text_, at_);
    } else if (at_token_ && (c == '"' || c == '\'')) {
      skip_quote();
    } else if (at_token_ && !in_brackets() && (c == '|' || c == '>')) {
      skip_block_text();
    } else {
      read_character(c);
    }
  }

  void skip_quote() {
    const std::size_t close = find_closing_quote(text_, at_);
    at_ = close == std::string_view::npos ? text_.size() : close + 1;
    at_token_ = false;
  }

  void skip_block_text() {
    const int column = block_column(text_, at_);
    at_ = line_end(text_, at_);
    while (at_ < text_.size()) {
      const std::size_t start = at_ + 1;
      const std::size_t first = skip_blanks(text_, start);
      const bool empty = first >= line_end(text_, start);
      if (!empty && static_cast<int>(first - start) <= column) break;
      at_ = line_end(text_, start);
    }
    at_token_ = true;
  }

  void read_character(char c) {
    const bool opens = (c == '[' || c == '{') && (at_token_ || in_brackets());
    const bool closes = (c == ']' || c == '}') && in_brackets();
    const bool separates = (c == ',' && in_brackets()) || is_mark(text_, at_, ":") ||
                           (at_token_ && is_mark(text_, at_, "-?"));
    if (opens) brackets_.push_back(at_);
    if (closes) brackets_.pop_back();
    at_token_ = opens || separates;
    ++at_;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<std::size_t> brackets_;
  bool at_token_ = true;
};

}  // namespace

std::size_t find_closing_quote(std::string_view text, std::size_t open) {
  const char quote = text[open];
  const std::string_view stops = quote == '"' ? "\"\\" : "'";
  std::size_t at = text.find_first_of(stops, open + 1);
  while (at != std::string_view::npos) {
    const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'';
    if (text[at] == quote && !doubled) return at;
    at = text.find_first_of(stops, at + 2);
  }
  return std::string_view::npos;
}

std::size_t find_swallowed_line(std::string_view text, std::size_t open, std::size_t close,
                                int column) {
  const std::string_view quoted = text.substr(0, close);
  for (std::size_t newline = quoted.find('\n', open); newline != std::string_view::npos;
       newline = quoted.find('\n', newline + 1)) {
    const std::size_t start = newline + 1;
    const std::size_t first = skip_blanks(text, start);
    const bool shallow = static_cast<int>(first - start) <= column;
    if (first < close && shallow && begins_field(text, start)) return start;
  }
  return std::string_view::npos;
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t newline = text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_not_of(" \t", offset), text.size());
}

std::size_t line_content(std::string_view text, std::size_t offset) {
  std::size_t at = skip_blanks(text, line_start(text, offset));
  while (at < text.size() && is_mark(text, at, "-?") &&
         text[at + 1 < text.size() ? at + 1 : at] == ' ') {
    at = skip_blanks(text, at + 1);
  }
  return at;
}

int block_column(std::string_view text, std::size_t offset) {
  const std::size_t content = std::min(line_content(text, offset), offset);
  const int column = static_cast<int>(content - line_start(text, offset));
  return content == offset ? column - 1 : column;
}

bool is_blank_or_end(std::string_view text, std::size_t offset) {
  return offset >= text.size() ||
         std::string_view(" \t\r\n").find(text[offset]) != std::string_view::npos;
}

std::string_view word_at(std::string_view text, std::size_t offset) {
  const std::size_t end = std::min(text.find_first_of(" \t\r\n,]}", offset + 1), text.size());
  return text.substr(offset, end - offset);
}

std::optional<ColonProblem> find_colon_problem(std::string_view text, std::size_t offset) {
  using Kind = ColonProblem::Kind;
  const std::size_t content = line_content(text, offset);
  const std::size_t end = line_end(text, offset);
  if (content >= end ||
      std::string_view("\"'[{#\r|>&*!").find(text[content]) != std::string_view::npos)
    return {};
  std::optional<ColonProblem> found;
  for (std::size_t at = content; at < end; ++at) {
    if (starts_at(text, at, kWideColon)) return found.value_or(ColonProblem{Kind::wide_colon, at});
    if (text[at] == '#' && is_blank_or_end(text, at - 1)) break;
    if (text[at] != ':') continue;
    if (is_blank_or_end(text, at + 1)) return {};
    const bool wide = starts_at(text, at + 1, kWideBlank) || starts_at(text, at + 1, kNoBreakBlank);
    if (wide) return ColonProblem{Kind::wide_blank, at + 1};
    const bool address = starts_at(text, at, "://");
    const bool key = looks_like_key(text.substr(content, at - content));
    if (!found && key && !address) found = ColonProblem{Kind::no_blank, at};
  }
  return found.value_or(ColonProblem{Kind::missing, content});
}

std::vector<std::size_t> find_open_brackets(std::string_view text, std::size_t from, std::size_t to,
                                            std::vector<std::size_t> brackets) {
  return BracketReader(text, from, std::move(brackets)).read_until(std::min(to, text.size()));
}

}  // namespace dealcheck

#include "markdown.h"

#include "../text.h"

namespace dealcheck {

namespace {

constexpr std::string_view kEscaped = "\\`*_[]|~$";
/// Keeps `@name` and `#12` from becoming a mention or a reference; nobody sees it.
constexpr std::string_view kJoiner = "\u2060";

/// Whether a web address begins to be one here: its `:` or its first `.`.
bool makes_link(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at).starts_with("://");
  return text[at] == '.' && at >= 3 && to_lower(text.substr(at - 3, 3)) == "www";
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string safe;
  const std::string shown = sanitise(text);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else if (c == '&') {
      safe += "&amp;";
    } else if (c == '@' || c == '#') {
      safe.append("\\").append(1, c).append(kJoiner);
    } else {
      if (kEscaped.find(c) != std::string_view::npos || makes_link(shown, i)) safe += '\\';
      safe += c;
    }
  }
  return safe;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

std::string markdown_head(const std::vector<std::string>& cells) {
  return markdown_row(cells) + markdown_row(std::vector<std::string>(cells.size(), "---"));
}

}  // namespace dealcheck

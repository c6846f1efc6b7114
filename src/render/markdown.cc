// What GitHub, GitLab and the like make of a text is more than CommonMark: @name calls a person,
// #12 and bare addresses become links. A comment of nothing in between, which none of them shows,
// keeps them apart.

#include "markdown.h"

#include "../text.h"

namespace dealcheck {

namespace {

constexpr std::string_view kMarkup = "\\`*_{}[]()#+-.!|~^$=:";
constexpr std::string_view kNothing = "<!-- -->";

std::string row_of(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string safe;
  for (const char c : sanitise(text)) {
    switch (c) {
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      case '@':
        safe.append("@").append(kNothing);
        break;
      default:
        if (kMarkup.find(c) != std::string_view::npos) safe += '\\';
        safe += c;
        if (c == '#' || c == ':') safe += kNothing;
    }
  }
  return safe;
}

std::string markdown_table(const std::vector<std::string>& head,
                           const std::vector<std::vector<std::string>>& rows) {
  std::string table = row_of(head) + row_of(std::vector<std::string>(head.size(), "---"));
  for (const std::vector<std::string>& row : rows) table += row_of(row);
  return table;
}

}  // namespace dealcheck

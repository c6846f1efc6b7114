// What GitHub, GitLab and the like make of a text is more than CommonMark: @name calls a person,
// #12 and bare addresses become links. A comment of nothing in between, which none of them shows,
// keeps them apart.

#include "report/writers/markdown.h"

#include <algorithm>

#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

constexpr std::string_view kMarkup = "\\`*_[]|~$";
constexpr std::string_view kMarkupAtStart = "#+-=";  // headings, lists, lines
constexpr std::size_t kLongestNumber = 9;            // of an entry in a list
constexpr std::string_view kNothing = "<!-- -->";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// What has to stand for the character at `at`, all around it considered.
std::string safe_character(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char after = at + 1 < text.size() ? text[at + 1] : '\0';
  if (c == '<') return "&lt;";
  if (c == '>') return "&gt;";
  if (c == '&') return "&amp;";
  const bool links = c == '@' || (c == '#' && is_digit(after)) || (c == ':' && after == '/') ||
                     (c == '.' && to_lower(text.substr(at < 3 ? 0 : at - 3, 3)) == "www");
  const bool marks =
      kMarkup.find(c) != std::string_view::npos ||
      (at == 0 && kMarkupAtStart.find(c) != std::string_view::npos) ||
      ((c == '.' || c == ')') && at <= kLongestNumber && is_number(text.substr(0, at)));
  return (marks ? "\\" : "") + std::string(1, c) + std::string(links ? kNothing : "");
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string visible = sanitise(text);
  std::string safe;
  for (std::size_t at = 0; at < visible.size(); ++at) safe += safe_character(visible, at);
  return safe;
}

std::string markdown_table(const std::vector<std::string>& head,
                           const std::vector<std::vector<std::string>>& rows) {
  std::string table = row_of(head) + row_of(std::vector<std::string>(head.size(), "---"));
  for (const std::vector<std::string>& row : rows) table += row_of(row);
  return table;
}

}  // namespace dealcheck

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// ASCII letters to lower case; other characters unchanged.
[[nodiscard]] std::string to_lower(std::string_view text);
/// A blank, a tab or a line end.
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
/// Without blanks, tabs and line ends at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// `a, b, c`
[[nodiscard]] std::string comma_list(const std::vector<std::string_view>& words);
/// The last part of a path.
[[nodiscard]] std::string_view file_name(std::string_view path);
/// A file name that YAML goes by: it ends in .yaml or .yml, in letters of either case.
[[nodiscard]] bool is_yaml_name(std::string_view path);
/// `a|b|c` cut at the bars, blanks around each removed, empty ones left out.
[[nodiscard]] std::vector<std::string> split_bars(std::string_view text);
/// Whether one of those is that word.
[[nodiscard]] bool bars_hold(std::string_view text, std::string_view word);
/// The names in a list: separated by NUL when there is one in it, else one a line (empty lines and
/// carriage returns dropped).
[[nodiscard]] std::vector<std::string> split_names(const std::string& list);

}  // namespace dealcheck

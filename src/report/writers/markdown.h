#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// Text of a user's, safe inside a Markdown line or table cell: nothing in it is markup, HTML, a
/// link, or calls anybody; control characters become visible, line ends blanks.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// A table; cells are Markdown already.
[[nodiscard]] std::string markdown_table(const std::vector<std::string>& head,
                                         const std::vector<std::vector<std::string>>& rows);

}  // namespace dealcheck

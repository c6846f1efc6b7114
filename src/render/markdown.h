#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// User text for Markdown as GitHub and GitLab read it: no markup, HTML, link, mention or issue
/// reference comes of it, and it stays on one line.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// One row of a table; the cells are Markdown already.
[[nodiscard]] std::string markdown_row(const std::vector<std::string>& cells);
/// The head of a table and the line under it.
[[nodiscard]] std::string markdown_head(const std::vector<std::string>& cells);

}  // namespace dealcheck

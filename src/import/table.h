#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace dealcheck {

struct TableCell {
  std::string text;    ///< without quotes, and without blanks around it
  std::size_t at = 0;  ///< offset in the text of the file
};

/// A table of comma-separated values (RFC 4180) with its headings; the rows are as wide as those.
struct Table {
  std::shared_ptr<const Source> source;
  std::vector<TableCell> headings;
  std::vector<std::vector<TableCell>> rows;  ///< without those that are empty
  /// Lines behind an empty one at the end that have one cell each, as reports print who made them.
  std::size_t footer_lines = 0;

  [[nodiscard]] Location locate(const TableCell& cell) const { return source->locate(cell.at); }
};

/// Reads a table whose cells are separated by commas, semicolons or tabs, as its first line tells.
/// Everything that is wrong with it is an error at its place, and nothing is returned then.
[[nodiscard]] std::unique_ptr<Table> read_table(std::shared_ptr<const Source> source,
                                                Diagnostics& diagnostics);

}  // namespace dealcheck

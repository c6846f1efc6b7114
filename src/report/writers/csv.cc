#include "report/writers/csv.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

std::string csv_text(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kFormula{"=",  "+",  "-",  "@",
                                                            "＝", "＋", "－", "＠"};
  const std::string safe = sanitise(text);
  const std::string_view shown = trim(safe);
  const bool formula = std::any_of(kFormula.begin(), kFormula.end(),
                                   [&](std::string_view sign) { return shown.starts_with(sign); });
  return formula ? std::string(1, '\'').append(safe) : safe;
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    // In quotes a line does not begin with what GitHub's runner takes for a command.
    const bool command = trim(cell).starts_with("::");
    if (!command && cell.find_first_of(",\"\r\n") == std::string::npos) {
      row += cell;
      continue;
    }
    row += '"';
    for (const char c : cell) row.append(c == '"' ? 2 : 1, c);
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace dealcheck

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/compare.h"
#include "analysis/fact_diff.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

// How two judgements are told beside each other. `group` is the group of texts that a command says
// it with: whatif, diff.

/// One line of a table of what was and what is.
struct Beside {
  std::string label;
  std::string before;
  std::string after;
};
[[nodiscard]] std::vector<Row> beside_rows(const Phrases& phrases,
                                           const std::vector<Beside>& lines);

/// What both sides of a table say of a deal: verdict, points, range, decision, next step.
[[nodiscard]] std::vector<Beside> summary_lines(const Phrases& phrases, const Assessment& before,
                                                const Assessment& after);

/// ↑ ↓ ·
[[nodiscard]] Cell arrow_of(int points);

/// Why a question has no reading.
[[nodiscard]] std::string open_text(const Phrases& phrases, const Finding& question);

/// What a rule reads now, and what it read before.
[[nodiscard]] std::string change_message(const Phrases& phrases, const ReadingChange& change,
                                         std::string_view group);
[[nodiscard]] Row change_row(const Phrases& phrases, const ReadingChange& change,
                             std::string_view group);

[[nodiscard]] std::vector<Row> mine_rows(const Phrases& phrases,
                                         const std::vector<const MineView*>& mines);

/// `+ objections · price: yes`, `objective · when: 2026-03-01 → 2026-04-01`
[[nodiscard]] std::string fact_message(const Phrases& phrases, const FactChange& change, Date near);

/// The statements that changed behind a changed reading, by their place among `facts`.
[[nodiscard]] std::vector<std::size_t> facts_behind(const ReadingChange& change,
                                                    const std::vector<FactChange>& facts);

/// The base name of a version's file, without the revision: `HEAD~1:deals/a.yaml` is `a.yaml`.
[[nodiscard]] std::string plain_file(std::string_view version);

}  // namespace dealcheck

#pragma once

#include <string>
#include <vector>

#include "report/compare/diff.h"
#include "report/shared/phrases.h"

namespace dealcheck {

// What the text and the Markdown of a comparison are put together from.

/// The new version of a judged deal; of a removed one the old version.
[[nodiscard]] const Assessment& newest(const DealChange& deal);

/// `CONTENDER → BACKUP   (points +1 → −4)`
[[nodiscard]] std::string verdict_move(const Phrases& phrases, const DealDiff& diff);
[[nodiscard]] std::string cause_title(const Phrases& phrases, const DiffPart& part);
[[nodiscard]] std::string risk_counts(const Phrases& phrases, const DealDiff& diff);
[[nodiscard]] std::string step_text(const Assessment& deal);  ///< the first step; empty: none

/// The changes of a part that are worth a line: all, or only those that move something.
[[nodiscard]] std::vector<const ReadingChange*> changes_to_tell(const DiffPart& part, bool all);

[[nodiscard]] std::vector<Evidence> evidence_of(const Finding* finding);
/// The place in the old file, when it is another one, and the place in the new file.
[[nodiscard]] std::vector<std::string> both_places(const Phrases& phrases, const DiffPart& part,
                                                   const std::vector<Evidence>& before,
                                                   const std::vector<Evidence>& after, int cells);

/// One question of the new version's stage.
struct QuestionMove {
  const Finding* question = nullptr;  ///< as it is read now
  std::string before;
  std::string after;
};
[[nodiscard]] std::vector<QuestionMove> question_moves(const Phrases& phrases,
                                                       const DealDiff& diff);

/// A claimed strength that stands otherwise than before.
struct BulletMove {
  std::string what;
  Tri holds = Tri::unknown;  ///< now
  std::string before;
  std::string after;
};
[[nodiscard]] std::vector<BulletMove> bullet_moves(const Phrases& phrases, const DealDiff& diff);

// ---- many deals ----

[[nodiscard]] std::string range_title(const Phrases& phrases, const DiffReport& report);
[[nodiscard]] std::vector<std::string> count_texts(const Phrases& phrases,
                                                   const DiffCounts& counts);
[[nodiscard]] std::vector<std::string> table_head(const Phrases& phrases);
[[nodiscard]] std::vector<std::string> table_cells(const Phrases& phrases, const DealChange& deal);
/// `HEAD~1:deals/a.yaml:2:1`; the file alone where it is about the whole of it.
[[nodiscard]] std::string whole_place(const Diagnostic& one);
/// Of a new or removed deal.
[[nodiscard]] std::string only_text(const Phrases& phrases, const DealChange& deal);

}  // namespace dealcheck

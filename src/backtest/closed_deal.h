#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assess.h"
#include "base/date.h"
#include "base/stage.h"
#include "deal/opportunity.h"
#include "rules/rulebook.h"

namespace dealcheck {

class Diagnostics;

/// How a deal ended (method 2). Whoever withdraws never learns how it would have ended.
enum class Ending : std::uint8_t { won, lost, no_decision, withdrawn };
inline constexpr std::array<std::string_view, 4> kEndings{"won", "lost", "no_decision",
                                                          "withdrawn"};
[[nodiscard]] inline std::string_view to_string(Ending ending) {
  return kEndings.at(static_cast<std::size_t>(ending));
}

/// The end of a deal as its file tells it.
struct End {
  Ending how = Ending::lost;
  std::optional<Date> day;  ///< the first one when it is known only roughly; empty: not said
  std::string reason;       ///< empty: not said
};

/// Nothing of a deal that is still open.
[[nodiscard]] std::optional<End> end_of(const Vocabulary& vocabulary, const Opportunity& deal);

/// A rule that spoke for us or against us.
struct Spoken {
  std::string rule;
  std::string label;
  int points = 0;  ///< of all its findings together; never 0
};

/// What first spoke against us, by the day on which all that it rests on stood in the file. Where
/// nothing against us has a day, what spoke the loudest.
struct FirstSign {
  std::string rule;
  std::string label;
  std::string message;
  int points = 0;
  std::optional<Date> day;
  std::uint32_t line = 0;  ///< where it stands in the file
};

/// What the file said at one commit.
struct PastVerdict {
  std::string commit;  ///< short hash
  Date day;            ///< of the commit
  Verdict verdict = Verdict::unclear;
  int points = 0;
};

/// A deal with a known end, judged as of the day before it was known.
struct ClosedDeal {
  std::string path;
  std::string name;  ///< its path where it has none
  End end;
  Date as_of;  ///< without a day of the end the file's own: it may know its end
  Stage stage = Stage::early;
  Verdict verdict = Verdict::unclear;
  int points = 0;
  std::string feeling;             ///< canonical; empty: not said
  std::string feeling_label;       ///< in the language of the run
  std::optional<double> forecast;  ///< the seller's own chance, 0 … 1
  std::size_t cut = 0;             ///< entries and statements dated on the day of the end or later
  std::size_t undated = 0;         ///< statements of conduct that carry no day, taken as known
  std::vector<Spoken> spoken;      ///< by rule id
  std::optional<FirstSign> first_sign;
  std::vector<PastVerdict> past;  ///< versions before the end, the oldest first
  std::string rules_hash;
};

/// Whether a verdict gives a deal up for lost: backup or worse, no project.
[[nodiscard]] bool looks_lost(Verdict verdict);
/// Whether the end is known and ours to learn from.
[[nodiscard]] inline bool decided(const ClosedDeal& deal) {
  return deal.end.how != Ending::withdrawn;
}

/// Judges a deal as if its end were not known: without what it says of the end, as of the day
/// before, and without what is dated on that day or later. `options.today` holds for a deal that
/// names neither a day of its end nor one of judgement. Nothing, with an error, when it cannot be
/// judged on that day.
[[nodiscard]] std::optional<ClosedDeal> judge_before_end(const Rulebook& rules, Opportunity deal,
                                                         const End& end, AssessOptions options,
                                                         Diagnostics& diagnostics);

/// What the versions of the file that git has said before the end; none of them when there is no
/// git or no commit of the file. A version that tells of the end is none of them.
[[nodiscard]] std::vector<PastVerdict> judge_past(const Rulebook& rules, const ClosedDeal& deal,
                                                  const AssessOptions& options,
                                                  std::size_t max_bytes);

}  // namespace dealcheck

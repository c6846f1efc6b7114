#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stage.h"
#include "deal/answer_place.h"
#include "i18n/words.h"
#include "rules/condition.h"

namespace dealcheck {

/// Every kind of mine (method 6).
inline constexpr std::array<std::string_view, 11> kMineKinds{
    "unknown",  "uncertain", "uncontacted", "change", "signal",    "rival",
    "weakness", "mismatch",  "control",     "stage",  "compliance"};

inline constexpr std::string_view kRivalMine = "rival";
inline constexpr std::string_view kSignalMine = "signal";

/// Where a report can show a rule, other than by what it reads.
inline constexpr std::array<std::string_view, 2> kTopics{"contradiction", "plan"};
/// A number of a rule that has a name, so that it can be set without touching the rule. Conditions
/// of the rule use it by its name, those of named facts by `<rule id>.<name>`.
struct Limit {
  std::string rule;  ///< the id of the rule it belongs to
  std::string name;
  double is = 0;
  std::string unit;  ///< one of kLimitUnits
  LocalizedText means;
};
inline constexpr std::array<std::string_view, 5> kLimitUnits{"days", "working_days", "minutes",
                                                             "count", "support"};

[[nodiscard]] inline std::string full_name(const Limit& limit) {
  return limit.rule + "." + limit.name;
}

/// The two questions behind the standing (method 7.2): who is ahead, and are they in earnest about
/// us?
enum class Behind : std::uint8_t { ahead, earnest };
inline constexpr std::array<std::string_view, 2> kBehindNames{"ahead", "earnest"};
[[nodiscard]] inline std::string_view to_string(Behind behind) {
  return kBehindNames.at(static_cast<std::size_t>(behind));
}

/// Points of a reading by stage, most often the same in all.
using StagePoints = std::array<int, kStageCount>;

/// A risk (method 6): its kind (`signal`, `uncontacted`, …) and how much it can hurt.
struct Mine {
  std::string kind;
  MineSeverity severity = MineSeverity::serious;
  std::string cause{};             ///< mines that share it, and the person, are told as one
  std::optional<Subject> about{};  ///< the person it lies with: a contact, or a query over contacts
};

/// A placeholder of a text, looked up once when the rules are loaded.
struct Slot {
  std::string name;
  Subject subject;
  Type type = Type::text;  ///< of the value it prints
  std::uint16_t set = 0;
};

/// One way a rule can read the facts. Readings are tried in order; the first true one holds.
struct Reading {
  Reads reads = Reads::mixed;
  StagePoints points{};          ///< on the standing axis; 0 only tells
  Behind tells = Behind::ahead;  ///< the question behind the standing that its points bear on
  StageSet stages;
  Condition when;
  std::optional<Condition> unless;  ///< surely true: the reading does not apply
  LocalizedText says;
  std::optional<Mine> mine;
  std::optional<Standing> cap;   ///< standing at best
  LocalizedText lifted_by;       ///< what would lift the cap
  std::optional<Standing> lift;  ///< standing at least; a cap wins over it
  bool not_started = false;      ///< there is no project yet (method 3.5)
  std::vector<Slot> slots;       ///< the placeholders of `says` and `lifted_by`

  [[nodiscard]] int points_in(Stage stage) const { return points[static_cast<std::size_t>(stage)]; }
};

/// One rule: it asks something and reads the answer.
struct Rule {
  std::string id;         ///< `late.sudden-objection`: the folder and the file
  bool question = false;  ///< one of the stage's four (late: five) questions
  int order = 0;          ///< place among the stage's questions
  StageSet stages;
  LocalizedText label;
  LocalizedText asks;  ///< the question it answers; of other rules mostly empty
  std::string source;
  LocalizedText ask;  ///< what to ask while the answer is unknown
  LocalizedText why;
  LocalizedText would_help;  ///< of questions: what would have to be so for its best answer
  LocalizedText would_hurt;  ///< and for its worst
  std::optional<std::uint16_t> each;     ///< section whose records the rule runs over; none: once
  std::vector<std::string> answered_by;  ///< roles that can answer `ask`; none: who was there
  std::vector<AnswerPlace> answers;  ///< where the answer to `ask` is written, most telling first
  std::string topic;  ///< where a report shows it: contradiction, plan; empty: by what it reads
  bool after_verdict = false;  ///< asks for the standing: runs last and moves nothing
  std::vector<Reading> readings;
};

}  // namespace dealcheck

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stage.h"
#include "i18n/words.h"
#include "rules/condition.h"
#include "rules/rule.h"

namespace dealcheck {

/// Whether a play is made with a strength of ours that a person on its way recognises.
enum class WithBullet : std::uint8_t { none, helpful, needed };
inline constexpr std::array<std::string_view, 3> kWithBullet{"none", "helpful", "needed"};

/// Who of ours takes the step.
inline constexpr std::array<std::string_view, 3> kActors{"owner", "executive", "expert"};

/// The method's sources of action, in the order to try them (method 8).
inline constexpr int kSourcesOfAction = 10;

/// The placeholders that a step fills, beside facts of the deal and `it.` for the target.
inline constexpr std::array<std::string_view, 10> kPlaySlots{
    "target", "first", "last", "chain", "bullet", "answer", "risk", "owner", "event", "event_day"};

/// A step that can be taken, and when (rules/plays.yaml). Tried in the file's order.
struct Play {
  std::string id;
  int action = 0;      ///< 1 … 10: its place among the method's sources of action
  std::string source;  ///< place in the method
  LocalizedText label;
  StageSet stages;
  bool inside = false;       ///< among ourselves: nobody at the customer is spoken to
  bool stops = false;        ///< until it is done nobody at the customer is spoken to
  bool leaves = false;       ///< it ends our part and so answers every risk, alone
  bool last_resort = false;  ///< says that no other play could be made against the risk
  bool ahead = false;      ///< only when the next thing fixed ahead is a meeting of ours with them
  bool urgent = false;     ///< before all others, whatever the decision and however many there are
  std::string instead_of;  ///< of a decision's plays: only when that one, before it, found nobody
  std::vector<std::string> decisions;  ///< it follows only these; none: every one that goes on
  std::vector<std::string> kinds;      ///< of mines that it answers
  std::vector<std::string> causes;
  std::vector<std::string> rules;
  std::optional<Condition> when;  ///< surely true of the deal
  bool at_person = false;         ///< on somebody: of `target`, else the one the mine lies with
  std::optional<Subject> target;  ///< a fact over contacts
  std::optional<Condition> who;   ///< surely true of that person
  WithBullet bullet = WithBullet::none;
  std::string actor;      ///< who of us acts: owner, executive, expert
  int days = 0;           ///< until it should be done
  LocalizedText says;     ///< without a go-between; empty: only with one
  LocalizedText through;  ///< with one; empty: only without
  LocalizedText worked;
  LocalizedText failed;
  std::vector<Slot> slots;  ///< the placeholders for facts

  /// Belongs to a decision as a whole and answers no mine.
  [[nodiscard]] bool is_own() const { return kinds.empty() && causes.empty() && rules.empty(); }
};

}  // namespace dealcheck

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"
#include "deal/opportunity.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// One thing that holds, in words, and where the file says so.
struct CallReason {
  std::string id;
  std::string answer;  ///< of the reasons for or against the call: which answer it gives, or none
  std::string says;
  std::vector<Evidence> evidence;  ///< in file order
};

/// What became of a promise.
enum class PromiseState : std::uint8_t {
  kept,     ///< the file says so
  owed,     ///< not done, and its day, where there is one, has not passed
  late,     ///< not done, and its day has passed
  not_said  ///< there have been talks since, and the file does not say
};
[[nodiscard]] std::string_view to_string(PromiseState state);  // kept, owed, late, not-said

struct CallPromise {
  bool ours = true;
  std::string what;
  PromiseState state = PromiseState::owed;
  std::optional<Date> made;
  std::optional<Date> due;  ///< the next date agreed when it was made
  Evidence evidence;
};

/// The last talk with the person.
struct CallTalk {
  std::optional<Date> date;
  std::string point;         ///< what it was about; empty when the file does not say
  std::optional<Date> next;  ///< the next date agreed then
  Evidence evidence;
};

/// What to bring to the call.
struct CallBring {
  std::string id;
  bool is_new = false;  ///< news for this person; else something to build on
  std::string says;
  std::vector<Evidence> evidence;
};

struct CallStep {
  std::string id;
  std::string label;
  std::string says;  ///< what to say
};

struct CallQuestion {
  std::string rule;  ///< the open question of the review that it puts; empty for all others
  std::string says;
};

/// A call or an action of the plan that opens with nothing (method 8).
struct EmptyOpener {
  std::string id;
  std::string excuse;  ///< brought: something new follows; bought: a customer of ours; else empty
  std::string instead;
  Evidence evidence;  ///< `value` is the opener as written
};

/// How often to call, and when next.
struct CallRhythm {
  std::string state;  ///< none, closed, agreed, agreed-late, no-class, never, too-soon, not-due,
                      ///< due, overdue
  std::string customer_class;           ///< a, b, c; empty when not said
  std::optional<CallFrequency> wanted;  ///< of that class
  std::optional<Date> last;             ///< last contact with this person
  std::optional<Date> due;              ///< next contact
  std::string says;
};

/// A follow-up call to one person, prepared (method 8). All sentences are in one language.
struct CallSheet {
  std::size_t contact = 0;  ///< place among the assessment's contacts
  bool asked_for = false;   ///< the caller named this person
  std::string answer;       ///< id of the answer: is the person worth a call?
  bool blocked = false;     ///< the answer forbids an ordinary follow-up call
  CallOutlook then =
      CallOutlook::prepare;  ///< what follows is empty where nothing is to be prepared
  std::string answer_label;
  std::string answer_says;
  std::vector<CallReason> reasons;  ///< the most forbidding first
  CallReason why;                   ///< why this person; the id is empty when nothing speaks for it
  std::optional<std::size_t> better;  ///< whom to call rather, when this one was asked for
  CallReason better_why;
  std::vector<CallReason> aims;  ///< the first is what the call is for; then what else it may bring
  std::string purpose;           ///< the sentence that tells the person what the call is for
  std::optional<CallTalk> talk;
  std::vector<CallPromise> promises;  ///< newest first
  std::vector<CallBring> bring;       ///< news first
  std::vector<CallStep> flow;
  std::vector<CallQuestion> questions;  ///< for the stage and the role, then from the review
  std::vector<EmptyOpener> openers;     ///< of the whole deal, in file order
  CallRhythm rhythm;
};

/// The contacts that a name may mean: by id, name or title, case ignored. An id that is written to
/// the letter means nobody else.
[[nodiscard]] std::vector<std::size_t> find_contacts(const Assessment& assessment,
                                                     std::string_view name);

/// Prepares the call to `contact`, or to whom it is most useful to call. The assessment must be
/// that of this deal, in `language`, and have at least one contact; the rulebook must have call
/// rules.
[[nodiscard]] CallSheet prepare_call(const Rulebook& rulebook, const Opportunity& opportunity,
                                     const Assessment& assessment, Language language,
                                     std::optional<std::size_t> contact);

}  // namespace dealcheck

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "i18n/words.h"
#include "rules/condition.h"
#include "rules/rule.h"

namespace dealcheck {

/// What an entry of rules/callsheet.yaml looks at, for one person at the customer.
enum class CallMatter : std::uint8_t {
  person,         ///< the contact
  planned,        ///< what calls that are still ahead will bring this person
  we_owe,         ///< what we promised this person; not done, and not late
  we_owe_late,    ///< the same, but its day has passed
  they_owe,       ///< what this person promised us; not done, and not late
  they_owe_late,  ///< the same, but its day has passed
  introduces,     ///< people nobody of ours has met and to whom this person can best bring us
  mine,           ///< a risk that lies with this person
  records         ///< the records of a section that name the person under a key: SECTION.KEY
};
inline constexpr std::array<std::string_view, 8> kCallMatterNames{
    "person",   "planned",       "we_owe",     "we_owe_late",
    "they_owe", "they_owe_late", "introduces", "mine"};

/// One entry: when it holds for a person, and what it then says.
struct CallRule {
  std::string id;  ///< of `asks`: the rule whose open question it puts
  CallMatter matter = CallMatter::person;
  std::uint16_t section = 0;           ///< of records
  KeyId key = 0;                       ///< of records: where they name the person
  bool or_nobody = false;              ///< of records: those too that name nobody there
  std::vector<std::string> verdicts;   ///< only for these headlines; empty: for any
  std::vector<std::string> decisions;  ///< only for these decisions; empty: for any
  Condition when;                      ///< `it` is the contact, or the record
  std::string answer;                  ///< of `worth`: the answer it gives; empty: only a remark
  bool looks_ahead = false;            ///< not for a last call
  bool is_new = false;                 ///< of `bring`: news for this person
  LocalizedText says;
  LocalizedText purpose;  ///< of `aims`: the sentence that tells the customer what the call is for
  std::vector<Slot> slots;
};

/// What an answer leaves to be prepared.
enum class CallOutlook : std::uint8_t {
  prepare,  ///< a call like any other
  close,    ///< the last call: nothing that looks ahead
  nothing   ///< no call at all
};
inline constexpr std::array<std::string_view, 3> kCallOutlookNames{"prepare", "close", "nothing"};

/// One answer to "is this person worth a call?".
struct CallAnswer {
  std::string id;
  bool blocks = false;  ///< no ordinary follow-up call: choose somebody else where there is one
  CallOutlook then = CallOutlook::prepare;
  LocalizedText label;
  LocalizedText says;
};

/// One way to open a call that says nothing.
struct EmptyOpenerWords {
  std::string id;
  LocalizedText phrases;  ///< spellings in each language, joined by "|"
  LocalizedText instead;
};

/// One step of the call, with its sentences: the first whose values are all there is said.
struct CallStepWords {
  std::string id;
  LocalizedText label;
  std::vector<LocalizedText> says;
};

/// How often to call a class of customer, in days.
struct CallFrequency {
  int every = 0;  ///< the next contact is due this long after the last
  int pause = 0;  ///< sooner than this is too often
};

inline constexpr std::array<std::string_view, 3> kCustomerClasses{"a", "b", "c"};

/// How follow-up calls are prepared (rules/callsheet.yaml, method 8).
struct CallRules {
  std::vector<CallAnswer> answers;  ///< the most forbidding first; the last one is the plain yes
  std::vector<CallRule> worth;
  std::vector<CallRule> whom;  ///< the most useful first
  std::vector<CallRule> aims;  ///< the first that holds is the aim of the call
  std::vector<CallRule> bring;
  std::vector<CallRule> questions;
  std::vector<CallRule> asks;  ///< open questions of the review in words for the customer
  std::vector<CallStepWords> flow;
  std::vector<LocalizedText>
      link;  ///< the tie to the last talk: the first whose values are all there
  std::vector<EmptyOpenerWords> openers;
  Condition bought;  ///< a customer of ours: small talk may open a call
  std::array<CallFrequency, kCustomerClasses.size()> frequency;
};

}  // namespace dealcheck

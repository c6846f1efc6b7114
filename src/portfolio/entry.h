#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "deal/opportunity.h"
#include "portfolio/run_part.h"
#include "rules/rulebook.h"

namespace dealcheck {

// What lists of many deals keep of each: enough for every report, small enough for ten thousand.
// All names are canonical English, all sentences in the language of the run; a text is empty, a
// number 0, where the deal has none. It survives the way through a line of JSON (entry_json.h).

/// A stretch of one line, columns counted in code points; `end_column` is the one behind it.
/// Line 0: the file as a whole.
struct Region {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;
};

/// A risk; its leading rule speaks for it.
struct EntryRisk {
  std::string rule;
  std::string kind;
  std::string severity;  ///< minor, serious, deadly
  std::string label;
  std::string message;
  std::string why;     ///< what the rule rests on
  std::string source;  ///< place in the method
  std::string path;    ///< data path of what it rests on, `objections[1].topic`
  std::string key;     ///< the same path with the entry by its name: see `lasting_path`
  std::string state;   ///< against a baseline: new, known; empty: there is none
  Region region;
};

/// A risk that a manager has accepted.
struct EntryWaiver {
  std::string rule;
  std::string reason;
  std::string label;
  std::string message;
  std::string why;
  std::string source;
  std::string path;
  std::string key;  ///< as of a risk
  Region region;
};

/// An override that acted on the deal.
struct EntryOverride {
  std::string rule;
  std::vector<std::string> changes;
  std::string reason;
  std::string file;
  std::uint32_t line = 0;
};

/// What another rule set says of the deal.
struct EntryAlso {
  std::string set;  ///< the name of the pack
  std::string title;
  std::string verdict;
  std::string verdict_label;
  std::string decision;
  int points = 0;
  std::string worst;
  std::string best;
  std::string gauge;
  std::string rules_hash;
};

/// What decided the verdict. Without a label: no single fact did, the message tells what it means.
struct EntryBecause {
  std::string rule;
  std::string label;
  std::string message;
};

/// The main next step.
struct EntryStep {
  std::string play;
  std::string label;  ///< in a few words
  std::string says;
  std::string who;
  std::string by;  ///< 2026-03-25
};

/// A sum of money. Of two currencies nothing is ever added up.
struct EntryAmount {
  bool known = false;
  double value = 0;
  std::string currency;    ///< EUR; as written when it is no known one, empty when it is not said
  std::uint32_t line = 0;  ///< where it stands; 0: nowhere
};

/// A reason for a manager to look.
struct EntryReason {
  std::string check;
  std::string label;
  std::string message;
  std::uint32_t line = 0;  ///< of what it rests on; 0: nothing of its own
};

/// What the regular review asks beside the verdict. Days like 2026-03-25.
struct EntryReview {
  EntryAmount amount;
  std::string customer_class;  ///< a, b, c
  std::string reviewed;        ///< last review by a manager
  std::string their_act;       ///< newest dated act of the customer
  std::string our_act;
  std::string closes;   ///< when the order is expected
  std::string outcome;  ///< won, lost, …; empty: the deal is open
  std::string control;  ///< in-control, partly, open, out-of-control, unknown
  std::string control_label;
  std::vector<EntryReason> special;
  std::string fit;       ///< good, poor, unknown: against the ideal customer
  int review_after = 0;  ///< days after which a manager has to look again
};

/// What was wrong with the file.
struct EntryDiagnostic {
  std::string severity;  ///< note, warning, error
  std::string id;
  std::string message;
  std::string help;
  Region region;
};

struct DealEntry {
  std::string path;      ///< as the run named it
  std::string title;     ///< see `tell_apart` (stands in no line); empty: `name` is enough
  std::string place;     ///< as a code host names it (stands in no line); empty: not asked for
  std::string language;  ///< en, zh
  bool judged = false;   ///< when not, only `path`, `language` and `diagnostics` mean something
  std::string name;
  std::string account;
  std::string owner;
  std::string stage;
  std::string as_of;
  std::string feeling;
  std::string verdict;
  std::string verdict_label;
  std::string standing;
  std::string project;
  std::string project_label;
  std::string decision;
  std::string headline;
  EntryBecause because;
  std::string threat;
  int points = 0;
  std::string worst;  ///< the range of standings
  std::string best;
  double coverage = 0;  ///< 0 … 1
  std::string gauge;  ///< a letter for each question of the stage: + favourable ~ mixed - adverse ?
  std::vector<EntryRisk> risks;  ///< the most dangerous first
  std::vector<EntryWaiver> waived;
  EntryStep next_step;
  EntryReview review;
  std::vector<EntryOverride> overrides;
  std::vector<EntryAlso> also;
  std::string rules_version;
  std::string rules_hash;
  std::string rules_name;
  bool failed = false;  ///< the run fails because of it
  std::string fail_on;  ///< a verdict: this one or a worse one fails the run; empty: none
  std::vector<EntryDiagnostic> diagnostics;
  RunPart part;  ///< stands in lines only
};

/// What is kept of a judged deal, without its diagnostics.
[[nodiscard]] DealEntry make_entry(const Assessment& assessment, const YamlDocument& document);

/// Where others look for the file: `place`, else `path`.
[[nodiscard]] const std::string& entry_place(const DealEntry& entry);

/// Of deals with one name, says of each in brackets which file it is: `St. Anna (north)`.
void tell_apart(std::vector<DealEntry>& deals);

/// `name`, told apart from others where that was asked for, or the path of a deal without one.
[[nodiscard]] const std::string& entry_title(const DealEntry& entry);

/// What kept a deal from being judged; none of one that was.
[[nodiscard]] std::vector<const EntryDiagnostic*> errors_of(const DealEntry& entry);

/// From best to worst, as `--fail-on` counts; a deal that could not be judged is worse than all.
[[nodiscard]] int badness(const DealEntry& entry);

/// Whether the deal's verdict is its `fail_on` or worse.
[[nodiscard]] bool fails(const DealEntry& entry);

}  // namespace dealcheck

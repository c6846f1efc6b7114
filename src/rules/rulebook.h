#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deal/vocabulary.h"
#include "i18n/words.h"
#include "rules/callsheet_rules.h"
#include "rules/check.h"
#include "rules/condition.h"
#include "rules/override.h"
#include "rules/play.h"
#include "rules/portfolio_rules.h"
#include "rules/rule.h"
#include "rules/starter.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// What to do in one cell of the decision table (method 7).
struct Decision {
  std::string id;      ///< engage, walk-away, …
  LocalizedText says;  ///< the headline, an imperative sentence
};

struct ProjectState {
  std::string id;  ///< urgent, active, being-introduced, later
  LocalizedText label;
  Condition when;
};

struct VerdictWords {
  LocalizedText label;  ///< the headline
  LocalizedText name;   ///< inside a sentence; empty: as the report calls that standing
  LocalizedText means;
};

/// How we stand to a rival on what the customer recognises (method 5, 7), best first.
enum class Position : std::uint8_t { far_ahead, ahead, level, behind, no_chance };
inline constexpr std::array<std::string_view, 5> kPositions{"far-ahead", "ahead", "level", "behind",
                                                            "no-chance"};

/// How a balance of strengths and weaknesses becomes a position.
struct Macro {
  std::array<int, 4> bands{};  ///< least balance of far-ahead … behind; below: no-chance
  int recognised = 0;          ///< of a strength or weakness that somebody there recognises
  int by_decider = 0;          ///< of one that a payer or somebody of high influence recognises
  std::vector<std::pair<std::string, int>> status;  ///< by a rival's status, or another choice's
};

/// How readings become a verdict (rules/verdict.yaml).
/// When a sum of points answers one of the two questions behind the standing (method 7.2).
struct Answers {
  int no = 0;   ///< at or below it: no
  int yes = 0;  ///< at or above it: yes; between them the question is open
};

struct Policy {
  LocalizedText title;  ///< what the rule set is called in a report; empty: nothing
  LocalizedText about;  ///< what it is for, in a line; empty: not said
  std::string version;
  std::array<int, kStageCount> unknown_points{};  ///< of an unread question
  /// Least points for backup, contender and first-choice (in the order of Standing, from 1).
  std::array<std::array<int, kRankCount>, kStageCount> bands{};
  /// What all unread questions together can cost; empty: no end to it.
  std::array<std::optional<int>, kStageCount> unknown_most{};
  int unclear_questions = 0;  ///< unclear needs fewer questions read than this …
  int unclear_readings = 0;   ///< … and fewer other readings with points than this
  /// … or, where it is set, all that is read to weigh less than this, for and against us together.
  std::optional<int> unclear_weight;
  std::optional<Answers> earnest;  ///< are they in earnest about us? a no is column fodder
  std::optional<Answers> ahead;    ///< are we ahead? told, and decides nothing by itself
  std::array<int, kStageCount> stale_after{};  ///< days
  double large_amount = 0;                     ///< in units of the deal's currency
  std::array<double, 3> grade_weight{};        ///< by Grade, 0 … 1
  std::array<VerdictWords, kVerdictCount> verdicts;
  std::vector<ProjectState> project;
  std::array<std::array<Decision, 5>, kStageCount> decisions;  ///< by stage and Standing
  Decision not_started;
  Decision nurture;
  Condition nurture_when;
  Macro macro;
};

/// Everything in a rule folder, checked and ready to judge with.
struct Rulebook {
  std::string name;                ///< of the folder it comes from; empty: the built-in rules
  std::vector<std::string> added;  ///< the names of folders whose rules were added
  Vocabulary vocabulary;
  std::vector<Query> queries;
  std::vector<Limit> limits;  ///< of the rules, and of rules that facts were borrowed with
  std::vector<Rule> rules;    ///< questions first, in stage and order; then by id
  Policy policy;
  CheckLists checks;
  std::vector<Play> plays;  ///< in the order to try them
  CallRules callsheet;
  PortfolioRules portfolio;
  Starter starter;
  Words words;
  std::string hash;  ///< of all the files it was made from that judge; eight hexadecimal digits
  bool own_vocabulary = false;            ///< deals read with it mean nothing to other rule sets
  std::vector<Override> overrides;        ///< in force, in the order of the settings
  std::shared_ptr<const Rulebook> plain;  ///< as it was before them; null without any
  /// Where each rule, fact, play, check and word of the folders stands, `rule late.x` →
  /// `our-rules/late/x.yaml:3`. What is not in it is built in.
  std::map<std::string, std::string, std::less<>> places;
};

/// `meddpicc 2026.11 + our-rules`: what a report calls the rule set.
[[nodiscard]] std::string told_name(const Rulebook& book);
/// The rule with that id; null when there is none.
[[nodiscard]] const Rule* find_rule(const Rulebook& book, std::string_view id);

/// Reads a rule folder. Files that the folder does not hold (vocabulary, facts, verdict, callsheet,
/// portfolio, starter, words) are taken from `base` where one is given. Returns nothing when there
/// was an error; every error is in `diagnostics`.
[[nodiscard]] std::optional<Rulebook> load_rulebook(const std::string& folder, const Rulebook* base,
                                                    Diagnostics& diagnostics);

/// A rule set with the rules, facts, plays, checks and words of a folder added to it. An id that is
/// already taken is an error: to change a rule, override it or replace the folder.
[[nodiscard]] std::optional<Rulebook> add_rules(const std::string& folder, const Rulebook& base,
                                                Diagnostics& diagnostics);

/// The packs of a rule folder, `packs/*/`, by name; what they do not hold comes from `base`.
/// Nothing when one has errors.
[[nodiscard]] std::optional<std::vector<Rulebook>> load_packs(const std::string& folder,
                                                              const Rulebook& base,
                                                              Diagnostics& diagnostics);
/// Their folders, by name.
[[nodiscard]] std::vector<std::string> pack_folders(const std::string& folder);

/// Only the words of a rule folder, as far as they can be read: for messages about the rest of it.
[[nodiscard]] Words load_folder_words(const std::string& folder, Diagnostics& diagnostics);

/// One example of a rule: a deal and how the rule is to read it.
struct RuleExample {
  std::string rule;
  Location at;
  std::string file;
  std::shared_ptr<const YamlDocument> document;
  Yaml deal;
  Yaml reads;  ///< adverse, mixed, favourable, unknown, silent; or more of the reading
};

/// The examples that a rule's own file holds; they are tests and not part of a Rulebook.
[[nodiscard]] std::vector<RuleExample> read_examples(
    const std::shared_ptr<const YamlDocument>& document, Diagnostics& diagnostics);

/// The examples of all rules of a folder.
[[nodiscard]] std::vector<RuleExample> load_examples(const std::string& folder,
                                                     Diagnostics& diagnostics);

}  // namespace dealcheck

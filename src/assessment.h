#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "date.h"
#include "rule.h"
#include "source.h"
#include "words.h"

namespace dealcheck {

/// One statement of the deal file that a judgement rests on.
struct Evidence {
  Location at;
  std::string path;   ///< data path in the file's English names, `objections[1].topic`
  std::string value;  ///< the value as told to people, in the assessment's language
  std::string by;     ///< witness by name; empty when the file names none
  std::optional<Date> date;
  Grade grade = Grade::reported;
  std::string note;
  bool stale = false;  ///< older than its stage allows: no longer counts for us
};

/// Why a question has no reading. Four different things that a report keeps apart (method 1.5).
enum class Gap : std::uint8_t {
  none,          ///< it was read
  not_asked,     ///< the file says nothing about it
  not_known,     ///< the file says that it was asked and is not known
  contradicted,  ///< the file says two things and nothing settles which holds
  only_assumed,  ///< only our own belief speaks for us
  stale,         ///< only old evidence speaks for us
  undecided      ///< something is known, but it does not settle the question
};

/// What one rule says about the deal.
struct Finding {
  std::string rule;            ///< rule id
  std::string label;           ///< short name, in the assessment's language
  std::optional<Reads> reads;  ///< empty: unknown (questions only)
  Gap gap = Gap::none;
  int points = 0;       ///< on the standing axis, also the price of not knowing
  std::string message;  ///< what it says, or what to ask while unknown
  std::string why;
  std::string source;  ///< place in the method
  std::optional<Mine> mine;
  std::optional<Standing> cap;
  std::optional<Standing> lift;
  std::string lifted_by;  ///< what would lift the cap
  bool not_started = false;
  std::string waived;              ///< the reason it was waived with; empty when it was not
  std::vector<Evidence> evidence;  ///< in file order
};

/// Standing at worst and at best when every unread question of the stage is answered.
struct Range {
  Standing worst = Standing::unclear;
  Standing best = Standing::unclear;
  int worst_points = 0;
  int best_points = 0;
};

/// One change of fact inside a flip.
struct FlipChange {
  std::string rule;
  std::string label;
  std::optional<Reads> from;  ///< empty: not known today
  Reads to = Reads::mixed;
  int points = 0;            ///< what the change adds to the points
  std::string says;          ///< what would have to be so, in the assessment's language
  bool to_find_out = false;  ///< asking may be enough: it is not known today
};

/// The fewest changes of fact that move the standing, those first that only need asking.
struct Flip {
  bool up = true;
  Standing to = Standing::unclear;
  std::vector<FlipChange> changes;  ///< all of them together
};

/// A question for the review, most telling first.
struct OpenQuestion {
  std::string rule;
  std::string label;
  std::string ask;
  Gap gap = Gap::not_asked;
  int swing = 0;  ///< points between the worst and the best answer
};

/// How one contact sees us, by his or her own behaviour (method 3.6).
struct ContactView {
  std::string id;
  std::string name;
  std::string title;
  std::vector<std::string> roles;  ///< canonical English names: economic, user, technical, coach
  std::string influence;           ///< high, medium, low; empty when not said
  std::optional<int> support;      ///< -5 … +5
  std::string sees_us;             ///< first, backup, filler, unknown
  std::string stance;              ///< for, neutral, against, disputed, unknown
  std::string reached;             ///< yes, no, unknown
  std::optional<Date> last_met;
  Location at;
};

struct StageView {
  Stage judged = Stage::early;
  std::optional<Stage> declared;
  std::optional<Stage> milestones;
  std::optional<Stage> behaviour;
};

/// Everything dealcheck has to say about one deal. Made once, told by the renderers, which decide
/// nothing. All sentences are in the one language it was made for; all names are canonical English.
struct Assessment {
  std::string path;  ///< the file as the user named it
  std::string name;
  std::string account;
  std::string owner;
  std::string feeling;  ///< canonical name; empty when not said
  std::string feeling_label;
  Date as_of;
  StageView stages;

  Verdict verdict = Verdict::unclear;
  Standing standing = Standing::unclear;
  std::string verdict_label;  ///< "BACKUP"
  std::string verdict_means;  ///< one sentence
  std::string project;        ///< urgent, active, being-introduced, later, unknown
  std::string project_label;
  std::string decision;  ///< id
  std::string headline;  ///< the decision as an imperative sentence
  std::string threat;    ///< the deadly mine a good standing still hides (method 7.1); else empty
  int points = 0;
  Range range;
  double coverage = 0;  ///< 0 … 1: how much of the stage's questions rests on evidence

  std::vector<Finding> questions;  ///< the stage's questions in their order, read or not
  std::vector<Finding> findings;   ///< every other rule that has something to say; worst first
  std::vector<Flip> flips;
  std::vector<OpenQuestion> open_questions;
  std::vector<ContactView> contacts;

  std::string rules_version;
  std::string rules_hash;  ///< of the rule set in use, eight hexadecimal digits
};

}  // namespace dealcheck

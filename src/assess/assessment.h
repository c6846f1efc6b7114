#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/weighing.h"
#include "diagnostics/source.h"
#include "i18n/words.h"
#include "rules/override.h"
#include "rules/rule.h"

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
  none,           ///< it was read
  not_asked,      ///< the file says nothing about it
  not_known,      ///< the file says that it was asked and is not known
  contradicted,   ///< the file says two things and nothing settles which holds
  only_assumed,   ///< only our own belief speaks for us
  stale,          ///< only old evidence speaks for us
  earlier_stage,  ///< the file answers it for another stage only
  undecided       ///< something is known, but it does not settle the question
};
inline constexpr std::array<std::string_view, 8> kGapNames{
    "",      "not-asked",     "not-known", "contradicted", "only-assumed",
    "stale", "earlier-stage", "undecided"};
/// not-asked, …; empty for none
[[nodiscard]] inline std::string_view gap_name(Gap gap) {
  return kGapNames.at(static_cast<std::size_t>(gap));
}

/// What one rule says about the deal.
struct Finding {
  std::string rule;                    ///< rule id
  std::string topic;                   ///< contradiction, plan; empty: by what it reads
  std::string label;                   ///< short name, in the assessment's language
  std::optional<Reads> reads;          ///< empty: unknown (questions only)
  std::optional<std::size_t> reading;  ///< place of that reading in its rule; empty: unknown
  Gap gap = Gap::none;
  int points = 0;                ///< on the standing axis, also the price of not knowing
  Behind tells = Behind::ahead;  ///< the question behind the standing that the points bear on
  std::string message;           ///< what it says, or what to ask while unknown
  std::string why;
  std::string source;  ///< place in the method
  std::optional<Mine> mine;
  std::optional<std::size_t> contact;  ///< the person it lies with: place among the contacts
  std::optional<std::size_t> record;   ///< of a rule that runs over records: which one
  std::optional<Standing> cap;
  std::optional<Standing> lift;
  std::string lifted_by;  ///< what would lift the cap
  bool not_started = false;
  std::string waived;              ///< the reason it was waived with; empty when it was not
  std::vector<Evidence> evidence;  ///< in file order
};

/// How one of the two questions behind the standing is answered (method 7.2). What answers it are
/// the findings that tell it and carry points.
struct BehindView {
  Behind question = Behind::earnest;
  Tri answer = Tri::unknown;  ///< earnest: are they? · ahead: are we (no: somebody else is)?
  int points = 0;
  bool by_rival = false;  ///< ahead: something that puts a rival forward is among what answers it
};

/// A fact that decided the verdict.
struct ReasonView {
  std::string rule;
  std::string label;  ///< what the rule is about, in a few words
  std::string message;
  std::string quote;  ///< the customer's own words; empty where the file quotes none
};

/// Something the file says that no judgement rests on.
struct NotWeighedView {
  Evidence evidence;
  NotWeighed reason = NotWeighed::unasked;
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

/// A question for the review: the stage's own first, then those whose answer can change the
/// verdict, then what is worth most.
struct OpenQuestion {
  std::string rule;
  std::string label;
  std::string ask;
  Gap gap = Gap::not_asked;
  int swing = 0;                       ///< points between the worst and the best answer
  Standing worst = Standing::unclear;  ///< the standing after the worst answer
  Standing best = Standing::unclear;   ///< the standing after the best one
  bool moves = false;                  ///< an answer would change the verdict
  std::optional<std::size_t> whom{};   ///< who there can know: place among the contacts;
                                       ///< empty: we ourselves, who were there
};

/// A risk as a manager should see it: every finding that points at one cause, told once (method 6).
struct MineView {
  std::string kind;  ///< unknown, uncertain, uncontacted, change, signal, …
  MineSeverity severity = MineSeverity::serious;
  std::string cause;  ///< what its findings share; a rule's id where they share none
  std::string label;  ///< of the leading finding, as its message
  std::string message;
  std::vector<std::string> rules;      ///< the leading one, the most dangerous, first; each once
  int points = 0;                      ///< of all its findings together, on the standing axis
  std::optional<std::size_t> contact;  ///< the person it lies with: place among the contacts
  std::vector<Evidence> evidence;      ///< of all its findings, each place once, leading first
  std::optional<std::size_t> answered_by{};  ///< place among the next steps; empty: none answers it
  bool decides = false;                      ///< one of the few to show; the rest on demand
};

/// How something stood up to one test.
struct CheckResult {
  std::string id;
  std::string label;
  Tri passed = Tri::unknown;
  std::string message;  ///< what passed or failed, or what to find out
  std::string source;   ///< place in the method
  std::vector<Evidence> evidence;
};

/// A claimed strength, put to the four tests (method 6).
struct BulletView {
  std::string what;
  Tri holds = Tri::unknown;  ///< yes: a bullet; no: a test failed; unknown: a test is open
  std::vector<CheckResult> tests;
  std::vector<std::size_t> recognised_by;  ///< places among the contacts
  std::vector<std::size_t> moves;
  Location at;
};

/// What somebody wants: the organisation's result, or the personal win (method 4).
struct GoalView {
  std::string kind;  ///< result, win
  std::string what;
  bool first_hand = false;  ///< this person's own word or act, seen or heard by us
  Evidence evidence;
};

/// One person: how he or she stands in this purchase and sees us, by own behaviour (method 3.6, 4).
struct ContactView {
  std::string id;
  std::string name;
  std::string title;
  std::vector<std::string> roles;  ///< canonical English names: economic, user, technical, coach
  std::string influence;           ///< high, medium, low; empty when not said
  std::string influence_why;       ///< its grounds; empty when the file gives none
  std::string mode;                ///< growth, trouble, even_keel, overconfident; empty: not said
  std::string mode_label;
  std::string mode_allows;     ///< what this mode lets us do
  std::optional<int> support;  ///< -5 … +5
  std::string support_why;     ///< the words or acts that show it; empty when the file gives none
  std::optional<Grade> support_grade;
  std::string sees_us;          ///< first, backup, filler, unknown
  std::string stance;           ///< for, neutral, against, disputed, unknown
  bool leans_to_rival = false;  ///< against only in that a rival is preferred
  std::string reached;          ///< yes, no, unknown
  std::optional<Date> last_met;
  int meetings = 0;                         ///< on different days
  bool departed = false;                    ///< has left
  bool reachable = true;                    ///< can be spoken to as things stand
  std::string can_decide;                   ///< final, part, recommend, nothing; empty: not said
  std::vector<std::size_t> needs_approval;  ///< whose approval is needed and not seen to be there
  std::optional<std::size_t> reports_to;
  std::vector<std::size_t> trusts;
  std::vector<GoalView> goals;
  std::vector<CheckResult> coach_tests;  ///< of a coach only
  Location at;
};

/// How one buying role is filled and covered (method 4).
struct RoleView {
  std::string role;  ///< economic, user, technical, coach
  std::string label;
  std::string state;  ///< met, unmet (counts as opposed), unknown (not said whether met), empty
  std::vector<std::size_t> people;  ///< places among the contacts
  int meetings = 0;
  std::optional<Date> last_met;
};

/// The single sales objective and who is in control of the deal (method 5).
struct ControlView {
  std::vector<CheckResult> indicators;  ///< who, what, how much, when, in what state
  std::string level = "unknown";        ///< in-control, partly, open, out-of-control, unknown
  std::string level_label;
  std::vector<CheckResult> project;  ///< the five signs of a project
  std::vector<CheckResult> special;  ///< reasons for special control; passed: a manager must look
  std::vector<CheckResult> fit;      ///< ideal customer
};

/// A sum of money; of two currencies nothing is ever added up.
struct AmountView {
  double value = 0;
  std::string currency;  ///< EUR; as written when it is no known one, empty when it is not said
  Location at;
  std::string written{};  ///< as it stands in the file: "1.2M EUR"
};

/// What the regular review asks of a deal beside its verdict (method 5, 9).
struct ReviewView {
  std::optional<AmountView> amount;
  std::string customer_class;     ///< a, b, c; empty: not said
  std::optional<Date> reviewed;   ///< last review by a manager
  std::optional<Date> their_act;  ///< newest dated act of the customer that is not merely assumed
  std::optional<Date> our_act;
  std::optional<Date> closes;  ///< the day the order is expected
  std::string outcome;         ///< won, lost, …; empty: the deal is open
};

/// Us against one rival, or against doing nothing, on what the customer recognises (method 5, 7).
struct RivalView {
  std::string name;
  std::string kind;      ///< rival, incumbent, do_nothing, in_house
  std::string position;  ///< far-ahead, ahead, level, behind, no-chance, out, unknown
  std::string position_label;
  int balance = 0;                    ///< what speaks for us less what speaks for it
  std::vector<std::string> for_us;    ///< recognised strengths of ours, weaknesses of theirs
  std::vector<std::string> against;   ///< the other way round
  std::vector<std::string> closable;  ///< gaps that can be closed
  Location at;
};

/// One step to take (method 8). Whom it names stands in the file.
struct StepView {
  std::string play;
  std::string source;  ///< place in the method
  std::string label;
  std::string says;                   ///< what to do, one sentence
  std::string who;                    ///< who of us acts
  bool known = true;                  ///< no: that no step is known is all it says
  bool stops = false;                 ///< until it is done, or for good, we ask them nothing
  std::optional<std::size_t> target;  ///< on whom: place among the contacts
  std::vector<std::size_t> through;   ///< from our supporter to just before the target
  std::optional<std::size_t> bullet;  ///< with which strength: place among the bullets
  std::vector<std::size_t> removes;   ///< mines: places among the mines
  std::optional<Date> by;             ///< a working day; empty: none is left before what decides
  std::string worked;                 ///< how we shall know that it worked
  std::string failed;
};

/// One action of the user's own plan and what is to be said of it (method 8).
struct PlanView {
  std::string action;
  std::string who;
  std::optional<Date> until;
  std::vector<std::size_t> moves;  ///< places among the contacts
  bool done = false;
  std::vector<Finding> remarks;  ///< good and bad ones
  Location at;
};

/// What a team has settled otherwise than the rules say.
struct OverrideView {
  std::string rule;
  std::vector<std::string> told;  ///< what is changed, a short text each
  std::vector<OverrideChange> changes;
  std::string reason;  ///< empty: none given
  std::string file;
  Location at;
  bool acted = false;  ///< without it the rule would read this deal otherwise
};

/// Something that happened, or is going to, on a day or on none that the file names.
struct EventView {
  std::string kind;            ///< milestone, access (to executives), price, signal
  std::string label;           ///< what it is: a key or a section, in the assessment's language
  Evidence evidence;           ///< what was said or done, who, when, and where it stands
  std::optional<Reads> reads;  ///< the worst that a judgement made of it; empty: none rests on it
};

/// The day a stage began by its milestones; it may lie ahead.
struct StageStart {
  Stage stage = Stage::early;
  Date from;
};

struct StageView {
  Stage judged = Stage::early;
  std::optional<Stage> declared;
  std::optional<Stage> milestones;
  std::optional<Stage> behaviour;
};

/// Everything dealcheck has to say about one deal, or less of it (Detail in assess/assess.h). Made
/// once, told by the renderers, which decide nothing. All sentences are in the one language it was
/// made for; all names are canonical English.
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
  std::string decision;             ///< id
  std::string headline;             ///< what to do: the decision, or the main step where that stops
  std::vector<ReasonView> because;  ///< what decided the verdict, two facts at most
  std::vector<BehindView> behind;   ///< the questions behind the standing that the rule set asks
  std::string threat;  ///< the deadly mine a good standing still hides (method 7.1); else empty
  int points = 0;
  std::array<int, kRankCount> bands{};  ///< least points for each standing in this stage; the first
                                        ///< one, for column fodder, means nothing
  int stale_after = 0;  ///< days after which evidence of this stage no longer counts for us
  Range range;
  double coverage = 0;  ///< 0 … 1: how much of the stage's questions rests on evidence

  int unknowing = 0;  ///< what not knowing costs as a whole; in `points`

  std::vector<Finding> questions;  ///< the stage's questions in their order, read or not
  std::vector<Finding> findings;   ///< every other rule that has something to say; worst first
  std::vector<MineView> mines;     ///< the most dangerous first, those of the questions included
  std::vector<BulletView> bullets;
  std::vector<StepView> next_steps;  ///< the main one first, at most five
  std::vector<PlanView> plan;
  std::vector<Flip> flips;
  std::vector<OpenQuestion> open_questions;
  std::string ask_first;  ///< the one question that the first risk leaves open; empty: none
  std::vector<ContactView> contacts;
  std::vector<RoleView> roles;
  ControlView control;
  std::vector<RivalView> rivals;
  std::vector<EventView> timeline;  ///< the oldest first, what has no date last
  std::vector<StageStart> stage_starts;
  std::vector<NotWeighedView> not_weighed;  ///< by data path, whatever the order in the file
  std::size_t weighed = 0;                  ///< statements and entries that a judgement rests on
  ReviewView review;

  std::string rules_version;
  std::string rules_hash;               ///< of the rule set in use, eight hexadecimal digits
  std::string rules_name;               ///< `2026.11 + our-rules`
  std::string rules_set;                ///< the name of a pack or folder; empty: the built-in rules
  std::string rules_title;              ///< what the rule set calls itself; empty: nothing
  std::vector<OverrideView> overrides;  ///< in force, whether or not they acted
  /// How a sentence calls each standing, by Standing; empty: as the report does.
  std::array<std::string, kStandingCount> standing_names;
  std::vector<Assessment> also;  ///< by other rule sets, beside this one; empty in those
};

}  // namespace dealcheck

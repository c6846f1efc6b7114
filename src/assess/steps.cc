// Finds the next steps (method 8.1): risk by risk, in the order they are told, the play that fits
// it best and can be made as things stand; then what the decision itself asks for. Nobody at the
// customer is asked twice, and after a stop nobody is asked at all. What is said of a step is in
// step_words.cc.

#include "assess/steps.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "assess/deadlines.h"
#include "assess/lever_map.h"
#include "assess/step_words.h"
#include "base/contains.h"
#include "engine/leverage.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostSteps = 5;
constexpr std::size_t kFewestSteps = 3;  ///< minor mines are answered only up to here

/// How closely a play is made for a mine, the closest first.
enum class Fit : std::uint8_t { leading_rule, cause, rule, kind };
constexpr std::array kFits{Fit::leading_rule, Fit::cause, Fit::rule, Fit::kind};

class Planner {
 public:
  Planner(const AssessContext& context, const Assessment& deal)
      : context_(context),
        deal_(deal),
        leverage_(map_leverage(context, deal.contacts)),
        deadlines_(context) {}

  std::vector<StepView> plan();

 private:
  [[nodiscard]] bool belongs(const Play& play) const;
  [[nodiscard]] static bool fits(const Play& play, const MineView& mine, Fit fit);
  [[nodiscard]] std::vector<std::size_t> targets(const Play& play, const MineView* mine) const;
  [[nodiscard]] bool is_free(std::size_t contact) const;
  [[nodiscard]] std::optional<std::size_t> find_bullet(const StepChoice& candidate) const;
  [[nodiscard]] std::vector<std::size_t> way_to(const Play& play, std::size_t person) const;
  [[nodiscard]] std::optional<StepChoice> on_person(const Play& play, std::size_t person) const;
  [[nodiscard]] std::optional<StepChoice> try_play(const Play& play, const MineView* mine) const;
  [[nodiscard]] bool is_taken(const Play& play) const;
  [[nodiscard]] bool is_stopped() const;
  [[nodiscard]] bool speaks_already() const;
  /// Of a brief judgement only the main step is told.
  [[nodiscard]] bool is_enough() const { return context_.brief() && !chosen_.empty(); }

  [[nodiscard]] StepChoice* chosen_against(const MineView& mine, Fit fit);
  [[nodiscard]] StepChoice* chosen_with(const MineView& mine, Fit fit);
  [[nodiscard]] std::optional<StepChoice> answer_to(const MineView& mine, Fit fit) const;
  bool answer(std::size_t mine, std::size_t most);
  void answer_all(MineSeverity severity, std::size_t most);
  void say_none_is_known();
  void stop_first();
  bool leave();
  void follow_decision();
  void choose_all();

  [[nodiscard]] std::vector<std::optional<Date>> days() const;

  const AssessContext& context_;
  const Assessment& deal_;
  Leverage leverage_;
  Deadlines deadlines_;
  std::vector<StepChoice> chosen_;
};

// ---- which plays can be made ----

bool Planner::belongs(const Play& play) const {
  if (!play.stages.has(context_.facts().stage())) return false;
  const auto event = deadlines_.event();
  if (play.ahead && !(event && event->meeting)) return false;
  if (is_stopped() && !play.inside) return false;
  if (play.stops && speaks_already()) return false;
  return play.decisions.empty() || contains(play.decisions, deal_.decision);
}

bool Planner::fits(const Play& play, const MineView& mine, Fit fit) {
  switch (fit) {
    case Fit::leading_rule:
      return contains(play.rules, mine.rules.front());
    case Fit::cause:
      return contains(play.causes, mine.cause);
    case Fit::rule:
      return std::any_of(mine.rules.begin(), mine.rules.end(),
                         [&](const auto& rule) { return contains(play.rules, rule); });
    default:
      return contains(play.kinds, mine.kind);
  }
}

/// Can be spoken to as things stand, and nobody of ours is sent there yet.
bool Planner::is_free(std::size_t contact) const {
  const bool asked = std::any_of(chosen_.begin(), chosen_.end(), [&](const StepChoice& one) {
    return one.target == contact || (!one.chain.empty() && one.chain.front() == contact);
  });
  return deal_.contacts[contact].reachable && !asked;
}

/// Whether somebody at the customer is asked in a step that is chosen.
bool Planner::speaks_already() const {
  return std::any_of(chosen_.begin(), chosen_.end(),
                     [](const StepChoice& one) { return !one.play->inside; });
}

bool Planner::is_stopped() const {
  return std::any_of(chosen_.begin(), chosen_.end(),
                     [](const StepChoice& one) { return one.play->stops; });
}

/// Whom a play is on, those with most weight first.
std::vector<std::size_t> Planner::targets(const Play& play, const MineView* mine) const {
  std::vector<std::size_t> people;
  if (play.target) {
    people = context_.facts().contacts_of(*play.target, {});
  } else if (mine != nullptr && mine->contact) {
    people = {*mine->contact};
  }
  const auto weight = [this](std::size_t contact) {
    const ContactView& view = deal_.contacts[contact];
    const bool pays = contains(view.roles, "economic");
    const int say = view.influence == "high" ? 2 : view.influence == "low" ? 0 : 1;
    return std::make_tuple(pays, say, view.support.value_or(0), view.last_met);
  };
  std::stable_sort(people.begin(), people.end(),
                   [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
  std::erase_if(people, [this](std::size_t contact) { return !is_free(contact); });
  return people;
}

/// The strength to use: one that stands before one with a test still open (that only where nothing
/// else will do); it must be recognised on the way, or be known to move the target.
std::optional<std::size_t> Planner::find_bullet(const StepChoice& candidate) const {
  const bool open_will_do = candidate.play->bullet == WithBullet::needed;
  for (const Tri holds : {Tri::yes, Tri::unknown}) {
    if (holds == Tri::unknown && !open_will_do) break;
    for (std::size_t i = 0; i < deal_.bullets.size(); ++i) {
      const BulletView& bullet = deal_.bullets[i];
      if (bullet.holds != holds || bullet.recognised_by.empty()) continue;
      const bool on_the_way = std::any_of(
          bullet.recognised_by.begin(), bullet.recognised_by.end(), [&](std::size_t person) {
            return contains(candidate.chain, person) || person == candidate.target;
          });
      const bool moves = candidate.target && contains(bullet.moves, *candidate.target);
      if (on_the_way || moves) return i;
    }
  }
  return std::nullopt;
}

/// Through whom we get there; none when one of them cannot be asked.
std::vector<std::size_t> Planner::way_to(const Play& play, std::size_t person) const {
  if (play.through.empty()) return {};
  std::vector<std::size_t> chain = leverage_.chain_to(person);
  const bool open = std::all_of(chain.begin(), chain.end(),
                                [this](std::size_t contact) { return is_free(contact); });
  return open ? chain : std::vector<std::size_t>{};
}

std::optional<StepChoice> Planner::on_person(const Play& play, std::size_t person) const {
  if (play.who && context_.facts().test(*play.who, EvidencePolicy::against_us,
                                        context_.record_of(person)) != Tri::yes)
    return std::nullopt;
  StepChoice candidate{&play, person, way_to(play, person), {}, {}};
  if (candidate.chain.empty() && play.says.empty()) return std::nullopt;
  if (play.bullet != WithBullet::none) candidate.bullet = find_bullet(candidate);
  if (play.bullet == WithBullet::needed && !candidate.bullet) return std::nullopt;
  return candidate;
}

/// Whether a play that this one stands in for was chosen, or one that that one stands in for.
bool Planner::is_taken(const Play& play) const {
  const auto& plays = context_.rulebook().plays;
  std::string_view first = play.instead_of;
  while (!first.empty()) {
    const auto named = [&](const Play& one) { return one.id == first; };
    const auto chosen = [&](const StepChoice& one) { return named(*one.play); };
    if (std::any_of(chosen_.begin(), chosen_.end(), chosen)) return true;
    first = std::find_if(plays.begin(), plays.end(), named)->instead_of;
  }
  return false;
}

std::optional<StepChoice> Planner::try_play(const Play& play, const MineView* mine) const {
  if (!belongs(play)) return std::nullopt;
  if (play.when && context_.facts().test(*play.when, EvidencePolicy::against_us) != Tri::yes)
    return std::nullopt;
  if (!play.at_person) return StepChoice{&play, {}, {}, {}, {}};
  for (const std::size_t person : targets(play, mine)) {
    if (auto candidate = on_person(play, person)) return candidate;
  }
  return std::nullopt;
}

// ---- the choice ----

/// A step that was chosen already and does for this mine as well.
StepChoice* Planner::chosen_against(const MineView& mine, Fit fit) {
  const auto does = [&](const StepChoice& one) {
    const bool other_person =
        one.play->at_person && !one.play->target && one.target != mine.contact;
    return !other_person && !one.play->last_resort && fits(*one.play, mine, fit);
  };
  const auto found = std::find_if(chosen_.begin(), chosen_.end(), does);
  return found == chosen_.end() ? nullptr : &*found;
}

/// At every mine first those plays that use a strength in hand.
std::optional<StepChoice> Planner::answer_to(const MineView& mine, Fit fit) const {
  for (const bool with_bullet : {true, false}) {
    for (const Play& play : context_.rulebook().plays) {
      if ((play.bullet == WithBullet::needed) != with_bullet) continue;
      if (!fits(play, mine, fit)) continue;
      if (auto candidate = try_play(play, &mine)) return candidate;
    }
  }
  return std::nullopt;
}

/// Whether there is a step against the mine now: one that was chosen before, or another for which
/// there is room.
bool Planner::answer(std::size_t mine, std::size_t most) {
  for (const Fit fit : kFits) {
    if (StepChoice* chosen = chosen_against(deal_.mines[mine], fit)) {
      if (!contains(chosen->mines, mine)) chosen->mines.push_back(mine);
      return true;
    }
    const bool room = chosen_.size() < most;
    if (auto candidate = room ? answer_to(deal_.mines[mine], fit) : std::nullopt) {
      candidate->mines = {mine};
      chosen_.push_back(std::move(*candidate));
      return true;
    }
    if (StepChoice* talk = chosen_with(deal_.mines[mine], fit)) {
      talk->mines.push_back(mine);
      return true;
    }
  }
  return false;
}

/// The talk that is planned with the person the mine lies with, where a play would ask for one.
StepChoice* Planner::chosen_with(const MineView& mine, Fit fit) {
  if (!mine.contact || !mine.decides) return nullptr;
  const auto& plays = context_.rulebook().plays;
  const bool asks = std::any_of(plays.begin(), plays.end(), [&](const Play& play) {
    return play.at_person && !play.target && belongs(play) && fits(play, mine, fit);
  });
  const auto with = [&](const StepChoice& one) { return one.target == mine.contact; };
  const auto found = std::find_if(chosen_.begin(), chosen_.end(), with);
  return asks && found != chosen_.end() ? &*found : nullptr;
}

void Planner::answer_all(MineSeverity severity, std::size_t most) {
  for (std::size_t i = 0; i < deal_.mines.size(); ++i) {
    if (deal_.mines[i].severity != severity) continue;
    const bool answered = answer(i, most);
    if (!answered && i == 0 && severity != MineSeverity::minor) say_none_is_known();
    if (is_enough()) return;
  }
}

/// Better than a step against something else: that none is known, against the first risk if any.
void Planner::say_none_is_known() {
  if (!chosen_.empty()) return;
  const auto& plays = context_.rulebook().plays;
  const auto last = std::find_if(plays.begin(), plays.end(), [this](const Play& play) {
    return play.last_resort && belongs(play);
  });
  if (last == plays.end()) return;
  chosen_.push_back({&*last, {}, {}, {}, {}});
  if (!deal_.mines.empty()) chosen_.back().mines.push_back(0);
}

/// What must be done before anybody at the customer is spoken to again.
void Planner::stop_first() {
  for (const Play& play : context_.rulebook().plays) {
    if (!play.urgent) continue;
    for (std::size_t mine = 0; mine < deal_.mines.size(); ++mine) {
      const auto fitting = [&](Fit fit) { return fits(play, deal_.mines[mine], fit); };
      if (std::none_of(kFits.begin(), kFits.end(), fitting)) continue;
      const auto taken = std::find_if(chosen_.begin(), chosen_.end(),
                                      [&](const StepChoice& one) { return one.play == &play; });
      if (taken != chosen_.end()) {
        taken->mines.push_back(mine);
      } else if (auto candidate = try_play(play, &deal_.mines[mine])) {
        candidate->mines = {mine};
        chosen_.push_back(std::move(*candidate));
      }
    }
  }
}

/// Whether the decision ends our part: then that is the only step, and nothing else needs one.
bool Planner::leave() {
  if (!chosen_.empty()) return false;
  for (const Play& play : context_.rulebook().plays) {
    if (!play.leaves) continue;
    auto candidate = try_play(play, nullptr);
    if (!candidate) continue;
    for (std::size_t i = 0; i < deal_.mines.size(); ++i) {
      if (deal_.mines[i].decides) candidate->mines.push_back(i);
    }
    chosen_.push_back(std::move(*candidate));
    return true;
  }
  return false;
}

void Planner::follow_decision() {
  if (chosen_.size() >= kMostSteps || is_stopped()) return;
  for (const Play& play : context_.rulebook().plays) {
    if (!play.is_own() || play.leaves || play.last_resort || is_taken(play)) continue;
    if (!chosen_.empty() && !play.at_person && !play.inside)
      continue;  // says too little beside them
    auto candidate = try_play(play, nullptr);
    if (!candidate) continue;
    chosen_.push_back(std::move(*candidate));
    return;
  }
}

void Planner::choose_all() {
  stop_first();
  if (leave() || (is_enough())) return;
  answer_all(MineSeverity::deadly, kMostSteps);
  if (is_enough()) return;
  answer_all(MineSeverity::serious, kMostSteps - 1);
  if (is_enough()) return;
  const bool only_minor = chosen_.empty();
  if (only_minor && !deal_.mines.empty()) answer(0, 1);
  if (is_enough()) return;
  follow_decision();
  answer_all(MineSeverity::minor, kFewestSteps);
  say_none_is_known();
}

/// A working day each; none is due before a step above it.
std::vector<std::optional<Date>> Planner::days() const {
  std::vector<std::optional<Date>> days;
  for (const StepChoice& one : chosen_) {
    days.push_back(deadlines_.due(one.play->days));
    if (days.size() > 1) days.back() = std::max(days.back(), days.end()[-2]);
  }
  return days;
}

std::vector<StepView> Planner::plan() {
  choose_all();
  if (context_.brief() && chosen_.size() > 1) chosen_.erase(chosen_.begin() + 1, chosen_.end());
  const std::vector<std::optional<Date>> by = days();
  std::vector<StepView> steps;
  const StepDescriber context(context_, deal_, deadlines_);
  for (std::size_t i = 0; i < chosen_.size(); ++i) {
    steps.push_back(context.tell(chosen_[i], by[i]));
  }
  return steps;
}

}  // namespace

std::vector<StepView> tell_steps(const AssessContext& context, const Assessment& assessment) {
  return Planner(context, assessment).plan();
}

void number_answers(Assessment& assessment) {
  for (std::size_t step = 0; step < assessment.next_steps.size(); ++step) {
    const StepView& view = assessment.next_steps[step];
    if (!view.known) continue;
    for (const std::size_t mine : view.removes) {
      auto& answered_by = assessment.mines[mine].answered_by;
      if (!answered_by) answered_by = step;
    }
  }
}

}  // namespace dealcheck

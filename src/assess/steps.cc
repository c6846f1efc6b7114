// Finds the next steps: what is urgent; then mine by mine, the most dangerous first, the first play
// that can be made against it; then what the decision itself asks for. A play on the same person is
// one step.

#include "assess/steps.h"

#include <algorithm>
#include <tuple>

#include "assess/lever_map.h"
#include "engine/leverage.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostSteps = 5;
constexpr std::size_t kFewestSteps = 3;  ///< minor mines are answered only up to here
constexpr std::size_t kMostOwn = 2;      ///< plays of the decision itself

/// A play that can be made.
struct Candidate {
  const Play* play = nullptr;
  std::optional<std::size_t> target;
  std::vector<std::size_t> chain;
  std::optional<std::size_t> bullet;
  std::vector<std::size_t> mines;  ///< places among the mines; none: the decision's own play
};

bool contains(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}
bool contains(const std::vector<std::size_t>& list, std::size_t number) {
  return std::find(list.begin(), list.end(), number) != list.end();
}

class Planner {
 public:
  Planner(const Teller& teller, const Assessment& deal)
      : teller_(teller),
        deal_(deal),
        leverage_(map_leverage(teller, deal.contacts)),
        ends_(follows_decision()) {}

  std::vector<StepView> plan();

 private:
  [[nodiscard]] bool follows_decision() const;
  [[nodiscard]] bool belongs(const Play& play) const;
  [[nodiscard]] static bool answers(const Play& play, const MineView& mine);
  [[nodiscard]] std::vector<std::size_t> targets(const Play& play, const MineView* mine) const;
  [[nodiscard]] bool can_be_asked(std::size_t contact) const;
  [[nodiscard]] std::optional<std::size_t> find_bullet(const Candidate& candidate) const;
  [[nodiscard]] std::optional<Candidate> on_person(const Play& play, std::size_t person) const;
  [[nodiscard]] std::optional<Candidate> try_play(const Play& play, const MineView* mine) const;
  [[nodiscard]] bool is_taken(const Play& play) const;

  void choose(std::vector<Candidate> candidates, std::size_t most);
  void choose_one(Candidate candidate, std::size_t most);
  [[nodiscard]] std::vector<Candidate> answers_to(MineSeverity severity) const;
  [[nodiscard]] std::optional<Candidate> answer_to(std::size_t mine) const;
  void choose_all(bool only_main);
  void do_first();
  void follow_decision();

  [[nodiscard]] StepView tell(const Candidate& candidate) const;
  [[nodiscard]] std::string fill_text(const Text& text, const Candidate& candidate) const;
  [[nodiscard]] std::optional<std::string> slot(std::string_view name,
                                                const Candidate& candidate) const;
  [[nodiscard]] std::string actor(const Play& play) const;
  [[nodiscard]] Date due(const Play& play) const;
  [[nodiscard]] std::optional<Date> next_milestone() const;
  [[nodiscard]] std::string name_of(std::size_t contact) const {
    return deal_.contacts[contact].name;
  }
  [[nodiscard]] RecordRef record_of(std::size_t contact) const {
    return {teller_.contacts(),
            &teller_.opportunity().sections[teller_.contacts()].records[contact]};
  }

  const Teller& teller_;
  const Assessment& deal_;
  Leverage leverage_;
  bool ends_;  ///< the decision has plays that answer to it alone
  std::vector<Candidate> chosen_;
};

// ---- which plays can be made ----

/// A deal that is left, nurtured or not begun gets the plays of that decision and nothing else.
bool Planner::follows_decision() const {
  const Policy& policy = teller_.rulebook().policy;
  const bool not_begun =
      deal_.decision == policy.not_started.id || deal_.decision == policy.nurture.id;
  return not_begun || deal_.standing == Standing::column_fodder;
}

bool Planner::belongs(const Play& play) const {
  if (!play.stages.has(teller_.facts().stage())) return false;
  if (play.urgent) return true;
  if (play.decisions.empty()) return !ends_;
  return contains(play.decisions, deal_.decision);
}

bool Planner::answers(const Play& play, const MineView& mine) {
  const bool by_rule = std::any_of(mine.rules.begin(), mine.rules.end(),
                                   [&](const auto& rule) { return contains(play.rules, rule); });
  return by_rule || contains(play.causes, mine.cause) || contains(play.kinds, mine.kind);
}

bool Planner::can_be_asked(std::size_t contact) const { return !deal_.contacts[contact].departed; }

/// Whom a play is on, those with most weight first.
std::vector<std::size_t> Planner::targets(const Play& play, const MineView* mine) const {
  std::vector<std::size_t> people;
  if (play.target) {
    people = teller_.facts().contacts_of(*play.target, {});
  } else if (mine != nullptr && mine->contact) {
    people = {*mine->contact};
  }
  const auto weight = [this](std::size_t contact) {
    const ContactView& view = deal_.contacts[contact];
    const bool pays = contains(view.roles, "economic");
    const int say = view.influence == "high" ? 2 : view.influence == "low" ? 0 : 1;
    return std::make_tuple(pays, say, view.support.value_or(0));
  };
  std::stable_sort(people.begin(), people.end(),
                   [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
  std::erase_if(people, [this](std::size_t contact) { return !can_be_asked(contact); });
  return people;
}

/// The strength to use: one that stands before one with a test still open (that only where nothing
/// else will do); it must be recognised on the way, or be known to move the target.
std::optional<std::size_t> Planner::find_bullet(const Candidate& candidate) const {
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

std::optional<Candidate> Planner::on_person(const Play& play, std::size_t person) const {
  if (play.who && teller_.facts().test(*play.who, Trust::against_us, record_of(person)) != Tri::yes)
    return std::nullopt;
  Candidate candidate{&play, person, {}, {}, {}};
  if (!play.through.empty()) candidate.chain = leverage_.chain_to(person);
  if (candidate.chain.empty() && play.says.empty()) return std::nullopt;
  if (play.bullet != WithBullet::none) candidate.bullet = find_bullet(candidate);
  if (play.bullet == WithBullet::needed && !candidate.bullet) return std::nullopt;
  return candidate;
}

/// Whether a play that this one stands in for was chosen, or one that that one stands in for.
bool Planner::is_taken(const Play& play) const {
  const auto& plays = teller_.rulebook().plays;
  std::string_view first = play.instead_of;
  while (!first.empty()) {
    const auto named = [&](const Play& one) { return one.id == first; };
    const auto chosen = [&](const Candidate& one) { return named(*one.play); };
    if (std::any_of(chosen_.begin(), chosen_.end(), chosen)) return true;
    first = std::find_if(plays.begin(), plays.end(), named)->instead_of;
  }
  return false;
}

std::optional<Candidate> Planner::try_play(const Play& play, const MineView* mine) const {
  if (!belongs(play)) return std::nullopt;
  if (play.when && teller_.facts().test(*play.when, Trust::against_us) != Tri::yes)
    return std::nullopt;
  if (!play.at_person) return Candidate{&play, {}, {}, {}, {}};
  for (const std::size_t person : targets(play, mine)) {
    if (auto candidate = on_person(play, person)) return candidate;
  }
  return std::nullopt;
}

// ---- the choice ----

/// The same play on the same person is one step against several mines; another needs room.
void Planner::choose_one(Candidate candidate, std::size_t most) {
  const auto same = std::find_if(chosen_.begin(), chosen_.end(), [&](const Candidate& one) {
    return one.play == candidate.play && one.target == candidate.target;
  });
  if (same == chosen_.end()) {
    if (chosen_.size() < most) chosen_.push_back(std::move(candidate));
    return;
  }
  for (const std::size_t mine : candidate.mines) {
    if (!contains(same->mines, mine)) same->mines.push_back(mine);
  }
}

/// In the method's order, as long as there is room.
void Planner::choose(std::vector<Candidate> candidates, std::size_t most) {
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.play->action < b.play->action; });
  for (Candidate& candidate : candidates) choose_one(std::move(candidate), most);
}

/// At every mine first those plays that use a strength in hand.
std::optional<Candidate> Planner::answer_to(std::size_t mine) const {
  for (const bool with_bullet : {true, false}) {
    for (const Play& play : teller_.rulebook().plays) {
      if ((play.bullet == WithBullet::needed) != with_bullet) continue;
      if (play.is_own() || !answers(play, deal_.mines[mine])) continue;
      auto candidate = try_play(play, &deal_.mines[mine]);
      if (!candidate) continue;
      candidate->mines = {mine};
      return candidate;
    }
  }
  return std::nullopt;
}

std::vector<Candidate> Planner::answers_to(MineSeverity severity) const {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < deal_.mines.size(); ++i) {
    if (deal_.mines[i].severity != severity) continue;
    if (auto candidate = answer_to(i)) candidates.push_back(std::move(*candidate));
  }
  return candidates;
}

void Planner::do_first() {
  for (const Play& play : teller_.rulebook().plays) {
    if (!play.urgent) continue;
    for (std::size_t mine = 0; mine < deal_.mines.size(); ++mine) {
      if (!answers(play, deal_.mines[mine])) continue;
      auto candidate = try_play(play, &deal_.mines[mine]);
      if (!candidate) continue;
      candidate->mines = {mine};
      choose_one(std::move(*candidate), kMostSteps);
    }
  }
}

void Planner::follow_decision() {
  std::size_t own = 0;
  for (const Play& play : teller_.rulebook().plays) {
    if (!play.is_own() || own == kMostOwn || is_taken(play)) continue;
    auto candidate = try_play(play, nullptr);
    if (!candidate) continue;
    choose_one(std::move(*candidate), kMostSteps);
    ++own;
  }
}

/// With `only_main` the rest is left out as soon as the first step is found.
void Planner::choose_all(bool only_main) {
  const auto is_enough = [&] { return only_main && !chosen_.empty(); };
  do_first();
  if (ends_ && !is_enough()) follow_decision();
  if (is_enough()) return;
  choose(answers_to(MineSeverity::deadly), kMostSteps - 1);
  if (is_enough()) return;
  // Where there is a lever, it goes before what the decision asks for in general.
  std::vector<Candidate> serious = answers_to(MineSeverity::serious);
  const auto rest =
      std::stable_partition(serious.begin(), serious.end(), [](const Candidate& candidate) {
        return !candidate.chain.empty() || candidate.bullet.has_value();
      });
  choose({serious.begin(), rest}, kMostSteps - 1);
  if (!ends_ && !is_enough()) follow_decision();
  choose({rest, serious.end()}, kMostSteps);
  if (!is_enough()) choose(answers_to(MineSeverity::minor), kFewestSteps);
}

std::vector<StepView> Planner::plan() {
  choose_all(teller_.brief());
  if (teller_.brief() && chosen_.size() > 1) chosen_.erase(chosen_.begin() + 1, chosen_.end());
  std::vector<StepView> steps;
  steps.reserve(chosen_.size());
  for (const Candidate& candidate : chosen_) steps.push_back(tell(candidate));
  return steps;
}

// ---- the words ----

std::string Planner::actor(const Play& play) const {
  std::string owner = teller_.head_text("owner");
  if (play.actor == "owner" && !owner.empty()) return owner;
  return std::string(
      teller_.rulebook().words.say("judging.actor." + play.actor, teller_.language()));
}

std::optional<std::string> Planner::slot(std::string_view name, const Candidate& candidate) const {
  const auto& chain = candidate.chain;
  if (name == "target" && candidate.target) return name_of(*candidate.target);
  if (name == "first" && !chain.empty()) return name_of(chain.front());
  if (name == "last" && !chain.empty()) return name_of(chain.back());
  if (name == "bullet" && candidate.bullet) return deal_.bullets[*candidate.bullet].what;
  if (name == "owner") return actor(*candidate.play);
  if (name == "answer" && !candidate.mines.empty()) {
    return deal_.mines[candidate.mines.front()].label;
  }
  if (name == "chain" && chain.size() > 1) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < chain.size(); ++i) names.push_back(name_of(chain[i]));
    return teller_.joined(names);
  }
  return std::nullopt;
}

std::string Planner::fill_text(const Text& text, const Candidate& candidate) const {
  const auto& slots = candidate.play->slots;
  const RecordRef it = candidate.target ? record_of(*candidate.target) : RecordRef{};
  return fill(text.in(teller_.language()), [&](std::string_view name) {
    const auto fact =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& one) { return one.name == name; });
    if (fact != slots.end()) return teller_.facts().print(*fact, teller_.language(), it);
    return slot(name, candidate);
  });
}

/// The next date ahead that decides: a step after it would come too late.
std::optional<Date> Planner::next_milestone() const {
  std::optional<Date> next;
  const auto consider = [&](std::string_view section, std::string_view key) {
    const Vocabulary& vocabulary = teller_.rulebook().vocabulary;
    const std::uint16_t id = *vocabulary.section_id(section);
    const Statement* stated =
        teller_.opportunity().find(id, *vocabulary.sections[id].names.find(key));
    if (stated == nullptr || stated->value.kind != Value::Kind::date) return;
    const Date date = stated->value.date;
    if (date > deal_.as_of && (!next || date < *next)) next = date;
  };
  for (const std::string_view key : {"bid", "board", "contract"}) consider("milestones", key);
  consider("project", "approval_date");
  return next;
}

Date Planner::due(const Play& play) const {
  const auto after = [this](int days) { return Date{deal_.as_of.day + std::chrono::days(days)}; };
  Date date = after(play.days);
  if (const auto milestone = next_milestone(); milestone && *milestone <= date) {
    date = Date{milestone->day - std::chrono::days(1)};
  }
  return std::max(date, after(1));
}

StepView Planner::tell(const Candidate& candidate) const {
  const Play& play = *candidate.play;
  StepView step;
  step.play = play.id;
  step.source = play.source;
  step.label = play.label.in(teller_.language());
  step.says = fill_text(candidate.chain.empty() ? play.says : play.through, candidate);
  step.who = actor(play);
  step.target = candidate.target;
  step.through = candidate.chain;
  step.bullet = candidate.bullet;
  step.removes = candidate.mines;
  step.by = due(play);
  step.worked = fill_text(play.worked, candidate);
  step.failed = fill_text(play.failed, candidate);
  return step;
}

}  // namespace

std::vector<StepView> tell_steps(const Teller& teller, const Assessment& assessment) {
  return Planner(teller, assessment).plan();
}

}  // namespace dealcheck

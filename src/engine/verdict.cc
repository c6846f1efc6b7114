// From hits to a verdict, and what it would take to move it. Everything is a sum of points between
// bands, with gates on top; so a flip is found exactly: take the turns that gain most (and those
// that open a gate that binds) until the verdict moves, then drop every turn that was not needed.

#include "engine/verdict.h"

#include <algorithm>

namespace dealcheck {

namespace {

Standing band(const Policy& policy, Stage stage, int points) {
  const auto& limits = policy.bands[static_cast<std::size_t>(stage)];
  for (const Standing standing : {Standing::first_choice, Standing::contender, Standing::backup}) {
    if (points >= limits[static_cast<std::size_t>(standing)]) return standing;
  }
  return Standing::column_fodder;
}

struct Sums {
  int points = 0;
  int earnest = 0;
  int unread = 0;  ///< questions
  int weight = 0;  ///< of all readings: one clear fact does what several faint ones do
  int questions_read = 0;
  int readings = 0;  ///< other than questions, with points
  std::optional<Standing> cap;
  std::optional<Standing> lift;
  bool not_started = false;
};

Sums add_up(const std::vector<RuleResult>& hits) {
  Sums sums;
  for (const RuleResult& hit : hits) {
    if (hit.reading == nullptr) {
      ++sums.unread;
      continue;
    }
    sums.points += hit.points;
    sums.weight += hit.points * hit.points;
    if (hit.reading->tells == Behind::earnest) sums.earnest += hit.points;
    if (hit.rule->question) {
      ++sums.questions_read;
    } else {
      sums.readings += hit.points != 0 ? 1 : 0;
    }
    if (hit.cap) sums.cap = sums.cap ? std::min(*sums.cap, *hit.cap) : *hit.cap;
    if (hit.lift) sums.lift = sums.lift ? std::max(*sums.lift, *hit.lift) : *hit.lift;
    sums.not_started = sums.not_started || hit.not_started;
  }
  return sums;
}

bool is_unclear(const Policy& policy, const Sums& sums) {
  if (sums.cap || sums.lift || sums.not_started) return false;
  if (policy.unclear_weight) return sums.weight < *policy.unclear_weight;
  return sums.questions_read < policy.unclear_questions && sums.readings < policy.unclear_readings;
}

std::optional<Tri> answer(const std::optional<Answers>& question, int sum) {
  if (!question) return std::nullopt;
  if (sum <= question->no) return Tri::no;
  return sum >= question->yes ? Tri::yes : Tri::unknown;
}

constexpr int kClearly = -2;

/// Whether a rival who clearly counts against us is what caps the standing there.
bool rival_caps(const std::vector<RuleResult>& hits, Standing standing) {
  return std::any_of(hits.begin(), hits.end(), [&](const RuleResult& hit) {
    return hit.cap == standing && hit.points <= kClearly && hit.reading != nullptr &&
           hit.reading->mine && hit.reading->mine->kind == kRivalMine;
  });
}

/// Who is ahead follows the gate that binds: behind a cap we are not ahead, and behind one that a
/// rival sets, or at backup, we are behind; a lift to first choice puts us ahead.
Tri follow_gates(Tri sum, const Sums& sums, Standing standing,
                 const std::vector<RuleResult>& hits) {
  if (sums.cap == standing && standing < Standing::first_choice) {
    const bool behind = standing <= Standing::backup || rival_caps(hits, standing);
    return behind ? Tri::no : std::min(sum, Tri::unknown);
  }
  if (sums.lift == standing && standing == Standing::first_choice) return Tri::yes;
  return sum;
}

Verdict to_verdict(Standing standing, bool not_started) {
  return not_started ? Verdict::no_project : static_cast<Verdict>(standing);
}

/// The hit as it would be with another reading; null for an unread question or a silent rule.
void turn(RuleResult& hit, const Reading* reading, Stage stage) {
  hit.points = reading != nullptr ? reading->points_in(stage) : 0;
  hit.cap = reading != nullptr ? reading->cap : std::nullopt;
  hit.lift = reading != nullptr ? reading->lift : std::nullopt;
  hit.not_started = reading != nullptr && reading->not_started;
  hit.reading = reading;
}

const Reading* extreme(const Rule& rule, Stage stage, bool best) {
  const Reading* found = nullptr;
  for (const Reading& reading : rule.readings) {
    if (!reading.stages.has(stage)) continue;
    const int points = reading.points_in(stage);
    const int before = found == nullptr ? 0 : found->points_in(stage);
    const bool better = found == nullptr || (best ? points > before : points < before);
    if (better) found = &reading;
  }
  return found;
}

VerdictResult fill_unread(const Policy& policy, Stage stage, std::vector<RuleResult> hits,
                          bool best) {
  for (RuleResult& hit : hits) {
    if (hit.reading == nullptr) turn(hit, extreme(*hit.rule, stage, best), stage);
  }
  return settle(policy, stage, hits);
}

class FlipSearch {
 public:
  FlipSearch(const Policy& policy, Stage stage, const std::vector<RuleResult>& hits,
             const std::vector<bool>& lasting, bool up)
      : policy_(policy),
        stage_(stage),
        hits_(hits),
        lasting_(lasting),
        up_(up),
        now_(settle(policy, stage, hits)) {}

  std::vector<FlipSet> search();

 private:
  void list_turns();
  void list_turn(std::size_t hit, const Reading* to);
  [[nodiscard]] VerdictResult after(const std::vector<Substitution>& turns) const;
  [[nodiscard]] bool moved(const VerdictResult& ruling) const;
  [[nodiscard]] std::vector<FlipSet> single_turns() const;
  [[nodiscard]] std::optional<FlipSet> smallest_set() const;
  [[nodiscard]] bool opens_gate(const Substitution& turn) const;

  const Policy& policy_;
  Stage stage_;
  const std::vector<RuleResult>& hits_;
  const std::vector<bool>& lasting_;
  bool up_;
  VerdictResult now_;
  std::vector<Substitution> turns_;  ///< most useful first, at most one for each hit
};

VerdictResult FlipSearch::after(const std::vector<Substitution>& turns) const {
  std::vector<RuleResult> hits = hits_;
  for (const Substitution& one : turns) turn(hits[one.hit], one.to, stage_);
  return settle(policy_, stage_, hits);
}

/// Unclear moves up to contender or better, down to backup or worse; a deal without a project moves
/// up by having one.
bool FlipSearch::moved(const VerdictResult& ruling) const {
  if (ruling.standing == Standing::unclear) return false;
  if (now_.verdict == Verdict::no_project) {
    return up_ ? ruling.verdict != Verdict::no_project : ruling.standing < now_.standing;
  }
  if (now_.standing == Standing::unclear) {
    return up_ ? ruling.standing >= Standing::contender : ruling.standing <= Standing::backup;
  }
  return up_ ? ruling.standing > now_.standing : ruling.standing < now_.standing;
}

bool FlipSearch::opens_gate(const Substitution& turn) const {
  const RuleResult& hit = hits_[turn.hit];
  if (up_) return (hit.cap && *hit.cap == now_.standing) || hit.not_started;
  return hit.lift && *hit.lift == now_.standing;
}

void FlipSearch::list_turn(std::size_t hit, const Reading* to) {
  const RuleResult& today = hits_[hit];
  if (to == today.reading) return;
  if (to == nullptr && hit < lasting_.size() && lasting_[hit]) return;
  const int gain = (to != nullptr ? to->points_in(stage_) : 0) - today.points;
  const Substitution turn{hit, to, gain, today.reading == nullptr};
  if ((up_ ? gain > 0 : gain < 0) || opens_gate(turn)) turns_.push_back(turn);
}

void FlipSearch::list_turns() {
  for (std::size_t i = 0; i < hits_.size(); ++i) {
    const bool question = hits_[i].rule->question;
    list_turn(i, question ? extreme(*hits_[i].rule, stage_, up_) : nullptr);
  }
  std::stable_sort(turns_.begin(), turns_.end(),
                   [this](const Substitution& a, const Substitution& b) {
                     const bool gate_a = opens_gate(a);
                     const bool gate_b = opens_gate(b);
                     if (gate_a != gate_b) return gate_a;
                     if (a.points != b.points)
                       return up_ ? a.points > b.points : a.points < b.points;
                     return a.to_find_out && !b.to_find_out;
                   });
}

std::vector<FlipSet> FlipSearch::single_turns() const {
  constexpr std::size_t kMost = 3;
  std::vector<FlipSet> found;
  for (const Substitution& turn : turns_) {
    const VerdictResult ruling = after({turn});
    if (moved(ruling)) found.push_back({up_, ruling.standing, {turn}});
  }
  std::stable_sort(found.begin(), found.end(), [](const FlipSet& a, const FlipSet& b) {
    return a.turns.front().to_find_out && !b.turns.front().to_find_out;
  });
  if (found.size() > kMost) found.resize(kMost);
  return found;
}

std::optional<FlipSet> FlipSearch::smallest_set() const {
  std::vector<Substitution> taken;
  for (const Substitution& turn : turns_) {
    taken.push_back(turn);
    if (moved(after(taken))) break;
  }
  if (!moved(after(taken))) return std::nullopt;
  for (std::size_t i = 0; i < taken.size();) {
    std::vector<Substitution> without = taken;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    if (moved(after(without))) {
      taken = std::move(without);
    } else {
      ++i;
    }
  }
  std::stable_sort(taken.begin(), taken.end(), [](const Substitution& a, const Substitution& b) {
    return a.to_find_out && !b.to_find_out;
  });
  return FlipSet{up_, after(taken).standing, taken};
}

std::vector<FlipSet> FlipSearch::search() {
  list_turns();
  std::vector<FlipSet> found = single_turns();
  if (!found.empty()) return found;
  if (auto set = smallest_set()) found.push_back(std::move(*set));
  return found;
}

}  // namespace

VerdictResult settle(const Policy& policy, Stage stage, const std::vector<RuleResult>& hits) {
  const Sums sums = add_up(hits);
  VerdictResult ruling;
  ruling.unknowing = price_of_not_knowing(policy, stage, sums.unread);
  ruling.points = sums.points + ruling.unknowing;
  ruling.earnest = sums.earnest;
  ruling.ahead = sums.points - sums.earnest;
  ruling.in_earnest = answer(policy.earnest, ruling.earnest);
  ruling.we_are_ahead = answer(policy.ahead, ruling.ahead);
  if (!is_unclear(policy, sums)) {
    ruling.standing =
        ruling.in_earnest == Tri::no ? Standing::column_fodder : band(policy, stage, ruling.points);
    if (sums.lift) ruling.standing = std::max(ruling.standing, *sums.lift);
    if (sums.cap) ruling.standing = std::min(ruling.standing, *sums.cap);
    if (ruling.we_are_ahead) {
      ruling.we_are_ahead = follow_gates(*ruling.we_are_ahead, sums, ruling.standing, hits);
    }
  }
  ruling.verdict = to_verdict(ruling.standing, sums.not_started);
  return ruling;
}

VerdictResult rule_on(const Rulebook& rulebook, Facts& facts, std::vector<RuleResult>& hits) {
  hits = evaluate(rulebook, facts, false);
  const VerdictResult ruling = settle(rulebook.policy, facts.stage(), hits);
  int count = 0;
  std::vector<std::string> names;
  for (const RuleResult& hit : hits) {
    if (hit.reading == nullptr || !hit.reading->mine) continue;
    const Mine& mine = *hit.reading->mine;
    names.insert(names.end(), {hit.rule->id, mine.kind});
    if (!mine.cause.empty()) names.push_back(mine.cause);
    ++count;
  }
  facts.set_outcome(ruling.standing, count, std::move(names));
  return ruling;
}

VerdictResult settle_with(const Policy& policy, Stage stage, std::vector<RuleResult> hits,
                          const Rule& rule, const Reading& reading) {
  const RuleResult then{&rule,        &reading,           {}, reading.points_in(stage), reading.cap,
                        reading.lift, reading.not_started};
  const auto now = std::find_if(hits.begin(), hits.end(),
                                [&](const RuleResult& hit) { return hit.rule == &rule; });
  if (now == hits.end()) {
    hits.push_back(then);
  } else {
    *now = then;
  }
  return settle(policy, stage, hits);
}

RulingRange compute_range(const Policy& policy, Stage stage, const std::vector<RuleResult>& hits) {
  return {fill_unread(policy, stage, hits, false), fill_unread(policy, stage, hits, true)};
}

std::vector<FlipSet> compute_flips(const Policy& policy, Stage stage,
                                   const std::vector<RuleResult>& hits,
                                   const std::vector<bool>& lasting) {
  std::vector<FlipSet> flips = FlipSearch(policy, stage, hits, lasting, true).search();
  for (FlipSet& flip : FlipSearch(policy, stage, hits, lasting, false).search()) {
    flips.push_back(std::move(flip));
  }
  return flips;
}

}  // namespace dealcheck

#include "evaluate.h"

#include <algorithm>
#include <cstdlib>

namespace dealcheck {

namespace {

/// What lifting or setting a gate is worth beside points: about one clear answer.
constexpr int kGateStake = 3;

Hit make_hit(const Rule& rule, const Reading& reading, const Facts& facts, RecordRef it) {
  Hit hit{&rule, &reading, it, reading.points_in(facts.stage()), std::nullopt, reading.lift, false};
  const bool gated = reading.cap || reading.not_started;
  if (gated && facts.test(reading.when, Trust::checked, it) == Tri::yes) {
    hit.cap = reading.cap;
    hit.not_started = reading.not_started;
  }
  return hit;
}

std::optional<Hit> read_rule(const Rule& rule, const Facts& facts, RecordRef it, int unknown) {
  const Stage stage = facts.stage();
  const auto test = [&](const Condition& condition, Trust trust) {
    return facts.test(condition, trust, it);
  };
  const auto test_checked = [&](const Condition& condition) {
    return facts.test(condition, Trust::checked);
  };
  for (const Reading& reading : rule.readings) {
    if (!holds(reading, stage, test)) continue;
    if (rule.question && only_believed(reading, stage, unknown, test_checked)) continue;
    return make_hit(rule, reading, facts, it);
  }
  return std::nullopt;
}

/// A rule that runs over records counts once: the worst record, or the best when none is bad.
void count_once(std::vector<Hit>& hits) {
  if (hits.size() < 2) return;
  const auto [worst, best] = std::minmax_element(
      hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.points < b.points; });
  const Hit* counted = worst->points < 0 ? &*worst : &*best;
  for (Hit& hit : hits) {
    if (&hit != counted) hit.points = 0;
  }
}

void run_over_records(const Rule& rule, const Facts& facts, std::vector<Hit>& out) {
  std::vector<Hit> hits;
  for (const Record& record : facts.opportunity().sections[*rule.each].records) {
    if (auto hit = read_rule(rule, facts, {*rule.each, &record}, 0)) hits.push_back(*hit);
  }
  count_once(hits);
  out.insert(out.end(), hits.begin(), hits.end());
}

}  // namespace

Trust trust_of(const Reading& reading) {
  const auto& points = reading.points;
  const bool only_tells =
      reading.reads == Reads::favourable &&
      std::all_of(points.begin(), points.end(), [](int one) { return one == 0; });
  const bool gains = std::any_of(points.begin(), points.end(), [](int one) { return one > 0; });
  const bool helps = gains || reading.lift.has_value() || only_tells;
  return helps ? Trust::for_us : Trust::against_us;
}

std::vector<Hit> evaluate(const Rulebook& rulebook, const Facts& facts, bool after_verdict) {
  std::vector<Hit> hits;
  const int unknown = rulebook.policy.unknown_points[static_cast<std::size_t>(facts.stage())];
  for (const Rule& rule : rulebook.rules) {
    if (!rule.stages.has(facts.stage()) || rule.after_verdict != after_verdict) continue;
    if (rule.each) {
      run_over_records(rule, facts, hits);
    } else if (auto hit = read_rule(rule, facts, {}, unknown)) {
      hits.push_back(*hit);
    } else if (rule.question) {
      hits.push_back({&rule, nullptr, {}, unknown, std::nullopt, std::nullopt, false});
    }
  }
  return hits;
}

int open_stake(const Rule& rule, const Facts& facts) {
  if (rule.each || rule.after_verdict) return 0;
  int stake = 0;
  for (const Reading& reading : rule.readings) {
    if (!reading.stages.has(facts.stage())) continue;
    const int worth = std::abs(reading.points_in(facts.stage())) +
                      (reading.cap || reading.not_started ? kGateStake : 0);
    const bool open = facts.test(reading.when, Trust::against_us) == Tri::unknown;
    const bool excluded =
        reading.unless && facts.test(*reading.unless, Trust::against_us) == Tri::yes;
    if (open && !excluded && worth >= kGateStake) stake = std::max(stake, worth);
  }
  return stake;
}

}  // namespace dealcheck

#include "engine/evaluate.h"

#include <algorithm>
#include <cstdlib>

namespace dealcheck {

namespace {

/// What lifting or setting a gate is worth beside points: about one clear answer.
constexpr int kGateStake = 3;

/// Hearsay counts half (method 7.2): half a point for us is none, half a point against us is one.
int points_of(const Reading& reading, const Facts& facts, RecordRef it) {
  const int points = reading.points_in(facts.stage());
  if (points == 0 || !facts.is_only_hearsay(reading.when, trust_of(reading), it)) return points;
  return (points < 0 ? points - 1 : points) / 2;
}

RuleResult make_hit(const Rule& rule, const Reading& reading, const Facts& facts, RecordRef it) {
  RuleResult hit{&rule,        &reading,     it,   points_of(reading, facts, it),
                 std::nullopt, reading.lift, false};
  const bool gated = reading.cap || reading.not_started;
  if (gated && facts.test(reading.when, EvidencePolicy::checked, it) == Tri::yes) {
    hit.cap = reading.cap;
    hit.not_started = reading.not_started;
  }
  return hit;
}

std::optional<RuleResult> read_rule(const Rule& rule, const Facts& facts, RecordRef it,
                                    int unknown) {
  const Stage stage = facts.stage();
  const auto test = [&](const Condition& condition, EvidencePolicy trust) {
    return facts.test(condition, trust, it);
  };
  const auto test_checked = [&](const Condition& condition) {
    return facts.test(condition, EvidencePolicy::checked);
  };
  for (const Reading& reading : rule.readings) {
    if (!holds(reading, stage, test)) continue;
    if (rule.question && only_believed(reading, stage, unknown, test_checked)) continue;
    return make_hit(rule, reading, facts, it);
  }
  return std::nullopt;
}

/// A rule that runs over records counts once: the worst record, or the best when none is bad.
void count_once(std::vector<RuleResult>& hits) {
  if (hits.size() < 2) return;
  const auto [worst, best] = std::minmax_element(
      hits.begin(), hits.end(),
      [](const RuleResult& a, const RuleResult& b) { return a.points < b.points; });
  const RuleResult* counted = worst->points < 0 ? &*worst : &*best;
  for (RuleResult& hit : hits) {
    if (&hit != counted) hit.points = 0;
  }
}

void run_over_records(const Rule& rule, const Facts& facts, std::vector<RuleResult>& out) {
  std::vector<RuleResult> hits;
  for (const Record& record : facts.opportunity().sections[*rule.each].records) {
    if (auto hit = read_rule(rule, facts, {*rule.each, &record}, 0)) hits.push_back(*hit);
  }
  count_once(hits);
  out.insert(out.end(), hits.begin(), hits.end());
}

/// Each unread question shows its own price, until what all of them cost together is used up.
void share_the_price(const Policy& policy, Stage stage, std::vector<RuleResult>& hits) {
  int unread = 0;
  for (RuleResult& hit : hits) {
    if (hit.reading != nullptr) continue;
    const int before = price_of_not_knowing(policy, stage, unread);
    hit.points = price_of_not_knowing(policy, stage, ++unread) - before;
  }
}

}  // namespace

int price_of_not_knowing(const Policy& policy, Stage stage, int unread) {
  const auto place = static_cast<std::size_t>(stage);
  const int all = policy.unknown_points.at(place) * unread;
  const std::optional<int>& most = policy.unknown_most.at(place);
  return most ? std::max(all, *most) : all;
}

EvidencePolicy trust_of(const Reading& reading) {
  const auto& points = reading.points;
  const bool only_tells =
      reading.reads == Reads::favourable &&
      std::all_of(points.begin(), points.end(), [](int one) { return one == 0; });
  const bool gains = std::any_of(points.begin(), points.end(), [](int one) { return one > 0; });
  const bool helps = gains || reading.lift.has_value() || only_tells;
  return helps ? EvidencePolicy::for_us : EvidencePolicy::against_us;
}

std::vector<RuleResult> evaluate(const Rulebook& rulebook, const Facts& facts, bool after_verdict) {
  std::vector<RuleResult> hits;
  const int unknown = rulebook.policy.unknown_points[static_cast<std::size_t>(facts.stage())];
  for (const Rule& rule : rulebook.rules) {
    if (!rule.stages.has(facts.stage()) || rule.after_verdict != after_verdict) continue;
    if (rule.each) {
      run_over_records(rule, facts, hits);
    } else if (auto hit = read_rule(rule, facts, {}, unknown)) {
      hits.push_back(*hit);
    } else if (rule.question) {
      hits.push_back({&rule, nullptr, {}, 0, std::nullopt, std::nullopt, false});
    }
  }
  share_the_price(rulebook.policy, facts.stage(), hits);
  return hits;
}

int open_stake(const Rule& rule, const Facts& facts) {
  if (rule.each || rule.after_verdict) return 0;
  int stake = 0;
  for (const Reading& reading : rule.readings) {
    if (!reading.stages.has(facts.stage())) continue;
    const int worth = std::abs(reading.points_in(facts.stage())) +
                      (reading.cap || reading.not_started ? kGateStake : 0);
    const bool open = facts.test(reading.when, EvidencePolicy::against_us) == Tri::unknown;
    const bool excluded =
        reading.unless && facts.test(*reading.unless, EvidencePolicy::against_us) == Tri::yes;
    if (open && !excluded && worth >= kGateStake) stake = std::max(stake, worth);
  }
  return stake;
}

}  // namespace dealcheck

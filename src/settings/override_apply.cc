// What a team wants a rule to be instead, put into the rule.

#include "settings/override_apply.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "rules/condition_print.h"
#include "rules/limit.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

using What = OverrideChange::What;

constexpr std::string_view kOff = "off";

class Overrider {
 public:
  Overrider(Rulebook& book, Rule& rule, const Settings& settings, Diagnostics& diagnostics)
      : book_(book), rule_(rule), settings_(settings), diagnostics_(diagnostics) {}

  void apply(const OverrideSpec& wish);

 private:
  void switch_off();
  void set_severity(const SeverityWish& wish);
  void set_points(const PointsSpec& wish);
  void set_points(const PointsSpec& wish, std::size_t place);
  void set_limit(const LimitSpec& wish);
  [[nodiscard]] std::vector<std::size_t> readings_named(const PointsSpec& wish);
  void error(Location at, std::string id, Arguments arguments = {}) {
    diagnostics_.error(settings_.document->source, at, std::move(id), std::move(arguments));
  }

  Rulebook& book_;
  Rule& rule_;
  const Settings& settings_;
  Diagnostics& diagnostics_;
  std::vector<OverrideChange> changes_;
  bool wrong_ = false;
};

/// It stays known, so that waivers and explanations of it still mean something.
void Overrider::switch_off() {
  if (rule_.stages.empty()) return;
  rule_.stages = {};
  changes_.push_back({What::off, {}, {}, {}, {}});
}

void Overrider::set_severity(const SeverityWish& wish) {
  std::string before;
  std::string after(wish.severity ? to_string(*wish.severity) : kOff);
  for (Reading& reading : rule_.readings) {
    if (!reading.mine || (wish.severity && reading.mine->severity == *wish.severity)) continue;
    if (before.empty()) before = to_string(reading.mine->severity);
    if (wish.severity) {
      reading.mine->severity = *wish.severity;
    } else {
      reading.mine.reset();
    }
  }
  if (!before.empty()) changes_.push_back({What::severity, {}, before, std::move(after), {}});
}

/// The places of the readings that a wish names, by what they read or by number; an error when
/// there is none.
std::vector<std::size_t> Overrider::readings_named(const PointsSpec& wish) {
  std::vector<std::size_t> places;
  const auto number = parse_whole(wish.reading);
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < rule_.readings.size(); ++i) {
    const std::string_view reads = to_string(rule_.readings[i].reads);
    if (reads == wish.reading || number == i + 1) places.push_back(i);
    if (std::find(known.begin(), known.end(), reads) == known.end()) known.push_back(reads);
  }
  if (!places.empty()) return places;
  wrong_ = true;
  Arguments arguments{{"rule", rule_.id},
                      {"reading", wish.reading},
                      {"count", std::to_string(rule_.readings.size())}};
  error(wish.at, "settings.unknown-reading",
        with_nearest(std::move(arguments), wish.reading, known));
  return places;
}

void Overrider::set_points(const PointsSpec& wish, std::size_t place) {
  Reading& reading = rule_.readings[place];
  Reading wanted = reading;
  Diagnostics own;
  for (std::size_t stage = 0; stage < kStageCount; ++stage) {
    wanted.points.at(stage) = wish.points.at(stage).value_or(reading.points.at(stage));
  }
  const std::string_view wrong = wrong_points(wanted);
  if (!wrong.empty()) {
    own.error(settings_.document->source, wish.points_at, std::string(wrong));
  } else if (rule_.after_verdict && wanted.points != StagePoints{}) {
    own.error(settings_.document->source, wish.points_at, "rules.moves-after-verdict");
  }
  diagnostics_.append(own);
  wrong_ = wrong_ || own.has_errors();
  if (own.has_errors() || wanted.points == reading.points) return;
  changes_.push_back({What::points,
                      std::to_string(place + 1),
                      points_text(reading.points, reading.stages),
                      points_text(wanted.points, reading.stages),
                      {}});
  reading.points = wanted.points;
}

void Overrider::set_points(const PointsSpec& wish) {
  for (const std::size_t place : readings_named(wish)) {
    set_points(wish, place);
    if (wrong_) return;
  }
}

void Overrider::set_limit(const LimitSpec& wish) {
  std::vector<std::string_view> known;
  Limit* found = nullptr;
  for (Limit& limit : book_.limits) {
    if (limit.rule != rule_.id) continue;
    known.emplace_back(limit.name);
    if (limit.name == wish.name) found = &limit;
  }
  wrong_ = wrong_ || found == nullptr || !suits_unit(wish.is, found->unit);
  if (found == nullptr) {
    error(wish.at, known.empty() ? "settings.no-limits" : "settings.unknown-limit",
          with_nearest({{"rule", rule_.id}, {"name", wish.name}, {"known", comma_list(known)}},
                       wish.name, known));
  } else if (!suits_unit(wish.is, found->unit)) {
    error(wish.at, "rules.limit-out-of-range", {{"unit", found->unit}});
  } else if (found->is != wish.is) {
    changes_.push_back(
        {What::limit, found->name, number_text(found->is), number_text(wish.is), found->unit});
    found->is = wish.is;
  }
}

void Overrider::apply(const OverrideSpec& wish) {
  if (wish.off) switch_off();
  if (wish.severity) set_severity(*wish.severity);
  for (const PointsSpec& points : wish.points) set_points(points);
  for (const LimitSpec& limit : wish.limits) set_limit(limit);
  if (!changes_.empty()) {
    book_.overrides.push_back(
        {rule_.id, std::move(changes_), wish.reason, settings_.file, wish.at});
  } else if (!wrong_) {
    diagnostics_.warning(settings_.document->source, wish.at, "settings.override-of-nothing",
                         {{"rule", rule_.id}});
  }
}

}  // namespace

void apply_override(Rulebook& book, Rule& rule, const OverrideSpec& wish, const Settings& settings,
                    Diagnostics& diagnostics) {
  Overrider(book, rule, settings, diagnostics).apply(wish);
}

}  // namespace dealcheck

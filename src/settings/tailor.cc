// Makes a rule set into what a team's settings want.

#include <algorithm>
#include <memory>
#include <utility>

#include "base/hash.h"
#include "diagnostics/diagnostic.h"
#include "rules/limit.h"
#include "rules/load/condition_load.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"
#include "settings/override_apply.h"
#include "settings/settings.h"

namespace dealcheck {

namespace {

class Tailor {
 public:
  Tailor(Rulebook rules, const Settings& settings, Diagnostics& diagnostics)
      : settings_(settings), diagnostics_(diagnostics), rules_(std::move(rules)) {}

  void set_thresholds();
  void set_ideal_customer();
  void override_rules(const std::vector<std::size_t>& paths, const KnownElsewhere& elsewhere);
  [[nodiscard]] Rulebook finish(const std::vector<std::size_t>& paths);

 private:
  void override_rules(const std::vector<OverrideSpec>& wishes, const KnownElsewhere& elsewhere);
  void refuse_unknown(const OverrideSpec& wish);

  const Settings& settings_;
  Diagnostics& diagnostics_;
  Rulebook rules_;
};

void Tailor::set_thresholds() {
  for (std::size_t i = 0; i < kStageCount; ++i) {
    if (settings_.stale_after[i]) rules_.policy.stale_after[i] = *settings_.stale_after[i];
  }
  if (settings_.review_overdue) rules_.portfolio.review_after = *settings_.review_overdue;
  if (settings_.large_amount) rules_.policy.large_amount = *settings_.large_amount;
}

void Tailor::set_ideal_customer() {
  if (!settings_.ideal_customer) return;
  const NameScope scope(rules_.vocabulary, rules_.queries);
  rules_.checks.groups[static_cast<std::size_t>(CheckGroup::fit)] =
      load_check_group(*settings_.ideal_customer, scope, diagnostics_);
}

void Tailor::refuse_unknown(const OverrideSpec& wish) {
  std::vector<std::string_view> known;
  known.reserve(rules_.rules.size());
  for (const Rule& each : rules_.rules) known.emplace_back(each.id);
  diagnostics_.error(settings_.document->source, wish.at, "settings.unknown-rule",
                     with_nearest({{"rule", wish.rule}}, wish.rule, known));
}

/// One settings file may speak of the rules of several rule sets.
void Tailor::override_rules(const std::vector<OverrideSpec>& wishes,
                            const KnownElsewhere& elsewhere) {
  for (const OverrideSpec& wish : wishes) {
    const auto rule = std::find_if(rules_.rules.begin(), rules_.rules.end(),
                                   [&](const Rule& known) { return known.id == wish.rule; });
    if (rule != rules_.rules.end()) {
      apply_override(rules_, *rule, wish, settings_, diagnostics_);
    } else if (!elsewhere(wish.rule)) {
      refuse_unknown(wish);
    }
  }
}

void Tailor::override_rules(const std::vector<std::size_t>& paths,
                            const KnownElsewhere& elsewhere) {
  auto plain = std::make_shared<const Rulebook>(rules_);
  override_rules(settings_.overrides, elsewhere);
  for (const std::size_t path : paths) override_rules(settings_.paths[path].overrides, elsewhere);
  if (rules_.overrides.empty()) return;
  rules_.plain = std::move(plain);
  apply_limits(rules_);
}

Rulebook Tailor::finish(const std::vector<std::size_t>& paths) {
  Hash hash;
  hash.add(rules_.hash);
  hash.add(settings_.document->source->text());
  for (const std::size_t path : paths) hash.add(std::to_string(path));
  rules_.hash = hash.hex();
  return std::move(rules_);
}

}  // namespace

bool changes_rules(const Settings& settings, const std::vector<std::size_t>& paths) {
  const bool stale = std::any_of(settings.stale_after.begin(), settings.stale_after.end(),
                                 [](const auto& days) { return days.has_value(); });
  const bool by_path = std::any_of(paths.begin(), paths.end(), [&](std::size_t path) {
    return !settings.paths[path].overrides.empty();
  });
  return stale || by_path || settings.large_amount || settings.review_overdue ||
         settings.ideal_customer || !settings.overrides.empty();
}

std::optional<Rulebook> tailor(const Rulebook& rules, const Settings& settings,
                               const std::vector<std::size_t>& paths,
                               const KnownElsewhere& elsewhere, Diagnostics& diagnostics) {
  Diagnostics own;
  Tailor tailor(rules, settings, own);
  tailor.set_thresholds();
  tailor.set_ideal_customer();
  tailor.override_rules(paths, elsewhere);
  diagnostics.append(own);
  if (own.has_errors()) return std::nullopt;
  return tailor.finish(paths);
}

}  // namespace dealcheck

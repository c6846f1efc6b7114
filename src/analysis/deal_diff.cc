// The old verdict becomes the new one in steps, each of which changes one thing: first the stage,
// then the day, then what the file says, then the rules. Whatever the last step leaves is the new
// verdict, so nothing is left unexplained.

#include "analysis/deal_diff.h"

#include <algorithm>
#include <array>
#include <map>

#include "assess/assess_context.h"
#include "diagnostics/diagnostic.h"
#include "engine/facts.h"

namespace dealcheck {

namespace {

/// Which section's entries each rule runs over.
std::map<std::string, std::uint16_t, std::less<>> sections_of(const Rulebook& rules) {
  std::map<std::string, std::uint16_t, std::less<>> sections;
  for (const Rule& rule : rules.rules) {
    if (rule.each) sections.emplace(rule.id, *rule.each);
  }
  return sections;
}

class VersionComparer {
 public:
  VersionComparer(const DiffRules& rules, const DealVersion& before, const DealVersion& after,
                  const AssessOptions& judging)
      : rules_(rules), before_(before), after_(after), judging_(judging) {}

  std::optional<DealDiff> run(Diagnostics& diagnostics) {
    const auto old = basis_of(*rules_.old, *before_.deal, options(before_.as_of), diagnostics);
    const auto now = basis_of(*rules_.now, *after_.deal, options(after_.as_of), diagnostics);
    if (!old || !now) return std::nullopt;
    stage_ = now->stage;
    const bool one_rule_set = rules_.old == rules_.now;
    const Opportunity& refreshed = one_rule_set ? *after_.deal : *rules_.now_by_old_rules;
    compare_statements(refreshed);
    const bool judged =
        start(*before_.deal, old->stage) &&
        step(Cause::stage, *rules_.old, *before_.deal, before_.as_of, old->stage != stage_) &&
        step(Cause::calendar, *rules_.old, *before_.deal, after_.as_of,
             before_.as_of != after_.as_of) &&
        step(Cause::facts, *rules_.old, refreshed, after_.as_of, true) &&
        step(Cause::rules, *rules_.now, *after_.deal, after_.as_of, !one_rule_set);
    diagnostics.append(said_);
    if (!judged) return std::nullopt;
    diff_.total = compare(diff_.before(), diff_.after(), across_versions());
    return std::move(diff_);
  }

 private:
  [[nodiscard]] AssessOptions options(Date day) const {
    return {
        .as_of = day, .today = day, .language = judging_.language, .elsewhere = judging_.elsewhere};
  }

  // Each of these is false when a version cannot be judged; `said_` tells why.

  [[nodiscard]] bool start(const Opportunity& deal, Stage stage) {
    AssessOptions how = options(before_.as_of);
    how.stage = stage;
    return add(*rules_.old, deal, how);
  }

  [[nodiscard]] bool step(Cause cause, const Rulebook& rules, const Opportunity& deal, Date day,
                          bool differs) {
    if (!differs) return true;
    AssessOptions how = options(day);
    how.stage = stage_;
    const Assessment* previous = diff_.steps.back().get();
    if (!add(rules, deal, how)) return false;
    const Assessment* next = diff_.steps.back().get();
    const bool other_file = cause == Cause::facts;
    diff_.parts.push_back(
        {cause, previous, next,
         compare(*previous, *next, other_file ? across_versions() : Counterparts{})});
    return true;
  }

  [[nodiscard]] bool add(const Rulebook& rules, const Opportunity& deal, const AssessOptions& how) {
    said_ = {};
    auto judged = assess(rules, deal, how, said_);
    if (!judged) return false;
    diff_.steps.push_back(std::make_unique<const Assessment>(std::move(*judged)));
    return true;
  }

  void compare_statements(const Opportunity& refreshed) {
    const Facts old_facts(*rules_.old, *before_.deal, before_.as_of, stage_);
    const Facts now_facts(*rules_.old, refreshed, after_.as_of, stage_);
    diff_.facts =
        compare_facts(AssessContext(*rules_.old, *before_.deal, old_facts, judging_.language),
                      AssessContext(*rules_.old, refreshed, now_facts, judging_.language));
    sections_ = sections_of(*rules_.old);
    contacts_ = *rules_.old->vocabulary.section_id("contacts");
  }

  [[nodiscard]] Counterparts across_versions() const {
    return {[this](const std::string& rule, std::size_t record) -> std::optional<std::size_t> {
              const auto section = sections_.find(rule);
              if (section == sections_.end()) return record;
              return diff_.facts.entries.find(section->second, record);
            },
            [this](std::size_t contact) { return diff_.facts.entries.find(contacts_, contact); }};
  }

  DiffRules rules_;
  DealVersion before_;
  DealVersion after_;
  const AssessOptions& judging_;
  Stage stage_ = Stage::early;  ///< of the new version
  std::map<std::string, std::uint16_t, std::less<>> sections_;
  std::uint16_t contacts_ = 0;
  DealDiff diff_;
  Diagnostics said_;  ///< of the last step: the new version as it is
};

bool is_deadly(const MineView* mine) { return mine->severity == MineSeverity::deadly; }

}  // namespace

std::string_view to_string(Cause cause) {
  static constexpr std::array<std::string_view, 4> kNames{"stage", "calendar", "facts", "rules"};
  return kNames[static_cast<std::size_t>(cause)];
}

std::optional<DealDiff> compare_versions(const DiffRules& rules, const DealVersion& before,
                                         const DealVersion& after, const AssessOptions& judging,
                                         Diagnostics& diagnostics) {
  return VersionComparer(rules, before, after, judging).run(diagnostics);
}

bool got_worse(const DealDiff& diff) {
  return badness(diff.after().verdict) > badness(diff.before().verdict) ||
         std::any_of(diff.total.come.begin(), diff.total.come.end(), is_deadly);
}

bool moved(const DealDiff& diff) {
  const Assessment& before = diff.before();
  const Assessment& after = diff.after();
  return before.verdict != after.verdict || before.points != after.points ||
         before.stages.judged != after.stages.judged || before.decision != after.decision ||
         !diff.total.gone.empty() || !diff.total.come.empty() ||
         std::any_of(diff.total.changes.begin(), diff.total.changes.end(), moves_something);
}

std::vector<const MineView*> remaining_mines(const DealDiff& diff) {
  std::vector<const MineView*> remaining;
  for (const MineView& mine : diff.after().mines) {
    const auto& come = diff.total.come;
    if (std::find(come.begin(), come.end(), &mine) == come.end()) remaining.push_back(&mine);
  }
  return remaining;
}

}  // namespace dealcheck

// Whether conditions outside the rules can come out true: those of named facts, of checks and of
// the states of the project.

#include <algorithm>

#include "lint/lint.h"
#include "lint/state_space.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostCases = 20000;

/// Whether `later` can hold where none of those before it does. True where it is not certain.
bool comes_up(const Rulebook& book, const std::vector<const Condition*>& before,
              const Condition& later, const Setting& setting) {
  std::vector<const Condition*> all = before;
  all.push_back(&later);
  const StateSpace space(book, all, setting);
  bool found = false;
  const bool complete = space.visit(kMostCases, [&](const Assignment& assignment) {
    found = space.test(later, assignment) == Tri::yes &&
            std::none_of(before.begin(), before.end(), [&](const Condition* one) {
              return space.test(*one, assignment) == Tri::yes;
            });
    return !found;
  });
  return found || !complete;
}

void check_queries(const LintInput& input, FindingSink& sink) {
  for (const Query& query : input.book.queries) {
    const Setting setting{.stage = std::nullopt, .record = query.section};
    if (can_hold(input.book, query.where, setting)) continue;
    sink.add(Severity::error, input.places.fact(query.name), "rules.check.fact-never",
             {{"fact", query.name}});
  }
}

void check_project(const LintInput& input, FindingSink& sink) {
  std::vector<const Condition*> before;
  for (const ProjectState& state : input.book.policy.project) {
    if (!comes_up(input.book, before, state.when, {})) {
      sink.add(Severity::error, input.places.entry("verdict", "project", "state", state.id),
               "rules.check.state-never", {{"state", state.id}});
    }
    before.push_back(&state.when);
  }
}

/// The list whose entries a group of checks is put to; nothing for the whole deal.
std::optional<std::uint16_t> record_of(const Rulebook& book, CheckGroup group) {
  if (group == CheckGroup::bullet) return book.vocabulary.section_id("strengths");
  if (group == CheckGroup::coach) return book.vocabulary.section_id("contacts");
  return std::nullopt;
}

void check_checks(const LintInput& input, FindingSink& sink) {
  for (std::size_t i = 0; i < kCheckGroups.size(); ++i) {
    const Setting setting{.stage = std::nullopt,
                          .record = record_of(input.book, static_cast<CheckGroup>(i))};
    for (const Check& check : input.book.checks.groups.at(i)) {
      const auto place = input.places.entry("checks", kCheckGroups.at(i), "check", check.id);
      if (!can_hold(input.book, check.when, setting)) {
        sink.add(Severity::error, place, "rules.check.check-never-passes", {{"check", check.id}});
      }
      if (!comes_up(input.book, {&check.when}, check.failed, setting)) {
        sink.add(Severity::warning, place, "rules.check.check-never-fails", {{"check", check.id}});
      }
    }
  }
}

}  // namespace

void check_conditions(const LintInput& input, FindingSink& sink) {
  check_queries(input, sink);
  check_project(input, sink);
  check_checks(input, sink);
}

}  // namespace dealcheck

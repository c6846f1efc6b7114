// Whether the readings of a rule can be told apart: each of them must be the first that holds for
// some facts. All facts that a rule asks for are run through in every combination that can be,
// first as if all were well known, then, for a reading that was not reached, with what counts for
// us and what is only said going different ways.

#include <algorithm>
#include <set>
#include <vector>

#include "engine/evaluate.h"
#include "lint/assignment_pairs.h"
#include "lint/lint.h"
#include "lint/state_space.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostAssignments = 200000;
constexpr std::size_t kMostAnswered = 1500;  ///< assignments among which gaps are looked for
constexpr std::size_t kMostFacts = 4;        ///< of an example worth showing
constexpr std::size_t kMostGaps = 3;         ///< told of one question in one stage

/// What is known of one reading over all its stages.
struct ReachedBy {
  bool of_stage = false;         ///< it belongs to a stage of its rule
  bool holds = false;            ///< some facts make it true
  bool fires = false;            ///< and nothing before it
  bool unsure = false;           ///< there were too many cases to say no
  std::set<std::size_t> behind;  ///< readings that come first where it holds
};

std::vector<const Condition*> conditions_of(const Rule& rule, Stage stage, std::size_t count) {
  std::vector<const Condition*> conditions;
  for (std::size_t i = 0; i < count; ++i) {
    const Reading& reading = rule.readings[i];
    if (!reading.stages.has(stage)) continue;
    conditions.push_back(&reading.when);
    if (reading.unless) conditions.push_back(&*reading.unless);
  }
  return conditions;
}

Setting setting_of(const Rule& rule, Stage stage) {
  return {.stage = stage, .record = rule.each, .after_verdict = rule.after_verdict};
}

bool opposite(const Reading& a, const Reading& b) {
  return (a.reads == Reads::adverse && b.reads == Reads::favourable) ||
         (a.reads == Reads::favourable && b.reads == Reads::adverse);
}

// ---- one rule in one stage ----

class StageCheck {
 public:
  StageCheck(const LintInput& input, const Rule& rule, Stage stage, std::vector<ReachedBy>& reach,
             FindingSink& sink)
      : input_(input),
        rule_(rule),
        stage_(stage),
        reach_(reach),
        sink_(sink),
        space_(input.book, conditions_of(rule, stage, rule.readings.size()),
               setting_of(rule, stage)) {}

  void run();

 private:
  void see(const Assignment& assignment);
  void see_contradiction(std::size_t first, std::size_t second, const Assignment& assignment);
  /// As if all that the world says were well known.
  [[nodiscard]] bool holds_in(const Assignment& assignment, const Reading& reading) const {
    return holds(reading, stage_, [&](const Condition& condition, EvidencePolicy) {
      return space_.test(condition, assignment);
    });
  }
  [[nodiscard]] bool needs(const Reading& reading, Assignment assignment,
                           std::size_t variable) const;
  void see_gap(const Assignment& assignment, bool read);
  [[nodiscard]] bool is_plain(std::size_t variable, std::uint16_t value) const;
  void tell_gaps();
  void look_closer(std::size_t number);
  [[nodiscard]] std::string example(const Assignment& assignment,
                                    const std::vector<std::size_t>& variables) const;

  const LintInput& input_;
  const Rule& rule_;
  Stage stage_;
  std::vector<ReachedBy>& reach_;
  FindingSink& sink_;
  StateSpace space_;
  std::set<std::pair<std::size_t, std::size_t>> contradictions_;
  struct Answered {
    Assignment assignment;
    bool read = false;
  };
  std::vector<Answered> answered_;  ///< assignments in which every fact of the question is known
};

std::string StageCheck::example(const Assignment& assignment,
                                const std::vector<std::size_t>& variables) const {
  std::string text;
  for (const std::size_t variable : variables) {
    if (!text.empty()) text += ", ";
    text += space_.describe(variable, assignment[variable]);
  }
  return text;
}

/// Whether the reading would not hold any more if nobody knew that fact.
bool StageCheck::needs(const Reading& reading, Assignment assignment, std::size_t variable) const {
  assignment[variable] = static_cast<std::uint16_t>(*space_.variables()[variable].silence);
  return !holds_in(assignment, reading);
}

/// A value that stands there once, as a person would say it: no list of several, no open count.
bool StageCheck::is_plain(std::size_t variable, std::uint16_t value) const {
  const AbstractValue& possible = space_.variables()[variable].values[value];
  return possible.is_known() && (possible.counted || possible.values.size() == 1);
}

/// Two readings against each other that rest on the very same facts: each of those is needed by
/// both. (Where each has facts of its own, the order of the readings weighs one against the other,
/// as it is meant to.)
void StageCheck::see_contradiction(std::size_t first, std::size_t second,
                                   const Assignment& assignment) {
  if (contradictions_.contains({first, second})) return;
  const auto& variables = space_.variables();
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (!variables[i].silence || assignment[i] == *variables[i].silence) continue;
    if (known.size() == kMostFacts || !is_plain(i, assignment[i])) return;
    if (!needs(rule_.readings[first], assignment, i) ||
        !needs(rule_.readings[second], assignment, i))
      return;
    known.push_back(i);
  }
  if (known.empty()) return;
  contradictions_.insert({first, second});
  sink_.add(Severity::warning, input_.places.in_reading(rule_.id, second, "when"),
            "rules.check.contradiction",
            {{"rule", rule_.id},
             {"first", std::to_string(first + 1)},
             {"second", std::to_string(second + 1)},
             {"facts", example(assignment, known)}});
}

void StageCheck::see_gap(const Assignment& assignment, bool read) {
  if (!rule_.question || answered_.size() > kMostAnswered) return;
  for (std::size_t i = 0; i < assignment.size(); ++i) {
    const Variable& variable = space_.variables()[i];
    const bool detail = variable.subject.kind == Subject::Kind::query_field ||
                        variable.subject.kind == Subject::Kind::query_age ||
                        variable.subject.kind == Subject::Kind::attribute_age;
    if (detail) continue;
    if (!is_plain(i, assignment[i]) || variable.values[assignment[i]].is_none()) return;
  }
  answered_.push_back({assignment, read});
}

void StageCheck::see(const Assignment& assignment) {
  std::optional<std::size_t> winner;
  for (std::size_t i = 0; i < rule_.readings.size(); ++i) {
    const Reading& reading = rule_.readings[i];
    if (!holds_in(assignment, reading)) continue;
    reach_[i].holds = true;
    if (!winner) {
      winner = i;
      reach_[i].fires = true;
      continue;
    }
    reach_[i].behind.insert(*winner);
    if (opposite(rule_.readings[*winner], reading)) see_contradiction(*winner, i, assignment);
  }
  see_gap(assignment, winner.has_value());
}

/// Of each gap the facts that make it, whatever the others are.
void StageCheck::tell_gaps() {
  std::size_t told = 0;
  for (const Answered& gap : answered_) {
    if (gap.read || told == kMostGaps) continue;
    std::vector<std::size_t> fixed;
    for (std::size_t i = 0; i < gap.assignment.size(); ++i) fixed.push_back(i);
    const auto covers = [&](const Answered& other) {
      return std::all_of(fixed.begin(), fixed.end(), [&](std::size_t variable) {
        return other.assignment[variable] == gap.assignment[variable];
      });
    };
    for (std::size_t i = 0; i < gap.assignment.size(); ++i) {
      const std::vector<std::size_t> before = fixed;
      std::erase(fixed, i);
      const bool read_somewhere =
          std::any_of(answered_.begin(), answered_.end(),
                      [&](const Answered& other) { return covers(other) && other.read; });
      if (fixed.empty() || read_somewhere) fixed = before;
    }
    sink_.add(Severity::warning, input_.places.rule(rule_.id), "rules.check.gap",
              {{"rule", rule_.id},
               {"stage", std::string(to_string(stage_))},
               {"facts", example(gap.assignment, fixed)}});
    ++told;
    const Answered shown = gap;
    for (Answered& other : answered_) {
      if (covers(other)) other.read = true;
    }
  }
}

/// Lets what counts for us and what is only said go different ways.
void StageCheck::look_closer(std::size_t number) {
  const AssignmentPairs pairs(
      StateSpace(input_.book, conditions_of(rule_, stage_, number + 1), setting_of(rule_, stage_)));
  const int unknown = input_.book.policy.unknown_points[static_cast<std::size_t>(stage_)];
  const auto reads = [&](const Reading& reading, const AssignmentPairs::View& view) {
    const EvidencePolicy trust = trust_of(reading);
    AssignmentSet found = pairs.where(reading.when, trust, view);
    if (reading.unless) found &= ~pairs.where(*reading.unless, flipped(trust), view);
    if (rule_.question && worth_more_than_silence(reading, stage_, unknown)) {
      found &= pairs.where(reading.when, EvidencePolicy::checked, view);
    }
    return found;
  };
  ReachedBy& reach = reach_[number];
  reach.fires = pairs.any_view([&](const AssignmentPairs::View& view) {
    AssignmentSet left = reads(rule_.readings[number], view);
    reach.holds = reach.holds || left.any();
    for (std::size_t i = 0; i < number && left.any(); ++i) {
      if (!rule_.readings[i].stages.has(stage_)) continue;
      const AssignmentSet taken = left & reads(rule_.readings[i], view);
      if (taken.any()) reach.behind.insert(i);
      left &= ~taken;
    }
    return left.any();
  });
  reach.unsure = reach.unsure || (!reach.fires && !pairs.complete());
}

void StageCheck::run() {
  const bool all = space_.visit(kMostAssignments, [this](const Assignment& assignment) {
    see(assignment);
    return true;
  });
  for (std::size_t i = 0; i < rule_.readings.size(); ++i) {
    if (!rule_.readings[i].stages.has(stage_)) continue;
    reach_[i].of_stage = true;
    if (!reach_[i].fires) look_closer(i);
    if (!all && !reach_[i].fires) reach_[i].unsure = true;
  }
  if (all && answered_.size() <= kMostAnswered) tell_gaps();
}

// ---- one rule ----

std::string numbers(const std::set<std::size_t>& readings) {
  std::string list;
  for (const std::size_t number : readings) {
    if (!list.empty()) list += ", ";
    list += std::to_string(number + 1);
  }
  return list;
}

/// What keeps a reading from ever being used; empty when nothing does, or when it is not certain.
std::string dead_because(const ReachedBy& reach) {
  if (!reach.of_stage) return "rules.check.reading-of-no-stage";
  if (reach.fires || reach.unsure) return {};
  return reach.holds ? "rules.check.unreachable-reading" : "rules.check.reading-never-holds";
}

void tell_reach(const LintInput& input, const Rule& rule, const std::vector<ReachedBy>& reach,
                FindingSink& sink) {
  const bool all_dead = std::all_of(
      reach.begin(), reach.end(), [](const ReachedBy& one) { return !dead_because(one).empty(); });
  if (all_dead) {
    sink.add(Severity::error, input.places.rule(rule.id), "rules.check.never-fires",
             {{"rule", rule.id}});
    return;
  }
  std::set<std::size_t> unsure;
  for (std::size_t i = 0; i < reach.size(); ++i) {
    if (reach[i].unsure && !reach[i].fires) unsure.insert(i);
    const std::string kind = dead_because(reach[i]);
    if (kind.empty()) continue;
    sink.add(Severity::error, input.places.in_reading(rule.id, i, "when"), kind,
             {{"rule", rule.id},
              {"number", std::to_string(i + 1)},
              {"before", numbers(reach[i].behind)}});
  }
  if (unsure.empty()) return;
  sink.add(Severity::note, input.places.rule(rule.id), "rules.check.too-wide",
           {{"rule", rule.id}, {"readings", numbers(unsure)}});
}

}  // namespace

void check_readings(const LintInput& input, FindingSink& sink) {
  for (const Rule& rule : input.book.rules) {
    if (!sink.takes(input.places.rule(rule.id))) continue;
    std::vector<ReachedBy> reach(rule.readings.size());
    for (const Stage stage : kStages) {
      if (rule.stages.has(stage)) StageCheck(input, rule, stage, reach, sink).run();
    }
    tell_reach(input, rule, reach, sink);
  }
}

}  // namespace dealcheck

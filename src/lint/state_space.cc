#include "lint/state_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "lint/values.h"
#include "rules/computed.h"
#include "rules/condition_print.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostToTell = 20000;  ///< assignments looked at for a single condition

bool same_fact(const Subject& a, const Subject& b) {
  if (is_counted(a) || is_counted(b)) return is_counted(a) && is_counted(b) && a.id == b.id;
  return a.kind == b.kind && a.id == b.id && a.path == b.path;
}

/// A section and the path in it, where a subject has one that runs over records or attributes.
bool is_path(const Subject& subject) {
  return subject.kind == Subject::Kind::attribute || subject.kind == Subject::Kind::field ||
         subject.kind == Subject::Kind::query_field;
}

/// Whether what the longer path says needs the shorter one to name somebody.
bool leads_to(const Subject& shorter, const Subject& longer) {
  return is_path(shorter) && shorter.kind == longer.kind && shorter.id == longer.id &&
         shorter.path.size() < longer.path.size() &&
         std::equal(shorter.path.begin(), shorter.path.end(), longer.path.begin());
}

bool of_newest_match(const Subject& subject) {
  return subject.kind == Subject::Kind::query_field || subject.kind == Subject::Kind::query_age;
}

Tri answer_query(const Matcher& matcher, const AbstractValue& value) {
  if (!value.is_known()) return test_unobserved(matcher);
  return to_tri(matches_plainly(matcher, answer_value(value.least > 0)) != matcher.negated);
}

Tri answer(const Condition& leaf, const AbstractValue& value) {
  const Matcher& matcher = leaf.matcher;
  if (leaf.subject.kind == Subject::Kind::query) return answer_query(matcher, value);
  if (value.counted) return test_between(matcher, value.least, value.most);
  if (value.values.empty()) return test_unobserved(matcher);
  const bool matched = std::any_of(value.values.begin(), value.values.end(),
                                   [&](const Value& one) { return matches_plainly(matcher, one); });
  return to_tri(matched != matcher.negated);
}

}  // namespace

bool AbstractValue::is_known() const { return counted ? least > 0 || most == 0 : !values.empty(); }

bool AbstractValue::is_none() const {
  return std::any_of(values.begin(), values.end(),
                     [](const Value& value) { return value.kind == Value::Kind::none; });
}

// ---- which facts, and what they can be ----

StateSpace::StateSpace(const Rulebook& book, const std::vector<const Condition*>& conditions,
                       const Setting& setting)
    : book_(book), setting_(setting) {
  for (const Condition* condition : conditions) collect(*condition);
  for (Variable& variable : variables_) {
    std::vector<const Matcher*> matchers;
    for (const auto& [leaf, known] : leaves_) {
      if (&variables_[known.variable] == &variable) matchers.push_back(&leaf->matcher);
    }
    variable.values = possible_values(book_, setting_, variable.subject, matchers);
  }
  answer_leaves();
  for (std::size_t i = 0; i < variables_.size(); ++i) merge_alike(i);
  bonds_.resize(variables_.size());
  add_bonds();
}

void StateSpace::collect(const Condition& condition) {
  if (condition.op == Condition::Op::leaf) return add_leaf(condition);
  for (const Condition& part : condition.parts) collect(part);
}

void StateSpace::add_leaf(const Condition& leaf) {
  const auto found = std::find_if(
      variables_.begin(), variables_.end(),
      [&](const Variable& variable) { return same_fact(variable.subject, leaf.subject); });
  leaves_[&leaf].variable = static_cast<std::size_t>(found - variables_.begin());
  if (found == variables_.end()) variables_.push_back({leaf.subject, {}, {}});
}

void StateSpace::answer_leaves() {
  for (auto& [leaf, known] : leaves_) {
    known.answers.clear();
    for (const AbstractValue& value : variables_[known.variable].values) {
      known.answers.push_back(answer(*leaf, value));
    }
  }
}

/// Keeps one of all values that neither a condition nor a bond can tell apart.
void StateSpace::merge_alike(std::size_t number) {
  Variable& variable = variables_[number];
  std::vector<std::vector<int>> seen;
  std::vector<AbstractValue> kept;
  for (std::size_t i = 0; i < variable.values.size(); ++i) {
    const AbstractValue& value = variable.values[i];
    std::vector<int> looks{value.is_known() ? 1 : 0, value.is_none() ? 1 : 0,
                           value.least > 0 ? 1 : 0, value.counted ? 1 : 0};
    for (const auto& [leaf, known] : leaves_) {
      if (known.variable == number) looks.push_back(static_cast<int>(known.answers[i]));
    }
    if (std::find(seen.begin(), seen.end(), looks) != seen.end()) continue;
    seen.push_back(std::move(looks));
    kept.push_back(value);
  }
  variable.values = std::move(kept);
  for (std::size_t i = 0; i < variable.values.size(); ++i) {
    const AbstractValue& value = variable.values[i];
    if (value.values.empty() && !value.counted) variable.silence = i;
  }
  for (auto& [leaf, known] : leaves_) {
    if (known.variable != number) continue;
    known.answers.clear();
    for (const AbstractValue& value : variable.values)
      known.answers.push_back(answer(*leaf, value));
  }
}

// ---- what goes together ----

void StateSpace::add_bond(std::size_t first, std::size_t second,
                          FunctionRef<bool(const AbstractValue&, const AbstractValue&)> together) {
  const bool turned = first > second;
  const std::size_t one = turned ? second : first;
  const std::size_t other = turned ? first : second;
  Constraint bond{one, other, {}};
  for (const AbstractValue& a : variables_[one].values) {
    for (const AbstractValue& b : variables_[other].values) {
      bond.together.push_back(turned ? together(b, a) : together(a, b));
    }
  }
  bonds_[other].push_back(std::move(bond));
}

void StateSpace::add_bonds(std::size_t one, std::size_t other) {
  const auto wider = [](const AbstractValue& narrow, const AbstractValue& wide) {
    if (!narrow.counted || !wide.counted) return true;
    const bool finite = narrow.most < std::numeric_limits<double>::max();
    return narrow.least <= wide.least && !(wide.most == 0 && narrow.most > 0 && finite);
  };
  const auto same_list = [](const AbstractValue& a, const AbstractValue& b) {
    return a.counted == b.counted;
  };
  const auto named = [](const AbstractValue& shorter, const AbstractValue& longer) {
    return !longer.is_known() || (shorter.is_known() && !shorter.is_none());
  };
  const auto matched = [](const AbstractValue& query, const AbstractValue& field) {
    return !field.is_known() || query.least > 0;
  };
  const Subject& a = variables_[one].subject;
  const Subject& b = variables_[other].subject;
  if (leads_to(a, b)) add_bond(one, other, named);
  if (is_counted(a) && of_newest_match(b) && a.id == b.id) add_bond(one, other, matched);
  if (!is_counted(a) || !is_counted(b)) return;
  const Query& narrow = book_.queries[a.id];
  const Query& wide = book_.queries[b.id];
  if (narrow.section != wide.section) return;
  if (one < other) add_bond(one, other, same_list);
  if (implies(book_, narrow.where, wide.where, narrow.section)) add_bond(one, other, wider);
}

void StateSpace::add_bonds() {
  for (std::size_t one = 0; one < variables_.size(); ++one) {
    for (std::size_t other = 0; other < variables_.size(); ++other) {
      if (one != other) add_bonds(one, other);
    }
  }
}

bool StateSpace::fits(const Assignment& assignment, std::size_t count) const {
  const std::size_t newest = count - 1;
  return std::all_of(bonds_[newest].begin(), bonds_[newest].end(), [&](const Constraint& bond) {
    return bond
        .together[assignment[bond.first] * variables_[newest].values.size() + assignment[newest]];
  });
}

// ---- assignment after assignment ----

bool StateSpace::walk(Assignment& assignment, std::size_t next, std::size_t& left,
                      FunctionRef<bool(const Assignment&)> see) const {
  if (next == variables_.size()) {
    if (left == 0) return false;
    --left;
    return see(assignment);
  }
  for (std::size_t i = 0; i < variables_[next].values.size(); ++i) {
    assignment[next] = static_cast<std::uint16_t>(i);
    if (fits(assignment, next + 1) && !walk(assignment, next + 1, left, see)) return false;
  }
  return true;
}

bool StateSpace::visit(std::size_t most, FunctionRef<bool(const Assignment&)> see) const {
  Assignment assignment(variables_.size());
  std::size_t left = most;
  bool stopped = false;
  const bool all = walk(assignment, 0, left, [&](const Assignment& one) {
    stopped = !see(one);
    return !stopped;
  });
  return all || stopped;
}

Tri StateSpace::test(const Condition& condition, const Assignment& assignment) const {
  return test_condition(
      condition, EvidencePolicy::checked,
      [&](const Condition& leaf, EvidencePolicy) { return answer_of(leaf, assignment); });
}

void StateSpace::each_leaf(FunctionRef<void(const Condition&)> see) const {
  for (const auto& [leaf, known] : leaves_) see(*leaf);
}

// ---- in words ----

std::string StateSpace::describe(std::size_t number, std::uint16_t chosen) const {
  const Variable& variable = variables_[number];
  const AbstractValue& value = variable.values[chosen];
  Subject subject = variable.subject;
  if (value.counted) {
    subject.kind = Subject::Kind::query;
    const std::string name = subject_name(book_, subject, setting_.record);
    if (value.least > 1) return fmt::format("{}.count: {}", name, value.least);
    return fmt::format("{}: {}", name, value.least > 0 ? "yes" : value.most > 0 ? "?" : "no");
  }
  const std::string name = subject_name(book_, subject, setting_.record);
  const SubjectType type = subject_type(book_, subject, setting_.record);
  std::string list;
  for (const Value& one : value.values) {
    if (!list.empty()) list += " + ";
    Matcher matcher;
    if (one.kind == Value::Kind::none) {
      list += "none";
    } else if (one.kind == Value::Kind::choice) {
      matcher.choices = {one.index};
      list += matcher_text(book_, matcher, type);
    } else {
      list += one.kind == Value::Kind::number ? fmt::format("{}", one.number) : "…";
    }
  }
  return fmt::format("{}: {}", name, list.empty() ? "?" : list);
}

// ---- single conditions ----

bool can_hold(const Rulebook& book, const Condition& condition, const Setting& setting) {
  const StateSpace space(book, {&condition}, setting);
  bool holds = false;
  const bool all = space.visit(kMostToTell, [&](const Assignment& assignment) {
    holds = space.test(condition, assignment) == Tri::yes;
    return !holds;
  });
  return holds || !all;
}

bool implies(const Rulebook& book, const Condition& first, const Condition& second,
             std::uint16_t section) {
  const StateSpace space(book, {&first, &second}, {.stage = std::nullopt, .record = section});
  bool broken = false;
  const bool all = space.visit(kMostToTell, [&](const Assignment& assignment) {
    broken =
        space.test(first, assignment) == Tri::yes && space.test(second, assignment) != Tri::yes;
    return !broken;
  });
  return all && !broken;
}

}  // namespace dealcheck

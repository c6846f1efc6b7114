#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/function_ref.h"
#include "engine/condition_test.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// Where conditions are asked: in which stage, of which record, and whether the standing is known.
struct Setting {
  std::optional<Stage> stage;           ///< nothing: any
  std::optional<std::uint16_t> record;  ///< section of the record at hand
  bool after_verdict = false;
};

/// What a fact could be found to be, as far as the conditions at hand can tell it from others.
struct AbstractValue {
  std::vector<Value> values;  ///< what it is; several of a key that takes a list; none: not known
  bool counted = false;       ///< of a question to a list: `least` … `most` of its entries match
  double least = 0;
  double most = 0;

  [[nodiscard]] bool is_known() const;  ///< of a list: whether something matches is settled
  [[nodiscard]] bool is_none() const;   ///< checked, and there is none
};

/// One fact that conditions ask for. What is asked of the same question to a list – whether, how
/// many – is one fact.
struct Variable {
  Subject subject;
  std::vector<AbstractValue> values;
  std::optional<std::size_t> silence;  ///< which of them is "nothing known"; none: always known
};

/// One way all facts could be: for each variable the number of its value.
using Assignment = std::vector<std::uint16_t>;

/// Every way in which the facts that some conditions ask for could be found, told apart only as far
/// as those conditions can. Facts hang together: a list that matches a narrow question matches the
/// wider one, what a person's field says needs the person. Where it is not certain that two facts
/// exclude each other they are taken to go together, so that what cannot be here cannot be at all.
class StateSpace {
 public:
  /// The conditions must outlive this object.
  StateSpace(const Rulebook& book, const std::vector<const Condition*>& conditions,
             const Setting& setting);

  /// Hands over assignment after assignment until one is answered by false. False when there are
  /// more than `most`; those before it have been seen.
  bool visit(std::size_t most, FunctionRef<bool(const Assignment&)> see) const;

  /// The answer when everything is well known and fresh.
  [[nodiscard]] Tri test(const Condition& condition, const Assignment& assignment) const;

  /// The answer of a leaf of those conditions.
  [[nodiscard]] Tri answer_of(const Condition& leaf, const Assignment& assignment) const {
    const Leaf& known = leaves_.at(&leaf);
    return known.answers[assignment[known.variable]];
  }

  /// Hands over every leaf that the conditions have.
  void each_leaf(FunctionRef<void(const Condition&)> see) const;

  [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }

  /// A fact and its value as a rule would write them: `behaviours.questions: few`. Both by their
  /// numbers.
  [[nodiscard]] std::string describe(std::size_t number, std::uint16_t chosen) const;

 private:
  struct Leaf {
    std::size_t variable = 0;
    std::vector<Tri> answers;  ///< by value of the variable
  };
  /// Which values of two variables go together.
  struct Constraint {
    std::size_t first = 0;
    std::size_t second = 0;
    std::vector<bool> together;  ///< first × second
  };

  void collect(const Condition& condition);
  void add_leaf(const Condition& leaf);
  void make_values(Variable& variable, const std::vector<const Matcher*>& matchers) const;
  void merge_alike(std::size_t number);
  void answer_leaves();
  void add_bonds();
  void add_bonds(std::size_t one, std::size_t other);
  void add_bond(std::size_t first, std::size_t second,
                FunctionRef<bool(const AbstractValue&, const AbstractValue&)> together);
  [[nodiscard]] bool fits(const Assignment& assignment, std::size_t count) const;
  bool walk(Assignment& assignment, std::size_t next, std::size_t& left,
            FunctionRef<bool(const Assignment&)> see) const;

  const Rulebook& book_;
  Setting setting_;
  std::vector<Variable> variables_;
  std::map<const Condition*, Leaf> leaves_;
  std::vector<std::vector<Constraint>> bonds_;  ///< by the later of the two variables
};

/// Whether a condition can come out true at all. True where there are too many cases to tell.
[[nodiscard]] bool can_hold(const Rulebook& book, const Condition& condition,
                            const Setting& setting);

/// Whether every record that matches the first also matches the second, for certain.
[[nodiscard]] bool implies(const Rulebook& book, const Condition& first, const Condition& second,
                           std::uint16_t section);

}  // namespace dealcheck

#pragma once

#include <algorithm>

#include "deal/opportunity.h"
#include "rules/condition.h"

namespace dealcheck {

// How a condition is answered, whatever hands over the facts: those of a deal (facts.h), or those
// that could be (lint/state_space.h).

/// Whom a reading would help decides which statements it may rest on (method 1.1, 1.3).
enum class EvidencePolicy : std::uint8_t {
  for_us,      ///< nothing assumed, nothing stale
  against_us,  ///< everything
  checked      ///< nothing assumed
};

/// What would help us inside "not" is what would hurt us outside it.
[[nodiscard]] inline EvidencePolicy flipped(EvidencePolicy trust) {
  return trust == EvidencePolicy::for_us       ? EvidencePolicy::against_us
         : trust == EvidencePolicy::against_us ? EvidencePolicy::for_us
                                               : trust;
}

/// Whether a value is one that the matcher names, its `not` left aside.
[[nodiscard]] bool matches_plainly(const Matcher& matcher, const Value& value);

/// The answer of a leaf of which there is no value.
[[nodiscard]] Tri test_unobserved(const Matcher& matcher);

/// The answer of a leaf over a number of entries, at least `least` and at most `most`.
[[nodiscard]] Tri test_between(const Matcher& matcher, double least, double most);

[[nodiscard]] inline Tri to_tri(bool value) { return value ? Tri::yes : Tri::no; }

/// The answer of a condition, whose leaves `test_leaf(leaf, trust)` answers.
template <typename TestLeaf>
[[nodiscard]] Tri test_condition(const Condition& condition, EvidencePolicy trust,
                                 const TestLeaf& test_leaf) {
  switch (condition.op) {
    case Condition::Op::leaf:
      return test_leaf(condition, trust);
    case Condition::Op::negation:
      return !test_condition(condition.parts.front(), flipped(trust), test_leaf);
    case Condition::Op::some: {
      std::size_t yes = 0;
      std::size_t open = 0;
      for (const Condition& part : condition.parts) {
        const Tri result = test_condition(part, trust, test_leaf);
        yes += result == Tri::yes ? 1 : 0;
        open += result == Tri::unknown ? 1 : 0;
      }
      if (yes >= condition.at_least) return Tri::yes;
      return yes + open >= condition.at_least ? Tri::unknown : Tri::no;
    }
    case Condition::Op::all: {
      Tri result = Tri::yes;
      for (const Condition& part : condition.parts) {
        result = std::min(result, test_condition(part, trust, test_leaf));
        if (result == Tri::no) break;
      }
      return result;
    }
    case Condition::Op::any: {
      Tri result = Tri::no;
      for (const Condition& part : condition.parts) {
        result = std::max(result, test_condition(part, trust, test_leaf));
        if (result == Tri::yes) break;
      }
      return result;
    }
  }
  return Tri::unknown;
}

}  // namespace dealcheck

#include "engine/condition_test.h"

#include <algorithm>

namespace dealcheck {

namespace {

bool keeps(const Bound& bound, double number) {
  switch (bound.kind) {
    case Bound::Kind::at_least:
      return number >= bound.number;
    case Bound::Kind::at_most:
      return number <= bound.number;
    case Bound::Kind::above:
      return number > bound.number;
    case Bound::Kind::below:
      break;
  }
  return number < bound.number;
}

bool in_range(const Matcher& matcher, double number) {
  return std::all_of(matcher.bounds.begin(), matcher.bounds.end(),
                     [=](const Bound& bound) { return keeps(bound, number); });
}

}  // namespace

bool matches_plainly(const Matcher& matcher, const Value& value) {
  switch (matcher.kind) {
    case Matcher::Kind::known:
      return true;
    case Matcher::Kind::unknown:
    case Matcher::Kind::not_known:
      return false;
    case Matcher::Kind::none:
      return value.kind == Value::Kind::none;
    case Matcher::Kind::range:
      // A checked absence of something that is counted or measured is a zero.
      return in_range(matcher, value.kind == Value::Kind::none ? 0 : value.number);
    case Matcher::Kind::any_of:
      break;
  }
  if (value.kind == Value::Kind::choice) {
    return std::find(matcher.choices.begin(), matcher.choices.end(), value.index) !=
           matcher.choices.end();
  }
  return value.kind == Value::Kind::number &&
         std::find(matcher.numbers.begin(), matcher.numbers.end(), value.number) !=
             matcher.numbers.end();
}

Tri test_unobserved(const Matcher& matcher) {
  Tri result = Tri::unknown;
  if (matcher.kind == Matcher::Kind::known) result = Tri::no;
  if (matcher.kind == Matcher::Kind::unknown) result = Tri::yes;
  if (matcher.kind == Matcher::Kind::not_known) result = Tri::yes;
  return matcher.negated ? !result : result;
}

Tri test_between(const Matcher& matcher, double least, double most) {
  const bool at_least = matches_plainly(matcher, number_value(least));
  const bool at_most = matches_plainly(matcher, number_value(most));
  if (at_least != at_most) return Tri::unknown;
  return to_tri(at_least != matcher.negated);
}

}  // namespace dealcheck

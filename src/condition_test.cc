#include "condition_test.h"

namespace dealcheck {

namespace {

bool in_range(const Matcher& matcher, double number) {
  return !(matcher.at_least && number < *matcher.at_least) &&
         !(matcher.at_most && number > *matcher.at_most) &&
         !(matcher.above && number <= *matcher.above) &&
         !(matcher.below && number >= *matcher.below);
}

}  // namespace

bool matches_plainly(const Matcher& matcher, const Value& value) {
  switch (matcher.kind) {
    case Matcher::Kind::known:
      return true;
    case Matcher::Kind::unknown:
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
  return matcher.negated ? !result : result;
}

Tri test_between(const Matcher& matcher, double least, double most) {
  const bool at_least = matches_plainly(matcher, number_value(least));
  const bool at_most = matches_plainly(matcher, number_value(most));
  if (at_least != at_most) return Tri::unknown;
  return to_tri(at_least != matcher.negated);
}

}  // namespace dealcheck

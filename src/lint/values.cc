#include "lint/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "base/contains.h"
#include "rules/computed.h"
#include "rules/condition_print.h"

namespace dealcheck {

namespace {

constexpr double kMany = 1000;  ///< more entries than anybody counts
constexpr std::size_t kMostAtOnce = 3;

/// What is known of a subject before anything is asked of it.
struct Nature {
  SubjectType type;
  bool derived = false;  ///< worked out: nobody can write that it was looked into
  bool always = false;   ///< known of every record
  bool several = false;  ///< more than one statement may hold at once
  std::optional<double> min;
  std::optional<double> max;
};

constexpr std::array kAlwaysKnown{RecordFact::current,    RecordFact::grade,  RecordFact::departed,
                                  RecordFact::newcomer,   RecordFact::closed, RecordFact::countered,
                                  RecordFact::named_role, RecordFact::acted,  RecordFact::over,
                                  RecordFact::dated};
constexpr std::array kFromZero{RecordFact::unmet_days, RecordFact::days, RecordFact::working_days};

void look_at_field(const Rulebook& book, FieldId field, std::uint16_t section, bool direct,
                   Nature& nature) {
  if (field >= kDerivedField) {
    const auto fact = static_cast<RecordFact>(field - kDerivedField);
    nature.derived = true;
    nature.always = direct && contains(kAlwaysKnown, fact);
    if (contains(kFromZero, fact)) nature.min = 0;
    if (fact == RecordFact::overdue_days) nature.min = 1;
    return;
  }
  const Key& key = book.vocabulary.key(book.vocabulary.sections[section], field);
  nature.min = key.min;
  nature.max = key.max;
  nature.several = field < kCommonKey;
}

Nature nature_of(const Rulebook& book, const Setting& setting, const Subject& subject) {
  using Kind = Subject::Kind;
  Nature nature;
  nature.type = subject_type(book, subject, setting.record);
  switch (subject.kind) {
    case Kind::computed:
      nature.derived = true;
      nature.always = kDealFacts.at(subject.id).after_verdict && setting.after_verdict;
      if (nature.type.type == Type::number) nature.min = 0;
      break;
    case Kind::attribute_age:
    case Kind::query_age:
      nature.derived = true;
      break;
    case Kind::attribute:
      if (subject.path.size() == 1) {
        look_at_field(book, subject.path.front(), subject.id, false, nature);
        nature.several = false;
      }
      break;
    case Kind::field:
    case Kind::query_field: {
      const std::uint16_t section = subject.kind == Kind::field ? setting.record.value_or(0)
                                                                : book.queries[subject.id].section;
      const bool direct = subject.path.size() == 1 && subject.kind == Kind::field;
      nature.several = true;
      if (subject.path.size() == 1) {
        look_at_field(book, subject.path.front(), section, direct, nature);
      } else if (subject.path.back() >= kDerivedField && subject.path.back() < kParentStep) {
        nature.derived = true;
      }
      break;
    }
    case Kind::query:
    case Kind::query_count:
      break;
  }
  return nature;
}

// ---- the values of one statement ----

void add_choices(const Rulebook& book, const Nature& nature, std::vector<Value>& values) {
  const ChoiceSet& set = book.vocabulary.sets[nature.type.set];
  for (std::size_t i = 0; i < set.choices.size(); ++i) {
    values.push_back(choice_value(static_cast<std::int32_t>(i)));
  }
}

/// Every number that a matcher names.
std::set<double> limits_of(const std::vector<const Matcher*>& matchers) {
  std::set<double> limits;
  for (const Matcher* matcher : matchers) {
    for (const Bound& bound : matcher->bounds) limits.insert(bound.number);
    limits.insert(matcher->numbers.begin(), matcher->numbers.end());
  }
  return limits;
}

/// Each limit and the whole numbers beside it; amounts also lie between.
std::set<double> numbers_around(const std::set<double>& limits, Type type) {
  std::set<double> numbers;
  for (const double limit : limits) {
    if (type == Type::money || limit == std::floor(limit)) numbers.insert(limit);
    numbers.insert(std::floor(limit) == limit ? limit - 1 : std::floor(limit));
    numbers.insert(std::ceil(limit) == limit ? limit + 1 : std::ceil(limit));
  }
  if (numbers.empty()) numbers.insert(1);
  return numbers;
}

void add_numbers(const Nature& nature, const std::vector<const Matcher*>& matchers,
                 std::vector<Value>& values) {
  for (const double number : numbers_around(limits_of(matchers), nature.type.type)) {
    const bool outside =
        (nature.min && number < *nature.min) || (nature.max && number > *nature.max);
    if (!outside) values.push_back(number_value(number));
  }
}

std::vector<Value> single_values(const Rulebook& book, const Nature& nature,
                                 const std::vector<const Matcher*>& matchers) {
  std::vector<Value> values;
  const Type type = nature.type.type;
  if (type == Type::choice) {
    add_choices(book, nature, values);
  } else if (type == Type::number || type == Type::money) {
    add_numbers(nature, matchers, values);
  } else {
    values.push_back(text_value({}));
  }
  const bool said_as_choice =
      type == Type::choice && book.vocabulary.sets[nature.type.set].absence.has_value();
  if (!nature.derived && !said_as_choice) {
    Value none;
    none.kind = Value::Kind::none;
    values.push_back(none);
  }
  return values;
}

// ---- what is found ----

void add_together(const std::vector<Value>& values, std::size_t from, AbstractValue& chosen,
                  std::size_t count, std::vector<AbstractValue>& found) {
  if (chosen.values.size() == count) {
    found.push_back(chosen);
    return;
  }
  for (std::size_t i = from; i < values.size(); ++i) {
    chosen.values.push_back(values[i]);
    add_together(values, i + 1, chosen, count, found);
    chosen.values.pop_back();
  }
}

std::vector<AbstractValue> found_values(const Nature& nature, const std::vector<Value>& values) {
  std::vector<AbstractValue> found;
  const std::size_t most = nature.several ? kMostAtOnce : 1;
  for (std::size_t count = 1; count <= std::min(most, values.size()); ++count) {
    AbstractValue chosen;
    add_together(values, 0, chosen, count, found);
  }
  if (!nature.always) found.emplace_back();
  return found;
}

AbstractValue matching(double least, double most) {
  AbstractValue value;
  value.counted = true;
  value.least = least;
  value.most = most;
  return value;
}

/// How many entries may match: none for sure, some, a few more that are not known to.
std::vector<AbstractValue> counted_values(const Query& query,
                                          const std::vector<const Matcher*>& matchers) {
  std::set<double> counts{1};
  for (const double number : numbers_around(limits_of(matchers), Type::number)) {
    if (number >= 1) counts.insert(number);
  }
  std::vector<AbstractValue> found{matching(0, 0)};
  for (const double least : counts) found.push_back(matching(least, least));
  found.push_back(matching(0, kMany));
  for (const double most : counts) found.push_back(matching(0, most));
  for (const double least : counts) {
    found.push_back(matching(least, least + 1));
    found.push_back(matching(least, kMany));
  }
  if (query.open) found.push_back(matching(0, std::numeric_limits<double>::max()));
  found.emplace_back();
  return found;
}

/// The stage is given wherever it is asked for.
std::optional<std::vector<AbstractValue>> given(const Setting& setting, const Subject& subject) {
  const bool stage = subject.kind == Subject::Kind::computed &&
                     static_cast<DealFact>(subject.id) == DealFact::stage;
  if (!stage || !setting.stage) return std::nullopt;
  AbstractValue value;
  value.values.push_back(choice_value(static_cast<std::int32_t>(*setting.stage)));
  return std::vector<AbstractValue>{value};
}

}  // namespace

bool is_counted(const Subject& subject) {
  return subject.kind == Subject::Kind::query || subject.kind == Subject::Kind::query_count;
}

std::vector<AbstractValue> possible_values(const Rulebook& book, const Setting& setting,
                                           const Subject& subject,
                                           const std::vector<const Matcher*>& matchers) {
  if (auto only = given(setting, subject)) return std::move(*only);
  if (is_counted(subject)) return counted_values(book.queries[subject.id], matchers);
  const Nature nature = nature_of(book, setting, subject);
  return found_values(nature, single_values(book, nature, matchers));
}

}  // namespace dealcheck

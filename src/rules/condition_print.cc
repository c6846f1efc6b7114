// The reverse of condition_load: from the numbers of a compiled condition back to its words.

#include "rules/condition_print.h"

#include <fmt/format.h>

#include <vector>

#include "rules/computed.h"

namespace dealcheck {

namespace {

/// A path on its way: the section whose key the next step is, and what the last step was.
struct Walk {
  std::string name;
  SubjectType type;
  std::uint16_t section = 0;
};

void step(const Vocabulary& vocabulary, FieldId field, Walk& walk) {
  const Section& section = vocabulary.sections[walk.section];
  if (!walk.name.empty()) walk.name += '.';
  if (field == kParentStep) {
    walk.name += "parent";
    walk.section = *section.parent;
    walk.type = {Type::records, 0};
    return;
  }
  if (field >= kDerivedField) {
    const ComputedFact& fact = kRecordFacts.at(field - kDerivedField).fact;
    walk.name += fact.name;
    walk.type = {fact.type, vocabulary.set_id(fact.set).value_or(0)};
    return;
  }
  const Key& key = vocabulary.key(section, field);
  walk.name += key.id;
  walk.type = {key.type, key.set};
  if (key.type == Type::contact) walk.section = *vocabulary.section_id("contacts");
}

Walk walk_path(const Vocabulary& vocabulary, const FieldPath& path, std::uint16_t section) {
  Walk walk{{}, {}, section};
  for (const FieldId field : path) step(vocabulary, field, walk);
  return walk;
}

std::string joined_name(std::string_view first, std::string_view second) {
  if (second.empty()) return std::string(first);
  return fmt::format("{}.{}", first, second);
}

Walk walk_subject(const Rulebook& book, const Subject& subject,
                  std::optional<std::uint16_t> record) {
  const Vocabulary& vocabulary = book.vocabulary;
  using Kind = Subject::Kind;
  if (subject.kind == Kind::computed) {
    const ComputedFact& fact = kDealFacts.at(subject.id);
    return {std::string(fact.name), {fact.type, vocabulary.set_id(fact.set).value_or(0)}, 0};
  }
  if (subject.kind == Kind::field) {
    Walk walk = walk_path(vocabulary, subject.path, record.value_or(0));
    walk.name = joined_name("it", walk.name);
    return walk;
  }
  if (subject.kind == Kind::attribute || subject.kind == Kind::attribute_age) {
    Walk walk = walk_path(vocabulary, subject.path, subject.id);
    walk.name = joined_name(vocabulary.sections[subject.id].id, walk.name);
    if (subject.kind == Kind::attribute) return walk;
    return {walk.name + ".age", {Type::number, 0}, 0};
  }
  const Query& query = book.queries[subject.id];
  if (subject.kind == Kind::query) {
    return {query.name, {Type::choice, vocabulary.set_id("answer").value_or(0)}, 0};
  }
  if (subject.kind == Kind::query_field) {
    Walk walk = walk_path(vocabulary, subject.path, query.section);
    walk.name = joined_name(query.name, walk.name);
    return walk;
  }
  const std::string_view part = subject.kind == Kind::query_count ? "count" : "age";
  return {joined_name(query.name, part), {Type::number, 0}, 0};
}

std::string range_text(const Matcher& matcher) {
  std::vector<std::string> parts;
  for (const Bound& bound : matcher.bounds) {
    parts.push_back(fmt::format("{}: {}", to_string(bound.kind), bound.number));
  }
  return fmt::format("{{{}}}", fmt::join(parts, ", "));
}

std::string values_text(const Rulebook& book, const Matcher& matcher, SubjectType type) {
  std::vector<std::string> values;
  for (const double number : matcher.numbers) values.push_back(fmt::format("{}", number));
  for (const std::int32_t choice : matcher.choices) {
    values.push_back(book.vocabulary.sets[type.set].choices[static_cast<std::size_t>(choice)].id);
  }
  return values.size() == 1 ? values.front() : fmt::format("[{}]", fmt::join(values, ", "));
}

}  // namespace

std::string subject_name(const Rulebook& book, const Subject& subject,
                         std::optional<std::uint16_t> record) {
  return walk_subject(book, subject, record).name;
}

SubjectType subject_type(const Rulebook& book, const Subject& subject,
                         std::optional<std::uint16_t> record) {
  return walk_subject(book, subject, record).type;
}

std::string matcher_text(const Rulebook& book, const Matcher& matcher, SubjectType type) {
  switch (matcher.kind) {
    case Matcher::Kind::known:
      return "{is: known}";
    case Matcher::Kind::unknown:
      return "{is: unknown}";
    case Matcher::Kind::none:
      return "{is: none}";
    case Matcher::Kind::not_known:
      return "{is: not_known}";
    case Matcher::Kind::range:
      return range_text(matcher);
    case Matcher::Kind::any_of:
      break;
  }
  const std::string values = values_text(book, matcher, type);
  return matcher.negated ? fmt::format("{{not: {}}}", values) : values;
}

std::string points_text(const StagePoints& points, const StageSet& stages,
                        FunctionRef<std::string(int)> number) {
  std::vector<std::string> parts;
  bool alike = true;
  std::optional<int> first;
  for (const Stage stage : kStages) {
    if (!stages.has(stage)) continue;
    const int here = points[static_cast<std::size_t>(stage)];
    if (!first) first = here;
    alike = alike && here == *first;
    parts.push_back(fmt::format("{} {}", to_string(stage), number(here)));
  }
  return alike ? number(first.value_or(points.front())) : fmt::format("{}", fmt::join(parts, ", "));
}

std::string_view type_name(Type type) {
  switch (type) {
    case Type::choice:
      return "choice";
    case Type::number:
      return "number";
    case Type::money:
      return "amount";
    case Type::date:
      return "date";
    case Type::contact:
      return "contact";
    case Type::records:
      return "entries";
    case Type::text:
      break;
  }
  return "text";
}

std::string points_text(const StagePoints& points, const StageSet& stages) {
  return points_text(points, stages, [](int number) { return std::to_string(number); });
}

}  // namespace dealcheck

#include "rules/condition_words.h"

#include <fmt/format.h>

#include <array>

#include "rules/computed.h"

namespace dealcheck {

namespace {

class ConditionDescriber {
 public:
  ConditionDescriber(const Rulebook& book, std::optional<std::uint16_t> record, Language language)
      : book_(book), record_(record), language_(language) {}

  void tell(const Condition& condition, int depth);
  std::vector<ConditionLine> lines;

 private:
  [[nodiscard]] std::string say(std::string_view id, const Arguments& arguments = {}) const {
    return book_.words.say(fmt::format("report.condition.{}", id), language_, arguments);
  }
  [[nodiscard]] std::string wanted(const Matcher& matcher, SubjectType type) const;
  [[nodiscard]] std::string range(const Matcher& matcher) const;
  [[nodiscard]] std::string values(const Matcher& matcher, SubjectType type) const;

  const Rulebook& book_;
  std::optional<std::uint16_t> record_;
  Language language_;
};

std::string ConditionDescriber::range(const Matcher& matcher) const {
  std::string text;
  for (const Bound& bound : matcher.bounds) {
    if (!text.empty()) text += say("and");
    text += say(to_string(bound.kind), {{"limit", fmt::format("{}", bound.number)}});
  }
  return text;
}

std::string ConditionDescriber::values(const Matcher& matcher, SubjectType type) const {
  std::vector<std::string> list;
  for (const double number : matcher.numbers) list.push_back(fmt::format("{}", number));
  for (const std::int32_t choice : matcher.choices) {
    list.push_back(choice_words(book_, type.set, choice, language_));
  }
  return fmt::format("{}", fmt::join(list, say("or")));
}

std::string ConditionDescriber::wanted(const Matcher& matcher, SubjectType type) const {
  switch (matcher.kind) {
    case Matcher::Kind::known:
      return say("known");
    case Matcher::Kind::unknown:
      return say("unknown");
    case Matcher::Kind::none:
      return say("none");
    case Matcher::Kind::not_known:
      return say("not_known");
    case Matcher::Kind::range:
      return say("is", {{"values", range(matcher)}});
    case Matcher::Kind::any_of:
      break;
  }
  return say(matcher.negated ? "is_not" : "is", {{"values", values(matcher, type)}});
}

void ConditionDescriber::tell(const Condition& condition, int depth) {
  if (condition.op == Condition::Op::leaf) {
    const SubjectType type = subject_type(book_, condition.subject, record_);
    lines.push_back({depth, subject_name(book_, condition.subject, record_),
                     wanted(condition.matcher, type),
                     subject_means(book_, condition.subject, record_, language_)});
    return;
  }
  static constexpr std::array<std::string_view, 4> kOps{"all", "any", "not", "some"};
  lines.push_back({depth,
                   {},
                   say(kOps.at(static_cast<std::size_t>(condition.op)),
                       {{"count", std::to_string(condition.at_least)}}),
                   {}});
  for (const Condition& part : condition.parts) tell(part, depth + 1);
}

/// What the last step of a path says.
std::string step_means(const Rulebook& book, const FieldPath& path, std::uint16_t section,
                       Language language) {
  const Vocabulary& vocabulary = book.vocabulary;
  std::string means;
  for (const FieldId field : path) {
    if (field == kParentStep) {
      section = *vocabulary.sections[section].parent;
    } else if (field >= kDerivedField) {
      const ComputedField& computed = kRecordFacts.at(field - kDerivedField);
      means = book.words.say(computed_means(computed.section, computed.fact.name), language);
    } else {
      const Key& key = vocabulary.key(vocabulary.sections[section], field);
      means = key.means.in(language);
      if (key.type == Type::contact) section = *vocabulary.section_id("contacts");
    }
  }
  return means;
}

}  // namespace

std::string choice_words(const Rulebook& book, std::uint16_t set, std::int32_t choice,
                         Language language) {
  const Choice& value = book.vocabulary.sets[set].choices[static_cast<std::size_t>(choice)];
  return fill(row_of(language).choice,
              {{"id", value.id}, {"label", std::string(value.label.in(language))}});
}

std::string subject_means(const Rulebook& book, const Subject& subject,
                          std::optional<std::uint16_t> record, Language language) {
  using Kind = Subject::Kind;
  switch (subject.kind) {
    case Kind::computed:
      return std::string(
          book.words.say(computed_means("deal", kDealFacts.at(subject.id).name), language));
    case Kind::field:
      return step_means(book, subject.path, record.value_or(0), language);
    case Kind::attribute:
    case Kind::attribute_age:
      return step_means(book, subject.path, subject.id, language);
    case Kind::query:
    case Kind::query_count:
    case Kind::query_age:
    case Kind::query_field:
      return std::string(book.queries[subject.id].means.in(language));
  }
  return {};
}

std::vector<ConditionLine> condition_lines(const Rulebook& book, const Condition& condition,
                                           std::optional<std::uint16_t> record, Language language) {
  ConditionDescriber context(book, record, language);
  context.tell(condition, 0);
  return std::move(context.lines);
}

}  // namespace dealcheck

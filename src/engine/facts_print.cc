// Prints facts for people: contacts by name, dates as spoken, choices by their label.

#include <cmath>

#include "engine/facts.h"
#include "engine/spoken_name.h"
#include "i18n/spoken_date.h"

namespace dealcheck {

namespace {

std::string print_number(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    return std::to_string(static_cast<long long>(number));
  }
  std::string text = std::to_string(number);
  while (text.back() == '0') text.pop_back();
  return text;
}

/// The contact that a value names, whether as a reference or by what it is called; -1: none.
std::int32_t contact_named(const Observation& observation, std::uint16_t contacts,
                           const Opportunity& opportunity, const Rulebook& rulebook) {
  const auto named = [&](std::int32_t contact) {
    return std::string(contact_name(opportunity, rulebook.vocabulary, contact));
  };
  const Value& value = observation.value;
  if (value.kind == Value::Kind::contact) {
    return value.index >= 0 && !named(value.index).empty() ? value.index : -1;
  }
  const Origin& trace = observation.trace;
  if (value.kind != Value::Kind::text || trace.section != contacts || trace.record == nullptr) {
    return -1;
  }
  const auto place =
      static_cast<std::int32_t>(trace.record - opportunity.sections[contacts].records.data());
  return named(place) == value.text ? place : -1;
}

}  // namespace

std::string Facts::print_value(const Value& value, Type type, std::uint16_t set,
                               Language language) const {
  const Vocabulary& vocabulary = rulebook_.vocabulary;
  switch (value.kind) {
    case Value::Kind::choice:
      if (type != Type::choice) return std::string(value.text);
      return std::string(
          vocabulary.sets[set].choices[static_cast<std::size_t>(value.index)].label.in(language));
    case Value::Kind::date:
      return spoken_date(value.date, as_of_, language);
    case Value::Kind::number:
      return value.text.empty() ? print_number(value.number) : std::string(value.text);
    case Value::Kind::contact: {
      if (value.index >= 0) {
        const std::string_view name = contact_name(opportunity_, vocabulary, value.index);
        if (!name.empty()) return std::string(name);
      }
      return std::string(value.text);
    }
    case Value::Kind::text:
      return std::string(value.text);
    case Value::Kind::none:
      return std::string(rulebook_.words.say("judging.value.none", language));
    case Value::Kind::unknown:
      break;
  }
  return std::string(rulebook_.words.say("judging.value.unknown", language));
}

std::optional<std::string> Facts::print(const Slot& slot, Language language, RecordRef it) const {
  if (slot.subject.kind == Subject::Kind::query_count && !is_given(slot.subject)) {
    return std::to_string(matches(slot.subject.id, EvidencePolicy::against_us).sure.size());
  }
  std::optional<std::string> text;
  observe(slot.subject, EvidencePolicy::against_us, it, [&](const Observation& observation) {
    if (observation.value.kind == Value::Kind::none) return;
    const std::int32_t contact = contact_named(observation, contacts_, opportunity_, rulebook_);
    std::string one = contact >= 0 ? spoken_name(opportunity_, rulebook_, contact, language)
                                   : print_value(observation.value, slot.type, slot.set, language);
    if (!text) {
      text = std::move(one);
    } else {
      *text += row_of(language).comma;
      *text += one;
    }
  });
  return text;
}

}  // namespace dealcheck

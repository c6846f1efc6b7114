// Prints facts for people: contacts by name, dates as spoken, choices by their label.

#include <cmath>

#include "engine/facts.h"
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
    std::string one = print_value(observation.value, slot.type, slot.set, language);
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

#include "assess/assess_context.h"

#include <algorithm>

#include "engine/spoken_name.h"

namespace dealcheck {

AssessContext::AssessContext(const Rulebook& rulebook, const Opportunity& opportunity,
                             const Facts& facts, Language language, bool brief)
    : rulebook_(rulebook),
      opportunity_(opportunity),
      facts_(facts),
      language_(language),
      brief_(brief),
      contacts_(*rulebook.vocabulary.section_id("contacts")),
      head_(*rulebook.vocabulary.section_id("deal")) {}

std::string AssessContext::say(const LocalizedText& text, const std::vector<Slot>& slots,
                               RecordRef it) const {
  return begun_as_sentence(
      fill(text.in(language_), [&](std::string_view name) -> std::optional<std::string> {
        const auto slot = std::find_if(slots.begin(), slots.end(),
                                       [&](const Slot& one) { return one.name == name; });
        if (slot == slots.end()) return std::nullopt;
        return facts_.print(*slot, language_, it);
      }));
}

// ---- evidence ----

std::string AssessContext::data_path(const Origin& trace) const {
  const Section& section = rulebook_.vocabulary.sections[trace.section];
  std::string path = section.top ? "" : section.id;
  if (trace.record != nullptr && section.shape == Shape::records) {
    const auto& records = opportunity_.sections[trace.section].records;
    path += "[" + std::to_string(trace.record - records.data()) + "]";
  }
  if (trace.statement != nullptr) {
    if (!path.empty()) path += ".";
    path += rulebook_.vocabulary.key(section, trace.statement->key).id;
  }
  return path;
}

std::string AssessContext::describe(const Record& record, std::uint16_t section) const {
  const Section& words = rulebook_.vocabulary.sections[section];
  std::vector<std::string> values;
  values.reserve(record.statements.size());
  for (const Statement& statement : record.statements) {
    const Key& key = rulebook_.vocabulary.key(words, statement.key);
    values.push_back(facts_.print_value(statement.value, key.type, key.set, language_));
  }
  return listed(values, language_);
}

Evidence AssessContext::evidence(const Origin& trace) const {
  const Section& section = rulebook_.vocabulary.sections[trace.section];
  Evidence told;
  told.path = data_path(trace);
  if (trace.statement == nullptr && trace.record == nullptr) {
    told.at = opportunity_.sections[trace.section].at;
    if (brief_) return told;
    const bool none = opportunity_.sections[trace.section].presence == SectionData::Presence::none;
    told.value =
        rulebook_.words.say(none ? "judging.value.none" : "judging.value.no-such", language_);
    return told;
  }
  const Provenance& proof =
      trace.statement != nullptr ? trace.statement->proof : trace.record->proof;
  told.at = trace.statement != nullptr ? trace.statement->at : trace.record->at;
  told.grade = proof.grade();
  if (brief_) return told;
  told.date = proof.date;
  told.note = proof.note;
  told.stale = facts_.is_stale(proof, section);
  const std::string name = name_of(proof.by);
  told.by = name.empty() ? proof.by_text : name;
  if (trace.statement != nullptr) {
    const Key& key = rulebook_.vocabulary.key(section, trace.statement->key);
    told.value = facts_.print_value(trace.statement->value, key.type, key.set, language_);
  } else {
    told.value = describe(*trace.record, trace.section);
  }
  return told;
}

std::vector<Evidence> AssessContext::evidence(const Condition& condition, EvidencePolicy trust,
                                              RecordRef it) const {
  std::vector<Evidence> list;
  for (const Origin& trace : facts_.traces(condition, trust, it)) list.push_back(evidence(trace));
  return list;
}

// ---- values of the file by canonical names ----

const Statement* AssessContext::head(std::string_view key) const {
  return opportunity_.find(head_, *rulebook_.vocabulary.sections[head_].names.find(key));
}

std::string AssessContext::head_text(std::string_view key) const {
  const Statement* statement = head(key);
  return statement == nullptr ? std::string() : std::string(statement->value.text);
}

std::string AssessContext::name_of(std::int32_t contact) const {
  return std::string(contact_name(opportunity_, rulebook_.vocabulary, contact));
}

std::string AssessContext::called(std::size_t contact) const {
  return spoken_name(opportunity_, rulebook_, static_cast<std::int32_t>(contact), language_);
}

std::string AssessContext::choice_of(const Record& record, std::uint16_t section,
                                     std::string_view key) const {
  const std::vector<std::string> choices = choices_of(record, section, key);
  return choices.empty() ? std::string() : choices.front();
}

std::vector<std::string> AssessContext::choices_of(const Record& record, std::uint16_t section,
                                                   std::string_view key) const {
  std::vector<std::string> names;
  const Section& words = rulebook_.vocabulary.sections[section];
  const KeyId id = *words.names.find(key);
  const ChoiceSet& set = rulebook_.vocabulary.choices(words.keys[id]);
  for (const Statement& statement : record.statements) {
    if (statement.key != id || statement.value.kind != Value::Kind::choice) continue;
    const std::string& name = set.choices[static_cast<std::size_t>(statement.value.index)].id;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::vector<std::size_t> AssessContext::contacts_of(const Record& record, std::uint16_t section,
                                                    std::string_view key) const {
  std::vector<std::size_t> named;
  const KeyId id = *rulebook_.vocabulary.sections[section].names.find(key);
  for (const Statement& statement : record.statements) {
    const Value& value = statement.value;
    if (statement.key != id || value.kind != Value::Kind::contact || value.index < 0) continue;
    named.push_back(static_cast<std::size_t>(value.index));
  }
  return named;
}

std::optional<Date> told_day(const Statement* said) {
  if (said == nullptr) return std::nullopt;
  if (said->value.kind == Value::Kind::date) return said->value.date;
  return said->value.kind == Value::Kind::text ? parse_date(said->value.text) : std::nullopt;
}

}  // namespace dealcheck

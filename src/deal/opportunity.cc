#include "deal/opportunity.h"

#include <algorithm>

#include "base/alike.h"

namespace dealcheck {

bool Value::same_as(const Value& other) const {
  if (kind != other.kind) return false;
  switch (kind) {
    case Kind::unknown:
    case Kind::none:
      return true;
    case Kind::choice:
      return index == other.index;
    case Kind::number:
      return number == other.number;
    case Kind::date:
      return date == other.date;
    case Kind::text:
      return text == other.text || alike(text) == alike(other.text);
    case Kind::contact:
      return index == other.index && (index != kNotListed || alike(text) == alike(other.text));
  }
  return false;
}

Value number_value(double number, std::string_view text) {
  return {Value::Kind::number, 0, number, {}, text};
}
Value choice_value(std::int32_t index, std::string_view text) {
  return {Value::Kind::choice, index, 0, {}, text};
}
Value date_value(Date date, std::string_view text) { return {Value::Kind::date, 0, 0, date, text}; }
Value text_value(std::string_view text) { return {Value::Kind::text, 0, 0, {}, text}; }
Value answer_value(bool yes) { return choice_value(yes ? 0 : 1); }

Grade Provenance::grade() const {
  if (stated_grade) return *stated_grade;
  return date && date->exact() && by != kNobodyNamed ? Grade::witnessed : Grade::reported;
}

const Statement* Record::find(KeyId key) const {
  const auto found =
      std::find_if(statements.begin(), statements.end(),
                   [key](const Statement& statement) { return statement.key == key; });
  return found == statements.end() ? nullptr : &*found;
}

const Statement* Opportunity::find(std::uint16_t section, KeyId key) const {
  const SectionData& data = sections[section];
  return data.records.empty() ? nullptr : data.records.front().find(key);
}

std::string_view contact_name(const Opportunity& opportunity, const Vocabulary& vocabulary,
                              std::int32_t contact) {
  if (contact < 0) return {};
  const std::uint16_t section = *vocabulary.section_id("contacts");
  const Section& contacts = vocabulary.sections[section];
  const Record& record = opportunity.sections[section].records[static_cast<std::size_t>(contact)];
  for (const std::string_view key : {"name", "title", "id"}) {
    const Statement* statement = record.find(*contacts.names.find(key));
    if (statement != nullptr && statement->value.kind == Value::Kind::text) {
      return statement->value.text;
    }
  }
  return {};
}

}  // namespace dealcheck

#include "import/crm_texts.h"

#include "import/crm_values.h"

namespace dealcheck {

namespace {

std::optional<AnsweredValue> answered_value(const Vocabulary& vocabulary, std::uint16_t section,
                                            KeyId key, const std::string& text) {
  const Type type = vocabulary.key(vocabulary.sections[section], key).type;
  if (type == Type::text) return AnsweredValue{key, text_value({}), text};
  if (type == Type::contact) {
    AnsweredValue answer{key, {}, text};
    answer.value.kind = Value::Kind::contact;
    return answer;
  }
  Diagnostics unsaid;
  return read_answered_value(vocabulary, section, key, "", text, unsaid);
}

std::string stated_text(const Value& value, const Vocabulary& vocabulary, const Key& key) {
  switch (value.kind) {
    case Value::Kind::choice:
      return vocabulary.choices(key).choices[static_cast<std::size_t>(value.index)].id;
    case Value::Kind::number:
      return digits_of(value.number);
    case Value::Kind::date:
      return written_date(value.date);
    case Value::Kind::none:
      return std::string(vocabulary.none.in(Language::en));
    case Value::Kind::unknown:
      return {};
    case Value::Kind::text:
    case Value::Kind::contact:
      break;
  }
  return std::string(value.text);
}

}  // namespace

std::optional<std::vector<AnsweredValue>> answered_values(const Vocabulary& vocabulary,
                                                          std::uint16_t section,
                                                          const CrmValue& value) {
  std::vector<AnsweredValue> answers;
  for (const std::string& text : value.texts) {
    auto answer = answered_value(vocabulary, section, value.key, text);
    if (!answer) return std::nullopt;
    answers.push_back(std::move(*answer));
  }
  return answers;
}

std::vector<std::string> stated_texts(const Record& record, const Vocabulary& vocabulary,
                                      std::uint16_t section, KeyId key) {
  const Section& words = vocabulary.sections[section];
  std::vector<std::string> texts;
  if (key >= kCommonKey) {
    const bool is_date = vocabulary.key(words, key).type == Type::date;
    if (is_date && record.proof.date) texts.push_back(written_date(*record.proof.date));
    if (!is_date && !record.proof.note.empty()) texts.emplace_back(record.proof.note);
    return texts;
  }
  for (const Statement& one : record.statements) {
    if (one.key != key) continue;
    std::string text = stated_text(one.value, vocabulary, vocabulary.key(words, key));
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

std::string field_path(const Vocabulary& vocabulary, const FieldName& field) {
  const Section& section = vocabulary.sections[field.section];
  const std::string& key = vocabulary.key(section, field.key).id;
  return section.top ? key : section.id + "." + key;
}

}  // namespace dealcheck

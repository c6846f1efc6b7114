#include "deal/edit/answer_text.h"

#include <algorithm>

#include "yaml/yaml_quote.h"

namespace dealcheck {

AnswerText::AnswerText(const Vocabulary& vocabulary, const DealAnswer& answer, Language language)
    : vocabulary_(vocabulary),
      answer_(answer),
      words_(vocabulary.sections[answer.section]),
      language_(language) {}

std::string AnswerText::name_of(KeyId key) const {
  return std::string(written_name(vocabulary_.key(words_, key), language_));
}

std::string AnswerText::section_name() const {
  return std::string(written_name(words_, language_));
}

std::string AnswerText::whole() const {
  const LocalizedText& word =
      answer_.whole == Value::Kind::none ? vocabulary_.none : vocabulary_.unknown;
  return std::string(word.in(language_));
}

std::string AnswerText::spelled(const AnsweredValue& answer) const {
  switch (answer.value.kind) {
    case Value::Kind::unknown:
      return std::string(vocabulary_.unknown.in(language_));
    case Value::Kind::none:
      return std::string(vocabulary_.none.in(language_));
    case Value::Kind::choice: {
      const ChoiceSet& set = vocabulary_.choices(vocabulary_.key(words_, answer.key));
      const Choice& choice = set.choices[static_cast<std::size_t>(answer.value.index)];
      return yaml_word(written_name(choice, language_));
    }
    case Value::Kind::text:
      return yaml_text(answer.text);
    case Value::Kind::number:
    case Value::Kind::date:
    case Value::Kind::contact:
      break;
  }
  return yaml_word(answer.text);
}

std::string AnswerText::values_of(KeyId key) const {
  std::string list;
  std::size_t count = 0;
  for (const AnsweredValue& one : answer_.values) {
    if (one.key == key) list += (count++ == 0 ? "" : ", ") + spelled(one);
  }
  return count == 1 ? list : "[" + list + "]";
}

/// `date: 2026-03-02, by: rad, note: …`; empty when nothing of it is known.
std::string AnswerText::proof() const {
  const auto name = [&](std::string_view id) { return name_of(*vocabulary_.find_key(words_, id)); };
  std::string text;
  if (answer_.date) text = name("date") + ": " + written_date(*answer_.date);
  if (!answer_.by.empty()) {
    text += (text.empty() ? "" : ", ") + name("by") + ": " + yaml_word(answer_.by);
  }
  if (!answer_.note.empty()) {
    text += (text.empty() ? "" : ", ") + name("note") + ": " + yaml_text(answer_.note);
  }
  return text;
}

std::string AnswerText::value(bool as_map) const {
  const std::string told = proof();
  std::string list = values_of(answer_.values.front().key);
  if (told.empty() && !as_map) return list;
  return "{" + value_name() + ": " + list + (told.empty() ? "" : ", " + told) + "}";
}

std::string AnswerText::entry() const {
  std::string text;
  std::vector<KeyId> done;
  for (const AnsweredValue& one : answer_.values) {
    if (std::find(done.begin(), done.end(), one.key) != done.end()) continue;
    done.push_back(one.key);
    text += (text.empty() ? "" : ", ") + name_of(one.key) + ": " + values_of(one.key);
  }
  const std::string told = proof();
  if (!text.empty() && !told.empty()) text += ", ";
  return "{" + text + told + "}";
}

}  // namespace dealcheck

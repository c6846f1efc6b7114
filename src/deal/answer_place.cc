#include "deal/answer_place.h"

#include <string>

#include "deal/field_name.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

void read_keys(Yaml node, const std::vector<std::string>& names, const Vocabulary& vocabulary,
               AnswerPlace& place, Diagnostics& diagnostics) {
  const Section& section = vocabulary.sections[place.section];
  for (const std::string& name : names) {
    const auto key = vocabulary.find_key(section, name);
    if (key && vocabulary.key(section, *key).type != Type::records) {
      place.keys.push_back(*key);
      continue;
    }
    diagnostics.error(node.source(), node.at(), "rules.unknown-field",
                      {{"name", section.id + "." + name}});
  }
}

AnswerPlace read_place(Yaml node, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  AnswerPlace place;
  if (node.is_map()) {
    place = read_section_keys(node, vocabulary, diagnostics);
  } else if (const auto field = read_field_name(node, vocabulary, diagnostics)) {
    place = {field->section, {field->key}, false};
  }
  const bool list = vocabulary.sections[place.section].shape == Shape::records;
  if (!place.keys.empty() && list != node.is_map()) {
    diagnostics.error(node.source(), node.at(), list ? "rules.needs-map" : "rules.not-a-list",
                      {{"name", vocabulary.sections[place.section].id}});
  }
  return place;
}

}  // namespace

AnswerPlace read_section_keys(Yaml node, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  MapReader reader(node, kEntryShape, diagnostics);
  AnswerPlace place;
  const std::string name = reader.text_or_empty("section");
  const auto keys = reader.take("keys");
  place.none = reader.flag("none");
  const auto section = vocabulary.section_id(name);
  if (!section || vocabulary.sections[*section].parent) {
    diagnostics.error(node.source(), node.at(), "rules.unknown-field", {{"name", name}});
    return place;
  }
  place.section = *section;
  if (keys) read_keys(*keys, reader.names("keys"), vocabulary, place, diagnostics);
  return place;
}

std::vector<AnswerPlace> read_answer_places(Yaml node, const Vocabulary& vocabulary,
                                            Diagnostics& diagnostics) {
  std::vector<AnswerPlace> places;
  if (!node.is_sequence()) return {read_place(node, vocabulary, diagnostics)};
  for (const Yaml item : node.items()) {
    places.push_back(read_place(item, vocabulary, diagnostics));
  }
  return places;
}

}  // namespace dealcheck

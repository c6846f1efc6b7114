#include "deal/event_place.h"

#include "base/function_ref.h"

namespace dealcheck {

namespace {

bool has_own_keys(const Section& section) {
  return section.shape == Shape::attributes && !section.top;
}

/// A key of a section of attributes that `takes` allows; nothing when none or several have it.
std::optional<EventPlace> find_attribute(const Vocabulary& vocabulary, std::string_view name,
                                         FunctionRef<bool(const Section&, KeyId)> takes) {
  std::optional<EventPlace> place;
  for (std::size_t i = 0; i < vocabulary.sections.size(); ++i) {
    const Section& section = vocabulary.sections[i];
    const auto key = has_own_keys(section) ? section.names.find(name) : std::nullopt;
    if (!key || !takes(section, *key)) continue;
    if (place) return std::nullopt;
    place = {static_cast<std::uint16_t>(i), *key};
  }
  return place;
}

}  // namespace

std::optional<EventPlace> find_event_place(const Vocabulary& vocabulary, std::string_view name) {
  const auto by_id = [&](const Section& section, KeyId key) {
    return section.ages && name == section.keys[key].id;
  };
  if (const auto place = find_attribute(vocabulary, name, by_id)) return place;
  if (const auto section = vocabulary.section_names.find(name)) {
    return EventPlace{*section, std::nullopt};
  }
  const auto ages = [](const Section& section, KeyId) { return section.ages; };
  if (const auto place = find_attribute(vocabulary, name, ages)) return place;
  return find_attribute(vocabulary, name, [](const Section&, KeyId) { return true; });
}

}  // namespace dealcheck

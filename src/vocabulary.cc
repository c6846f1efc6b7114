#include "vocabulary.h"

#include <algorithm>

#include "fields.h"
#include "text.h"

namespace dealcheck {

std::string normalise_name(std::string_view name) {
  std::string normal = to_lower(trim(name));
  std::replace_if(
      normal.begin(), normal.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return normal;
}

std::optional<std::uint16_t> NameIndex::find(std::string_view normalised) const {
  const auto found = std::lower_bound(
      names.begin(), names.end(), normalised,
      [](const auto& entry, std::string_view name) { return entry.first.view() < name; });
  if (found == names.end() || found->first.view() != normalised) return std::nullopt;
  return found->second;
}

bool NameIndex::add(std::string_view name, std::uint16_t id) {
  std::string normal = normalise_name(name);
  const auto place = std::lower_bound(
      names.begin(), names.end(), normal,
      [](const auto& entry, const std::string& key) { return entry.first.view() < key; });
  if (place != names.end() && place->first.view() == normal) return place->second == id;
  names.insert(place, {Phrase(normal), id});
  return true;
}

std::vector<std::string_view> NameIndex::all() const {
  std::vector<std::string_view> result;
  result.reserve(names.size());
  for (const auto& [name, id] : names) result.emplace_back(name);
  return result;
}

std::optional<KeyId> Vocabulary::find_key(const Section& section, std::string_view name) const {
  const std::string normal = normalise_name(name);
  if (const auto own = section.names.find(normal)) return own;
  if (const auto shared = common.names.find(normal)) {
    return static_cast<KeyId>(kCommonKey + *shared);
  }
  return std::nullopt;
}

std::optional<std::uint16_t> Vocabulary::section_id(std::string_view id) const {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

std::optional<std::uint16_t> Vocabulary::set_id(std::string_view id) const {
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

}  // namespace dealcheck

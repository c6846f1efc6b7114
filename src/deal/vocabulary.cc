#include "deal/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/alike.h"
#include "base/strings.h"
#include "base/text.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

/// A few multiplications for the names that files are made of.
std::uint64_t hash_name(std::string_view name) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = name.size();
  const auto mix = [&hash](std::uint64_t bytes) {
    hash = (hash ^ bytes) * kMix;
    hash ^= hash >> 32U;
  };
  for (; name.size() > sizeof(std::uint64_t); name.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t block = 0;
    std::memcpy(&block, name.data(), sizeof block);
    mix(block);
  }
  std::uint64_t rest = 0;
  for (const char c : name) rest = rest << 8U | static_cast<unsigned char>(c);
  mix(rest);
  return hash;
}

char normal_character(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == ' ' || c == '-' ? '_' : c;
}

}  // namespace

std::string normalise_name(std::string_view name) {
  std::string normal = alike(name);
  for (char& c : normal) c = normal_character(c);
  return normal;
}

NormalName::NormalName(std::string_view name) {  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const std::string_view trimmed = trim(name);
  if (trimmed.size() > short_.size() || has_other_spelling(trimmed)) {
    long_ = normalise_name(trimmed);
    view_ = long_;
    return;
  }
  std::transform(trimmed.begin(), trimmed.end(), short_.begin(), normal_character);
  view_ = {short_.data(), trimmed.size()};
}

std::optional<std::uint16_t> NameIndex::find(std::string_view normalised) const {
  if (slots_.empty()) return std::nullopt;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_name(normalised) & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const auto& [name, id] = entries_[slots_[at] - 1U];
    if (name == normalised) return id;
  }
  return std::nullopt;
}

bool NameIndex::add(std::string_view name, std::uint16_t id) {
  const std::string normal = normalise_name(name);
  if (const auto taken = find(normal)) return *taken == id;
  const auto place = std::lower_bound(
      entries_.begin(), entries_.end(), normal,
      [](const Entry& entry, const std::string& key) { return entry.first.view() < key; });
  entries_.insert(place, {SharedText(normal), id});
  place_all();
  return true;
}

void NameIndex::place_all() {
  slots_.assign(std::bit_ceil(2 * entries_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = hash_name(entries_[i].first) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint16_t>(i + 1);
  }
}

std::vector<std::string_view> NameIndex::all() const {
  std::vector<std::string_view> result;
  result.reserve(entries_.size());
  for (const Entry& entry : entries_) result.emplace_back(entry.first);
  return result;
}

std::optional<KeyId> Vocabulary::find_key(const Section& section, std::string_view name) const {
  const NormalName normal(name);
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

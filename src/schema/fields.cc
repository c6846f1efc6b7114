#include "schema/fields.h"

#include <algorithm>
#include <cassert>

#include "base/scalars.h"
#include "base/text.h"

namespace dealcheck {

namespace {

std::uint64_t bits_of(std::size_t rows) { return (std::uint64_t{1} << rows) - 1; }

/// Of a value that has been checked; what is wrong is passed over.
StageNumbers read_by_stage(Yaml value, const KeyShape& key) {
  StageNumbers numbers;
  const auto read = [&](const std::optional<Yaml>& one, std::optional<int>& number) {
    if (one && fits(*one, key)) number = static_cast<int>(*parse_number(one->text()));
  };
  const bool staged = is_by_stage(value, key);
  for (std::size_t stage = 0; stage < kStageCount; ++stage) {
    read(staged ? value.find(kStageNames.at(stage)) : value, numbers.at(stage));
  }
  return numbers;
}

}  // namespace

MapReader::MapReader(Yaml node, const MapShape& shape, Diagnostics& diagnostics,
                     Completeness completeness)
    : node_(node), shape_(&shape), diagnostics_(&diagnostics), completeness_(completeness) {
  assert(shape.keys.size() < 64);
  check_shape(node, shape, diagnostics, completeness);
}

MapReader::~MapReader() {
  const std::uint64_t all = bits_of(shape_->keys.size());
  assert((taken_ & all) == all && "a key of the shape is never read");
}

MapReader::MapReader(MapReader&& other) noexcept
    : node_(other.node_),
      shape_(other.shape_),
      diagnostics_(other.diagnostics_),
      completeness_(other.completeness_),
      taken_(other.taken_) {
  other.give_up();
}

void MapReader::error(std::string id, Arguments arguments) {
  error(node_, std::move(id), std::move(arguments));
}

void MapReader::error(Yaml at, std::string id, Arguments arguments) {
  diagnostics_->error(at.source(), at.at(), std::move(id), std::move(arguments));
}

const KeyShape& MapReader::row(std::string_view key) {
  const KeyShape* const found = shape_->find(key);
  assert(found != nullptr && "the shape has no such key");
  taken_ |= std::uint64_t{1} << static_cast<std::size_t>(found - shape_->keys.data());
  return *found;
}

bool MapReader::has(std::string_view key) { return take(key).has_value(); }

std::optional<Yaml> MapReader::take(std::string_view key) {
  (void)row(key);
  return node_.find(key);
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const auto found = take(key);
  if (!found || !fits(*found, row(key))) return std::nullopt;
  return std::string(found->text());
}

std::string MapReader::text_or_empty(std::string_view key) { return text(key).value_or(""); }

std::optional<double> MapReader::number(std::string_view key) {
  const auto found = take(key);
  if (!found || !fits(*found, row(key))) return std::nullopt;
  return parse_number(found->text());
}

double MapReader::number_or_zero(std::string_view key) { return number(key).value_or(0); }

std::optional<int> MapReader::whole(std::string_view key) {
  assert(row(key).kind == Kind::whole);
  const auto value = number(key);
  if (!value) return std::nullopt;
  return static_cast<int>(*value);
}

int MapReader::whole_or_zero(std::string_view key) { return whole(key).value_or(0); }

bool MapReader::flag(std::string_view key) {
  assert(row(key).kind == Kind::flag);
  const auto value = take(key);
  return value && parse_flag(value->text()).value_or(false);
}

LocalizedText MapReader::localized(std::string_view key) {
  const auto found = take(key);
  if (!found) return {};
  Diagnostics told;  // by the check already
  return read_text(*found, told).value_or(LocalizedText{});
}

std::optional<std::size_t> MapReader::word(std::string_view key) {
  const auto& words = row(key).words->words;
  const auto value = take(key);
  if (!value) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), value->text());
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

std::vector<std::string> MapReader::names(std::string_view key) {
  const KeyShape& shape = row(key);
  const auto found = take(key);
  std::vector<std::string> names;
  const auto add = [&](Yaml value) {
    if (value.is_scalar() && fits(value, shape)) names.emplace_back(value.text());
  };
  if (!found) return names;
  if (found->is_scalar()) add(*found);
  for (const Yaml item : found->items()) add(item);
  return names;
}

std::vector<Yaml> MapReader::items(std::string_view key) {
  std::vector<Yaml> items;
  const auto found = take(key);
  if (!found) return items;
  for (const Yaml item : found->items()) items.push_back(item);
  return items;
}

StageNumbers MapReader::whole_by_stage(std::string_view key) {
  const auto value = take(key);
  return value ? read_by_stage(*value, row(key)) : StageNumbers{};
}

std::optional<MapReader> MapReader::map(std::string_view key) {
  const KeyShape& shape = row(key);
  const auto found = take(key);
  if (!found) return std::nullopt;
  return MapReader(*found, *shape.shape, *diagnostics_,
                   shape.is_partial_too ? completeness_ : Completeness::whole);
}

std::vector<MapReader::OfStages> MapReader::maps_by_stage(std::string_view key) {
  const MapShape& shape = *row(key).shape;
  std::vector<OfStages> readers;
  const auto found = take(key);
  if (!found) return readers;
  if (!is_by_stage(*found, row(key))) {
    readers.push_back({StageSet::all(), MapReader(*found, shape, *diagnostics_)});
    return readers;
  }
  for (const Stage stage : kStages) {
    const auto value = found->find(to_string(stage));
    if (!value) continue;
    StageSet one;
    one.add(stage);
    readers.push_back({one, MapReader(*value, shape, *diagnostics_)});
  }
  return readers;
}

std::vector<MapReader> MapReader::maps(std::string_view key) {
  const MapShape& shape = *row(key).shape;
  std::vector<MapReader> readers;
  for (const Yaml item : items(key)) readers.emplace_back(item, shape, *diagnostics_);
  return readers;
}

MapReader MapReader::other(const YamlEntry& entry) const {
  return {entry.value, *shape_->others->shape, *diagnostics_};
}

StageNumbers MapReader::other_whole_by_stage(const YamlEntry& entry) const {
  return read_by_stage(entry.value, *shape_->others);
}

std::vector<YamlEntry> MapReader::others() const {
  std::vector<YamlEntry> others;
  for (const YamlEntry& entry : node_.entries()) {
    if (shape_->find(entry.key.text()) == nullptr) others.push_back(entry);
  }
  return others;
}

void put(const StageNumbers& numbers, std::array<int, kStageCount>& into) {
  for (std::size_t stage = 0; stage < kStageCount; ++stage) {
    into.at(stage) = numbers.at(stage).value_or(into.at(stage));
  }
}

bool is_text(Yaml node) {
  return std::any_of(kLanguageCodes.begin(), kLanguageCodes.end(),
                     [&](std::string_view code) { return node.find(code).has_value(); });
}

std::optional<LocalizedText> read_text(Yaml node, Diagnostics& diagnostics) {
  MapReader reader(node, kTextShape, diagnostics);
  LocalizedText text;
  for (std::size_t i = 0; i < kLanguageCount; ++i) {
    text.texts[i] = reader.text_or_empty(kLanguageCodes[i]);
  }
  if (!node.is_map()) return std::nullopt;
  if (text.empty()) {
    reader.error("rules.empty-text");
    return std::nullopt;
  }
  return text;
}

std::optional<std::string> read_scalar(Yaml node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return std::string(node.text());
  diagnostics.error(node.source(), node.at(), "rules.needs-text");
  return std::nullopt;
}

std::optional<double> read_number(Yaml node, Diagnostics& diagnostics) {
  if (const auto value = parse_number(node.text())) return value;
  diagnostics.error(node.source(), node.at(), "rules.needs-number",
                    {{"value", std::string(node.text())}});
  return std::nullopt;
}

}  // namespace dealcheck

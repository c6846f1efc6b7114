#include "lint/source_map.h"

#include <algorithm>

namespace dealcheck {

namespace {

/// The file of the newest layer that satisfies; null for none.
template <typename Layers, typename Wanted>
const RuleFile* find_file(const Layers& layers, const Wanted& wanted) {
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    const auto found = std::find_if(layer->begin(), layer->end(), wanted);
    if (found != layer->end()) return &*found;
  }
  return nullptr;
}

std::optional<Yaml> item_of(Yaml list, std::size_t number) {
  for (const Yaml item : list.items()) {
    if (number-- == 0) return item;
  }
  return std::nullopt;
}

std::optional<Yaml> key_of_fact(const RuleFile& file, std::string_view name) {
  const auto facts = file.folder == "facts" ? Yaml(*file.document).find("facts") : std::nullopt;
  if (!facts) return std::nullopt;
  for (const YamlEntry& entry : facts->entries()) {
    if (entry.key.text() == name) return entry.key;
  }
  return std::nullopt;
}

}  // namespace

void SourceMap::add(std::vector<RuleFile> files) { layers_.push_back(std::move(files)); }

const RuleFile* SourceMap::top_file(std::string_view stem) const {
  return find_file(layers_,
                   [&](const RuleFile& file) { return file.folder.empty() && file.stem == stem; });
}

std::optional<Yaml> SourceMap::rule(std::string_view id) const {
  const RuleFile* file =
      find_file(layers_, [&](const RuleFile& one) { return one.is_rule() && one.rule_id() == id; });
  if (file == nullptr) return std::nullopt;
  return Yaml(*file->document);
}

std::optional<Yaml> SourceMap::reading(std::string_view id, std::size_t number) const {
  const auto root = rule(id);
  const auto readings = root ? root->find("readings") : std::nullopt;
  const auto item = readings ? item_of(*readings, number) : std::nullopt;
  return item ? item : root;
}

std::optional<Yaml> SourceMap::in_reading(std::string_view id, std::size_t number,
                                          std::string_view key) const {
  const auto whole = reading(id, number);
  const auto part = whole ? whole->find(key) : std::nullopt;
  return part ? part : whole;
}

std::optional<Yaml> SourceMap::in_file(std::string_view stem,
                                       std::initializer_list<std::string_view> keys) const {
  const RuleFile* file = top_file(stem);
  if (file == nullptr) return std::nullopt;
  Yaml node(*file->document);
  for (const std::string_view key : keys) {
    const auto inner = node.find(key);
    if (!inner) break;
    node = *inner;
  }
  return node;
}

std::optional<Yaml> SourceMap::entry(std::string_view stem, std::string_view list,
                                     std::string_view key, std::string_view name) const {
  const auto items = in_file(stem, {list});
  if (!items) return std::nullopt;
  for (const Yaml item : items->items()) {
    const auto id = item.find(key);
    if (id && id->text() == name) return item;
  }
  return items;
}

std::optional<Yaml> SourceMap::fact(std::string_view name) const {
  std::optional<Yaml> key;
  find_file(layers_, [&](const RuleFile& file) {
    key = key_of_fact(file, name);
    return key.has_value();
  });
  return key;
}

bool SourceMap::is_newest(Yaml node) const {
  return std::any_of(layers_.back().begin(), layers_.back().end(),
                     [&](const RuleFile& file) { return file.document->source == node.source(); });
}

}  // namespace dealcheck

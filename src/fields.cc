#include "fields.h"

#include <algorithm>
#include <cmath>

#include "scalars.h"
#include "text.h"

namespace dealcheck {

MapReader::MapReader(Yaml node, Diagnostics& diagnostics) : node_(node), diagnostics_(diagnostics) {
  if (!node.is_map()) error(node.at(), "rules.needs-map");
}

void MapReader::error(Location at, std::string id, Arguments arguments) {
  diagnostics_.error(node_.source(), at, std::move(id), std::move(arguments));
}

std::optional<Yaml> MapReader::take(std::string_view key) {
  asked_.emplace_back(key);
  return node_.find(key);
}

std::optional<Yaml> MapReader::require(std::string_view key) {
  auto found = take(key);
  if (!found) error(node_.at(), "rules.missing-key", {{"key", std::string(key)}});
  return found;
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const auto found = take(key);
  if (!found) return std::nullopt;
  return scalar_text(*found, diagnostics_);
}

std::string MapReader::required_text(std::string_view key) {
  const auto found = require(key);
  if (!found) return {};
  return scalar_text(*found, diagnostics_).value_or("");
}

std::optional<double> MapReader::number(std::string_view key) {
  const auto found = take(key);
  if (!found) return std::nullopt;
  return read_number(*found, diagnostics_);
}

std::optional<int> MapReader::whole(std::string_view key) {
  const auto found = take(key);
  if (!found) return std::nullopt;
  const auto value = read_number(*found, diagnostics_);
  if (!value) return std::nullopt;
  if (*value != std::floor(*value) || std::abs(*value) > 1'000'000) {
    error(found->at(), "rules.needs-whole-number", {{"value", std::string(found->text())}});
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

int MapReader::required_whole(std::string_view key) {
  return require(key) ? whole(key).value_or(0) : 0;
}

double MapReader::required_number(std::string_view key) {
  return require(key) ? number(key).value_or(0) : 0;
}

bool MapReader::flag(std::string_view key) {
  const auto found = take(key);
  return found && read_flag(*found, diagnostics_).value_or(false);
}

std::optional<Text> MapReader::bilingual(std::string_view key) {
  const auto found = take(key);
  if (!found) return std::nullopt;
  return read_text(*found, diagnostics_);
}

Text MapReader::required_bilingual(std::string_view key) {
  const auto found = require(key);
  if (!found) return {};
  return read_text(*found, diagnostics_).value_or(Text{});
}

void MapReader::finish() {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const YamlEntry& entry : node_.entries()) {
    if (std::find(asked_.begin(), asked_.end(), entry.key.text()) != asked_.end()) continue;
    error(entry.key.at(), "rules.unknown-key",
          with_nearest({{"key", std::string(entry.key.text())}}, entry.key.text(), known));
  }
}

std::optional<std::string> scalar_text(Yaml node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return std::string(node.text());
  diagnostics.error(node.source(), node.at(), "rules.needs-text");
  return std::nullopt;
}

std::optional<Text> read_text(Yaml node, Diagnostics& diagnostics) {
  MapReader reader(node, diagnostics);
  if (!node.is_map()) return std::nullopt;
  Text text{reader.required_text("en"), reader.required_text("zh")};
  reader.finish();
  if (text.en.empty() || text.zh.empty()) {
    diagnostics.error(node.source(), node.at(), "rules.empty-text");
    return std::nullopt;
  }
  return text;
}

std::optional<bool> read_flag(Yaml node, Diagnostics& diagnostics) {
  if (node.text() == "yes") return true;
  if (node.text() == "no") return false;
  diagnostics.error(node.source(), node.at(), "rules.needs-flag",
                    {{"value", std::string(node.text())}});
  return std::nullopt;
}

std::optional<double> read_number(Yaml node, Diagnostics& diagnostics) {
  if (const auto value = parse_number(node.text())) return value;
  diagnostics.error(node.source(), node.at(), "rules.needs-number",
                    {{"value", std::string(node.text())}});
  return std::nullopt;
}

std::vector<std::string> read_names(Yaml node, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  if (!node.is_sequence()) {
    if (auto name = scalar_text(node, diagnostics)) names.push_back(std::move(*name));
    return names;
  }
  for (const Yaml item : node.items()) {
    if (auto name = scalar_text(item, diagnostics)) names.push_back(std::move(*name));
  }
  return names;
}

std::vector<std::string> split_bars(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    const std::string_view part = trim(text.substr(0, bar));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return parts;
}

Arguments with_nearest(Arguments arguments, std::string_view word,
                       const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) arguments.emplace_back("nearest", near);
  return arguments;
}

}  // namespace dealcheck

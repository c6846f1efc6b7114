#include "yaml/yaml_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "yaml/yaml_text.h"

namespace dealcheck {
namespace {

/// Up to so many keys, comparing each with each is faster than sorting.
constexpr std::size_t kFewKeys = 10;

using Keys = std::vector<std::uint32_t>;

std::uint32_t next_key(const YamlDocument& document, std::uint32_t key) {
  const std::uint32_t value = document.nodes[key].next_sibling;
  return value == 0 ? 0 : document.nodes[value].next_sibling;
}

Keys scalar_keys(const YamlDocument& document, std::uint32_t map) {
  Keys keys;
  keys.reserve(document.nodes[map].child_count);
  for (std::uint32_t key = document.nodes[map].first_child; key != 0;
       key = next_key(document, key)) {
    if (document.nodes[key].kind == YamlDocument::Kind::scalar) keys.push_back(key);
  }
  return keys;
}

bool is_scalar_with(const YamlDocument::Node& node, std::string_view text) {
  return node.kind == YamlDocument::Kind::scalar && node.text == text;
}

/// Compares each with each, where they stand.
bool has_repeat(const YamlDocument& document, std::uint32_t map) {
  const std::uint32_t first = document.nodes[map].first_child;
  for (std::uint32_t key = first; key != 0; key = next_key(document, key)) {
    const YamlDocument::Node& node = document.nodes[key];
    if (node.kind != YamlDocument::Kind::scalar) continue;
    for (std::uint32_t other = first; other != key; other = next_key(document, other)) {
      if (is_scalar_with(document.nodes[other], node.text)) return true;
    }
  }
  return false;
}

/// At the front of a word; anywhere else they are part of it.
constexpr std::array<std::string_view, 5> kWideQuotes{"“", "‘", "＂", "「", "『"};
constexpr std::array<std::string_view, 11> kWideMarks{"，", "、", "；", "：", "｛", "｝",
                                                      "［", "］", "【", "】", "－"};
constexpr std::array<std::string_view, 2> kWideBlanks = {"\u3000", "\u00A0"};

}  // namespace

std::vector<RepeatedKey> find_repeated_keys(const YamlDocument& document, std::uint32_t map) {
  if (document.nodes[map].child_count <= kFewKeys && !has_repeat(document, map)) return {};
  Keys keys = scalar_keys(document, map);
  const auto text_of = [&](std::uint32_t key) -> std::string_view {
    return document.nodes[key].text;
  };
  std::sort(keys.begin(), keys.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = text_of(a).compare(text_of(b));
    return order != 0 ? order < 0 : a < b;
  });
  std::vector<RepeatedKey> repeated;
  std::size_t first = 0;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (text_of(keys[i]) != text_of(keys[first])) {
      first = i;
    } else {
      repeated.push_back({keys[first], keys[i]});
    }
  }
  return repeated;
}

std::size_t find_wide_blank(std::string_view word, bool is_key) {
  const auto is_wide = [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; };
  if (word.empty() || !(is_wide(word.front()) || is_wide(word.back())))
    return std::string_view::npos;
  for (const std::string_view blank : kWideBlanks) {
    if (word.starts_with(blank)) return 0;
    if (is_key && word.ends_with(blank)) return word.size() - blank.size();
  }
  return std::string_view::npos;
}

std::optional<WideMark> find_wide_mark(std::string_view text) {
  std::optional<WideMark> first;
  for (const std::string_view mark : kWideMarks) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && (!first || at < first->at)) first = {at, mark};
  }
  return first;
}

std::optional<WideMark> find_last_wide_mark(std::string_view text) {
  std::optional<WideMark> last;
  for (const std::string_view mark : kWideMarks) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos && (!last || at > last->at)) last = {at, mark};
  }
  return last;
}

bool refuse_wide_mark(Yaml scalar, Diagnostics& diagnostics) {
  if (scalar.quoted()) return false;
  auto found = find_wide_mark(scalar.text());
  for (const std::string_view quote : kWideQuotes) {
    if (scalar.text().starts_with(quote)) found = WideMark{0, quote};
  }
  if (!found) return false;
  Location at = scalar.at();
  at.column += static_cast<std::uint32_t>(count_characters(scalar.text().substr(0, found->at)));
  diagnostics.error(scalar.source(), at, "yaml.wide-mark", {{"mark", std::string(found->mark)}});
  return true;
}

void warn_of_unseen_at(Diagnostics& diagnostics, const std::shared_ptr<const Source>& source,
                       Location at, const Unseen& unseen) {
  diagnostics.warning(source, at, unseen.is_blank ? "yaml.unseen-space" : "yaml.unseen",
                      {{"code", fmt::format("U+{:04X}", static_cast<unsigned>(unseen.code))}});
}

bool is_null_word(std::string_view word) {
  return word.empty() || word == "~" || word == "null" || word == "Null" || word == "NULL";
}

std::size_t find_question_before(std::string_view text, std::size_t offset) {
  const std::size_t last = text.substr(0, offset).find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos || text[last] != '?') return std::string_view::npos;
  const std::size_t start = line_start(text, last);
  const bool in_comment = text.substr(start, last - start).find('#') != std::string_view::npos;
  return in_comment ? std::string_view::npos : last;
}

}  // namespace dealcheck

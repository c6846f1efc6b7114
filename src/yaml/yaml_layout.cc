#include "yaml/yaml_layout.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "yaml/yaml_text.h"

namespace dealcheck {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Behind the last character of a text that stands folded over one or more lines: line breaks and
/// indentation are not part of it, everything else is.
std::size_t end_of_folded(std::string_view source, std::size_t at, std::string_view text) {
  std::size_t end = at;
  for (const char c : text) {
    if (is_space(c)) continue;
    while (at < source.size() && is_space(source[at])) ++at;
    end = ++at;
  }
  return std::min(end, source.size());
}

/// From behind the last child to behind the bracket that closes the list or map.
std::size_t end_of_brackets(std::string_view text, std::size_t at, char bracket) {
  while (at < text.size() && text[at] != bracket) {
    at = text[at] == '#' ? line_end(text, at) : at + 1;
  }
  return std::min(at + 1, text.size());
}

}  // namespace

std::size_t YamlLayout::begin(Yaml node) const {
  const Location at = node.at();
  const std::string_view line = source_.line(at.line);
  std::size_t bytes = 0;
  for (std::uint32_t column = 1; column < at.column && bytes < line.size(); ++column) {
    bytes += decode_utf8(line.substr(bytes)).size;
  }
  return static_cast<std::size_t>(line.data() - source_.text().data()) + bytes;
}

std::size_t YamlLayout::column(Yaml node) const {
  const std::size_t at = begin(node);
  return at - line_start(source_.text(), at);
}

bool YamlLayout::in_brackets(Yaml node) const {
  if (!node.is_map() && !node.is_sequence()) return false;
  const std::size_t at = begin(node);
  const char first = at < source_.text().size() ? source_.text()[at] : '\0';
  return first == '{' || first == '[';
}

std::size_t YamlLayout::end_of_scalar(Yaml node) const {
  const std::string_view text = source_.text();
  const std::size_t at = begin(node);
  if (!node.quoted()) return end_of_folded(text, at, node.text());
  if (text[at] == '"' || text[at] == '\'') {
    return std::min(find_closing_quote(text, at), text.size() - 1) + 1;
  }
  return std::max(line_end(text, at), end_of_folded(text, line_end(text, at), node.text()));
}

std::size_t YamlLayout::end(const YamlEntry& entry) const {
  return end(entry.value.is_null() ? entry.key : entry.value);
}

std::size_t YamlLayout::end_of_last_child(Yaml node) const {
  std::optional<YamlEntry> entry;
  for (const YamlEntry& each : node.entries()) entry = each;
  if (entry) return end(*entry);
  std::optional<Yaml> item;
  for (const Yaml each : node.items()) item = each;
  return item ? end(*item) : begin(node) + 1;
}

std::size_t YamlLayout::end(Yaml node) const {
  if (node.is_null()) return begin(node);
  if (node.is_scalar()) return end_of_scalar(node);
  const std::size_t last = end_of_last_child(node);
  if (!in_brackets(node)) return last;
  return end_of_brackets(source_.text(), last, node.is_map() ? '}' : ']');
}

std::size_t end_of_text_on_line(std::string_view text, std::size_t offset) {
  const std::size_t end = line_end(text, offset);
  return end > offset && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

}  // namespace dealcheck

#include "deal/edit/prepared_lines.h"

#include <string>

#include "base/strings.h"
#include "base/text.h"
#include "yaml/yaml_text.h"

namespace dealcheck {

namespace {

/// `#  name: value   # comment`, taken apart.
struct CommentedLine {
  std::string name;  ///< as names are compared
  PreparedLine place;
};

std::optional<CommentedLine> take_apart(std::string_view text, std::size_t start) {
  const std::size_t end = line_end(text, start);
  const std::string_view line = text.substr(0, end);
  if (start >= end || line[start] != '#') return std::nullopt;
  const std::size_t name = skip_blanks(line, start + 1);
  const std::size_t colon = line.find(':', name);
  if (name == start + 2 || colon == std::string_view::npos || !is_blank_or_end(line, colon + 1)) {
    return std::nullopt;
  }
  CommentedLine found;
  found.name = normalise_name(line.substr(name, colon - name));
  found.place = {start, name - start - 1, colon, skip_blanks(line, colon + 1), 0};
  std::size_t comment = line.find(" #", colon);
  if (comment == std::string_view::npos) comment = end;
  if (found.place.value < comment) {
    const auto value = trim(line.substr(found.place.value, comment - found.place.value));
    found.place.value_bytes = value.size();
  }
  return found;
}

/// Of another section, or none at all: what stands here does not belong to the lines before.
bool ends_section(std::string_view text, std::size_t start) {
  const std::size_t end = line_end(text, start);
  if (start >= end || text[start] == '\r') return false;
  const bool commented = text[start] == '#';
  const std::size_t first = commented ? start + 1 : start;
  if (first >= end || text[first] == ' ' || text[first] == '\t') return false;
  return !commented || take_apart(text, start).has_value();
}

}  // namespace

std::optional<PreparedLine> find_prepared_section(std::string_view text,
                                                  const Vocabulary& vocabulary,
                                                  std::uint16_t section) {
  for (std::size_t start = 0; start < text.size(); start = line_end(text, start) + 1) {
    const auto line = take_apart(text, start);
    if (!line || line->place.column != 0 || line->place.value_bytes != 0) continue;
    if (vocabulary.section_names.find(line->name) == section) return line->place;
  }
  return std::nullopt;
}

std::optional<PreparedLine> find_prepared_key(std::string_view text, std::size_t after,
                                              const Vocabulary& vocabulary, std::uint16_t section,
                                              KeyId key) {
  const Section& words = vocabulary.sections[section];
  std::size_t start = words.top ? 0 : line_end(text, after) + 1;
  for (; start < text.size(); start = line_end(text, start) + 1) {
    if (!words.top && ends_section(text, start)) return std::nullopt;
    const auto line = take_apart(text, start);
    if (!line || (line->place.column == 0) != words.top || line->place.value_bytes == 0) continue;
    const auto value = text.substr(line->place.value, line->place.value_bytes);
    if (words.names.find(line->name) != key) continue;
    if (vocabulary.unknown_words.find(normalise_name(value))) return line->place;
  }
  return std::nullopt;
}

}  // namespace dealcheck

#include "base/strings.h"

#include <algorithm>

namespace dealcheck {

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string comma_list(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_yaml_name(std::string_view path) {
  const std::string name = to_lower(file_name(path));
  const std::size_t dot = name.rfind('.');
  if (dot == 0 || dot == std::string::npos) return false;
  return name.substr(dot) == ".yaml" || name.substr(dot) == ".yml";
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

bool bars_hold(std::string_view text, std::string_view word) {
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    if (!word.empty() && trim(text.substr(0, bar)) == word) return true;
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return false;
}

std::vector<std::string> split_names(const std::string& list) {
  const char separator = list.find('\0') != std::string::npos ? '\0' : '\n';
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(separator, begin), list.size());
    std::string name = list.substr(begin, end - begin);
    if (separator == '\n' && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
    begin = end + 1;
  }
  return names;
}

}  // namespace dealcheck

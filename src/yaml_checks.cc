#include "yaml_checks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "yaml_text.h"

namespace dealcheck {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
/// Up to so many keys, comparing each with each is faster than sorting.
constexpr std::size_t kFewKeys = 10;

using Keys = std::vector<std::uint32_t>;

Keys scalar_keys(const YamlDocument& document, std::uint32_t map) {
  Keys keys;
  keys.reserve(document.nodes[map].child_count);
  for (std::uint32_t key = document.nodes[map].first_child; key != 0;) {
    if (document.nodes[key].kind == YamlDocument::Kind::scalar) keys.push_back(key);
    const std::uint32_t value = document.nodes[key].next_sibling;
    key = value == 0 ? 0 : document.nodes[value].next_sibling;
  }
  return keys;
}

bool has_repeat(const YamlDocument& document, const Keys& few) {
  for (std::size_t i = 1; i < few.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (document.nodes[few[i]].text == document.nodes[few[j]].text) return true;
    }
  }
  return false;
}

constexpr std::array<std::string_view, 2> kWideBlanks = {"\u3000", "\u00A0"};

bool is_null_word(std::string_view word) {
  return word == "~" || word == "null" || word == "Null" || word == "NULL";
}

/// The line without a comment at its end and blanks before that.
std::string_view without_comment(std::string_view line) {
  const std::size_t comment = line.find(" #");
  line = line.substr(0, comment);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == kNone ? 0 : last + 1);
}

/// `stretches` come in the order of the text.
bool is_within(const std::vector<std::pair<std::size_t, std::size_t>>& stretches, std::size_t at) {
  const auto next =
      std::upper_bound(stretches.begin(), stretches.end(), at,
                       [](std::size_t a, const auto& stretch) { return a < stretch.first; });
  return next != stretches.begin() && at < std::prev(next)->second;
}

}  // namespace

std::vector<RepeatedKey> find_repeated_keys(const YamlDocument& document, std::uint32_t map) {
  Keys keys = scalar_keys(document, map);
  if (keys.size() <= kFewKeys && !has_repeat(document, keys)) return {};
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
  for (const std::string_view blank : kWideBlanks) {
    if (word.starts_with(blank)) return 0;
    if (is_key && word.ends_with(blank)) return word.size() - blank.size();
  }
  return kNone;
}

std::vector<std::size_t> find_directives(
    std::string_view text, std::size_t end,
    const std::vector<std::pair<std::size_t, std::size_t>>& quotes) {
  std::vector<std::size_t> found;
  if (text.starts_with('%')) found.push_back(0);
  for (std::size_t at = text.find("\n%"); at < end; at = text.find("\n%", at + 1)) {
    if (!is_within(quotes, at)) found.push_back(at + 1);
  }
  return found;
}

bool has_colon_behind_key(std::string_view text, std::size_t offset, std::string_view word) {
  const char first = text[offset];
  if (first == '&' || first == '!') return true;  // refused anyway
  const bool quoted = first == '"' || first == '\'';
  if (!quoted && !text.substr(offset).starts_with(word)) return false;
  const std::size_t last = quoted ? find_closing_quote(text, offset) : offset + word.size() - 1;
  const std::size_t behind = last == kNone ? text.size() : skip_blanks(text, last + 1);
  return behind < text.size() && text[behind] == ':';
}

std::size_t find_empty_item(std::string_view text, std::size_t next) {
  if (is_null_word(word_at(text, std::min(next, text.size() - 1)))) return next;
  for (std::size_t end = std::min(next, text.size()); end > 0;) {
    const std::size_t start = line_start(text, end);
    const std::string_view line = without_comment(text.substr(start, end - start));
    if (line.ends_with('-')) return start + line.size() - 1;
    if (!line.empty() && line.find_first_not_of(' ') != line.find('#')) break;
    end = start == 0 ? 0 : start - 1;
  }
  return next;
}

}  // namespace dealcheck

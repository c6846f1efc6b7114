#include "i18n/words.h"

#include <algorithm>
#include <utility>

// A pattern is read left to right by one small scanner, `walk`, that hands out its parts; filling,
// listing the names and checking them differ only in what they do with a part.

namespace dealcheck {
namespace {

enum class Part { literal, name, optional };

/// Where the `]` stands that ends the optional part opened at `open`; npos when there is none.
std::size_t find_bracket_end(std::string_view pattern, std::size_t open) {
  for (std::size_t at = open + 1; at < pattern.size(); ++at) {
    if (pattern[at] != ']') continue;
    if (at + 1 == pattern.size() || pattern[at + 1] != ']') return at;
    ++at;
  }
  return std::string_view::npos;
}

std::size_t find_part_end(std::string_view pattern, std::size_t at, bool in_brackets) {
  if (pattern[at] == '{') return pattern.find('}', at);
  if (pattern[at] == '[' && !in_brackets) return find_bracket_end(pattern, at);
  return std::string_view::npos;
}

bool is_doubled(std::string_view pattern, std::size_t at) {
  return std::string_view("{}[]").find(pattern[at]) != std::string_view::npos &&
         at + 1 < pattern.size() && pattern[at + 1] == pattern[at];
}

/// Calls `visit(part, text)` for each part in order. A bracket or brace that nothing closes is
/// literal, and so is an opening bracket inside brackets.
template <typename Visit>
void walk(std::string_view pattern, bool in_brackets, const Visit& visit) {
  for (std::size_t at = 0; at < pattern.size();) {
    if (is_doubled(pattern, at)) {
      visit(Part::literal, pattern.substr(at, 1));
      at += 2;
    } else if (const std::size_t end = find_part_end(pattern, at, in_brackets);
               end != std::string_view::npos) {
      visit(pattern[at] == '{' ? Part::name : Part::optional, pattern.substr(at + 1, end - at - 1));
      at = end + 1;
    } else {
      const std::size_t stop = std::min(pattern.find_first_of("{}[]", at + 1), pattern.size());
      visit(Part::literal, pattern.substr(at, stop - at));
      at = stop;
    }
  }
}

/// The optional part filled; empty when one of its names has no value.
std::string fill_optional(std::string_view pattern, const Lookup& lookup) {
  std::string filled;
  bool complete = true;
  walk(pattern, true, [&](Part part, std::string_view text) {
    const std::optional<std::string> value = part == Part::name ? lookup(text) : std::string(text);
    complete = complete && value.has_value();
    filled += value.value_or("");
  });
  return complete ? filled : std::string();
}

const std::string* find_argument(const Arguments& arguments, std::string_view name) {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const auto& argument) { return argument.first == name; });
  return found == arguments.end() ? nullptr : &found->second;
}

}  // namespace

std::string LocalizedText::in_others(std::string_view between) const {
  std::string all;
  for (const Language language : kEveryLanguage) {
    if (language == Language::en || own(language).empty()) continue;
    if (!all.empty()) all += between;
    all += own(language);
  }
  return all;
}

std::string fill(std::string_view pattern, const Lookup& lookup) {
  std::string filled;
  walk(pattern, false, [&](Part part, std::string_view text) {
    if (part == Part::literal) {
      filled += text;
    } else if (part == Part::name) {
      filled += lookup(text).value_or("?");
    } else {
      filled += fill_optional(text, lookup);
    }
  });
  return filled;
}

std::string fill(std::string_view pattern, const Arguments& arguments) {
  return fill(pattern, [&](std::string_view name) -> std::optional<std::string> {
    const std::string* value = find_argument(arguments, name);
    return value == nullptr ? std::nullopt : std::optional(*value);
  });
}

std::vector<std::string> placeholders(std::string_view pattern) {
  std::vector<std::string> names;
  const auto collect = [&](Part part, std::string_view text) {
    if (part == Part::name) names.emplace_back(text);
  };
  walk(pattern, false, [&](Part part, std::string_view text) {
    part == Part::optional ? walk(text, true, collect) : collect(part, text);
  });
  return names;
}

bool has_values_for(std::string_view pattern, const Arguments& arguments) {
  bool complete = true;
  walk(pattern, false, [&](Part part, std::string_view text) {
    if (part == Part::name && find_argument(arguments, text) == nullptr) complete = false;
  });
  return complete;
}

Words::Words(std::vector<Entry> entries) : entries_(std::move(entries)) {
  const auto earlier = [](const Entry& a, const Entry& b) { return a.id.view() < b.id.view(); };
  if (std::is_sorted(entries_.begin(), entries_.end(), earlier)) return;  // the built-in ones are
  std::stable_sort(entries_.begin(), entries_.end(), earlier);
}

const LocalizedText* Words::find(std::string_view id) const {
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), id,
      [](const Entry& entry, std::string_view wanted) { return entry.id.view() < wanted; });
  return found == entries_.end() || found->id != id ? nullptr : &found->text;
}

std::string_view Words::say(std::string_view id, Language language) const {
  const LocalizedText* text = find(id);
  return text == nullptr ? id : text->in(language);
}

std::string Words::say(std::string_view id, Language language, const Arguments& arguments) const {
  return fill(say(id, language), arguments);
}

}  // namespace dealcheck

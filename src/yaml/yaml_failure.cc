#include "yaml/yaml_failure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "yaml/yaml_checks.h"
#include "yaml/yaml_text.h"

// The questions are asked from the surest to the vaguest: a tab or an open bracket explains
// whatever follows; only when nothing of that kind is found does the parser's own complaint decide.

namespace dealcheck {
namespace {

constexpr std::size_t kLongestKey = 1024;

using Guess = std::optional<YamlComplaint>;

std::string line_number(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
}

std::string first_character(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  return std::string(text.substr(at, decode_utf8(text.substr(at)).size));
}

/// Offsets of the lines from that of the last token to that of the failure.
std::vector<std::size_t> suspect_lines(std::string_view text, const YamlFailure& failure) {
  std::vector<std::size_t> lines;
  for (std::size_t at = line_start(text, failure.last_token); at <= failure.at;
       at = line_end(text, at) + 1) {
    lines.push_back(at);
    if (line_end(text, at) == text.size()) break;
  }
  return lines;
}

bool concerns_blocks(YamlMishap mishap) {
  return mishap == YamlMishap::map_part || mishap == YamlMishap::list_part ||
         mishap == YamlMishap::colon || mishap == YamlMishap::dash || mishap == YamlMishap::tab;
}

Guess guess_tab(std::string_view text, const YamlFailure& failure) {
  if (!concerns_blocks(failure.mishap)) return {};
  for (const std::size_t line : suspect_lines(text, failure)) {
    const std::size_t content = skip_blanks(text, line);
    const std::size_t tab = text.substr(0, content).find('\t', line);
    if (tab != std::string_view::npos && content < line_end(text, line))
      return YamlComplaint{tab, "yaml.tab", {}};
  }
  return {};
}

YamlComplaint unclosed_bracket(std::string_view text, std::size_t at) {
  const char mark = text[at];
  return {at,
          "yaml.unclosed-bracket",
          {{"mark", std::string(1, mark)}, {"closer", mark == '[' ? "]" : "}"}}};
}

bool is_closer(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == ']' || text[at] == '}');
}

YamlComplaint wide_mark(std::size_t at, std::string_view mark) {
  return {at, "yaml.wide-mark", {{"mark", std::string(mark)}}};
}

/// A full-width sign where the parser stumbles, else the last one since a place: what stands before
/// it was read as one text with it.
Guess guess_wide_mark(std::string_view text, std::size_t from, std::size_t to) {
  const auto here = find_wide_mark(text.substr(to));
  if (here && here->at == 0) return wide_mark(to, here->mark);
  from = std::min(from, to);
  const auto found = find_last_wide_mark(text.substr(from, to - from));
  if (!found) return {};
  return wide_mark(from + found->at, found->mark);
}

/// A bracket that is never closed, or is with one in full width.
YamlComplaint unclosed_or_wide(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, line_end(text, at) - at);
  for (const std::string_view closer : {"］", "｝", "】"}) {
    const std::size_t found = line.find(closer);
    if (found != std::string_view::npos) return wide_mark(at + found, closer);
  }
  return unclosed_bracket(text, at);
}

Guess guess_brackets(std::string_view text, const YamlFailure& failure) {
  const auto open_at = [&](std::size_t at) {
    return find_open_brackets(text, failure.last_token, at, failure.open_brackets);
  };
  const std::vector<std::size_t> open = open_at(failure.at);
  const bool mismatched = is_closer(text, failure.at);
  if (mismatched && open.empty()) {
    return YamlComplaint{
        failure.at, "yaml.stray-bracket", {{"mark", first_character(text, failure.at)}}};
  }
  if (open.empty()) return {};
  if (mismatched) return unclosed_or_wide(text, open.back());
  const std::vector<std::size_t> open_at_end = open_at(text.size());
  if (!open_at_end.empty()) return unclosed_or_wide(text, open_at_end.back());
  if (failure.mishap != YamlMishap::bracket_list) return {};
  if (Guess wide = guess_wide_mark(text, failure.last_token, failure.at)) return wide;
  return YamlComplaint{
      failure.at, "yaml.missing-comma", {{"found", std::string(word_at(text, failure.at))}}};
}

/// A full-width colon or blank, or a colon without a blank, in one of the lines in question.
Guess guess_colon(std::string_view text, const YamlFailure& failure) {
  if (!concerns_blocks(failure.mishap)) return {};
  for (const std::size_t line : suspect_lines(text, failure)) {
    const auto problem = find_colon_problem(text, line);
    if (problem && problem->kind != ColonProblem::Kind::missing) {
      return complain_about_colon(text, line);
    }
  }
  return {};
}

/// What precedes `at` in its line, without blanks at its end.
std::string_view before_in_line(std::string_view text, std::size_t at) {
  std::string_view before =
      text.substr(0, at).substr(line_content(text, at) <= at ? line_content(text, at) : at);
  while (before.ends_with(' ') || before.ends_with('\t')) before.remove_suffix(1);
  return before;
}

/// The line above that is neither empty nor a comment; std::string_view::npos when there is none.
std::size_t line_above(std::string_view text, std::size_t offset) {
  for (std::size_t line = line_start(text, offset); line > 0;) {
    line = line_start(text, line - 1);
    const std::size_t content = skip_blanks(text, line);
    if (content < line_end(text, line) && text[content] != '#' && text[content] != '\r')
      return line;
  }
  return std::string_view::npos;
}

bool lacks_colon(std::string_view text, std::size_t line) {
  const auto problem = find_colon_problem(text, line);
  return problem && problem->kind == ColonProblem::Kind::missing;
}

/// Text behind a closing bracket or quote: `"a" b`, `[a] b`.
Guess guess_text_behind(std::string_view text, std::size_t at) {
  const std::string_view before = before_in_line(text, at);
  if (before.empty() || std::string_view("\"']}").find(before.back()) == std::string_view::npos)
    return {};
  return YamlComplaint{
      at,
      "yaml.text-after",
      {{"mark", std::string(1, before.back())}, {"found", std::string(word_at(text, at))}}};
}

YamlComplaint explain_colon(std::string_view text, const YamlFailure& failure) {
  const std::size_t content = line_content(text, failure.at);
  const std::string_view before = before_in_line(text, failure.at);
  const std::size_t colon = before.find(": ");
  if (colon != std::string_view::npos) {
    const std::size_t value = skip_blanks(text, content + colon + 1);
    const auto wide = find_wide_mark(text.substr(value, line_end(text, value) - value));
    if (wide && wide->at == 0) {
      return wide_mark(value, wide->mark);
    }
    return {failure.at, "yaml.second-colon", {}};
  }
  if (count_characters(before) > kLongestKey) return {content, "yaml.key-too-long", {}};
  const std::size_t above = line_above(text, failure.at);
  if (above == std::string_view::npos) return {failure.at, "yaml.stray-colon", {}};
  if (lacks_colon(text, above)) return complain_about_colon(text, above);
  return {content, "yaml.indentation", {{"line", line_number(text, above)}}};
}

/// Whether a list item begins in the line at the column in which `at` stands in its own line.
bool is_item_in_same_column(std::string_view text, std::size_t line, std::size_t at) {
  const std::size_t first = skip_blanks(text, line);
  return first - line == at - line_start(text, at) && text.substr(first).starts_with("- ");
}

/// The key at `failure.at` does not end in a colon, or not soon enough.
YamlComplaint explain_no_colon(std::string_view text, const YamlFailure& failure) {
  const std::size_t at = failure.at;
  const std::size_t end = line_end(text, at);
  if (text[at] == '[' || text[at] == '{') {
    const std::vector<std::size_t> open = find_open_brackets(text, at, text.size(), {});
    return open.empty() ? YamlComplaint{at, "yaml.complex-key", {}}
                        : unclosed_bracket(text, open.back());
  }
  if (text[at] == '"' || text[at] == '\'') {
    const std::size_t behind = skip_blanks(text, find_closing_quote(text, at) + 1);
    const Guess found = behind < end ? guess_text_behind(text, behind) : Guess{};
    if (found) return *found;
  }
  const bool is_long = count_characters(text.substr(at, end - at)) > kLongestKey;
  if (is_long && !lacks_colon(text, at)) return {at, "yaml.key-too-long", {}};
  return complain_about_colon(text, at);
}

YamlComplaint explain_list_part(std::string_view text, const YamlFailure& failure) {
  if (const Guess behind = guess_text_behind(text, failure.at)) return *behind;
  return {failure.at, "yaml.no-item", {{"found", std::string(word_at(text, failure.at))}}};
}

YamlComplaint explain_map_part(std::string_view text, const YamlFailure& failure) {
  if (const Guess behind = guess_text_behind(text, failure.at)) return *behind;
  if (failure.at < text.size() && text[failure.at] == ':') {
    return {failure.at, "yaml.empty-key", {}};
  }
  const std::size_t first = skip_blanks(text, line_start(text, failure.at));
  if (first == failure.at && text.substr(first).starts_with("- ")) {
    return {first, "yaml.item-among-keys", {}};
  }
  if (lacks_colon(text, failure.at)) return complain_about_colon(text, failure.at);
  const std::size_t above = line_above(text, failure.at);
  if (above != std::string_view::npos && is_item_in_same_column(text, above, failure.at)) {
    return explain_list_part(text, failure);
  }
  const std::string above_number = above == std::string_view::npos ? "1" : line_number(text, above);
  return {failure.at, "yaml.indentation", {{"line", above_number}}};
}

YamlComplaint explain_mark(std::string_view text, std::size_t at, std::string id) {
  return {at, std::move(id), {{"mark", std::string(word_at(text, at))}}};
}

/// Back to the `\` that begins what the parser stumbled over.
YamlComplaint explain_escape(std::string_view text, std::size_t at) {
  const std::size_t backslash = text.rfind('\\', at);
  return {backslash == std::string_view::npos ? at : backslash, "yaml.bad-escape", {}};
}

YamlComplaint explain_colon_in_word(std::string_view text, std::size_t at) {
  const std::size_t begin = text.substr(0, at).find_last_of(" \t\n,[]{}") + 1;
  return {at, "yaml.no-space", {{"key", std::string(text.substr(begin, at - begin))}}};
}

YamlComplaint explain_no_content(std::string_view text, const YamlFailure& failure) {
  const char found = failure.at < text.size() ? text[failure.at] : '\n';
  if (found == ',') return {failure.at, "yaml.stray-comma", {}};
  if (found == '-') return {failure.at, "yaml.stray-dash", {}};
  if (found == '%') return {failure.at, "yaml.directive", {}};
  if (found == ':') return {failure.at, "yaml.stray-colon", {}};
  if (found == '?') return complain_about_character(text, failure.at);
  const std::size_t above = line_above(text, failure.at);
  if (above == std::string_view::npos ||
      skip_blanks(text, line_start(text, failure.at)) != failure.at) {
    return {failure.at, "yaml.syntax", {{"reason", failure.reason}}};
  }
  return {failure.at, "yaml.indentation", {{"line", line_number(text, above)}}};
}

/// A directive is no text of its own; what follows it is not a second document.
YamlComplaint explain_document(std::string_view text, const YamlFailure& failure) {
  const std::size_t above = line_above(text, failure.at);
  if (above != std::string_view::npos && text[above] == '%') return {above, "yaml.directive", {}};
  return {failure.at, "yaml.second-document", {}};
}

YamlComplaint explain_quote(std::string_view text, std::size_t open) {
  const std::size_t close = find_closing_quote(text, open);
  if (close == std::string_view::npos)
    return complain_about_quote(text, open, std::string_view::npos);
  const std::size_t swallowed = find_swallowed_line(text, open, close, block_column(text, open));
  return complain_about_quote(text, open, swallowed);
}

/// No bracket was known to be open (a tag or anchor hid it): the last one in sight.
YamlComplaint explain_bracket_list(std::string_view text, const YamlFailure& failure) {
  const std::size_t bracket = text.substr(0, failure.at).find_last_of("[{");
  if (bracket != std::string_view::npos) return unclosed_bracket(text, bracket);
  return {failure.at, "yaml.syntax", {{"reason", failure.reason}}};
}

YamlComplaint explain_by_mishap(std::string_view text, const YamlFailure& failure) {
  switch (failure.mishap) {
    case YamlMishap::bracket_list:
      return explain_bracket_list(text, failure);
    case YamlMishap::no_content:
      return explain_no_content(text, failure);
    case YamlMishap::map_part:
      return explain_map_part(text, failure);
    case YamlMishap::list_part:
      return explain_list_part(text, failure);
    case YamlMishap::no_colon:
      return explain_no_colon(text, failure);
    case YamlMishap::colon:
      return explain_colon(text, failure);
    case YamlMishap::colon_in_word:
      return explain_colon_in_word(text, failure.at);
    case YamlMishap::dash:
      return {failure.at, "yaml.stray-dash", {}};
    case YamlMishap::tab:
      return {failure.at, "yaml.tab", {}};
    case YamlMishap::character:
      return complain_about_character(text, failure.at);
    case YamlMishap::alias:
      return explain_mark(text, failure.at, "yaml.alias");
    case YamlMishap::anchor:
      return explain_mark(text, failure.at, "yaml.anchor");
    case YamlMishap::tag:
      return explain_mark(text, failure.at, "yaml.tag");
    case YamlMishap::escape:
      return explain_escape(text, failure.at);
    case YamlMishap::quote:
      return explain_quote(text, failure.at);
    case YamlMishap::block_head:
      return {failure.at, "yaml.block-head", {}};
    case YamlMishap::directive:
      return {failure.at, "yaml.directive", {}};
    case YamlMishap::document:
      return explain_document(text, failure);
    default:
      return {failure.at, "yaml.syntax", {{"reason", failure.reason}}};
  }
}

bool explains_itself(YamlMishap mishap) {
  return mishap == YamlMishap::escape || mishap == YamlMishap::quote ||
         mishap == YamlMishap::no_colon || mishap == YamlMishap::document;
}

}  // namespace

YamlComplaint complain_about_colon(std::string_view text, std::size_t line_offset) {
  static constexpr std::array<std::string_view, 4> kIds = {"yaml.missing-colon", "yaml.no-space",
                                                           "yaml.wide-colon", "yaml.wide-space"};
  const std::size_t content = line_content(text, line_offset);
  const ColonProblem problem =
      find_colon_problem(text, line_offset).value_or(ColonProblem{{}, content});
  std::string_view key = text.substr(content, line_end(text, line_offset) - content);
  if (problem.kind != ColonProblem::Kind::missing) key = key.substr(0, problem.at - content);
  while (key.ends_with(':') || key.ends_with(' ') || key.ends_with('\r')) key.remove_suffix(1);
  return {problem.at,
          std::string(kIds[static_cast<std::size_t>(problem.kind)]),
          {{"key", std::string(key)}}};
}

YamlComplaint complain_about_character(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\t') return {at, "yaml.tab", {}};
  return {at, "yaml.reserved-character", {{"mark", first_character(text, at)}}};
}

YamlComplaint complain_about_quote(std::string_view text, std::size_t open, std::size_t swallowed) {
  Arguments arguments = {{"mark", std::string(1, text[open])}};
  if (swallowed == std::string_view::npos)
    return {open, "yaml.unclosed-quote", std::move(arguments)};
  arguments.emplace_back("line", line_number(text, swallowed));
  return {open, "yaml.runaway-quote", std::move(arguments)};
}

YamlComplaint explain_yaml_failure(std::string_view text, const YamlFailure& failure) {
  if (explains_itself(failure.mishap)) return explain_by_mishap(text, failure);
  if (const Guess guess = guess_tab(text, failure)) return *guess;
  if (const Guess guess = guess_brackets(text, failure)) return *guess;
  if (const Guess guess = guess_colon(text, failure)) return *guess;
  return explain_by_mishap(text, failure);
}

}  // namespace dealcheck

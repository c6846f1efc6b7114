#include "yaml_failure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "utf8.h"
#include "yaml_text.h"

// The questions are asked from the surest to the vaguest: an open quote or a tab explains whatever
// follows; only when nothing of that kind is found does the parser's own complaint decide.

namespace dealcheck {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
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
    if (tab != kNone && content < line_end(text, line)) return YamlComplaint{tab, "yaml.tab", {}};
  }
  return {};
}

Guess guess_open_quote(std::string_view text, const YamlFailure& failure, const OpenMarks& open) {
  if (open.quote) return complain_about_quote(text, *open.quote, open.swallowed);
  const bool in_quote = failure.mishap == YamlMishap::quote;
  if (in_quote) return YamlComplaint{failure.at, "yaml.unclosed-quote", {}};
  return {};
}

YamlComplaint unclosed_bracket(std::string_view text, std::size_t at) {
  const char mark = text[at];
  return {at,
          "yaml.unclosed-bracket",
          {{"mark", std::string(1, mark)}, {"closer", mark == '[' ? "]" : "}"}}};
}

Guess guess_brackets(std::string_view text, const YamlFailure& failure, const OpenMarks& open) {
  const bool mismatched = failure.mishap == YamlMishap::stray_bracket;
  if (mismatched && open.brackets.empty()) {
    return YamlComplaint{
        failure.at, "yaml.stray-bracket", {{"mark", first_character(text, failure.at)}}};
  }
  if (open.brackets.empty()) return {};
  if (mismatched) return unclosed_bracket(text, open.brackets.back());
  const OpenMarks at_end =
      find_open_marks(text, failure.last_token, text.size(), failure.open_brackets);
  if (!at_end.brackets.empty()) return unclosed_bracket(text, at_end.brackets.back());
  if (failure.mishap != YamlMishap::bracket_list) return {};
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

/// The line above that is neither empty nor a comment; kNone when there is none.
std::size_t line_above(std::string_view text, std::size_t offset) {
  for (std::size_t line = line_start(text, offset); line > 0;) {
    line = line_start(text, line - 1);
    const std::size_t content = skip_blanks(text, line);
    if (content < line_end(text, line) && text[content] != '#' && text[content] != '\r')
      return line;
  }
  return kNone;
}

bool lacks_colon(std::string_view text, std::size_t line) {
  const auto problem = find_colon_problem(text, line);
  return problem && problem->kind == ColonProblem::Kind::missing;
}

/// Text behind a closing bracket or quote: `"a" b`, `[a] b`.
Guess guess_text_behind(std::string_view text, std::size_t at) {
  const std::string_view before = before_in_line(text, at);
  if (before.empty() || std::string_view("\"']}").find(before.back()) == kNone) return {};
  return YamlComplaint{
      at,
      "yaml.text-after",
      {{"mark", std::string(1, before.back())}, {"found", std::string(word_at(text, at))}}};
}

YamlComplaint explain_colon(std::string_view text, const YamlFailure& failure) {
  const std::size_t content = line_content(text, failure.at);
  const std::string_view before = before_in_line(text, failure.at);
  if (before.size() > kLongestKey) return {content, "yaml.key-too-long", {}};
  if (before.find(": ") != kNone) return {failure.at, "yaml.second-colon", {}};
  const std::size_t above = line_above(text, failure.at);
  if (above == kNone) return {failure.at, "yaml.stray-colon", {}};
  if (lacks_colon(text, above)) return complain_about_colon(text, above);
  return {content, "yaml.indentation", {{"line", line_number(text, above)}}};
}

/// Whether a list item begins in the line at the column in which `at` stands in its own line.
bool is_item_in_same_column(std::string_view text, std::size_t line, std::size_t at) {
  const std::size_t first = skip_blanks(text, line);
  return first - line == at - line_start(text, at) && text.substr(first).starts_with("- ");
}

YamlComplaint explain_list_part(std::string_view text, const YamlFailure& failure) {
  if (const Guess behind = guess_text_behind(text, failure.at)) return *behind;
  return {failure.at, "yaml.no-item", {{"found", std::string(word_at(text, failure.at))}}};
}

YamlComplaint explain_map_part(std::string_view text, const YamlFailure& failure) {
  if (const Guess behind = guess_text_behind(text, failure.at)) return *behind;
  const std::size_t first = skip_blanks(text, line_start(text, failure.at));
  if (first == failure.at && text.substr(first).starts_with("- ")) {
    return {first, "yaml.item-among-keys", {}};
  }
  if (lacks_colon(text, failure.at)) return complain_about_colon(text, failure.at);
  const std::size_t above = line_above(text, failure.at);
  if (above != kNone && is_item_in_same_column(text, above, failure.at)) {
    return explain_list_part(text, failure);
  }
  const std::string above_number = above == kNone ? "1" : line_number(text, above);
  return {failure.at, "yaml.indentation", {{"line", above_number}}};
}

/// Back to the `*`, `&` or `!` that begins the word in which the parser stumbled.
std::size_t find_mark_before(std::string_view text, std::size_t at, char mark) {
  const std::size_t found = text.rfind(mark, at);
  return found == kNone || found < line_start(text, at) ? at : found;
}

YamlComplaint explain_mark(std::string_view text, std::size_t failed_at, char mark,
                           std::string id) {
  const std::size_t at = find_mark_before(text, failed_at, mark);
  return {at, std::move(id), {{"mark", std::string(at < text.size() ? word_at(text, at) : "")}}};
}

/// No bracket was known to be open (a tag or anchor hid it): the last one in sight.
YamlComplaint explain_bracket_list(std::string_view text, const YamlFailure& failure) {
  const std::size_t bracket = text.substr(0, failure.at).find_last_of("[{");
  if (bracket != kNone) return unclosed_bracket(text, bracket);
  return {failure.at, "yaml.syntax", {{"reason", failure.reason}}};
}

YamlComplaint explain_by_mishap(std::string_view text, const YamlFailure& failure) {
  switch (failure.mishap) {
    case YamlMishap::bracket_list:
      return explain_bracket_list(text, failure);
    case YamlMishap::colon:
      return explain_colon(text, failure);
    case YamlMishap::map_part:
      return explain_map_part(text, failure);
    case YamlMishap::list_part:
      return explain_list_part(text, failure);
    case YamlMishap::dash:
      return {failure.at, "yaml.stray-dash", {}};
    case YamlMishap::tab:
      return {failure.at, "yaml.tab", {}};
    case YamlMishap::character:
      return {failure.at, "yaml.reserved-character", {{"mark", first_character(text, failure.at)}}};
    case YamlMishap::alias:
      return explain_mark(text, failure.at, '*', "yaml.alias");
    case YamlMishap::anchor:
      return explain_mark(text, failure.at, '&', "yaml.anchor");
    case YamlMishap::tag:
      return explain_mark(text, failure.at, '!', "yaml.tag");
    case YamlMishap::escape:
      return {find_mark_before(text, failure.at, '\\'), "yaml.bad-escape", {}};
    case YamlMishap::block_head:
      return {failure.at, "yaml.block-head", {}};
    case YamlMishap::directive:
      return {failure.at, "yaml.directive", {}};
    case YamlMishap::too_deep:
      return {failure.at, "yaml.too-deep", {}};
    default:
      return {failure.at, "yaml.syntax", {{"reason", failure.reason}}};
  }
}

bool explains_itself(YamlMishap mishap) {
  return mishap == YamlMishap::escape || mishap == YamlMishap::too_deep;
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

YamlComplaint complain_about_quote(std::string_view text, std::size_t open, std::size_t swallowed) {
  Arguments arguments = {{"mark", std::string(1, text[open])}};
  if (swallowed == kNone) return {open, "yaml.unclosed-quote", std::move(arguments)};
  arguments.emplace_back("line", line_number(text, swallowed));
  return {open, "yaml.runaway-quote", std::move(arguments)};
}

YamlComplaint explain_yaml_failure(std::string_view text, const YamlFailure& failure) {
  if (explains_itself(failure.mishap)) return explain_by_mishap(text, failure);
  const OpenMarks open =
      find_open_marks(text, failure.last_token, failure.at, failure.open_brackets);
  if (const Guess guess = guess_open_quote(text, failure, open)) return *guess;
  if (const Guess guess = guess_tab(text, failure)) return *guess;
  if (const Guess guess = guess_brackets(text, failure, open)) return *guess;
  if (const Guess guess = guess_colon(text, failure)) return *guess;
  return explain_by_mishap(text, failure);
}

}  // namespace dealcheck

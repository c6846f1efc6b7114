#include "diagnostics/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.h"
#include "base/utf8.h"
#include "i18n/words.h"

namespace dealcheck {
namespace {

constexpr int kExcerptCells = 100;
constexpr int kArgumentCells = 160;
/// Of a line longer than this, only so many bytes on either side of the caret are looked at.
constexpr std::size_t kExcerptBytes = 4096;
constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";

struct SeverityStyle {
  std::string_view name;
  std::string_view colour;
};

const SeverityStyle& style_of(Severity severity) {
  static constexpr std::array<SeverityStyle, 3> kStyles = {{
      {"note", "\x1b[1;36m"},
      {"warning", "\x1b[1;33m"},
      {"error", "\x1b[1;31m"},
  }};
  return kStyles[static_cast<std::size_t>(severity)];
}

std::string painted(std::string_view text, std::string_view colour, bool on) {
  return on ? fmt::format("{}{}{}", colour, text, kReset) : std::string(text);
}

/// The word for "error", "help" and so on; the English one while the words are not loaded.
std::string label(std::string_view name, const Words& words, Language language) {
  const LocalizedText* text = words.find(fmt::format("diagnostics.label.{}", name));
  return sanitise(text == nullptr ? name : text->in(language));
}

/// With what is told in that language alone under its plain name.
Arguments in_language(Arguments arguments, Language language) {
  const std::string mark = translated_name({}, language);
  for (auto& [name, value] : arguments) {
    if (name.ends_with(mark)) name.resize(name.size() - mark.size());
  }
  return arguments;
}

Arguments shortened(const Arguments& arguments, Charset charset) {
  Arguments shown = arguments;
  for (auto& [name, value] : shown) value = truncate(value, kArgumentCells, ellipsis(charset));
  return shown;
}

/// For an id without a sentence: `yaml.odd (key=stge)`.
std::string bare_message(const Diagnostic& diagnostic, Charset charset) {
  std::string listed;
  for (const auto& [name, value] : shortened(diagnostic.arguments, charset)) {
    listed += fmt::format("{}{}={}", listed.empty() ? "" : ", ", name, value);
  }
  return listed.empty() ? diagnostic.id : fmt::format("{} ({})", diagnostic.id, listed);
}

/// One line of source as it is shown, and the cells in front of the caret.
struct Excerpt {
  std::string text;
  int caret = 0;
};

std::string_view front_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count-- > 0 && at < text.size()) at += decode_utf8(text.substr(at)).size;
  return text.substr(0, at);
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] & 0xC0) == 0x80;
}

std::string_view first_bytes(std::string_view text) {
  std::size_t end = std::min(kExcerptBytes, text.size());
  while (is_inside_character(text, end)) ++end;
  return text.substr(0, end);
}

std::string_view last_bytes(std::string_view text) {
  std::size_t start = text.size() - std::min(kExcerptBytes, text.size());
  while (is_inside_character(text, start)) ++start;
  return text.substr(start);
}

/// `text` without its first characters, as many as fill `cells` (or a little more).
std::string_view drop_front(std::string_view text, int cells) {
  while (cells > 0 && !text.empty()) {
    const std::size_t size = decode_utf8(text).size;
    cells -= display_width(text.substr(0, size));
    text.remove_prefix(size);
  }
  return text;
}

/// Cuts a long line down to the part around the caret, `mark` standing for what was cut.
Excerpt trimmed(const std::string& before, const std::string& after, std::string_view mark) {
  const int left = display_width(before);
  const int right = display_width(after);
  if (left + right <= kExcerptCells) return {before + after, left};
  const int room_before = std::max(kExcerptCells * 3 / 5, kExcerptCells - right);
  if (left <= room_before) return {truncate(before + after, kExcerptCells, mark), left};
  std::string shown(mark);
  shown += drop_front(before, left - room_before + display_width(mark));
  const int caret = display_width(shown);
  return {shown + truncate(after, kExcerptCells - caret, mark), caret};
}

Excerpt excerpt(const Diagnostic& diagnostic, Charset charset) {
  const std::string_view line = diagnostic.source->line(diagnostic.at.line);
  const std::size_t column = std::max(diagnostic.at.column, 1U);
  const std::string_view before = front_characters(line, column - 1);
  const std::string_view after = line.substr(before.size());
  return trimmed(sanitise(last_bytes(before)), sanitise(first_bytes(after)), ellipsis(charset));
}

bool has_excerpt(const Diagnostic& diagnostic) {
  return diagnostic.source != nullptr && diagnostic.at.line > 0 &&
         diagnostic.at.line <= diagnostic.source->line_count();
}

std::string render_excerpt(const Diagnostic& diagnostic, bool colour, Charset charset) {
  const Excerpt shown = excerpt(diagnostic, charset);
  const std::string number = std::to_string(diagnostic.at.line);
  return fmt::format("  {} | {}\n  {:{}} | {:{}}{}\n", number, shown.text, "", number.size(), "",
                     shown.caret, painted("^", style_of(diagnostic.severity).colour, colour));
}

std::string render_place(const Diagnostic& diagnostic) {
  const std::string path = sanitise(diagnostic.path);
  if (diagnostic.at.line == 0) return path + ":";
  return fmt::format("{}:{}:{}:", path, diagnostic.at.line, diagnostic.at.column);
}

std::string render_diagnostic(const Diagnostic& diagnostic, const Words& words, Language language,
                              bool colour, Charset charset) {
  const SeverityStyle& style = style_of(diagnostic.severity);
  const std::string severity = label(style.name, words, language) + ":";
  std::string text = fmt::format("{} {} {}\n", painted(render_place(diagnostic), kBold, colour),
                                 painted(severity, style.colour, colour),
                                 diagnostic_message(diagnostic, words, language, charset));
  if (has_excerpt(diagnostic)) text += render_excerpt(diagnostic, colour, charset);
  const std::string help = diagnostic_help(diagnostic, words, language, charset);
  if (help.empty()) return text;
  const std::string help_label = label("help", words, language) + ":";
  return text + fmt::format("  {} {}\n", painted(help_label, kBold, colour), help);
}

auto order_of(const Diagnostic& d) { return std::tie(d.path, d.at, d.id, d.arguments, d.severity); }

Diagnostic located(Severity severity, std::shared_ptr<const Source> source, Location at,
                   std::string id, Arguments arguments) {
  std::string path = source == nullptr ? std::string() : source->path();
  return {severity, std::move(source), std::move(path), at, std::move(id), std::move(arguments)};
}

}  // namespace

std::string_view to_string(Severity severity) {
  static constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

void Diagnostics::add(Severity severity, std::shared_ptr<const Source> source, Location at,
                      std::string id, Arguments arguments) {
  all_.push_back(located(severity, std::move(source), at, std::move(id), std::move(arguments)));
  if (severity == Severity::error) ++errors_;
}

void Diagnostics::error(std::shared_ptr<const Source> source, Location at, std::string id,
                        Arguments arguments) {
  add(Severity::error, std::move(source), at, std::move(id), std::move(arguments));
}

void Diagnostics::warning(std::shared_ptr<const Source> source, Location at, std::string id,
                          Arguments arguments) {
  add(Severity::warning, std::move(source), at, std::move(id), std::move(arguments));
}

void Diagnostics::append(const Diagnostics& other) {
  all_.insert(all_.end(), other.all_.begin(), other.all_.end());
  errors_ += other.errors_;
}

void Diagnostics::append(const Diagnostic& one) {
  all_.push_back(one);
  if (one.severity == Severity::error) ++errors_;
}

void Diagnostics::file_finding(Severity severity, std::string path, std::string id,
                               Arguments arguments) {
  all_.push_back({severity, nullptr, std::move(path), {}, std::move(id), std::move(arguments)});
  if (severity == Severity::error) ++errors_;
}

void Diagnostics::file_error(std::string path, std::string id, Arguments arguments) {
  file_finding(Severity::error, std::move(path), std::move(id), std::move(arguments));
}

std::vector<const Diagnostic*> Diagnostics::sorted() const {
  std::vector<const Diagnostic*> sorted;
  sorted.reserve(all_.size());
  for (const Diagnostic& diagnostic : all_) sorted.push_back(&diagnostic);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return order_of(*a) < order_of(*b);
  });
  const auto repeats = std::unique(
      sorted.begin(), sorted.end(),
      [](const Diagnostic* a, const Diagnostic* b) { return order_of(*a) == order_of(*b); });
  sorted.erase(repeats, sorted.end());
  return sorted;
}

std::string translated_name(std::string_view name, Language language) {
  return fmt::format("{}@{}", name, row_of(language).code);
}

std::string diagnostic_message(const Diagnostic& diagnostic, const Words& words, Language language,
                               Charset charset) {
  const LocalizedText* says = words.find(fmt::format("diagnostics.{}.says", diagnostic.id));
  return sanitise(says == nullptr
                      ? bare_message(diagnostic, charset)
                      : fill(says->in(language, charset),
                             shortened(in_language(diagnostic.arguments, language), charset)));
}

std::string diagnostic_help(const Diagnostic& diagnostic, const Words& words, Language language,
                            Charset charset) {
  const LocalizedText* help = words.find(fmt::format("diagnostics.{}.help", diagnostic.id));
  const Arguments arguments = in_language(diagnostic.arguments, language);
  if (help == nullptr || !has_values_for(help->in(language), arguments)) return {};
  return sanitise(fill(help->in(language, charset), shortened(arguments, charset)));
}

std::string render_diagnostics(const Diagnostics& diagnostics, const Words& words,
                               Language language, bool colour, Charset charset) {
  std::string text;
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    text += render_diagnostic(*diagnostic, words, language, colour, charset);
  }
  return without_commands(text);
}

Arguments with_nearest(Arguments arguments, std::string_view word,
                       const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) arguments.emplace_back("nearest", near);
  return arguments;
}

}  // namespace dealcheck

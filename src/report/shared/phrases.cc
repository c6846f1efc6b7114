#include "report/shared/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/strings.h"
#include "base/text.h"
#include "i18n/spoken_date.h"

namespace dealcheck {
namespace {

constexpr std::size_t kMostLines = 4;

std::string listed(const std::vector<std::uint32_t>& lines) {
  const std::size_t shown = std::min(lines.size(), kMostLines);
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(shown);
  const std::string list = fmt::format(":{}", fmt::join(lines.begin(), end, ","));
  return shown == lines.size() ? list : fmt::format("{} +{}", list, lines.size() - shown);
}

}  // namespace

std::string Phrases::say(std::string_view id, Arguments arguments) const {
  std::erase_if(arguments, [](const auto& argument) { return argument.second.empty(); });
  const std::string whole = fmt::format("report.{}", id);
  if (charset_ == Charset::unicode) return words_.say(whole, language_, arguments);
  const LocalizedText* text = words_.find(whole);
  return text == nullptr ? whole : fill(text->in(language_, charset_), arguments);
}

std::string Phrases::label(std::string_view group, std::string_view name) const {
  return name.empty() ? std::string() : say(fmt::format("{}.{}", group, name));
}

std::string Phrases::label(Stage stage) const { return label("stage", to_string(stage)); }
std::string Phrases::label(Standing standing) const {
  return label("standing", to_string(standing));
}
std::string Phrases::label(Gap gap) const { return label("gap", gap_name(gap)); }

std::string Phrases::joined(const std::vector<std::string>& parts, std::string_view joint) const {
  return fmt::format("{}", fmt::join(parts, label("list", joint)));
}

std::string Phrases::day(std::optional<Date> date, Date near) const {
  return date ? spoken_date(*date, near, language_) : std::string();
}

std::string standing_name(const Phrases& phrases, const Assessment& deal, Standing standing) {
  const std::string& own = deal.standing_names[static_cast<std::size_t>(standing)];
  return own.empty() ? phrases.label(standing) : own;
}

std::string told_rules(const Phrases& phrases, const Assessment& deal) {
  const std::size_t count = deal.overrides.size();
  return phrases.say("rules", {{"name", deal.rules_name},
                               {"overrides", count == 0 ? "" : std::to_string(count)},
                               {"hash", deal.rules_hash}});
}

std::string without_stop(std::string_view sentence) {
  sentence = trim(sentence);
  for (const std::string_view stop : {".", "。"}) {
    if (sentence.ends_with(stop)) sentence.remove_suffix(stop.size());
  }
  return std::string(sentence);
}

std::string Phrases::signed_number(int number) const {
  const std::string front = number < 0 ? sign("−") : "+";
  return number == 0 ? "0" : fmt::format("{}{}", front, std::abs(std::int64_t{number}));
}

std::string percent(double share) { return fmt::format("{:.0f}%", share * 100); }

std::optional<Date> newest_day(const std::vector<Evidence>& evidence) {
  std::optional<Date> day;
  for (const Evidence& one : evidence) day = std::max(day, one.date);
  return day;
}

std::string Phrases::short_place(std::string_view path, const std::vector<Evidence>& evidence,
                                 int cells) const {
  if (evidence.empty()) return {};
  std::vector<std::uint32_t> lines;
  for (const Evidence& one : evidence) {
    if (one.at.line > 0) lines.push_back(one.at.line);
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  const std::string at = lines.empty() ? std::string() : listed(lines);
  const std::string file = sanitise(file_name(path));
  return truncate(file, std::max(1, cells - display_width(at)), ellipsis(charset_)) + at;
}

std::string Phrases::short_place(std::string_view path, Location at, int cells) const {
  Evidence evidence;
  evidence.at = at;
  return short_place(path, std::vector{evidence}, cells);
}

}  // namespace dealcheck

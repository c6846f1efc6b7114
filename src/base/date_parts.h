#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/strings.h"

// What the written forms of days are put together from (base/loose_date.h).

namespace dealcheck {

/// The first and the last day that a form can mean.
struct Span {
  std::chrono::sys_days first{};
  std::chrono::sys_days last{};
  Date::Known known = Date::Known::day;
};

/// Nothing for days and months that do not exist, and for years before 1900.
[[nodiscard]] std::optional<Span> day_span(int year, unsigned month, unsigned day);
[[nodiscard]] std::optional<Span> months_span(int year, unsigned month, unsigned count,
                                              Date::Known known);
[[nodiscard]] std::optional<Span> month_span(int year, unsigned month);
[[nodiscard]] std::optional<Span> quarter_span(int year, int quarter);
[[nodiscard]] std::optional<Span> year_span(int year);

/// A third of a month.
enum class Part : std::uint8_t { early, middle, late };
[[nodiscard]] std::optional<Span> part_of(std::optional<Span> month, Part part);

/// A text in one plain spelling: lower case, digits for Chinese numerals, narrow signs.
[[nodiscard]] std::string plain_spelling(std::string_view text);

/// Reads from the front of a text; what does not fit takes nothing.
class Front {
 public:
  explicit Front(std::string_view text) : rest_(text) {}

  bool take(std::string_view word) {
    const std::string_view rest = skipped();
    if (!rest.starts_with(word)) return false;
    const bool letters = word.back() >= 'a' && word.back() <= 'z';
    const bool goes_on =
        rest.size() > word.size() && rest[word.size()] >= 'a' && rest[word.size()] <= 'z';
    if (letters && goes_on) return false;
    rest_ = rest.substr(word.size());
    return true;
  }
  template <std::size_t N>
  bool take_any(const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return take(word); });
  }
  /// A whole number of `least` to `most` digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    const std::string_view rest = skipped();
    std::size_t size = 0;
    while (size < rest.size() && rest[size] >= '0' && rest[size] <= '9') ++size;
    if (size < least || size > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest.data(), rest.data() + size, value);
    rest_ = rest.substr(size);
    return value;
  }
  [[nodiscard]] bool done() const { return trim(rest_).empty(); }
  [[nodiscard]] std::string_view rest() const { return trim(rest_); }

 private:
  [[nodiscard]] std::string_view skipped() const {
    std::string_view rest = rest_;
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    return rest;
  }
  std::string_view rest_;
};

// Each takes what it names off the front, or nothing.

[[nodiscard]] std::optional<Part> take_part(Front& front);         ///< `月初`, `中旬`
[[nodiscard]] std::optional<Part> take_part_before(Front& front);  ///< `early in`
[[nodiscard]] std::optional<unsigned> take_month_name(Front& front);
void take_ordinal(Front& front);  ///< the ending of `3rd`
/// `3月`, `3月12日`, `3月初`
[[nodiscard]] std::optional<Span> take_chinese_month(Front& front, int year);
/// What may stand behind `2026年` or a word for a year; the year itself when nothing does.
[[nodiscard]] std::optional<Span> take_within_year(Front& front, int year);

}  // namespace dealcheck

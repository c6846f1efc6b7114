#include "base/date_parts.h"

#include "base/text.h"
#include "base/utf8.h"

namespace dealcheck {

namespace chrono = std::chrono;

namespace {

constexpr std::array<std::string_view, 12> kMonthNames{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

int chinese_digit(char32_t code) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (code == U'两') return 2;
  const auto at = kDigits.find(code);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

/// `十二` as 12, `二十` as 20; a single digit as itself. Stops where the numeral ends.
std::string numeral(const std::vector<char32_t>& letters, std::size_t& at) {
  int value = 0;
  const int digit = chinese_digit(letters[at]);
  const auto is_ten = [&](std::size_t i) { return i < letters.size() && letters[i] == U'十'; };
  if (digit >= 0) {
    value = digit;
    ++at;
  }
  if (is_ten(at)) {
    value = (digit > 0 ? digit : 1) * 10;
    ++at;
    if (at < letters.size() && chinese_digit(letters[at]) > 0)
      value += chinese_digit(letters[at++]);
  }
  return std::to_string(value);
}

char32_t narrow(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
  if (code == U'–' || code == U'—' || code == U'−') return U'-';
  if (code == U'〇') return U'零';
  if (code == U'　' || code == U'、') return U' ';
  return code;
}

}  // namespace

std::string plain_spelling(std::string_view text) {
  std::vector<char32_t> letters = code_points(text);
  for (char32_t& code : letters) code = narrow(code);
  std::string out;
  for (std::size_t at = 0; at < letters.size();) {
    if (letters[at] == U'十' || chinese_digit(letters[at]) >= 0) {
      out += numeral(letters, at);
    } else {
      append_utf8(out, letters[at++]);
    }
  }
  return to_lower(trim(out));
}

// ---- spans ----

std::optional<Span> day_span(int year, unsigned month, unsigned day) {
  const chrono::year_month_day parts{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (!parts.ok() || year < 1900) return std::nullopt;
  return Span{chrono::sys_days{parts}, chrono::sys_days{parts}, Date::Known::day};
}

std::optional<Span> months_span(int year, unsigned month, unsigned count, Date::Known known) {
  if (month < 1 || month + count > 13 || year < 1900) return std::nullopt;
  const chrono::year_month first{chrono::year{year}, chrono::month{month}};
  const chrono::year_month last = first + chrono::months(count - 1);
  return Span{chrono::sys_days{first / 1}, chrono::sys_days{last / chrono::last}, known};
}

std::optional<Span> month_span(int year, unsigned month) {
  return months_span(year, month, 1, Date::Known::month);
}
std::optional<Span> year_span(int year) { return months_span(year, 1, 12, Date::Known::year); }
std::optional<Span> quarter_span(int year, int quarter) {
  if (quarter < 1 || quarter > 4) return std::nullopt;
  return months_span(year, static_cast<unsigned>(quarter) * 3 - 2, 3, Date::Known::quarter);
}

std::optional<Span> part_of(std::optional<Span> month, Part part) {
  if (!month) return month;
  const chrono::sys_days tenth = month->first + chrono::days(9);
  const chrono::sys_days twentieth = month->first + chrono::days(19);
  month->known = Date::Known::range;
  if (part != Part::late) month->last = part == Part::early ? tenth : twentieth;
  if (part == Part::middle) month->first = tenth + chrono::days(1);
  if (part == Part::late) month->first = twentieth + chrono::days(1);
  return month;
}

// ---- taken off the front ----

std::optional<Part> take_part(Front& front) {
  if (front.take_any(std::array<std::string_view, 3>{"上旬", "月初", "初"})) return Part::early;
  if (front.take_any(std::array<std::string_view, 2>{"中旬", "月中"})) return Part::middle;
  if (front.take_any(std::array<std::string_view, 5>{"下旬", "月底", "月末", "底", "末"}))
    return Part::late;
  return std::nullopt;
}

std::optional<Part> take_part_before(Front& front) {
  if (front.take_any(
          std::array<std::string_view, 4>{"early in", "early", "beginning of", "start of"}))
    return Part::early;
  if (front.take_any(
          std::array<std::string_view, 4>{"mid-", "mid", "middle of", "in the middle of"}))
    return Part::middle;
  if (front.take_any(std::array<std::string_view, 4>{"late in", "late", "end of", "the end of"}))
    return Part::late;
  return std::nullopt;
}

std::optional<unsigned> take_month_name(Front& front) {
  for (std::size_t i = 0; i < kMonthNames.size(); ++i) {
    const std::string_view name = kMonthNames[i];
    if (front.take(name) || front.take(name.substr(0, 3)) || (i == 8 && front.take("sept"))) {
      front.take(".");
      return static_cast<unsigned>(i + 1);
    }
  }
  return std::nullopt;
}

void take_ordinal(Front& front) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) front.take(ending);
}

std::optional<Span> take_chinese_month(Front& front, int year) {
  const auto month = front.number(1, 2);
  if (!month || !front.take("月")) return std::nullopt;
  if (const auto part = take_part(front))
    return part_of(month_span(year, static_cast<unsigned>(*month)), *part);
  if (const auto day = front.number(1, 2)) {
    if (!front.take("日")) front.take("号");
    return day_span(year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  }
  front.take("份");
  return month_span(year, static_cast<unsigned>(*month));
}

std::optional<Span> take_within_year(Front& front, int year) {
  if (front.done()) return year_span(year);
  if (front.take("上半年")) return months_span(year, 1, 6, Date::Known::range);
  if (front.take("下半年")) return months_span(year, 7, 6, Date::Known::range);
  if (front.take_any(std::array<std::string_view, 2>{"年初", "初"})) return month_span(year, 1);
  if (front.take_any(std::array<std::string_view, 4>{"年底", "年末", "底", "末"}))
    return month_span(year, 12);
  front.take("第");
  Front quarter = front;
  const auto number = quarter.number(1, 1);
  if (number && quarter.take("季度")) {
    front = quarter;
    return quarter_span(year, *number);
  }
  return take_chinese_month(front, year);
}

}  // namespace dealcheck

// Dates as people write them, in English and Chinese. The text is put into one plain spelling first
// (lower case, digits for numerals, narrow signs); then one form after the other is tried.

#include "base/loose_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>

#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"

namespace dealcheck {

namespace {

namespace chrono = std::chrono;
using Known = Date::Known;

struct Span {
  chrono::sys_days first{};
  chrono::sys_days last{};
  Known known = Known::day;
};

constexpr std::array<std::string_view, 12> kMonthNames{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 13> kNumberWords{"zero", "one",    "two",   "three", "four",
                                                        "five", "six",    "seven", "eight", "nine",
                                                        "ten",  "eleven", "twelve"};

// ---- one plain spelling ----

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

std::string plain(std::string_view text) {
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

// ---- taking it apart ----

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

std::optional<Span> day_span(int year, unsigned month, unsigned day) {
  const chrono::year_month_day parts{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (!parts.ok() || year < 1900) return std::nullopt;
  return Span{chrono::sys_days{parts}, chrono::sys_days{parts}, Known::day};
}

std::optional<Span> months_span(int year, unsigned month, unsigned count, Known known) {
  if (month < 1 || month + count > 13 || year < 1900) return std::nullopt;
  const chrono::year_month first{chrono::year{year}, chrono::month{month}};
  const chrono::year_month last = first + chrono::months(count - 1);
  return Span{chrono::sys_days{first / 1}, chrono::sys_days{last / chrono::last}, known};
}

std::optional<Span> month_span(int year, unsigned month) {
  return months_span(year, month, 1, Known::month);
}
std::optional<Span> year_span(int year) { return months_span(year, 1, 12, Known::year); }

enum class Part : std::uint8_t { early, middle, late };

std::optional<Span> part_of(std::optional<Span> month, Part part) {
  if (!month) return month;
  const chrono::sys_days tenth = month->first + chrono::days(9);
  const chrono::sys_days twentieth = month->first + chrono::days(19);
  month->known = Known::range;
  if (part != Part::late) month->last = part == Part::early ? tenth : twentieth;
  if (part == Part::middle) month->first = tenth + chrono::days(1);
  if (part == Part::late) month->first = twentieth + chrono::days(1);
  return month;
}

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

/// The forms that tell a day by themselves, and those that lack the year.
class DateForms {
 public:
  explicit DateForms(std::optional<Date> today) : today_(today) {}

  std::optional<Span> read(std::string_view text) {
    Front whole(text);
    if (auto span = year_first(whole); span && whole.done()) return span;
    for (const auto form :
         {&DateForms::quarter_first, &DateForms::month_name, &DateForms::day_then_month,
          &DateForms::chinese_month, &DateForms::counted_back, &DateForms::named_day,
          &DateForms::beside_now}) {
      Front front(text);
      if (auto span = (this->*form)(front); span && front.done()) return span;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<int> this_year() const {
    if (!now()) return std::nullopt;
    return static_cast<int>(chrono::year_month_day{today_->day}.year());
  }
  [[nodiscard]] bool now() const { return today_.has_value(); }

  static std::optional<Span> year_first(Front& front);
  static std::optional<Span> within_year(Front& front, int year);
  std::optional<Span> quarter_first(Front& front);
  std::optional<Span> month_name(Front& front);
  std::optional<Span> day_then_month(Front& front);
  std::optional<Span> chinese_month(Front& front);
  static std::optional<Span> chinese_month_of(Front& front, int year);
  std::optional<Span> counted_back(Front& front);
  std::optional<Span> named_day(Front& front);
  std::optional<Span> beside_now(Front& front);
  std::optional<Span> back_by(int count, std::string_view unit);
  std::optional<Span> week_of(int weeks, Front& front);
  std::optional<Span> month_away(int months);
  std::optional<Span> month_beside(int away, std::optional<Part> part, Front& front,
                                   bool only_parts);
  std::optional<Span> year_away(int away, std::optional<Part> part, Front& front);
  /// Behind a month's name: the year, or this one.
  std::optional<int> year_behind(Front& front) {
    front.take(",");
    if (const auto year = front.number(4, 4)) return year;
    return this_year();
  }

  std::optional<Date> today_;
};

std::optional<Span> DateForms::chinese_month_of(Front& front, int year) {
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

/// Behind `2026年`, or a word for a year.
std::optional<Span> DateForms::within_year(Front& front, int year) {
  if (front.done()) return year_span(year);
  if (front.take("上半年")) return months_span(year, 1, 6, Known::range);
  if (front.take("下半年")) return months_span(year, 7, 6, Known::range);
  if (front.take_any(std::array<std::string_view, 2>{"年初", "初"})) return month_span(year, 1);
  if (front.take_any(std::array<std::string_view, 4>{"年底", "年末", "底", "末"}))
    return month_span(year, 12);
  front.take("第");
  Front quarter = front;
  const auto number = quarter.number(1, 1);
  if (number && quarter.take("季度") && *number >= 1 && *number <= 4) {
    front = quarter;
    return months_span(year, static_cast<unsigned>(*number) * 3 - 2, 3, Known::quarter);
  }
  return chinese_month_of(front, year);
}

std::optional<Span> DateForms::year_first(Front& front) {
  const auto year = front.number(4, 4);
  if (!year) return std::nullopt;
  if (front.done()) return year_span(*year);
  if (front.take("年")) return within_year(front, *year);
  Front quarter = front;
  quarter.take("-");
  if (quarter.take("q")) {
    const auto number = quarter.number(1, 1);
    front = quarter;
    if (!number || *number < 1 || *number > 4) return std::nullopt;
    return months_span(*year, static_cast<unsigned>(*number) * 3 - 2, 3, Known::quarter);
  }
  if (const auto name = take_month_name(front)) return month_span(*year, *name);
  for (const std::string_view sign : {"-", "/", "."}) {
    if (!front.take(sign)) continue;
    const auto month = front.number(1, 2);
    if (!month) return std::nullopt;
    if (front.done()) return month_span(*year, static_cast<unsigned>(*month));
    if (!front.take(sign)) return std::nullopt;
    const auto day = front.number(1, 2);
    if (!day) return std::nullopt;
    return day_span(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  }
  return std::nullopt;
}

std::optional<Span> DateForms::quarter_first(Front& front) {
  const bool named = front.rest().starts_with('q');
  if (!named || !front.take("q")) return std::nullopt;
  const auto number = front.number(1, 1);
  const auto year = year_behind(front);
  if (!number || !year || *number < 1 || *number > 4) return std::nullopt;
  return months_span(*year, static_cast<unsigned>(*number) * 3 - 2, 3, Known::quarter);
}

std::optional<Span> DateForms::month_name(Front& front) {
  front.take("in");
  const auto part = take_part_before(front);
  const auto month = take_month_name(front);
  if (!month) return std::nullopt;
  if (!part) {
    Front behind = front;
    const auto day = behind.number(1, 2);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) behind.take(ending);
    if (day) {
      front = behind;
      const auto year = year_behind(front);
      return year ? day_span(*year, *month, static_cast<unsigned>(*day)) : std::nullopt;
    }
  }
  const auto year = year_behind(front);
  if (!year) return std::nullopt;
  return part ? part_of(month_span(*year, *month), *part) : month_span(*year, *month);
}

std::optional<Span> DateForms::day_then_month(Front& front) {
  const auto day = front.number(1, 2);
  if (!day) return std::nullopt;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) front.take(ending);
  front.take(".");
  front.take("of");
  const auto month = take_month_name(front);
  if (!month) return std::nullopt;
  const auto year = year_behind(front);
  return year ? day_span(*year, *month, static_cast<unsigned>(*day)) : std::nullopt;
}

std::optional<Span> DateForms::chinese_month(Front& front) {
  Front later = front;
  if (!later.number(1, 2) || !later.take("月") || later.take("前")) return std::nullopt;
  const auto year = this_year();
  return year ? chinese_month_of(front, *year) : std::nullopt;
}

// ---- beside today ----

std::optional<Span> DateForms::month_away(int months) {
  if (!now()) return std::nullopt;
  const chrono::year_month_day parts{today_->day};
  const chrono::year_month month = parts.year() / parts.month() + chrono::months(months);
  return month_span(static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

/// Weeks and longer are not counted to the day.
std::optional<Span> DateForms::back_by(int count, std::string_view unit) {
  if (!now()) return std::nullopt;
  const chrono::sys_days day = today_->day - chrono::days(count * (unit == "week" ? 7 : 1));
  if (unit == "day") return Span{day, day, count < 7 ? Known::day : Known::about};
  if (unit == "week") return Span{day - chrono::days(3), day + chrono::days(3), Known::about};
  if (unit == "month") return month_away(-count);
  return year_span(static_cast<int>(chrono::year_month_day{today_->day}.year()) - count);
}

std::optional<Span> DateForms::counted_back(Front& front) {
  if (front.take("半年前")) return month_away(-6);
  if (front.take("半个月前")) return back_by(15, "day");
  std::optional<int> count = front.number(1, 3);
  for (std::size_t i = 1; !count && i < kNumberWords.size(); ++i) {
    if (front.take(kNumberWords[i])) count = static_cast<int>(i);
  }
  if (!count && (front.take("a") || front.take("an"))) count = 1;
  if (!count) return std::nullopt;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kBack{
      {{"days ago", "day"},
       {"day ago", "day"},
       {"weeks ago", "week"},
       {"week ago", "week"},
       {"months ago", "month"},
       {"month ago", "month"},
       {"years ago", "year"},
       {"year ago", "year"},
       {"天前", "day"},
       {"天以前", "day"},
       {"日前", "day"},
       {"周前", "week"},
       {"周以前", "week"},
       {"个星期前", "week"},
       {"星期前", "week"},
       {"个月前", "month"},
       {"个月以前", "month"},
       {"年前", "year"}}};
  for (const auto& [word, unit] : kBack) {
    if (front.take(word)) return back_by(*count, unit);
  }
  return std::nullopt;
}

std::optional<Span> DateForms::named_day(Front& front) {
  constexpr std::array<std::pair<std::string_view, int>, 13> kDays{
      {{"the day before yesterday", -2},
       {"today", 0},
       {"yesterday", -1},
       {"tomorrow", 1},
       {"今天", 0},
       {"今日", 0},
       {"昨天", -1},
       {"昨日", -1},
       {"大前天", -3},
       {"前天", -2},
       {"明天", 1},
       {"明日", 1},
       {"后天", 2}}};
  for (const auto& [word, days] : kDays) {
    if (!front.take(word)) continue;
    if (!now()) return std::nullopt;
    const chrono::sys_days day = today_->day + chrono::days(days);
    return Span{day, day, Known::day};
  }
  return std::nullopt;
}

/// A week from Monday to Sunday, or a day of it that is named behind.
std::optional<Span> DateForms::week_of(int weeks, Front& front) {
  if (!now()) return std::nullopt;
  const unsigned weekday = chrono::weekday{today_->day}.iso_encoding();
  const chrono::sys_days monday = today_->day - chrono::days(weekday - 1) + chrono::days(7 * weeks);
  std::optional<int> day = front.number(1, 1);
  if (!day && front.take_any(std::array<std::string_view, 2>{"日", "天"})) day = 7;
  for (std::size_t i = 0; !day && i < kWeekdays.size(); ++i) {
    if (front.take(kWeekdays[i])) day = static_cast<int>(i + 1);
  }
  if (!day) return Span{monday, monday + chrono::days(6), Known::range};
  if (*day < 1 || *day > 7) return std::nullopt;
  const chrono::sys_days named = monday + chrono::days(*day - 1);
  return Span{named, named, Known::day};
}

struct NamedPeriod {
  std::string_view word;
  std::string_view unit;
  int away;
};

std::optional<Span> DateForms::beside_now(Front& front) {
  constexpr std::array<NamedPeriod, 29> kPeriods{
      {{"last week", "week", -1},   {"this week", "week", 0},   {"next week", "week", 1},
       {"last month", "month", -1}, {"this month", "month", 0}, {"next month", "month", 1},
       {"last year", "year", -1},   {"this year", "year", 0},   {"next year", "year", 1},
       {"上个星期", "week", -1},    {"上星期", "week", -1},     {"上周", "week", -1},
       {"本周", "week", 0},         {"这周", "week", 0},        {"这个星期", "week", 0},
       {"下周", "week", 1},         {"下个星期", "week", 1},    {"上个月", "month", -1},
       {"上月", "month", -1},       {"本月", "month", 0},       {"这个月", "month", 0},
       {"下个月", "month", 1},      {"下月", "month", 1},       {"前年", "year", -2},
       {"去年", "year", -1},        {"今年", "year", 0},        {"明年", "year", 1},
       {"年", "edge", 0},           {"月", "monthedge", 0}}};
  const auto part = take_part_before(front);
  front.take("the");
  for (const NamedPeriod& period : kPeriods) {
    if (!front.take(period.word)) continue;
    if (period.unit == "week") return part ? std::nullopt : week_of(period.away, front);
    if (period.unit == "month" || period.unit == "monthedge") {
      return month_beside(period.away, part, front, period.unit == "monthedge");
    }
    if (period.unit == "edge" && front.done()) return std::nullopt;
    return year_away(period.away, part, front);
  }
  return std::nullopt;
}

/// So many months from that of today, or a part of that month.
std::optional<Span> DateForms::month_beside(int away, std::optional<Part> part, Front& front,
                                            bool only_parts) {
  const auto behind = part ? part : take_part(front);
  if (!behind) return only_parts ? std::nullopt : month_away(away);
  return part_of(month_away(away), *behind);
}

/// So many years from that of today, or the month at one of its ends.
std::optional<Span> DateForms::year_away(int away, std::optional<Part> part, Front& front) {
  const auto year = this_year();
  if (!year) return std::nullopt;
  if (!part) return within_year(front, *year + away);
  constexpr int kNoMonth = 0;
  const int month = *part == Part::early ? 1 : *part == Part::late ? 12 : kNoMonth;
  return month_span(*year + away, static_cast<unsigned>(month));
}

// ---- the whole ----

bool take_front(std::string& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = trim(std::string_view(text).substr(word.size()));
  return true;
}

/// Takes off what says that the day is only near.
bool take_about(std::string& text) {
  for (const std::string_view word : {"about ", "around ", "approximately ", "approx. ", "approx ",
                                      "circa ", "ca. ", "roughly ", "~", "大约", "大概", "约"}) {
    if (take_front(text, word)) return true;
  }
  for (const std::string_view word : {"左右", "前后"}) {
    if (!text.ends_with(word)) continue;
    text = trim(std::string_view(text).substr(0, text.size() - word.size()));
    return true;
  }
  return false;
}

std::optional<Span> read_range(DateForms& forms, std::string_view text) {
  for (const std::string_view sign : {"..", " to ", "到", "至", " - ", "~"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const auto from = forms.read(trim(text.substr(0, at)));
    const auto to = forms.read(trim(text.substr(at + sign.size())));
    if (!from || !to || to->last < from->first) continue;
    return Span{from->first, to->last, Known::range};
  }
  return std::nullopt;
}

Date counted(const Span& span, SpanEnd counts) {
  const bool at_end = counts == SpanEnd::last;
  const auto days = (span.last - span.first).count();
  Date date{at_end ? span.last : span.first, span.known, at_end,
            static_cast<std::uint16_t>(std::min<long>(days, 0xFFFF))};
  if (span.first == span.last && span.known != Known::about) date.known = Known::day;
  return date;
}

}  // namespace

LooseDate parse_loose_date(std::string_view text, std::optional<Date> today, SpanEnd counts) {
  std::string words = plain(text);
  const bool about = take_about(words);
  DateForms forms(today);
  auto span = forms.read(words);
  if (!span) span = read_range(forms, words);
  if (!span) {
    // Any day shows whether a day was all that was missing.
    const bool readable = !today && parse_loose_date(text, Date{}).date.has_value();
    return {std::nullopt,
            readable ? LooseDate::Problem::needs_today : LooseDate::Problem::unreadable};
  }
  if (about && span->known == Known::day) {
    constexpr chrono::days kEitherWay{3};
    *span = {span->first - kEitherWay, span->last + kEitherWay, Known::about};
  }
  return {counted(*span, counts), LooseDate::Problem::none};
}

}  // namespace dealcheck

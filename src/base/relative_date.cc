#include "base/relative_date.h"

#include <array>
#include <chrono>
#include <utility>

namespace dealcheck {

namespace chrono = std::chrono;

namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 13> kNumberWords{"zero", "one",    "two",   "three", "four",
                                                        "five", "six",    "seven", "eight", "nine",
                                                        "ten",  "eleven", "twelve"};

struct NamedPeriod {
  std::string_view word;
  std::string_view unit;
  int away;
};

}  // namespace

std::optional<Span> RelativeDates::read(std::string_view text) const {
  for (const auto form :
       {&RelativeDates::counted_back, &RelativeDates::named_day, &RelativeDates::beside_now}) {
    Front front(text);
    if (auto span = (this->*form)(front); span && front.done()) return span;
  }
  return std::nullopt;
}

int RelativeDates::year() const {
  return static_cast<int>(chrono::year_month_day{today_.day}.year());
}

std::optional<Span> RelativeDates::month_away(int months) const {
  const chrono::year_month_day parts{today_.day};
  const chrono::year_month month = parts.year() / parts.month() + chrono::months(months);
  return month_span(static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

/// Weeks and longer are not counted to the day.
std::optional<Span> RelativeDates::back_by(int count, std::string_view unit) const {
  const chrono::sys_days day = today_.day - chrono::days(count * (unit == "week" ? 7 : 1));
  if (unit == "day") return Span{day, day, count < 7 ? Date::Known::day : Date::Known::about};
  if (unit == "week") return Span{day - chrono::days(3), day + chrono::days(3), Date::Known::about};
  if (unit == "month") return month_away(-count);
  return year_span(year() - count);
}

std::optional<Span> RelativeDates::counted_back(Front& front) const {
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

std::optional<Span> RelativeDates::named_day(Front& front) const {
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
    const chrono::sys_days day = today_.day + chrono::days(days);
    return Span{day, day, Date::Known::day};
  }
  return std::nullopt;
}

/// A week from Monday to Sunday, or a day of it that is named behind.
std::optional<Span> RelativeDates::week_of(int weeks, Front& front) const {
  const unsigned weekday = chrono::weekday{today_.day}.iso_encoding();
  const chrono::sys_days monday = today_.day - chrono::days(weekday - 1) + chrono::days(7 * weeks);
  std::optional<int> day = front.number(1, 1);
  if (!day && front.take_any(std::array<std::string_view, 2>{"日", "天"})) day = 7;
  for (std::size_t i = 0; !day && i < kWeekdays.size(); ++i) {
    if (front.take(kWeekdays[i])) day = static_cast<int>(i + 1);
  }
  if (!day) return Span{monday, monday + chrono::days(6), Date::Known::range};
  if (*day < 1 || *day > 7) return std::nullopt;
  const chrono::sys_days named = monday + chrono::days(*day - 1);
  return Span{named, named, Date::Known::day};
}

std::optional<Span> RelativeDates::beside_now(Front& front) const {
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
std::optional<Span> RelativeDates::month_beside(int away, std::optional<Part> part, Front& front,
                                                bool only_parts) const {
  const auto behind = part ? part : take_part(front);
  if (!behind) return only_parts ? std::nullopt : month_away(away);
  return part_of(month_away(away), *behind);
}

/// So many years from that of today, or the month at one of its ends.
std::optional<Span> RelativeDates::year_away(int away, std::optional<Part> part,
                                             Front& front) const {
  if (!part) return take_within_year(front, year() + away);
  if (*part == Part::middle) return std::nullopt;
  return month_span(year() + away, *part == Part::early ? 1 : 12);
}

}  // namespace dealcheck

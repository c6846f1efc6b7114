// Dates as people write them, in English and Chinese. The text is put into one plain spelling first
// (lower case, digits for numerals, narrow signs); then one form after the other is tried.

#include "base/loose_date.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "base/date_parts.h"
#include "base/relative_date.h"
#include "base/strings.h"

namespace dealcheck {

namespace {

/// The forms that tell a day by themselves, those that lack the year, and those beside today.
class DateForms {
 public:
  explicit DateForms(std::optional<Date> today) : today_(today) {}

  [[nodiscard]] std::optional<Span> read(std::string_view text) const {
    Front whole(text);
    if (auto span = year_first(whole); span && whole.done()) return span;
    for (const auto form : {&DateForms::quarter_first, &DateForms::month_name,
                            &DateForms::day_then_month, &DateForms::chinese_month}) {
      Front front(text);
      if (auto span = (this->*form)(front); span && front.done()) return span;
    }
    return today_ ? RelativeDates(*today_).read(text) : std::nullopt;
  }

 private:
  static std::optional<Span> year_first(Front& front);
  std::optional<Span> quarter_first(Front& front) const;
  std::optional<Span> month_name(Front& front) const;
  std::optional<Span> day_then_month(Front& front) const;
  std::optional<Span> chinese_month(Front& front) const;
  [[nodiscard]] std::optional<int> this_year() const {
    if (!today_) return std::nullopt;
    return static_cast<int>(std::chrono::year_month_day{today_->day}.year());
  }
  /// Behind a month's name: the year, or this one.
  std::optional<int> year_behind(Front& front) const {
    front.take(",");
    if (const auto year = front.number(4, 4)) return year;
    return this_year();
  }

  std::optional<Date> today_;
};

std::optional<Span> DateForms::year_first(Front& front) {
  const auto year = front.number(4, 4);
  if (!year) return std::nullopt;
  if (front.done()) return year_span(*year);
  if (front.take("年")) return take_within_year(front, *year);
  Front quarter = front;
  quarter.take("-");
  if (quarter.take("q")) {
    const auto number = quarter.number(1, 1);
    front = quarter;
    return number ? quarter_span(*year, *number) : std::nullopt;
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

std::optional<Span> DateForms::quarter_first(Front& front) const {
  const bool named = front.rest().starts_with('q');
  if (!named || !front.take("q")) return std::nullopt;
  const auto number = front.number(1, 1);
  const auto year = year_behind(front);
  return number && year ? quarter_span(*year, *number) : std::nullopt;
}

std::optional<Span> DateForms::month_name(Front& front) const {
  front.take("in");
  const auto part = take_part_before(front);
  const auto month = take_month_name(front);
  if (!month) return std::nullopt;
  if (!part) {
    Front behind = front;
    const auto day = behind.number(1, 2);
    take_ordinal(behind);
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

std::optional<Span> DateForms::day_then_month(Front& front) const {
  const auto day = front.number(1, 2);
  if (!day) return std::nullopt;
  take_ordinal(front);
  front.take(".");
  front.take("of");
  const auto month = take_month_name(front);
  if (!month) return std::nullopt;
  const auto year = year_behind(front);
  return year ? day_span(*year, *month, static_cast<unsigned>(*day)) : std::nullopt;
}

std::optional<Span> DateForms::chinese_month(Front& front) const {
  Front later = front;
  if (!later.number(1, 2) || !later.take("月") || later.take("前")) return std::nullopt;
  const auto year = this_year();
  return year ? take_chinese_month(front, *year) : std::nullopt;
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

std::optional<Span> read_range(const DateForms& forms, std::string_view text) {
  for (const std::string_view sign : {"..", " to ", "到", "至", " - ", "~"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const auto from = forms.read(trim(text.substr(0, at)));
    const auto to = forms.read(trim(text.substr(at + sign.size())));
    if (!from || !to || to->last < from->first) continue;
    return Span{from->first, to->last, Date::Known::range};
  }
  return std::nullopt;
}

Date counted(const Span& span, SpanEnd counts) {
  const bool at_end = counts == SpanEnd::last;
  const auto days = (span.last - span.first).count();
  Date date{at_end ? span.last : span.first, span.known, at_end,
            static_cast<std::uint16_t>(std::min<long>(days, 0xFFFF))};
  if (span.first == span.last && span.known != Date::Known::about) date.known = Date::Known::day;
  return date;
}

}  // namespace

LooseDate parse_loose_date(std::string_view text, std::optional<Date> today, SpanEnd counts) {
  std::string words = plain_spelling(text);
  const bool about = take_about(words);
  const DateForms forms(today);
  auto span = forms.read(words);
  if (!span) span = read_range(forms, words);
  if (!span) {
    // Any day shows whether a day was all that was missing.
    const bool readable = !today && parse_loose_date(text, Date{}).date.has_value();
    return {std::nullopt,
            readable ? LooseDate::Problem::needs_today : LooseDate::Problem::unreadable};
  }
  if (about && span->known == Date::Known::day) {
    constexpr std::chrono::days kEitherWay{3};
    *span = {span->first - kEitherWay, span->last + kEitherWay, Date::Known::about};
  }
  return {counted(*span, counts), LooseDate::Problem::none};
}

}  // namespace dealcheck

#include "import/crm_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/loose_date.h"
#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"

namespace dealcheck {

namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// ---- amounts ----

/// An amount taken apart: what stands before and behind the figures, and those with their marks.
struct AmountParts {
  std::string currency;
  std::string body;  ///< digits, points and commas; empty: it is none
};

/// Blanks of every kind and apostrophes only group the digits.
std::string without_grouping(std::string_view text) {
  std::string out;
  for (const char32_t code : code_points(text)) {
    const bool groups = code == U' ' || code == U'\u00A0' || code == U'\u202F' ||
                        code == U'\u2009' || code == U'\'' || code == U'\u2019';
    if (!groups) append_utf8(out, code);
  }
  return out;
}

AmountParts take_apart(std::string_view text) {
  const std::string dense = without_grouping(text);
  const std::string_view view = dense;
  const std::size_t begin = std::min(view.find_first_of("0123456789.,"), view.size());
  const std::size_t end = view.find_last_of("0123456789");
  if (end == std::string_view::npos || end < begin) return {};
  const std::string_view body = view.substr(begin, end + 1 - begin);
  const bool figures = std::all_of(body.begin(), body.end(),
                                   [](char c) { return is_figure(c) || c == '.' || c == ','; });
  const std::string front(view.substr(0, begin));
  const std::string behind(view.substr(end + 1));
  const bool negative = front.find_first_of("-(") != std::string::npos;
  if (!figures || negative || (!front.empty() && !behind.empty())) return {};
  return {front + behind, std::string(body)};
}

/// Whether the marks stand as thousands are grouped: one to three digits, then always three.
bool groups_thousands(std::string_view body, char mark) {
  std::size_t from = 0;
  for (bool first = true;; first = false) {
    const std::size_t at = std::min(body.find(mark, from), body.size());
    const std::size_t digits = at - from;
    if (first ? digits < 1 || digits > 3 : digits != 3) return false;
    if (at == body.size()) return !first;
    from = at + 1;
  }
}

constexpr char other_mark(char mark) { return mark == '.' ? ',' : '.'; }
constexpr DecimalMark mark_of(char c) { return c == '.' ? DecimalMark::point : DecimalMark::comma; }

/// What stands in front of the cents if `mark` groups the thousands; nothing when it cannot.
bool can_group(std::string_view body, char mark) {
  const std::size_t cents = body.find(other_mark(mark));
  if (cents != std::string_view::npos &&
      body.find_first_of(".,", cents + 1) != std::string_view::npos) {
    return false;
  }
  return groups_thousands(body.substr(0, cents), mark);
}

/// Whether `mark` can stand in front of the cents: once, and nothing but grouped digits before it.
bool can_be_decimal(std::string_view body, char mark) {
  const std::size_t at = body.find(mark);
  if (at == std::string_view::npos || body.find_first_of(".,", at + 1) != std::string_view::npos) {
    return false;
  }
  const std::string_view whole = body.substr(0, at);
  const bool grouped = whole.find(other_mark(mark)) != std::string_view::npos;
  return grouped ? groups_thousands(whole, other_mark(mark)) : at + 1 < body.size();
}

/// The marks that can stand in front of the cents; several, or none.
std::vector<DecimalMark> readings_of(std::string_view body) {
  std::vector<DecimalMark> readings;
  for (const char decimal : {'.', ','}) {
    const bool fits =
        can_be_decimal(body, decimal) ||
        (body.find(decimal) == std::string_view::npos && can_group(body, other_mark(decimal)));
    if (fits) readings.push_back(mark_of(decimal));
  }
  return readings;
}

std::optional<double> number_of(std::string body, DecimalMark mark) {
  std::erase(body, mark == DecimalMark::comma ? '.' : ',');
  std::replace(body.begin(), body.end(), ',', '.');
  if (body.starts_with('.')) body.insert(body.begin(), '0');
  const std::size_t first = std::min(body.find_first_not_of('0'), body.size());
  const bool leads = first > 0 && first < body.size() && body[first] != '.';
  return parse_number(leads ? std::string_view(body).substr(first) : body);
}

// ---- dates ----

struct DateParts {
  std::array<unsigned, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  char mark = '/';
};

/// `3/15/2026`, of numbers and one mark alone.
std::optional<DateParts> date_parts(std::string_view text) {
  DateParts parts;
  std::size_t part = 0;
  for (const char c : text) {
    if (is_figure(c)) {
      if (++parts.digits[part] > 4) return std::nullopt;
      parts.numbers[part] = parts.numbers[part] * 10 + static_cast<unsigned>(c - '0');
    } else if ((c == '/' || c == '-' || c == '.') && part < 2 && parts.digits[part] > 0) {
      if (part == 1 && c != parts.mark) return std::nullopt;
      parts.mark = c;
      ++part;
    } else {
      return std::nullopt;
    }
  }
  return part == 2 && parts.digits[2] > 0 ? std::optional(parts) : std::nullopt;
}

/// The day without the time behind it.
std::string_view day_of(std::string_view text) {
  const std::size_t end = text.find_first_of(" T");
  if (end == std::string_view::npos || !is_figure(text.front())) return text;
  const std::string_view time = trim(text.substr(end + 1));
  const bool hours = !time.empty() && is_figure(time.front()) &&
                     time.find(':') != std::string_view::npos &&
                     time.find_first_not_of("0123456789:.+- APMapmZ") == std::string_view::npos;
  return hours ? text.substr(0, end) : text;
}

CrmText day_text(unsigned year, unsigned month, unsigned day) {
  const std::string iso = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (!parse_date(iso)) return {{}, ValueProblem::unreadable};
  return {iso};
}

bool ends_in_year(const DateParts& parts) {
  return parts.digits[2] == 4 && parts.digits[0] <= 2 && parts.digits[1] <= 2;
}

/// With points the day comes first wherever people write them.
DateOrder known_order(const DateParts& parts, DateOrder told) {
  if (parts.mark == '.') return DateOrder::dmy;
  return told == DateOrder::ymd ? DateOrder::unsaid : told;
}

CrmText read_parts(const DateParts& parts, DateOrder told) {
  const auto& [first, second, year] = parts.numbers;
  const DateOrder order = known_order(parts, told);
  if (order == DateOrder::dmy) return day_text(year, second, first);
  if (order == DateOrder::mdy) return day_text(year, first, second);
  const CrmText day_first = day_text(year, second, first);
  const CrmText month_first = day_text(year, first, second);
  const bool both =
      day_first.problem == ValueProblem::none && month_first.problem == ValueProblem::none;
  if (both && first != second) return {{}, ValueProblem::two_ways};
  return day_first.problem == ValueProblem::none ? day_first : month_first;
}

}  // namespace

std::string digits_of(double number) {
  std::string text = fmt::format("{:.4f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

CrmText read_crm_amount(std::string_view text, DecimalMark mark) {
  const auto money = parse_money(text);
  if (money && !money->unit.empty()) {
    return {digits_of(money->value), ValueProblem::none, std::string(money->currency)};
  }
  const AmountParts parts = take_apart(text);
  if (parts.body.empty()) return {{}, ValueProblem::unreadable};
  const bool marked = parts.body.find_first_of(".,") != std::string::npos;
  DecimalMark used = DecimalMark::point;
  if (marked) {
    const std::vector<DecimalMark> readings = readings_of(parts.body);
    if (readings.empty()) return {{}, ValueProblem::unreadable};
    used = readings.front();
    if (readings.size() > 1) {
      if (mark == DecimalMark::unsaid) return {{}, ValueProblem::two_ways};
      used = mark;
    }
  }
  const auto number = number_of(parts.body, used);
  if (!number) return {{}, ValueProblem::unreadable};
  return {digits_of(*number), ValueProblem::none, parts.currency};
}

DecimalMark decimal_mark_in(std::string_view amount) {
  const std::string body = take_apart(amount).body;
  if (body.find_first_of(".,") == std::string::npos) return DecimalMark::unsaid;
  const std::vector<DecimalMark> readings = readings_of(body);
  return readings.size() == 1 ? readings.front() : DecimalMark::unsaid;
}

CrmText read_crm_date(std::string_view text, DateOrder order) {
  const std::string_view day = day_of(trim(text));
  if (const auto parts = date_parts(day); parts && ends_in_year(*parts)) {
    return read_parts(*parts, order);
  }
  const auto loose = parse_loose_date(day, std::nullopt);
  if (!loose.date) return {{}, ValueProblem::unreadable};
  return {written_date(*loose.date)};
}

DateOrder date_order_in(std::string_view date) {
  const auto parts = date_parts(day_of(trim(date)));
  if (!parts || !ends_in_year(*parts) || parts->mark == '.') return DateOrder::unsaid;
  constexpr unsigned kMonths = 12;
  if (parts->numbers[0] > kMonths && parts->numbers[1] <= kMonths) return DateOrder::dmy;
  if (parts->numbers[1] > kMonths && parts->numbers[0] <= kMonths) return DateOrder::mdy;
  return DateOrder::unsaid;
}

}  // namespace dealcheck

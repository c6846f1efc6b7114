#include "scalars.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "text.h"

namespace dealcheck {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the plain decimal number that `text` begins with; 0 when there is none.
std::size_t number_length(std::string_view text) {
  std::size_t i = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++i;
  const std::size_t whole = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == whole) return 0;
  const bool leading_zero = i - whole > 1 && text[whole] == '0';
  if (leading_zero) return 0;
  if (i + 1 < text.size() && text[i] == '.' && is_digit(text[i + 1])) {
    ++i;
    while (i < text.size() && is_digit(text[i])) ++i;
  }
  return i;
}

double to_double(std::string_view digits) {
  if (!digits.empty() && digits[0] == '+') digits.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // Too large for a number: the value would stay 0.
  return read.ec == std::errc() ? value : std::numeric_limits<double>::infinity();
}

struct Unit {
  std::string_view name;
  double factor;
};
constexpr std::array<Unit, 9> kUnits{{{"万", 1e4},
                                      {"亿", 1e8},
                                      {"千万", 1e7},
                                      {"百万", 1e6},
                                      {"k", 1e3},
                                      {"K", 1e3},
                                      {"m", 1e6},
                                      {"M", 1e6},
                                      {"bn", 1e9}}};

/// Letters of a currency (`EUR`, `元`) and blanks; no digits, no punctuation that could belong to
/// the number.
bool is_currency(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == ',' || c == '.' || c == '_' || c == '%' || c == '-' || c == '+';
  });
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  const std::size_t length = number_length(text);
  if (length == 0 || length != text.size()) return std::nullopt;
  const double value = to_double(text);
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::size_t> parse_whole(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool padded = text.size() > 1 && text.front() == '0';
  if (error != std::errc() || stop != end || padded) return std::nullopt;
  return number;
}

std::optional<Money> parse_money(std::string_view text) {
  text = trim(text);
  const std::string_view whole = text;
  while (!text.empty() && !is_digit(text[0]) && text[0] != '-' && text[0] != '+') {
    text.remove_prefix(1);  // a currency in front: `€ 1.2M`, `USD 300k`
  }
  const std::size_t length = number_length(text);
  if (length == 0) return std::nullopt;
  const double number = to_double(text.substr(0, length));
  std::string_view rest = trim(text.substr(length));
  Money money{number, trim(whole.substr(0, whole.size() - text.size())), {}};
  double factor = 1;
  for (const Unit& unit : kUnits) {
    const std::string_view behind = rest.substr(std::min(unit.name.size(), rest.size()));
    const bool ends_word = behind.empty() || static_cast<unsigned char>(behind[0]) >= 0x80 ||
                           behind[0] == ' ' || unit.name[0] < 0;
    if (rest.substr(0, unit.name.size()) == unit.name && ends_word) {
      factor = unit.factor;
      money.unit = unit.name;
      rest = behind;
      break;
    }
  }
  if (!is_currency(rest) || !std::isfinite(number * factor)) return std::nullopt;
  money.value = number * factor;
  if (money.currency.empty()) money.currency = trim(rest);
  return money;
}

}  // namespace dealcheck

#include "base/scalars.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "base/text.h"

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
  std::string_view name;  ///< lower case
  double factor;
};
/// Every word that counts an amount, so that none of them is ever taken for a currency.
constexpr std::array kUnits{
    Unit{"k", 1e3},        Unit{"tsd", 1e3},       Unit{"thsd", 1e3},       Unit{"thousand", 1e3},
    Unit{"tausend", 1e3},  Unit{"m", 1e6},         Unit{"mm", 1e6},         Unit{"mn", 1e6},
    Unit{"mio", 1e6},      Unit{"mil", 1e6},       Unit{"mill", 1e6},       Unit{"mln", 1e6},
    Unit{"million", 1e6},  Unit{"millions", 1e6},  Unit{"millionen", 1e6},  Unit{"b", 1e9},
    Unit{"bn", 1e9},       Unit{"bln", 1e9},       Unit{"bil", 1e9},        Unit{"mrd", 1e9},
    Unit{"mld", 1e9},      Unit{"mlrd", 1e9},      Unit{"billion", 1e9},    Unit{"billions", 1e9},
    Unit{"milliard", 1e9}, Unit{"milliarde", 1e9}, Unit{"milliarden", 1e9}, Unit{"tn", 1e12},
    Unit{"trn", 1e12},     Unit{"trillion", 1e12}, Unit{"lac", 1e5},        Unit{"lakh", 1e5},
    Unit{"lakhs", 1e5},    Unit{"cr", 1e7},        Unit{"crore", 1e7},      Unit{"crores", 1e7},
    Unit{"w", 1e4},        Unit{"kw", 1e7},        Unit{"百", 1e2},         Unit{"千", 1e3},
    Unit{"万", 1e4},       Unit{"萬", 1e4},        Unit{"十万", 1e5},       Unit{"百万", 1e6},
    Unit{"千万", 1e7},     Unit{"亿", 1e8},        Unit{"億", 1e8},         Unit{"个亿", 1e8},
    Unit{"十亿", 1e9},     Unit{"百亿", 1e10},     Unit{"千亿", 1e11},      Unit{"万亿", 1e12}};

/// What is neither two to four letters nor one of these names no currency; letters in lower case.
constexpr std::array<std::string_view, 50> kCurrencies{
    "€",    "$",        "£",      "¥",        "￥",     "₩",      "₹",      "₽",     "₺",
    "₫",    "฿",        "₪",      "₴",        "₦",      "元",     "圆",     "块",      "块钱",
    "元整", "元人民币", "人民币", "美元",     "美金",   "刀",     "欧元",   "英镑",    "日元",
    "日圆", "円",       "港币",   "港元",     "台币",   "新台币", "澳元",   "加元",    "新元",
    "韩元", "卢布",     "卢比",   "瑞士法郎", "euro",   "euros",  "dollar", "dollars", "pounds",
    "yuan", "renminbi", "rupees", "francs",   "roubles"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `US$`, `HK$`
bool is_some_dollar(std::string_view text) {
  return text.size() <= 4 && text.ends_with('$') &&
         std::all_of(text.begin(), text.end() - 1, is_letter);
}

/// Two to four letters of any alphabet that has cases: `EUR`, `kr`, `zł`, `руб`.
bool is_short_word(std::string_view text) {
  const std::vector<char32_t> letters = code_points(text);
  const auto fits = [](char32_t c) {
    const bool latin = c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
    const bool greek_or_cyrillic = c >= 0x370 && c < 0x530;
    return (c < 0x80 && is_letter(static_cast<char>(c))) || latin || greek_or_cyrillic;
  };
  return letters.size() >= 2 && letters.size() <= 4 &&
         std::all_of(letters.begin(), letters.end(), fits);
}

bool is_currency(std::string_view text) {
  if (text.empty() || is_some_dollar(text) || is_short_word(text)) return true;
  const std::string word = to_lower(text);
  return std::find(kCurrencies.begin(), kCurrencies.end(), word) != kCurrencies.end();
}

/// The letters, or the other characters, that a text begins with: `Mio` of `Mio. EUR`, `M` of `M€`,
/// `万元` of `万元`.
std::string_view first_word(std::string_view text) {
  const auto alike = [&](char c) { return is_letter(c) == is_letter(text.front()) && c != ' '; };
  const auto end = std::find_if_not(text.begin(), text.end(), alike);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// The unit that a text begins with: a whole word of letters, or the longest of other characters.
const Unit* find_unit(std::string_view text) {
  if (text.empty()) return nullptr;
  const std::string word = to_lower(first_word(text));
  const bool letters = is_letter(text.front());
  const Unit* longest = nullptr;
  for (const Unit& unit : kUnits) {
    const bool fits = letters ? unit.name == word : text.starts_with(unit.name);
    if (fits && (longest == nullptr || unit.name.size() > longest->name.size())) longest = &unit;
  }
  return longest;
}

/// Bytes of the digit, sign or point in either width that a text begins with, and what it is in
/// ASCII; 0 bytes for anything else.
std::pair<std::size_t, char> numeric(std::string_view text) {
  const auto is_numeric = [](char c) { return is_digit(c) || c == '-' || c == '+' || c == '.'; };
  if (!text.empty() && is_numeric(text.front())) return {1, text.front()};
  if (text.starts_with("−")) return {3, '-'};
  if (!text.starts_with("\xEF\xBC") || text.size() < 3) return {0, '\0'};
  const char ascii = static_cast<char>(static_cast<unsigned char>(text[2]) - 0x80 + 0x20);
  return is_numeric(ascii) ? std::pair<std::size_t, char>{3, ascii}
                           : std::pair<std::size_t, char>{0, '\0'};
}

/// Where an amount's number begins.
std::size_t find_number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = numeric(text.substr(at)).second;
    if (c != '\0' && c != '.') break;
    ++at;
  }
  return at;
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
  const std::size_t begin = find_number(text);
  std::string digits;
  std::string_view rest = text.substr(begin);
  for (auto next = numeric(rest); next.first > 0; next = numeric(rest)) {
    digits += next.second;
    rest.remove_prefix(next.first);
  }
  const auto number = parse_number(digits);
  if (!number) return std::nullopt;
  Money money{*number, trim(text.substr(0, begin)), {}};
  rest = trim(rest);
  if (const Unit* const unit = find_unit(rest)) {
    money.value *= unit->factor;
    money.unit = rest.substr(0, unit->name.size());
    rest.remove_prefix(unit->name.size());
    if (is_letter(money.unit.front()) && rest.starts_with('.')) rest.remove_prefix(1);  // `Mio.`
    rest = trim(rest);
  }
  const bool told = is_currency(money.currency) && is_currency(rest);
  if (!told || !std::isfinite(money.value)) return std::nullopt;
  if (money.currency.empty()) money.currency = rest;
  return money;
}

}  // namespace dealcheck

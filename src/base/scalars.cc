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

#include "base/alike.h"
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

/// What a Chinese sign counts in a numeral: a digit below 10, or a place.
std::optional<double> sign_value(std::string_view sign) {
  constexpr std::array<std::pair<std::string_view, double>, 18> kSigns{{{"零", 0},
                                                                        {"〇", 0},
                                                                        {"一", 1},
                                                                        {"二", 2},
                                                                        {"两", 2},
                                                                        {"三", 3},
                                                                        {"四", 4},
                                                                        {"五", 5},
                                                                        {"六", 6},
                                                                        {"七", 7},
                                                                        {"八", 8},
                                                                        {"九", 9},
                                                                        {"十", 10},
                                                                        {"百", 1e2},
                                                                        {"千", 1e3},
                                                                        {"万", 1e4},
                                                                        {"亿", 1e8},
                                                                        {"几", -1}}};
  for (const auto& [name, value] : kSigns) {
    if (name == sign) return value;
  }
  return std::nullopt;
}

/// A numeral as far as it was read: whole ten-thousands, what stands below them, the last digit.
struct Numeral {
  double whole = 0;
  double section = 0;
  double digit = 0;
  bool digit_open = false;
  /// `一百零二`, `十二`: the digit behind counts ones; `一百二` leaves it open.
  bool bridged = true;

  [[nodiscard]] bool is_open() const { return digit_open && digit > 0 && !bridged; }

  /// False where a digit stands behind a digit.
  bool add_digit(double value) {
    if (digit_open && digit != 0) return false;
    bridged = bridged || value == 0;
    digit = value;
    digit_open = true;
    return true;
  }

  void add_place(double value) {
    if (value < 1e4) {
      section += (digit_open ? digit : 1) * value;
    } else {
      const double counted = section + digit;
      whole = value > 1e4 ? (whole + counted) * value : whole + counted * value;
      section = 0;
    }
    digit = 0;
    digit_open = false;
    bridged = value == 10;
  }
};

/// Reads the numeral that a text begins with and takes it off: `三百二十万`. Nothing where one sign
/// of it leaves the number open (`几`), or the digits do not stand before places.
std::optional<double> take_numeral(std::string_view& text) {
  Numeral numeral;
  std::size_t at = 0;
  for (; at + 3 <= text.size(); at += 3) {
    const auto value = sign_value(text.substr(at, 3));
    if (!value) break;
    if (*value < 0 || (*value >= 1e4 && numeral.is_open())) return std::nullopt;
    if (*value >= 10) {
      numeral.add_place(*value);
    } else if (!numeral.add_digit(*value)) {
      return std::nullopt;
    }
  }
  if (at == 0 || numeral.is_open()) return std::nullopt;
  text.remove_prefix(at);
  return numeral.whole + numeral.section + numeral.digit;
}

/// Takes off the words that say that an amount is not exact; they change nothing in its number.
std::string_view without_about(std::string_view text) {
  constexpr std::array<std::string_view, 24> kBefore{
      "about ", "around ", "roughly ",   "approximately ", "approx. ", "approx ", "circa ",
      "ca. ",   "over ",   "more than ", "at least ",      "nearly ",  "almost ", "up to ",
      "~",      "超过",    "不到",       "大约",           "大概",     "将近",    "约",
      "近",     "逾",      "至少"};
  constexpr std::array<std::string_view, 6> kBehind{"左右", "以上", "上下", "出头", "以内", "+"};
  const std::string lower = to_lower(text);
  for (const std::string_view word : kBefore) {
    if (lower.starts_with(word)) return trim(text.substr(word.size()));
  }
  for (const std::string_view word : kBehind) {
    if (lower.ends_with(word)) return trim(text.substr(0, text.size() - word.size()));
  }
  return text;
}

/// `1,200,000` and `1.200.000` without their marks: two groups of three can mean only one number.
std::string without_groups(std::string_view digits) {
  for (const char mark : {',', '.'}) {
    const std::size_t first = digits.find(mark);
    if (first == std::string_view::npos || first == 0 || first > 3) continue;
    bool grouped = (digits.size() - first) % 4 == 0 && digits.size() - first >= 8;
    for (std::size_t at = first; grouped && at < digits.size(); ++at) {
      grouped = (at - first) % 4 == 0 ? digits[at] == mark : is_digit(digits[at]);
    }
    if (!grouped) continue;
    std::string plain(digits);
    plain.erase(std::remove(plain.begin(), plain.end(), mark), plain.end());
    return plain;
  }
  return std::string(digits);
}

/// The number that an amount begins with, taken off it: in digits of either width, or in Chinese.
std::optional<double> take_amount(std::string_view& text) {
  std::string digits;
  std::string_view rest = text;
  for (auto next = numeric(rest); next.first > 0 || rest.starts_with(','); next = numeric(rest)) {
    digits += next.first > 0 ? next.second : ',';
    rest.remove_prefix(std::max<std::size_t>(next.first, 1));
  }
  if (digits.empty()) return take_numeral(text);
  text = rest;
  return parse_number(without_groups(digits));
}

/// Where an amount's number begins: its first digit, or a Chinese numeral at the front.
std::size_t find_amount(std::string_view text) {
  std::string_view rest = text;
  const auto sign = text.size() >= 3 ? sign_value(text.substr(0, 3)) : std::nullopt;
  if (sign && *sign > 0 && *sign <= 10 && take_numeral(rest)) return 0;
  return find_number(text);
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  const bool wide = std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  const std::string narrowed = wide ? narrow(text) : std::string();
  if (wide) text = narrowed;
  const std::size_t length = number_length(text);
  if (length == 0 || length != text.size()) return std::nullopt;
  const double value = to_double(text);
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> parse_count(std::string_view text, std::string_view& rest) {
  rest = trim(text);
  if (rest.starts_with("第")) rest.remove_prefix(std::string_view("第").size());
  std::string digits;
  for (auto next = numeric(rest); next.first > 0; next = numeric(rest)) {
    digits += next.second;
    rest.remove_prefix(next.first);
  }
  std::optional<double> number = parse_number(digits);
  if (digits.empty()) {
    constexpr std::string_view kHalf = "半";
    const bool half = rest.starts_with(kHalf);
    if (half) rest.remove_prefix(kHalf.size());
    number = half ? std::optional(0.5) : take_numeral(rest);
  }
  rest = trim(rest);
  return number;
}

std::optional<std::size_t> parse_whole(std::string_view written) {
  const std::string text = narrow(written);
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool padded = text.size() > 1 && text.front() == '0';
  if (error != std::errc() || stop != end || padded) return std::nullopt;
  return number;
}

std::optional<Money> parse_money(std::string_view text) {
  text = without_about(trim(text));
  const std::size_t begin = find_amount(text);
  std::string_view rest = text.substr(begin);
  const auto number = take_amount(rest);
  if (!number) return std::nullopt;
  for (const std::string_view more : {"多", "几"}) {  // `500多万`
    if (rest.starts_with(more)) rest.remove_prefix(more.size());
  }
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

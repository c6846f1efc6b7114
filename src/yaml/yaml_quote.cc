#include "yaml/yaml_quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

/// What other readers take for something else than a text.
bool is_special_word(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kWords{
      "null", "true", "false", "yes", "no", "on", "off", "y", "n", "none", "unknown"};
  const std::string word = to_lower(text);
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Marks that end or begin something only at certain places are left out altogether.
bool is_plain_inside(std::string_view text) {
  constexpr std::string_view kHarmless = " -_./()+%&;!?='\"*<>~@^$|";
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(static_cast<unsigned char>(c)) || is_digit(c) ||
           kHarmless.find(c) != std::string_view::npos;
  });
}

bool has_wide_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kMarks{"\uFF1A", "\u3000", "\u00A0", "\uFEFF"};
  const auto has = [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; };
  return std::any_of(kMarks.begin(), kMarks.end(), has) || sanitise(text) != text;
}

bool can_be_plain(std::string_view text) {
  return !text.empty() && trim(text) == text && is_plain_inside(text) && !has_wide_mark(text);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::string yaml_text(std::string_view text) {
  const bool plain = can_be_plain(text) && is_letter(static_cast<unsigned char>(text.front())) &&
                     !is_special_word(text);
  return plain ? std::string(text) : quoted(text);
}

std::string yaml_word(std::string_view text) {
  const bool plain =
      can_be_plain(text) && (is_letter(static_cast<unsigned char>(text.front())) ||
                             is_digit(text.front()) || parse_number(text).has_value());
  return plain ? std::string(text) : quoted(text);
}

}  // namespace dealcheck

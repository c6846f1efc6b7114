#include "i18n/charset.h"

#include <algorithm>
#include <array>

namespace dealcheck {

namespace {

struct Sign {
  std::string_view sign;
  std::string_view ascii;
  bool is_mark = false;  ///< belongs to a sentence
};

/// A longer one stands before the one that it begins with.
constexpr std::array<Sign, 28> kSigns{{
    {" · ", " | "},    {"·", "."},       {"→", "->"},      {"…", "..."},     {"•", "*"},
    {"✓", "+"},        {"✗", "x"},       {"▸", ">"},       {"↑", "^"},       {"↓", "v"},
    {"−", "-"},        {"×", "x"},       {"▰", "#"},       {"◐", "="},       {"▱", "-"},
    {"▁", "_"},        {"▂", "."},       {"▃", ":"},       {"▄", "-"},       {"▅", "="},
    {"▆", "+"},        {"▇", "*"},       {"█", "#"},       {"–", "-", true}, {"“", "\"", true},
    {"”", "\"", true}, {"‘", "'", true}, {"’", "'", true},
}};

std::string in_ascii(std::string_view own, bool keeps_marks) {
  std::string text;
  while (!own.empty()) {
    const auto* sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& one) {
      return own.starts_with(one.sign) && !(keeps_marks && one.is_mark);
    });
    const bool found = sign != kSigns.end();
    text += found ? sign->ascii : own.substr(0, 1);
    own.remove_prefix(found ? sign->sign.size() : 1);
  }
  return text;
}

}  // namespace

std::string to_charset(std::string_view own, Charset charset, Language language) {
  return charset == Charset::ascii ? in_ascii(own, row_of(language).has_own_marks)
                                   : std::string(own);
}

std::string_view ellipsis(Charset charset) { return charset == Charset::ascii ? "..." : "…"; }

}  // namespace dealcheck

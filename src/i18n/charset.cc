#include "i18n/charset.h"

#include <algorithm>
#include <array>

namespace dealcheck {

namespace {

struct Sign {
  std::string_view sign;
  std::string_view ascii;
  bool punctuation = false;  ///< belongs to a sentence
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

std::string in_ascii(std::string_view own, bool chinese) {
  std::string text;
  while (!own.empty()) {
    const auto* sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& one) {
      return own.starts_with(one.sign) && !(chinese && one.punctuation);
    });
    const bool found = sign != kSigns.end();
    text += found ? sign->ascii : own.substr(0, 1);
    own.remove_prefix(found ? sign->sign.size() : 1);
  }
  return text;
}

}  // namespace

std::string to_charset(std::string_view own, Charset charset) {
  return charset == Charset::ascii ? in_ascii(own, false) : std::string(own);
}

std::string chinese_to_charset(std::string_view own, Charset charset) {
  return charset == Charset::ascii ? in_ascii(own, true) : std::string(own);
}

std::string_view ellipsis(Charset charset) { return charset == Charset::ascii ? "..." : "…"; }

}  // namespace dealcheck

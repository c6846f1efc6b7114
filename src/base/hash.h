#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dealcheck {

/// FNV-1a: tells rule sets apart in a report, guards against nothing.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) {
      state_ ^= static_cast<unsigned char>(c);
      state_ *= 1099511628211ULL;
    }
  }
  /// Hexadecimal digits, at most 16.
  [[nodiscard]] std::string hex(int digits = 8) const {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int i = 0, shift = 60; i < digits; ++i, shift -= 4) {
      text += kDigits[(state_ >> shift) & 0xFU];
    }
    return text;
  }

 private:
  std::uint64_t state_ = 14695981039346656037ULL;
};

}  // namespace dealcheck

#include "yaml/yaml_mask.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <cstddef>

#include "base/utf8.h"

namespace dealcheck {
namespace {

constexpr char32_t kFirstStandIn = U'\uE000';
constexpr char32_t kLastStandIn = U'\uF8FF';
constexpr std::size_t kStandIns = kLastStandIn - kFirstStandIn + 1;
constexpr char32_t kReplacement = U'\uFFFD';

using StandIns = std::bitset<kStandIns>;

/// Refused by libyaml, or taken for the end of a line, or (U+FEFF) dropped.
bool is_unwelcome(char32_t c) {
  const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
  return control || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         c == 0xFFFE || c == 0xFFFF;
}

/// Bytes with which an unwelcome character may begin.
constexpr std::array<bool, 256> kSuspects = [] {
  std::array<bool, 256> suspects{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) suspects[byte] = true;
  suspects['\t'] = suspects['\n'] = suspects['\r'] = false;
  for (const unsigned byte : {0x7FU, 0xC2U, 0xE2U, 0xEFU}) suspects[byte] = true;
  return suspects;
}();

std::size_t find_unwelcome(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kSuspects[static_cast<unsigned char>(text[at])]) continue;
    if (is_unwelcome(decode_utf8(text.substr(at)).code)) return at;
  }
  return std::string_view::npos;
}

void mark_used(char32_t c, StandIns& used) {
  if (c >= kFirstStandIn && c <= kLastStandIn) used.set(c - kFirstStandIn);
}

/// Within double quotes `\uE000` and `\U0000E000` become such characters too.
void mark_escapes(std::string_view text, StandIns& used) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;
       at = text.find('\\', at + 1)) {
    const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
    if (kind != 'u' && kind != 'U') continue;
    const std::string_view digits = text.substr(at + 2, kind == 'u' ? 4 : 8);
    std::uint32_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    mark_used(code, used);
  }
}

StandIns find_used(std::string_view text) {
  StandIns used;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    mark_used(next.code, used);
    at += next.size;
  }
  mark_escapes(text, used);
  return used;
}

std::optional<char32_t> take_stand_in(StandIns& used) {
  if (used.all()) return std::nullopt;
  for (std::size_t i = 0; i < kStandIns; ++i) {
    if (used.test(i)) continue;
    used.set(i);
    return kFirstStandIn + static_cast<char32_t>(i);
  }
  return std::nullopt;
}

/// Bytes of an escape like `\ud83d`.
constexpr std::size_t kEscape = 6;

/// The code of `uXXXX`, whatever stands before it; 0 for anything else.
std::uint32_t escaped_code(std::string_view escape) {
  std::uint32_t code = 0;
  if (escape.size() < kEscape - 1 || escape[0] != 'u') return 0;
  const char* const end = escape.data() + kEscape - 1;
  return std::from_chars(escape.data() + 1, end, code, 16).ptr == end ? code : 0;
}

/// The character that two halves make together; 0 when they are none.
char32_t joined(std::uint32_t high, std::uint32_t low) {
  const bool halves = high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000;
  return halves ? 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00) : 0;
}

/// Whether two escapes that belong together begin here. A backslash behind an odd number of others
/// begins none.
bool is_pair(std::string_view text, std::size_t at) {
  if (text[at] != '\\' || text.size() - at < 2 * kEscape || text[at + kEscape] != '\\')
    return false;
  const std::size_t other = text.substr(0, at).find_last_not_of('\\');
  const std::size_t before = other == std::string_view::npos ? at : at - other - 1;
  return before % 2 == 0 && joined(escaped_code(text.substr(at + 1)),
                                   escaped_code(text.substr(at + kEscape + 1))) != 0;
}

bool has_pair(std::string_view text) {
  for (std::size_t at = text.find("\\u"); at != std::string_view::npos;
       at = text.find("\\u", at + 1)) {
    if (is_pair(text, at)) return true;
  }
  return false;
}

}  // namespace

YamlMask::YamlMask(std::string_view text) : original_(text) {
  if (find_unwelcome(text) == std::string_view::npos && !has_pair(text)) return;
  copy_.emplace();
  StandIns used = find_used(text);
  const auto stand_in_for = [&](char32_t c) {
    const auto known = std::find_if(hidden_.begin(), hidden_.end(),
                                    [&](const auto& pair) { return pair.first == c; });
    if (known != hidden_.end()) return known->second;
    const std::optional<char32_t> free = take_stand_in(used);
    if (!free) return kReplacement;  // the text uses all of them; nobody does that in good faith
    return hidden_.emplace_back(c, *free).second;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    if (is_pair(text, at)) {
      for (const std::size_t half : {at, at + kEscape}) {
        append_utf8(*copy_, stand_in_for(U'\\'));
        copy_->append(text.substr(half + 1, kEscape - 1));
      }
      at += 2 * kEscape;
      continue;
    }
    if (is_unwelcome(next.code)) {
      append_utf8(*copy_, stand_in_for(next.code));
    } else {
      copy_->append(text.substr(at, next.size));
    }
    at += next.size;
  }
}

std::string YamlMask::unmask(std::string_view scalar, bool double_quoted) const {
  std::string written;
  while (!scalar.empty()) {
    const Utf8Character next = decode_utf8(scalar);
    const auto hidden = std::find_if(hidden_.begin(), hidden_.end(),
                                     [&](const auto& pair) { return pair.second == next.code; });
    if (hidden != hidden_.end() && hidden->first == U'\\' && double_quoted) {
      const std::size_t half = next.size + kEscape - 1;
      append_utf8(written, joined(escaped_code(scalar.substr(next.size)),
                                  escaped_code(scalar.substr(half + next.size))));
      scalar.remove_prefix(2 * half);
      continue;
    }
    if (hidden != hidden_.end()) {
      append_utf8(written, hidden->first);
    } else {
      written.append(scalar.substr(0, next.size));
    }
    scalar.remove_prefix(next.size);
  }
  return written;
}

}  // namespace dealcheck

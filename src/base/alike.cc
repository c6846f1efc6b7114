#include "base/alike.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/strings.h"
#include "base/utf8.h"

namespace dealcheck {

namespace {

bool is_wide_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool takes_no_room(char32_t c) {
  const bool soft_hyphen = c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E;
  const bool zero_width_or_direction = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E);
  const bool joiner_or_isolate = c >= 0x2060 && c <= 0x206F;
  return soft_hyphen || zero_width_or_direction || joiner_or_isolate || c == 0xFEFF;
}

/// Latin and the characters that Chinese and Japanese are written with: nothing of it composes,
/// decomposes or hides.
bool has_one_spelling(char32_t c) {
  const bool latin = c < 0x300 && c != 0xA0 && c != 0xAD;
  const bool east = (c > 0x3000 && c < 0x3099) || (c > 0x309A && c < 0xA000);
  return latin || east || (c > 0xFF00 && c < 0xFF61);
}

template <typename Fits>
Unseen find_first(std::string_view text, Fits fits) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    if (next.valid && fits(next.code)) {
      return {at, next.size, next.code, is_wide_blank(next.code)};
    }
    at += next.size;
  }
  return {};
}

struct FreedByC {
  void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

}  // namespace

Unseen find_unseen(std::string_view text) {
  return find_first(text, [](char32_t c) { return is_wide_blank(c) || takes_no_room(c); });
}

std::string_view without_unseen_end(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text.substr(at));
    const bool seen = !is_wide_blank(next.code) && !takes_no_room(next.code) &&
                      !(next.size == 1 && is_blank(text[at]));
    at += next.size;
    if (seen) end = at;
  }
  return text.substr(0, end);
}

std::string narrow(std::string_view text) {
  std::string narrowed;
  for (; !text.empty();) {
    const Utf8Character next = decode_utf8(text);
    const bool full_width = next.code >= 0xFF01 && next.code <= 0xFF5E;
    if (full_width) {
      narrowed += static_cast<char>(next.code - 0xFF01 + '!');
    } else if (next.code == 0x2212) {
      narrowed += '-';
    } else {
      narrowed += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
  return narrowed;
}

bool has_other_spelling(std::string_view text) {
  return static_cast<bool>(find_first(text, [](char32_t c) { return !has_one_spelling(c); }));
}

std::string composed(std::string_view text) {
  if (!has_other_spelling(text)) return std::string(text);
  utf8proc_uint8_t* made = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &made, options);
  const std::unique_ptr<utf8proc_uint8_t, FreedByC> owned(made);
  if (size < 0) return std::string(text);  // no UTF-8
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

std::string alike(std::string_view text) {
  if (!has_other_spelling(text)) return std::string(trim(text));
  std::string seen;
  for (std::string_view rest = text; !rest.empty();) {
    const Utf8Character next = decode_utf8(rest);
    if (is_wide_blank(next.code)) {
      seen += ' ';
    } else if (!takes_no_room(next.code)) {
      seen += rest.substr(0, next.size);
    }
    rest.remove_prefix(next.size);
  }
  return composed(trim(seen));
}

}  // namespace dealcheck

// What is rare goes to nlohmann: numbers with a fraction, and texts that are no UTF-8.

#include "base/json_writer.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/utf8.h"

namespace dealcheck {

namespace {

/// Characters that stand in a JSON text as they are.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < plain.size(); ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

/// Of one character that is not plain.
std::string escape(char c) {
  constexpr std::string_view kShort = "\"\"\\\\\bb\ff\nn\rr\tt";  // each before its letter
  for (std::size_t i = 0; i < kShort.size(); i += 2) {
    if (kShort[i] == c) return {'\\', kShort[i + 1]};
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  return {'\\', 'u', '0', '0', kDigits[code >> 4U], kDigits[code & 15U]};
}

std::string dump_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void JsonWriter::separate() {
  if (!text_.empty() && std::string_view("{[:").find(text_.back()) == std::string_view::npos) {
    text_ += ',';
  }
}

void JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
}

void JsonWriter::word(std::string_view word) {
  separate();
  text_ += word;
}

void JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
}

void JsonWriter::value(double number) { word(dump_line(number)); }

void JsonWriter::value(std::string_view text) {
  separate();
  if (find_bad_utf8(text) == std::string_view::npos) {
    quote(text);
  } else {
    text_ += dump_line(text);
  }
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  while (true) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
    text_.append(text.begin(), end);
    if (end == text.end()) break;
    text_ += escape(*end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()) + 1);
  }
  text_ += '"';
}

}  // namespace dealcheck

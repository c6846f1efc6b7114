#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace dealcheck {

/// Writes one JSON text, on one line and part by part, without a tree in between: for lines of
/// which there are thousands. The bytes are those of nlohmann's compact `dump`; bytes of a text
/// that are no UTF-8 come out replaced. Commas and colons come by themselves; that what is opened
/// gets closed, and that in an object every value follows a key, is up to the caller.
class JsonWriter {
 public:
  /// `expected_bytes` is only how much memory to ask for at once.
  explicit JsonWriter(std::size_t expected_bytes = 0) { text_.reserve(expected_bytes); }

  void open_object() { open('{'); }
  void close_object() { text_ += '}'; }
  void open_array() { open('['); }
  void close_array() { text_ += ']'; }

  void key(std::string_view name);
  void null() { word("null"); }
  void value(std::string_view text);
  void value(double number);
  /// true, false or a whole number.
  template <std::integral Value>
  void value(Value value) {
    if constexpr (std::same_as<Value, bool>) {
      word(value ? "true" : "false");
    } else {
      word(std::to_string(value));
    }
  }

  /// What was written so far.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The same as a line of its own; the writer is used up.
  [[nodiscard]] std::string take_line() {
    text_ += '\n';
    return std::move(text_);
  }

 private:
  void separate();
  void open(char bracket);
  void word(std::string_view word);
  void quote(std::string_view text);

  std::string text_;
};

}  // namespace dealcheck

#pragma once

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dealcheck {

/// A text that is never changed: its own copy, or borrowed from the program itself, where the
/// built-in rules lie and thousands of texts need not be copied at every start.
class SharedText {
 public:
  SharedText() = default;
  // A phrase is a text in every way that matters, so it is made from one without ado.
  // NOLINTBEGIN(google-explicit-constructor)
  SharedText(std::string_view text) : own_(copy(text)), text_(own_.get(), text.size()) {}
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
  SharedText(const char* text) : SharedText(std::string_view(text)) {}
  operator std::string_view() const { return text_; }
  // NOLINTEND(google-explicit-constructor)

  /// `text` must outlive every copy of the phrase.
  [[nodiscard]] static SharedText borrowed(std::string_view text) {
    SharedText phrase;
    phrase.text_ = text;
    return phrase;
  }

  [[nodiscard]] std::string_view view() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  friend bool operator==(const SharedText& a, std::string_view b) { return a.text_ == b; }
  friend bool operator==(const SharedText& a, const SharedText& b) { return a.text_ == b.text_; }

 private:
  static std::shared_ptr<const char[]> copy(std::string_view text) {
    if (text.empty()) return nullptr;
    const std::shared_ptr<char[]> bytes = std::make_shared_for_overwrite<char[]>(text.size());
    std::memcpy(bytes.get(), text.data(), text.size());
    return bytes;
  }

  std::shared_ptr<const char[]> own_;  ///< null when borrowed
  std::string_view text_;
};

}  // namespace dealcheck

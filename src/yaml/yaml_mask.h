#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealcheck {

/// The text as libyaml gets it. libyaml refuses control characters and ends lines where we see only
/// text (U+0085, U+2028, U+2029); so that users may write what they like, each such character is
/// replaced by a private-use one that the text does not contain, and scalars get it back. So is the
/// backslash of two escapes that make one character together (`\ud83d\ude80`, as JSON has it):
/// libyaml reads each alone. Nearly every text needs no mask and is not copied.
class YamlMask {
 public:
  /// `text` is valid UTF-8 and must outlive the mask.
  explicit YamlMask(std::string_view text);

  /// Has as many characters in each line as the original, though not as many bytes.
  [[nodiscard]] std::string_view text() const { return copy_ ? *copy_ : original_; }
  [[nodiscard]] bool hides_anything() const { return copy_.has_value(); }
  /// A scalar as its author wrote it; within double quotes, what two escapes make.
  [[nodiscard]] std::string unmask(std::string_view scalar, bool double_quoted) const;

 private:
  std::string_view original_;
  std::optional<std::string> copy_;
  std::vector<std::pair<char32_t, char32_t>> hidden_;  ///< character, private-use stand-in
};

}  // namespace dealcheck

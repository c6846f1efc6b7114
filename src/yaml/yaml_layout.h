#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml.h"

namespace dealcheck {

/// Where the nodes of a document lie in its text: the parser tells where each begins, but not where
/// it ends. Refers to the source.
class YamlLayout {
 public:
  explicit YamlLayout(const Source& source) : source_(source) {}

  /// Byte offset of the first character; of a block map its first key, of a block list its first
  /// dash.
  [[nodiscard]] std::size_t begin(Yaml node) const;
  /// Byte offset behind the last character, a closing quote or bracket included. Of an entry
  /// without a value it is the end of the key.
  [[nodiscard]] std::size_t end(Yaml node) const;
  [[nodiscard]] std::size_t end(const YamlEntry& entry) const;
  /// Written as `{…}` or `[…]`.
  [[nodiscard]] bool in_brackets(Yaml node) const;
  /// Bytes between the beginning of its line and the node.
  [[nodiscard]] std::size_t column(Yaml node) const;

 private:
  [[nodiscard]] std::size_t end_of_scalar(Yaml node) const;
  [[nodiscard]] std::size_t end_of_last_child(Yaml node) const;

  const Source& source_;
};

/// The end of the line that holds `offset`, before its line ending (LF or CRLF).
[[nodiscard]] std::size_t end_of_text_on_line(std::string_view text, std::size_t offset);

}  // namespace dealcheck

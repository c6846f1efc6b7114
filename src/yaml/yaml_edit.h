#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml_layout.h"

namespace dealcheck {

/// Collects small changes to the text of a document; nodes are those of the document as it was.
/// Values and entries are given as they stand within brackets, so that they fit anywhere. Refers to
/// the source.
class YamlEdit {
 public:
  explicit YamlEdit(const Source& source);

  [[nodiscard]] const YamlLayout& layout() const { return layout_; }
  /// LF, or CRLF in a file that has some.
  [[nodiscard]] const std::string& line_end() const { return line_end_; }

  void insert(std::size_t at, std::string text) { splice(at, 0, std::move(text)); }
  /// `erase` bytes from `at` on become `text`. Changes must not overlap; of two at one place the
  /// first comes first.
  void splice(std::size_t at, std::size_t erase, std::string text);
  void replace(Yaml node, std::string text);
  /// New lines behind the line that holds `at`; `lines` without a line end behind it.
  void add_lines(std::size_t at, const std::string& lines);
  void add_to_map(Yaml map, const std::string& name, const std::string& value);
  void add_to_list(Yaml list, const std::string& item);
  /// What stands alone becomes the first entry of a list, `item` the second.
  void make_list(Yaml node, const std::string& item);
  /// A scalar as it is written; what would end it within brackets is put in quotes.
  [[nodiscard]] std::string as_item(Yaml node) const;

  /// The text with every change made.
  [[nodiscard]] std::string text() const;

 private:
  struct Splice {
    std::size_t at = 0;
    std::size_t erase = 0;
    std::string text;
  };

  void make_block_list(Yaml map, const std::string& item);

  YamlLayout layout_;
  std::string_view text_;
  std::string line_end_;
  std::vector<Splice> splices_;
};

}  // namespace dealcheck

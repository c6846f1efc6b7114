#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml.h"
#include "yaml_failure.h"

namespace dealcheck {

/// Where a token begins; all from 0, the column in bytes.
struct YamlMark {
  std::size_t offset = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// Turns the parser's events, which come in the order of the text, into the nodes of a document,
/// and complains about what the parser itself would let pass. What is wrong but harms nothing else
/// is reported and passed over; where the rest cannot be trusted, `Stop` is thrown.
class YamlTree {
 public:
  struct Stop {};

  YamlTree(YamlDocument& document, Diagnostics& diagnostics);

  void start_document(const YamlMark& mark);
  void add_null(const YamlMark& mark);
  /// `tag` as the parser has it: "?" for a plain word, "!" for a quoted one, else a real tag.
  void add_scalar(const YamlMark& mark, const std::string& tag, const std::string& text);
  void add_alias(const YamlMark& mark);
  void refuse_anchor(const YamlMark& mark) { complain_about_mark(mark.offset, "yaml.anchor"); }
  void open(YamlDocument::Kind kind, const YamlMark& mark, const std::string& tag,
            bool in_brackets);
  void close();

  /// When the whole text has been read: the lines that YAML drops, and whether the root is a map.
  void finish();
  /// After the parser gave up: what went wrong, and what can still be said of what it had read.
  void give_up(YamlMishap mishap, std::size_t at, const std::string& reason);

 private:
  /// A list or map whose end has not come yet.
  struct Frame {
    std::uint32_t node = 0;
    std::uint32_t last_child = 0;
    std::size_t offset = 0;
    std::size_t key_offset = 0;
    int column = -1;  ///< of the innermost block
    bool is_map = false;
    bool in_brackets = false;
    bool expects_key = false;
  };

  [[nodiscard]] std::vector<YamlDocument::Node>& nodes() { return document_.nodes; }
  [[nodiscard]] bool expects_key() const { return !frames_.empty() && frames_.back().expects_key; }
  [[nodiscard]] int block_column() const { return frames_.empty() ? -1 : frames_.back().column; }

  Location locate(const YamlMark& mark);
  std::uint32_t add(YamlDocument::Kind kind, Location at, std::size_t offset);
  void add_null_value(std::size_t offset);
  void check_word(std::size_t offset, const std::string& word);
  void check_quote(std::size_t open);
  void check_root();
  bool report_directives(std::size_t end);
  void report_doubtful(std::size_t end);
  void report_repeated_keys(std::uint32_t map);
  void complain(const YamlComplaint& complaint);
  void complain_at(Location at, const YamlComplaint& complaint);
  void complain_about_mark(std::size_t offset, std::string id);
  [[noreturn]] void stop(const YamlComplaint& complaint);

  YamlDocument& document_;
  Diagnostics& diagnostics_;
  std::string_view text_;
  std::vector<Frame> frames_;
  std::size_t last_token_ = 0;
  std::size_t complaints_ = 0;
  bool has_directives_ = false;
  std::vector<std::pair<std::size_t, std::size_t>> quotes_;  ///< kept only for has_directives_
  std::vector<YamlComplaint> doubtful_;  ///< not true if a bracket turns out to be left open
  Location counted_;                     ///< the last place located,
  std::size_t counted_to_ = 0;           ///< and its offset
};

}  // namespace dealcheck

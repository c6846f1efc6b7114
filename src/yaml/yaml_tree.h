#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/alike.h"
#include "yaml/yaml.h"
#include "yaml/yaml_failure.h"

namespace dealcheck {

/// A place in the text; all from 0, the offset in bytes, the column in characters.
struct YamlMark {
  std::size_t offset = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A scalar as the parser has it.
struct YamlScalar {
  YamlMark begin;
  YamlMark end;           ///< behind the closing quote; where a block of text ends
  std::string_view text;  ///< unquoted
  bool plain = true;      ///< neither quoted nor a block of text
};

/// Turns the parser's events, which come in the order of the text, into the nodes of a document,
/// and complains about what the parser itself would let pass. What is wrong but harms nothing else
/// is reported and passed over; where the rest cannot be trusted, the tree stops and wants no more
/// events.
class YamlTree {
 public:
  YamlTree(YamlDocument& document, Diagnostics& diagnostics);

  /// With directives, `mark` is that of the first.
  void start_document(const YamlMark& mark, bool has_directives);
  void add_scalar(const YamlScalar& scalar);
  void add_alias(const YamlMark& mark);
  /// An anchor or a tag begins at the mark.
  void refuse_property(const YamlMark& mark);
  void open(YamlDocument::Kind kind, const YamlMark& mark, bool in_brackets);
  void close();
  [[nodiscard]] bool stopped() const { return stopped_; }

  /// When the whole text has been read: whether the root is a map.
  void finish();
  /// After the parser gave up: what went wrong, and what can still be said of what it had read.
  void give_up(YamlMishap mishap, std::size_t at, std::string_view reason);

 private:
  /// A list or map whose end has not come yet.
  struct Frame {
    std::uint32_t node = 0;
    std::uint32_t last_child = 0;
    std::size_t offset = 0;
    std::size_t key_begin = 0;
    std::size_t key_end = 0;
    int column = -1;  ///< of the innermost block
    bool is_map = false;
    bool in_brackets = false;
    bool expects_key = false;
  };

  [[nodiscard]] std::vector<YamlDocument::Node>& nodes() { return document_.nodes; }
  [[nodiscard]] bool expects_key() const { return !frames_.empty() && frames_.back().expects_key; }
  [[nodiscard]] int block_column() const { return frames_.empty() ? -1 : frames_.back().column; }

  std::uint32_t add(YamlDocument::Kind kind, Location at);
  void add_null(const YamlScalar& scalar);
  void add_null_value();
  std::string_view keep(const YamlScalar& scalar);
  void note_key(const YamlScalar& scalar);
  /// False when it complained.
  [[nodiscard]] bool check_word(const YamlScalar& scalar);
  void check_hash(std::size_t end);
  void check_unseen(const YamlScalar& scalar, std::string_view seen);
  void warn_of_unseen(const YamlScalar& scalar, const Unseen& unseen);
  [[nodiscard]] bool check_quote(const YamlScalar& scalar);
  void check_root();
  void report_doubtful(std::size_t end);
  void report_repeated_keys(std::uint32_t map);
  void complain(const YamlComplaint& complaint);
  void complain_at(Location at, const YamlComplaint& complaint);
  void complain_about_mark(std::size_t offset, std::string id);
  void stop(const YamlComplaint& complaint);

  YamlDocument& document_;
  Diagnostics& diagnostics_;
  std::string_view text_;
  std::vector<Frame> frames_;
  std::size_t last_token_ = 0;
  std::size_t complaints_ = 0;
  bool stopped_ = false;
  std::vector<YamlComplaint> doubtful_;  ///< not true if a bracket turns out to be left open
};

}  // namespace dealcheck

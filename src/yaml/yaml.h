#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace dealcheck {

/// What one YAML file says, as a tree that knows where every key and value stands. Scalars stay raw
/// text: whether `no` is a word or a boolean and `010` a number is for the reader of the field to
/// say. Nodes lie in one vector; `Yaml` is the handle used to walk them. May be moved, not copied.
class YamlDocument {
 public:
  enum class Kind : std::uint8_t { null, scalar, sequence, map };

  struct Node {
    Kind kind = Kind::null;
    bool quoted = false;             ///< written in quotes or as a block scalar
    Location at;                     ///< a null value stands where its key stands
    std::string_view text;           ///< of a scalar, unquoted
    std::uint32_t first_child = 0;   ///< 0 = none (node 0 is the root, never a child)
    std::uint32_t next_sibling = 0;  ///< map children alternate: key, value, key, value
    std::uint32_t child_count = 0;   ///< of a map: number of pairs
  };

  std::shared_ptr<const Source> source;
  std::vector<Node> nodes;
  /// Texts that do not stand in the source as they read: folded, with escapes, of several lines.
  std::vector<std::unique_ptr<const std::string>> unfolded;
};

class YamlItems;
class YamlEntries;

/// A node of a document. Cheap to copy; valid while the document lives.
class Yaml {
 public:
  Yaml(const YamlDocument& document, std::uint32_t index) : document_(&document), index_(index) {}
  /// The root node of a document.
  explicit Yaml(const YamlDocument& document) : Yaml(document, 0) {}

  [[nodiscard]] bool is_null() const { return node().kind == YamlDocument::Kind::null; }
  [[nodiscard]] bool is_scalar() const { return node().kind == YamlDocument::Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return node().kind == YamlDocument::Kind::sequence; }
  [[nodiscard]] bool is_map() const { return node().kind == YamlDocument::Kind::map; }
  [[nodiscard]] bool quoted() const { return node().quoted; }
  [[nodiscard]] Location at() const { return node().at; }
  /// Text of a scalar; empty for every other kind.
  [[nodiscard]] std::string_view text() const { return node().text; }
  [[nodiscard]] std::size_t size() const { return node().child_count; }

  /// Items of a sequence (none for other kinds).
  [[nodiscard]] YamlItems items() const;
  /// Pairs of a map in file order (none for other kinds).
  [[nodiscard]] YamlEntries entries() const;
  /// The value under a key of a map.
  [[nodiscard]] std::optional<Yaml> find(std::string_view key) const;

  [[nodiscard]] const std::shared_ptr<const Source>& source() const { return document_->source; }

 private:
  [[nodiscard]] const YamlDocument::Node& node() const { return document_->nodes[index_]; }

  const YamlDocument* document_;
  std::uint32_t index_;
};

struct YamlEntry {
  Yaml key;
  Yaml value;
};

/// The items of a sequence, for a range-for.
class YamlItems {
 public:
  class Iterator {
   public:
    Iterator(const YamlDocument& document, std::uint32_t index)
        : document_(&document), index_(index) {}
    [[nodiscard]] Yaml operator*() const { return {*document_, index_}; }
    Iterator& operator++() {
      index_ = document_->nodes[index_].next_sibling;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

   private:
    const YamlDocument* document_;
    std::uint32_t index_;
  };

  YamlItems(const YamlDocument& document, std::uint32_t first)
      : document_(&document), first_(first) {}
  [[nodiscard]] Iterator begin() const { return {*document_, first_}; }
  [[nodiscard]] Iterator end() const { return {*document_, 0}; }

 private:
  const YamlDocument* document_;
  std::uint32_t first_;
};

/// The pairs of a map, for a range-for or an algorithm.
class YamlEntries {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = YamlEntry;
    using difference_type = std::ptrdiff_t;
    using pointer = const YamlEntry*;
    using reference = YamlEntry;

    Iterator(const YamlDocument& document, std::uint32_t key) : document_(&document), key_(key) {}
    [[nodiscard]] YamlEntry operator*() const {
      return {Yaml(*document_, key_), Yaml(*document_, document_->nodes[key_].next_sibling)};
    }
    Iterator& operator++() {
      key_ = document_->nodes[document_->nodes[key_].next_sibling].next_sibling;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.key_ == b.key_; }

   private:
    const YamlDocument* document_;
    std::uint32_t key_;
  };

  YamlEntries(const YamlDocument& document, std::uint32_t first)
      : document_(&document), first_(first) {}
  [[nodiscard]] Iterator begin() const { return {*document_, first_}; }
  [[nodiscard]] Iterator end() const { return {*document_, 0}; }

 private:
  const YamlDocument* document_;
  std::uint32_t first_;
};

inline YamlItems Yaml::items() const {
  return {*document_, is_sequence() ? node().first_child : 0};
}

inline YamlEntries Yaml::entries() const { return {*document_, is_map() ? node().first_child : 0}; }

/// Parses one YAML document. Refuses, with an error at the place, everything that libyaml would
/// let pass in silence: a second document, duplicate keys, anchors and aliases, merge keys, tags,
/// keys that are not plain words, a quote that is never closed, nesting deeper than 64, full-width
/// colons and blanks behind a key. Returns nothing when there was an error. The root is always a
/// map.
[[nodiscard]] std::optional<YamlDocument> parse_yaml(std::shared_ptr<const Source> source,
                                                     Diagnostics& diagnostics);

}  // namespace dealcheck

#include "yaml/yaml.h"

#include <yaml.h>  // libyaml's; NOLINT(readability-duplicate-include)

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "yaml/yaml_mask.h"
#include "yaml/yaml_tree.h"

// The only file that knows libyaml: its events go to a YamlTree, its complaints become mishaps.

namespace dealcheck {
namespace {

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }
  [[nodiscard]] yaml_event_t* get() { return &event_; }
  [[nodiscard]] const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

class Parser {
 public:
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const yaml_char_t*>(text.data()),
                                 text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser_); }

  /// Returns false when the text is not YAML; then the parser knows why.
  [[nodiscard]] bool read(Event& event) {
    if (yaml_parser_parse(&parser_, event.get()) != 0) return true;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    return false;
  }
  [[nodiscard]] const yaml_parser_t* operator->() const { return &parser_; }

 private:
  yaml_parser_t parser_{};
};

std::size_t find_not_ascii(std::string_view text) {
  const auto* found =
      std::find_if(text.begin(), text.end(), [](char byte) { return (byte & 0x80) != 0; });
  return static_cast<std::size_t>(found - text.begin());
}

/// libyaml counts characters, we count bytes. Its marks come nearly always in the order of the
/// text, so that one walk over it is enough.
class ByteCounter {
 public:
  explicit ByteCounter(std::string_view text)
      : text_(text), ascii_(find_not_ascii(text)), index_(ascii_), offset_(ascii_) {}

  [[nodiscard]] std::size_t offset_of(std::size_t index) {
    if (index <= ascii_) return index;
    if (index < index_) index_ = offset_ = ascii_;
    for (; index_ < index && offset_ < text_.size(); ++index_) offset_ += size_at(offset_);
    return offset_;
  }

 private:
  [[nodiscard]] std::size_t size_at(std::size_t offset) const {
    const auto first = static_cast<unsigned char>(text_[offset]);
    if (first < 0x80) return 1;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  std::string_view text_;
  std::size_t ascii_;  ///< so many bytes at the front are a character each
  std::size_t index_;
  std::size_t offset_;
};

struct KnownProblem {
  std::string_view text;  ///< libyaml's problem or, where that is told in many ways, its context
  YamlMishap mishap;
  bool at_context = false;  ///< the mistake is where the thing begins, not where it fails
};

/// What is particular stands before what is general.
constexpr std::array kKnownProblems = {
    KnownProblem{"did not find expected ',' or ']'", YamlMishap::bracket_list},
    KnownProblem{"did not find expected ',' or '}'", YamlMishap::bracket_list},
    KnownProblem{"did not find expected node content", YamlMishap::no_content},
    KnownProblem{"did not find expected key", YamlMishap::map_part},
    KnownProblem{"did not find expected '-' indicator", YamlMishap::list_part},
    KnownProblem{"could not find expected ':'", YamlMishap::no_colon, true},
    KnownProblem{"mapping values are not allowed in this context", YamlMishap::colon},
    KnownProblem{"found unexpected ':'", YamlMishap::colon_in_word},
    KnownProblem{"mapping keys are not allowed in this context", YamlMishap::character},
    KnownProblem{"found character that cannot start any token", YamlMishap::character},
    KnownProblem{"block sequence entries are not allowed in this context", YamlMishap::dash},
    KnownProblem{"found a tab character that violates indentation", YamlMishap::tab},
    KnownProblem{"found a tab character where an indentation space is expected", YamlMishap::tab},
    KnownProblem{"did not find expected <document start>", YamlMishap::document},
    KnownProblem{"found incompatible YAML document", YamlMishap::directive},
    KnownProblem{"found duplicate %YAML directive", YamlMishap::directive},
    KnownProblem{"found duplicate %TAG directive", YamlMishap::directive},
    KnownProblem{"found undefined tag handle", YamlMishap::tag},
    KnownProblem{"while scanning an alias", YamlMishap::alias, true},
    KnownProblem{"while scanning an anchor", YamlMishap::anchor, true},
    KnownProblem{"while scanning a tag", YamlMishap::tag, true},
    KnownProblem{"while parsing a tag", YamlMishap::tag, true},
    KnownProblem{"while scanning a directive", YamlMishap::directive, true},
    KnownProblem{"while scanning a %YAML directive", YamlMishap::directive, true},
    KnownProblem{"while scanning a %TAG directive", YamlMishap::directive, true},
    KnownProblem{"while scanning a tag directive", YamlMishap::directive, true},
    KnownProblem{"while parsing a tag directive", YamlMishap::directive, true},
    KnownProblem{"while parsing a %TAG directive", YamlMishap::directive, true},
    KnownProblem{"while scanning a quoted scalar", YamlMishap::quote, true},
    KnownProblem{"while parsing a quoted scalar", YamlMishap::escape},
    KnownProblem{"while scanning a block scalar", YamlMishap::block_head},
};

KnownProblem known_problem(std::string_view problem, std::string_view context) {
  const auto* known = std::find_if(
      kKnownProblems.begin(), kKnownProblems.end(),
      [&](const KnownProblem& entry) { return entry.text == problem || entry.text == context; });
  return known == kKnownProblems.end() ? KnownProblem{problem, YamlMishap::other} : *known;
}

std::string_view view_of(const char* text) { return text == nullptr ? "" : text; }

/// Hands what libyaml reads to a tree, until the text ends or one of the two gives up.
class EventReader {
 public:
  EventReader(YamlTree& tree, std::string_view text)
      : tree_(tree), mask_(text), parser_(mask_.text()), bytes_(text) {}

  void read_all() {
    while (!tree_.stopped()) {
      Event event;
      if (!parser_.read(event)) return give_up();
      if (event->type == YAML_STREAM_END_EVENT) return tree_.finish();
      hand_over(event);
    }
  }

 private:
  YamlMark mark_of(const yaml_mark_t& mark) {
    return {bytes_.offset_of(mark.index), static_cast<std::uint32_t>(mark.line),
            static_cast<std::uint32_t>(mark.column)};
  }

  void hand_over(const Event& event) {
    const YamlMark mark = mark_of(event->start_mark);
    switch (event->type) {
      case YAML_DOCUMENT_START_EVENT:
        return start_document(mark, event->data.document_start);
      case YAML_ALIAS_EVENT:
        return tree_.add_alias(mark);
      case YAML_SCALAR_EVENT:
        return add_scalar(mark, event);
      case YAML_SEQUENCE_START_EVENT:
        return open(YamlDocument::Kind::sequence, mark, event->data.sequence_start,
                    event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
      case YAML_MAPPING_START_EVENT:
        return open(YamlDocument::Kind::map, mark, event->data.mapping_start,
                    event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return tree_.close();
      default:
        return;
    }
  }

  template <typename Start>
  void start_document(const YamlMark& mark, const Start& start) {
    const bool has_directives = start.version_directive != nullptr ||
                                start.tag_directives.start != start.tag_directives.end;
    tree_.start_document(mark, has_directives);
  }

  template <typename Start>
  void open(YamlDocument::Kind kind, const YamlMark& mark, const Start& start, bool in_brackets) {
    if (start.anchor != nullptr || start.tag != nullptr) tree_.refuse_property(mark);
    tree_.open(kind, mark, in_brackets);
  }

  void add_scalar(const YamlMark& mark, const Event& event) {
    const auto& scalar = event->data.scalar;
    if (scalar.anchor != nullptr || scalar.tag != nullptr) tree_.refuse_property(mark);
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool double_quoted = scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    const std::string unmasked =
        mask_.hides_anything() ? mask_.unmask(text, double_quoted) : std::string();
    tree_.add_scalar({mark, mark_of(event->end_mark),
                      mask_.hides_anything() ? std::string_view(unmasked) : text,
                      scalar.style == YAML_PLAIN_SCALAR_STYLE});
  }

  void give_up() {
    const std::string_view problem = view_of(parser_->problem);
    const KnownProblem known = known_problem(problem, view_of(parser_->context));
    const yaml_mark_t& mark = known.at_context ? parser_->context_mark : parser_->problem_mark;
    tree_.give_up(known.mishap, bytes_.offset_of(mark.index), problem);
  }

  YamlTree& tree_;
  YamlMask mask_;
  Parser parser_;
  ByteCounter bytes_;
};

/// Returns whether the text was free of mistakes; however the parser fails, a diagnostic says so.
bool fill_document(YamlDocument& document, Diagnostics& diagnostics) {
  Diagnostics own;
  try {
    YamlTree tree(document, own);
    EventReader(tree, document.source->text()).read_all();
  } catch (const std::bad_alloc&) {
    own.error(document.source, {}, "yaml.out-of-memory");
  }
  diagnostics.append(own);
  return !own.has_errors();
}

}  // namespace

std::optional<Yaml> Yaml::find(std::string_view key) const {
  for (const YamlEntry entry : entries()) {
    if (entry.key.is_scalar() && entry.key.text() == key) return entry.value;
  }
  return std::nullopt;
}

std::optional<YamlDocument> parse_yaml(std::shared_ptr<const Source> source,
                                       Diagnostics& diagnostics) {
  YamlDocument document{std::move(source), {}, {}};
  if (!fill_document(document, diagnostics)) return std::nullopt;
  return document;
}

}  // namespace dealcheck

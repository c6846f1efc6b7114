#include "yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <new>
#include <streambuf>
#include <utility>

#include "yaml_tree.h"

// The only file that knows yaml-cpp: its events go to a YamlTree, its exceptions become
// diagnostics.

namespace dealcheck {
namespace {

/// yaml-cpp takes this character for the end of the file and drops what follows.
constexpr char kEndOfInput = '\x04';

/// Lets yaml-cpp read the text where it lies.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // a buffer that is only read is never written to
    setg(begin, begin, begin + text.size());
  }
};

YamlMark mark_of(const YAML::Mark& mark) {
  return {static_cast<std::size_t>(std::max(mark.pos, 0)), static_cast<std::uint32_t>(mark.line),
          static_cast<std::uint32_t>(mark.column)};
}

class EventReceiver : public YAML::EventHandler {
 public:
  explicit EventReceiver(YamlTree& tree) : tree_(tree) {}

  void OnDocumentStart(const YAML::Mark& mark) override { tree_.start_document(mark_of(mark)); }
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) override {
    tree_.refuse_anchor(mark_of(mark));
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    tree_.add_null(mark_of(mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    tree_.add_alias(mark_of(mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    tree_.add_scalar(mark_of(mark), tag, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    tree_.open(YamlDocument::Kind::sequence, mark_of(mark), tag, style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value style) override {
    tree_.open(YamlDocument::Kind::map, mark_of(mark), tag, style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  YamlTree& tree_;
};

struct KnownMessage {
  std::string_view text;
  YamlMishap mishap;
};

YamlMishap mishap_of(std::string_view message) {
  namespace text = YAML::ErrorMsg;
  static const std::array kKnown = {
      KnownMessage{text::END_OF_MAP_FLOW, YamlMishap::bracket_list},
      KnownMessage{text::END_OF_SEQ_FLOW, YamlMishap::bracket_list},
      KnownMessage{text::FLOW_END, YamlMishap::stray_bracket},
      KnownMessage{text::END_OF_MAP, YamlMishap::map_part},
      KnownMessage{text::END_OF_SEQ, YamlMishap::list_part},
      KnownMessage{text::MAP_VALUE, YamlMishap::colon},
      KnownMessage{text::MAP_KEY, YamlMishap::colon},
      KnownMessage{text::BLOCK_ENTRY, YamlMishap::dash},
      KnownMessage{text::TAB_IN_INDENTATION, YamlMishap::tab},
      KnownMessage{text::UNKNOWN_TOKEN, YamlMishap::character},
      KnownMessage{text::ALIAS_NOT_FOUND, YamlMishap::alias},
      KnownMessage{text::CHAR_IN_ALIAS, YamlMishap::alias},
      KnownMessage{text::ALIAS_CONTENT, YamlMishap::alias},
      KnownMessage{text::UNKNOWN_ANCHOR, YamlMishap::alias},
      KnownMessage{text::ANCHOR_NOT_FOUND, YamlMishap::anchor},
      KnownMessage{text::CHAR_IN_ANCHOR, YamlMishap::anchor},
      KnownMessage{text::MULTIPLE_ANCHORS, YamlMishap::anchor},
      KnownMessage{text::CHAR_IN_TAG_HANDLE, YamlMishap::tag},
      KnownMessage{text::TAG_WITH_NO_SUFFIX, YamlMishap::tag},
      KnownMessage{text::END_OF_VERBATIM_TAG, YamlMishap::tag},
      KnownMessage{text::MULTIPLE_TAGS, YamlMishap::tag},
      KnownMessage{text::INVALID_HEX, YamlMishap::escape},
      KnownMessage{text::INVALID_UNICODE, YamlMishap::escape},
      KnownMessage{text::INVALID_ESCAPE, YamlMishap::escape},
      KnownMessage{text::DOC_IN_SCALAR, YamlMishap::quote},
      KnownMessage{text::EOF_IN_SCALAR, YamlMishap::quote},
      KnownMessage{text::ZERO_INDENT_IN_BLOCK, YamlMishap::block_head},
      KnownMessage{text::CHAR_IN_BLOCK, YamlMishap::block_head},
      KnownMessage{text::YAML_DIRECTIVE_ARGS, YamlMishap::directive},
      KnownMessage{text::YAML_VERSION, YamlMishap::directive},
      KnownMessage{text::YAML_MAJOR_VERSION, YamlMishap::directive},
      KnownMessage{text::REPEATED_YAML_DIRECTIVE, YamlMishap::directive},
      KnownMessage{text::TAG_DIRECTIVE_ARGS, YamlMishap::directive},
      KnownMessage{text::REPEATED_TAG_DIRECTIVE, YamlMishap::directive},
      KnownMessage{text::BAD_FILE, YamlMishap::too_deep},
  };
  const auto* known = std::find_if(kKnown.begin(), kKnown.end(), [&](const KnownMessage& entry) {
    return message.starts_with(entry.text);
  });
  return known == kKnown.end() ? YamlMishap::other : known->mishap;
}

/// Feeds the text to the parser until it ends or gives up.
void read_events(YamlTree& tree, std::string_view text) {
  TextBuffer buffer(text);
  std::istream stream(&buffer);
  EventReceiver receiver(tree);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(receiver)) {
    }
    tree.finish();
  } catch (const YAML::Exception& failure) {
    const std::size_t at = failure.mark.is_null() ? text.size() : mark_of(failure.mark).offset;
    tree.give_up(mishap_of(failure.msg), at, failure.msg);
  }
}

/// Returns whether the text was free of mistakes; however the parser fails, a diagnostic says so.
bool fill_document(YamlDocument& document, Diagnostics& diagnostics) {
  const std::size_t known = diagnostics.all().size();
  try {
    YamlTree tree(document, diagnostics);
    read_events(tree, document.source->text());
  } catch (const YamlTree::Stop&) {
    return false;
  } catch (const std::bad_alloc&) {
    diagnostics.error(document.source, {}, "yaml.out-of-memory");
  } catch (const std::exception& failure) {
    diagnostics.error(document.source, {}, "yaml.syntax", {{"reason", failure.what()}});
  }
  return diagnostics.all().size() == known;
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
  YamlDocument document{std::move(source), {}};
  const std::string_view text = document.source->text();
  if (const std::size_t end = text.find(kEndOfInput); end != std::string_view::npos) {
    diagnostics.error(document.source, document.source->locate(end), "yaml.end-of-input");
    return std::nullopt;
  }
  if (!fill_document(document, diagnostics)) return std::nullopt;
  return document;
}

}  // namespace dealcheck

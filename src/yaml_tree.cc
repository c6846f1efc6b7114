#include "yaml_tree.h"

#include <algorithm>

#include "yaml_checks.h"
#include "yaml_text.h"

namespace dealcheck {
namespace {

using Kind = YamlDocument::Kind;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxDepth = 64;
/// Bytes of text for one node, roughly; only a guess of how much memory to ask for at once.
constexpr std::size_t kBytesPerNode = 10;
/// A file with more mistakes of its form than this is no deal file; also keeps a hostile one cheap.
constexpr std::size_t kMaxComplaints = 100;

}  // namespace

YamlTree::YamlTree(YamlDocument& document, Diagnostics& diagnostics)
    : document_(document), diagnostics_(diagnostics), text_(document.source->text()) {
  document_.nodes.reserve(text_.size() / kBytesPerNode + 16);
  has_directives_ = !find_directives(text_, text_.size(), {}).empty();
}

void YamlTree::start_document(const YamlMark& mark) {
  if (nodes().empty()) return;
  if (report_directives(mark.offset)) throw Stop{};
  report_doubtful(mark.offset);
  if (nodes()[0].kind == Kind::map) stop({mark.offset, "yaml.second-document", {}});
  check_root();
  throw Stop{};
}

void YamlTree::complain(const YamlComplaint& complaint) {
  complain_at(document_.source->locate(complaint.at), complaint);
}

void YamlTree::complain_at(Location at, const YamlComplaint& complaint) {
  diagnostics_.error(document_.source, at, complaint.id, complaint.arguments);
  if (++complaints_ == kMaxComplaints) throw Stop{};
}

/// About `&name`, `*name` or `!name`.
void YamlTree::complain_about_mark(std::size_t offset, std::string id) {
  complain({offset, std::move(id), {{"mark", std::string(word_at(text_, offset))}}});
}

void YamlTree::stop(const YamlComplaint& complaint) {
  complain(complaint);
  throw Stop{};
}

/// Marks come in the order of the text, so each line's characters are counted once.
Location YamlTree::locate(const YamlMark& mark) {
  const auto line = mark.line + 1;
  const std::size_t offset = mark.offset;
  if (line != counted_.line || offset < counted_to_) {
    counted_ = {line, 1};
    counted_to_ = offset - mark.column;
  }
  for (; counted_to_ < std::min(offset, text_.size()); ++counted_to_) {
    if ((text_[counted_to_] & 0xC0) != 0x80) ++counted_.column;
  }
  return counted_;
}

std::uint32_t YamlTree::add(Kind kind, Location at, std::size_t offset) {
  const auto index = static_cast<std::uint32_t>(nodes().size());
  YamlDocument::Node& node = nodes().emplace_back();
  node.kind = kind;
  node.at = at;
  if (frames_.empty()) return index;
  Frame& parent = frames_.back();
  YamlDocument::Node& owner = nodes()[parent.node];
  (parent.last_child == 0 ? owner.first_child : nodes()[parent.last_child].next_sibling) = index;
  parent.last_child = index;
  if (!parent.is_map || parent.expects_key) ++owner.child_count;
  if (parent.expects_key) parent.key_offset = offset;
  parent.expects_key = parent.is_map && !parent.expects_key;
  return index;
}

void YamlTree::open(Kind kind, const YamlMark& mark, const std::string& tag, bool in_brackets) {
  last_token_ = mark.offset;
  if (tag != "?") complain_about_mark(mark.offset, "yaml.tag");
  if (expects_key()) doubtful_.push_back({mark.offset, "yaml.complex-key", {}});
  if (frames_.size() == kMaxDepth) {
    stop({mark.offset, "yaml.too-deep", {{"limit", std::to_string(kMaxDepth)}}});
  }
  Frame frame;
  frame.in_brackets = in_brackets;
  frame.column = in_brackets ? block_column() : static_cast<int>(mark.column);
  frame.offset = mark.offset;
  frame.is_map = kind == Kind::map;
  frame.expects_key = frame.is_map;
  frame.node = add(kind, locate(mark), mark.offset);
  frames_.push_back(frame);
}

void YamlTree::close() {
  const Frame& frame = frames_.back();
  if (frame.is_map) report_repeated_keys(frame.node);
  frames_.pop_back();
}

void YamlTree::report_repeated_keys(std::uint32_t map) {
  for (const RepeatedKey& key : find_repeated_keys(document_, map)) {
    const std::uint32_t first_line = nodes()[key.first].at.line;
    complain_at(nodes()[key.repeat].at,
                {0,
                 "yaml.duplicate-key",
                 {{"key", nodes()[key.repeat].text}, {"first", std::to_string(first_line)}}});
  }
}

void YamlTree::add_null(const YamlMark& mark) {
  const std::size_t offset = std::min(mark.offset, text_.size());
  if (expects_key()) {
    complain({offset, "yaml.empty-key", {}});
    add(Kind::null, locate(mark), offset);
  } else if (!frames_.empty() && frames_.back().is_map) {
    add_null_value(offset);
  } else if (!frames_.empty() && frames_.back().in_brackets) {
    add(Kind::null, locate(mark), offset);
  } else {
    const std::size_t item = find_empty_item(text_, offset);
    add(Kind::null, document_.source->locate(item), item);
  }
}

void YamlTree::add_null_value(std::size_t offset) {
  const Frame& map = frames_.back();
  const YamlDocument::Node& key = nodes()[map.last_child];
  const bool is_word = key.kind == Kind::scalar;
  if (is_word && !has_colon_behind_key(text_, map.key_offset, key.text)) {
    doubtful_.push_back(
        map.in_brackets ? YamlComplaint{map.key_offset, "yaml.word-in-braces", {{"key", key.text}}}
                        : complain_about_colon(text_, map.key_offset));
  }
  add(Kind::null, key.at, offset);
}

void YamlTree::add_alias(const YamlMark& mark) {
  last_token_ = mark.offset;
  complain_about_mark(mark.offset, "yaml.alias");
  add(Kind::null, locate(mark), mark.offset);
}

void YamlTree::add_scalar(const YamlMark& mark, const std::string& tag, const std::string& text) {
  const char first = text_[std::min(mark.offset, text_.size() - 1)];
  last_token_ = mark.offset;
  const bool quoted = tag == "!" && first != '!';
  if (!quoted && tag != "?") complain_about_mark(mark.offset, "yaml.tag");
  if (first == '"' || first == '\'') check_quote(mark.offset);
  if (!quoted) check_word(mark.offset, text);
  YamlDocument::Node& node = nodes()[add(Kind::scalar, locate(mark), mark.offset)];
  node.quoted = quoted;
  node.text = text;
}

void YamlTree::check_word(std::size_t offset, const std::string& word) {
  const bool is_key = expects_key();
  if (is_key && word == "<<") complain({offset, "yaml.merge-key", {}});
  const std::size_t blank = find_wide_blank(word, is_key);
  if (blank != kNone) complain({offset + blank, "yaml.wide-space", {}});
}

void YamlTree::check_quote(std::size_t open) {
  const std::size_t close = find_closing_quote(text_, open);
  if (close == kNone) stop(complain_about_quote(text_, open, kNone));
  const std::size_t swallowed = find_swallowed_line(text_, open, close, block_column());
  if (swallowed != kNone) stop(complain_about_quote(text_, open, swallowed));
  if (has_directives_) quotes_.emplace_back(open, close);
}

/// Returns whether there were any.
bool YamlTree::report_directives(std::size_t end) {
  if (!has_directives_) return false;
  const std::vector<std::size_t> found = find_directives(text_, end, quotes_);
  for (const std::size_t at : found) complain({at, "yaml.directive", {}});
  return !found.empty();
}

/// Those in front of `end`; where brackets are left open, the parser sees keys that are none.
void YamlTree::report_doubtful(std::size_t end) {
  for (const YamlComplaint& complaint : doubtful_) {
    if (complaint.at < end) complain(complaint);
  }
}

void YamlTree::check_root() {
  const bool stray_comma = text_.find_first_not_of(" \t\r\n") == text_.find(',');
  if (nodes().empty() || (nodes()[0].kind == Kind::null && !stray_comma)) {
    return diagnostics_.error(document_.source, {}, "yaml.empty");
  }
  const YamlDocument::Node& root = nodes()[0];
  if (root.kind == Kind::map) return;
  const auto problem = find_colon_problem(text_, last_token_);
  if (root.kind == Kind::scalar && problem && problem->kind != ColonProblem::Kind::missing) {
    return complain(complain_about_colon(text_, last_token_));
  }
  diagnostics_.error(document_.source, root.at, "yaml.no-fields");
}

void YamlTree::finish() {
  report_directives(text_.size());
  report_doubtful(text_.size());
  check_root();
}

void YamlTree::give_up(YamlMishap mishap, std::size_t at, const std::string& reason) {
  YamlFailure failure{mishap, std::min(at, text_.size()), last_token_, {}, reason};
  for (const Frame& frame : frames_) {
    if (frame.is_map) report_repeated_keys(frame.node);
    const char first = text_[std::min(frame.offset, text_.size() - 1)];
    if (!frame.in_brackets || (first != '[' && first != '{')) continue;
    if (frame.offset < last_token_) failure.open_brackets.push_back(frame.offset);
  }
  std::vector<std::size_t>& brackets = failure.open_brackets;
  brackets.erase(std::unique(brackets.begin(), brackets.end()), brackets.end());
  report_directives(failure.at);
  const YamlComplaint cause = explain_yaml_failure(text_, failure);
  report_doubtful(std::min(line_start(text_, cause.at), line_start(text_, failure.at)));
  complain(cause);
}

}  // namespace dealcheck

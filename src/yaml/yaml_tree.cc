#include "yaml/yaml_tree.h"

#include <algorithm>
#include <memory>

#include "yaml/yaml_checks.h"
#include "yaml/yaml_text.h"

namespace dealcheck {
namespace {

constexpr std::size_t kMaxDepth = 64;
/// Bytes of text for one node, roughly; only a guess of how much memory to ask for at once.
constexpr std::size_t kBytesPerNode = 10;
/// A file with more mistakes of its form than this is no deal file; also keeps a hostile one cheap.
constexpr std::size_t kMaxComplaints = 100;

Location location_of(const YamlMark& mark) { return {mark.line + 1, mark.column + 1}; }

}  // namespace

YamlTree::YamlTree(YamlDocument& document, Diagnostics& diagnostics)
    : document_(document), diagnostics_(diagnostics), text_(document.source->text()) {
  document_.nodes.reserve(text_.size() / kBytesPerNode + 16);
  frames_.reserve(8);
}

void YamlTree::start_document(const YamlMark& mark, bool has_directives) {
  if (has_directives) complain({mark.offset, "yaml.directive", {}});
  if (nodes().empty()) return;
  stopped_ = true;
  if (has_directives) return;
  report_doubtful(mark.offset);
  if (nodes()[0].kind != YamlDocument::Kind::map) return check_root();
  complain({mark.offset, "yaml.second-document", {}});
}

void YamlTree::complain(const YamlComplaint& complaint) {
  complain_at(document_.source->locate(complaint.at), complaint);
}

void YamlTree::complain_at(Location at, const YamlComplaint& complaint) {
  if (complaints_ == kMaxComplaints) return;
  diagnostics_.error(document_.source, at, complaint.id, complaint.arguments);
  if (++complaints_ == kMaxComplaints) stopped_ = true;
}

/// About `&name`, `*name` or `!name`.
void YamlTree::complain_about_mark(std::size_t offset, std::string id) {
  complain({offset, std::move(id), {{"mark", std::string(word_at(text_, offset))}}});
}

void YamlTree::stop(const YamlComplaint& complaint) {
  complain(complaint);
  stopped_ = true;
}

void YamlTree::refuse_property(const YamlMark& mark) {
  complain_about_mark(mark.offset, text_[mark.offset] == '&' ? "yaml.anchor" : "yaml.tag");
}

std::uint32_t YamlTree::add(YamlDocument::Kind kind, Location at) {
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
  parent.expects_key = parent.is_map && !parent.expects_key;
  return index;
}

void YamlTree::open(YamlDocument::Kind kind, const YamlMark& mark, bool in_brackets) {
  last_token_ = mark.offset;
  if (expects_key()) doubtful_.push_back({mark.offset, "yaml.complex-key", {}});
  if (in_brackets && text_[mark.offset] == '?') {
    return stop(complain_about_character(text_, mark.offset));
  }
  if (frames_.size() == kMaxDepth) {
    return stop({mark.offset, "yaml.too-deep", {{"limit", std::to_string(kMaxDepth)}}});
  }
  Frame frame;
  frame.in_brackets = in_brackets;
  frame.column = in_brackets ? block_column() : static_cast<int>(mark.column);
  frame.offset = mark.offset;
  frame.is_map = kind == YamlDocument::Kind::map;
  frame.expects_key = frame.is_map;
  frame.node = add(kind, location_of(mark));
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
    complain_at(nodes()[key.repeat].at, {0,
                                         "yaml.duplicate-key",
                                         {{"key", std::string(nodes()[key.repeat].text)},
                                          {"first", std::to_string(first_line)}}});
  }
}

void YamlTree::add_scalar(const YamlScalar& scalar) {
  last_token_ = scalar.begin.offset;
  if (expects_key()) note_key(scalar);
  if (scalar.plain && is_null_word(scalar.text)) return add_null(scalar);
  const std::string_view seen = scalar.plain ? without_unseen_end(scalar.text) : scalar.text;
  if (scalar.plain ? check_word(scalar) : check_quote(scalar)) check_unseen(scalar, seen);
  if (scalar.plain && !expects_key()) check_hash(scalar.end.offset);
  YamlDocument::Node& node = nodes()[add(YamlDocument::Kind::scalar, location_of(scalar.begin))];
  node.quoted = !scalar.plain;
  node.text = keep(scalar).substr(0, seen.size());
}

/// At the front of a word, anywhere in a key, or at the end of a word, where it is taken off.
void YamlTree::check_unseen(const YamlScalar& scalar, std::string_view seen) {
  if (!has_other_spelling(scalar.text)) return;
  const Unseen first = find_unseen(scalar.text);
  const bool in_front = first.at == 0 && scalar.plain;
  if (first && (in_front || expects_key())) return warn_of_unseen(scalar, first);
  Unseen behind = find_unseen(scalar.text.substr(seen.size()));
  if (!behind) return;
  behind.at += seen.size();
  warn_of_unseen(scalar, behind);
}

void YamlTree::warn_of_unseen(const YamlScalar& scalar, const Unseen& unseen) {
  const bool one_line = scalar.begin.line == scalar.end.line;
  const std::size_t quote = scalar.plain ? 0 : 1;
  const Location at = one_line ? document_.source->locate(scalar.begin.offset + quote + unseen.at)
                               : location_of(scalar.begin);
  warn_of_unseen_at(diagnostics_, document_.source, at, unseen);
}

/// `Project #1`: behind a bare text, what looks like more of it is a comment.
void YamlTree::check_hash(std::size_t end) {
  const std::size_t hash = skip_blanks(text_, end);
  if (hash == end || hash >= text_.size() || text_[hash] != '#') return;
  if (is_blank_or_end(text_, hash + 1) || text_[hash + 1] == '#') return;
  diagnostics_.warning(document_.source, document_.source->locate(hash), "yaml.hash");
}

/// Most texts stand in the source just as they read, so that they need not be copied.
std::string_view YamlTree::keep(const YamlScalar& scalar) {
  const std::size_t begin = scalar.begin.offset + (scalar.plain ? 0 : 1);
  const std::string_view written = text_.substr(std::min(begin, text_.size()), scalar.text.size());
  if (written == scalar.text) return written;
  return *document_.unfolded.emplace_back(std::make_unique<const std::string>(scalar.text));
}

void YamlTree::note_key(const YamlScalar& scalar) {
  Frame& map = frames_.back();
  map.key_begin = scalar.begin.offset;
  map.key_end = scalar.end.offset;
  if (!map.in_brackets) return;
  const std::size_t question = find_question_before(text_, map.key_begin);
  if (question != std::string_view::npos) stop(complain_about_character(text_, question));
}

/// Nothing, or a word that means it. An empty item stands where its dash stands, an empty value
/// where its key stands.
void YamlTree::add_null(const YamlScalar& scalar) {
  if (expects_key()) {
    complain({scalar.begin.offset, "yaml.empty-key", {}});
    add(YamlDocument::Kind::null, location_of(scalar.begin));
  } else if (!frames_.empty() && frames_.back().is_map) {
    add_null_value();
  } else {
    YamlMark mark = scalar.begin;
    const bool behind_dash = scalar.begin.offset == scalar.end.offset && !frames_.empty();
    if (behind_dash) --mark.column;
    add(YamlDocument::Kind::null, location_of(mark));
  }
}

void YamlTree::add_null_value() {
  const Frame& map = frames_.back();
  const YamlDocument::Node& key = nodes()[map.last_child];
  const std::size_t behind = skip_blanks(text_, map.key_end);
  const bool has_colon = behind < text_.size() && text_[behind] == ':';
  if (key.kind == YamlDocument::Kind::scalar && !has_colon) {
    const auto wide = map.in_brackets ? find_wide_mark(key.text) : std::nullopt;
    doubtful_.push_back(
        wide ? YamlComplaint{map.key_begin + wide->at,
                             "yaml.wide-mark",
                             {{"mark", std::string(wide->mark)}}}
        : map.in_brackets
            ? YamlComplaint{map.key_begin, "yaml.word-in-braces", {{"key", std::string(key.text)}}}
            : complain_about_colon(text_, map.key_begin));
  }
  add(YamlDocument::Kind::null, key.at);
}

void YamlTree::add_alias(const YamlMark& mark) {
  last_token_ = mark.offset;
  complain_about_mark(mark.offset, "yaml.alias");
  add(YamlDocument::Kind::null, location_of(mark));
}

bool YamlTree::check_word(const YamlScalar& scalar) {
  const bool is_key = expects_key();
  if (is_key && scalar.text == "<<") complain({scalar.begin.offset, "yaml.merge-key", {}});
  const std::size_t blank = find_wide_blank(scalar.text, is_key);
  if (blank == std::string_view::npos) return true;
  complain({scalar.begin.offset + blank, "yaml.wide-space", {}});
  return false;
}

/// A quoted text of several lines: did it swallow other fields?
bool YamlTree::check_quote(const YamlScalar& scalar) {
  const std::size_t open = scalar.begin.offset;
  const bool one_line = scalar.begin.line == scalar.end.line;
  if (one_line || (text_[open] != '"' && text_[open] != '\'')) return true;
  const std::size_t swallowed =
      find_swallowed_line(text_, open, scalar.end.offset - 1, block_column());
  if (swallowed == std::string_view::npos) return true;
  stop(complain_about_quote(text_, open, swallowed));
  return false;
}

/// Those in front of `end`; where brackets are left open, the parser sees keys that are none.
void YamlTree::report_doubtful(std::size_t end) {
  for (const YamlComplaint& complaint : doubtful_) {
    if (complaint.at < end) complain(complaint);
  }
}

void YamlTree::check_root() {
  if (nodes().empty() || nodes()[0].kind == YamlDocument::Kind::null) {
    return diagnostics_.error(document_.source, {}, "yaml.empty");
  }
  const YamlDocument::Node& root = nodes()[0];
  if (root.kind == YamlDocument::Kind::map) return;
  const auto problem = find_colon_problem(text_, last_token_);
  if (root.kind == YamlDocument::Kind::scalar && problem &&
      problem->kind != ColonProblem::Kind::missing) {
    return complain(complain_about_colon(text_, last_token_));
  }
  diagnostics_.error(document_.source, root.at, "yaml.no-fields");
}

void YamlTree::finish() {
  report_doubtful(text_.size());
  check_root();
}

void YamlTree::give_up(YamlMishap mishap, std::size_t at, std::string_view reason) {
  const bool behind_root = mishap == YamlMishap::document && frames_.empty() && !nodes().empty();
  const bool in_list = mishap == YamlMishap::list_part || mishap == YamlMishap::no_content;
  const bool in_root_list = in_list && frames_.size() == 1 && !frames_.back().in_brackets;
  if ((behind_root || in_root_list) && nodes()[0].kind != YamlDocument::Kind::map)
    return check_root();
  YamlFailure failure{mishap, std::min(at, text_.size()), last_token_, {}, std::string(reason)};
  for (const Frame& frame : frames_) {
    if (frame.is_map) report_repeated_keys(frame.node);
    const char first = text_[std::min(frame.offset, text_.size() - 1)];
    if (!frame.in_brackets || (first != '[' && first != '{')) continue;
    if (frame.offset < last_token_) failure.open_brackets.push_back(frame.offset);
  }
  std::vector<std::size_t>& brackets = failure.open_brackets;
  brackets.erase(std::unique(brackets.begin(), brackets.end()), brackets.end());
  const YamlComplaint cause = explain_yaml_failure(text_, failure);
  complain(cause);
  report_doubtful(std::min(line_start(text_, cause.at), line_start(text_, failure.at)));
}

}  // namespace dealcheck

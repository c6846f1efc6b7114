#include "yaml/yaml_edit.h"

#include <algorithm>
#include <utility>

#include "yaml/yaml_quote.h"
#include "yaml/yaml_text.h"

namespace dealcheck {

YamlEdit::YamlEdit(const Source& source)
    : layout_(source),
      text_(source.text()),
      line_end_(text_.find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

void YamlEdit::splice(std::size_t at, std::size_t erase, std::string text) {
  splices_.push_back({at, erase, std::move(text)});
}

void YamlEdit::replace(Yaml node, std::string text) {
  const std::size_t at = layout_.begin(node);
  splice(at, layout_.end(node) - at, std::move(text));
}

/// New lines behind the line that holds `at`.
void YamlEdit::add_lines(std::size_t at, const std::string& lines) {
  insert(end_of_text_on_line(text_, at), line_end_ + lines);
}

void YamlEdit::add_to_map(Yaml map, const std::string& name, const std::string& value) {
  const std::string pair = name + ": " + value;
  if (layout_.in_brackets(map)) {
    std::size_t at = layout_.begin(map) + 1;
    for (const YamlEntry& entry : map.entries()) at = layout_.end(entry);
    insert(at, (map.size() == 0 ? "" : ", ") + pair);
    return;
  }
  add_lines(layout_.end(map) - 1, std::string(layout_.column(map), ' ') + pair);
}

void YamlEdit::add_to_list(Yaml list, const std::string& item) {
  if (layout_.in_brackets(list)) {
    std::size_t at = layout_.begin(list) + 1;
    for (const Yaml each : list.items()) at = layout_.end(each);
    insert(at, (list.size() == 0 ? "" : ", ") + item);
    return;
  }
  add_lines(layout_.end(list) - 1, std::string(layout_.column(list), ' ') + "- " + item);
}

/// A map over several lines becomes the first entry of a list: a dash in front, the rest moved in.
void YamlEdit::make_block_list(Yaml map, const std::string& item) {
  const std::size_t begin = layout_.begin(map);
  const std::size_t end = layout_.end(map);
  insert(begin, "- ");
  for (std::size_t at = dealcheck::line_end(text_, begin) + 1; at < end;
       at = dealcheck::line_end(text_, at) + 1) {
    if (skip_blanks(text_, at) < end_of_text_on_line(text_, at)) insert(at, "  ");
  }
  add_lines(end - 1, std::string(layout_.column(map), ' ') + "- " + item);
}

/// A scalar as it is written; what would end it within brackets needs quotes.
std::string YamlEdit::as_item(Yaml node) const {
  const std::size_t at = layout_.begin(node);
  const std::string_view raw = text_.substr(at, layout_.end(node) - at);
  const bool safe = raw.find_first_of(",[]{}\n") == std::string_view::npos;
  return safe ? std::string(raw) : yaml_text(node.text());
}

/// What stands alone becomes the first entry of a list.
void YamlEdit::make_list(Yaml node, const std::string& item) {
  if (node.is_map() && !layout_.in_brackets(node)) {
    make_block_list(node, item);
    return;
  }
  if (node.is_scalar()) {
    replace(node, "[" + as_item(node) + ", " + item + "]");
    return;
  }
  insert(layout_.begin(node), "[");
  insert(layout_.end(node), ", " + item + "]");
}

std::string YamlEdit::text() const {
  std::vector<Splice> splices = splices_;
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& a, const Splice& b) { return a.at < b.at; });
  std::string out;
  std::size_t from = 0;
  for (const Splice& one : splices) {
    out += text_.substr(from, one.at - from);
    out += one.text;
    from = one.at + one.erase;
  }
  out += text_.substr(from);
  return out;
}

}  // namespace dealcheck

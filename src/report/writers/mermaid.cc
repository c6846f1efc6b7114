// Mermaid looks for its syntax with one regular expression after the other, some of them before it
// knows what is inside quotes (`%%` comments and `%%{` directives, `style…:…#…;`, `#…;` entities);
// and what it has read is HTML, Markdown and icon names (`fa:…`) to it. So inside a label only
// letters, digits and a few marks behind a letter stand for themselves; everything else of ASCII is
// an entity, and so are the signs that it writes entities with while it works. One word it finds
// anywhere in a line and drops that line for: `direction LR`.

#include "report/writers/mermaid.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

constexpr std::string_view kPlainBehindLetter = ",.()/'!?-";

struct Taken {
  std::string_view text;
  std::string_view by;
};
constexpr std::array<Taken, 3> kTaken{
    {{"\u00B0", "#176;"}, {"\u00B6", "#182;"}, {"direction", "#100;irection"}}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_plain(char c) { return c == ' ' || is_letter(c) || (c >= '0' && c <= '9'); }

void replace_all(std::string& text, const Taken& taken) {
  std::size_t at = text.find(taken.text);
  for (; at != std::string::npos; at = text.find(taken.text, at + taken.by.size())) {
    text.replace(at, taken.text.size(), taken.by);
  }
}

struct Ends {
  std::string_view open;
  std::string_view close;
};

Ends ends_of(Flowchart::Shape shape) {
  static constexpr std::array<Ends, 6> kEnds{
      {{"[", "]"}, {"(", ")"}, {"{{", "}}"}, {"([", "])"}, {"[/", "/]"}, {"((", "))"}}};
  return kEnds.at(static_cast<std::size_t>(shape));
}

std::string_view arrow_of(Flowchart::Line line) {
  static constexpr std::array<std::string_view, 3> kArrows{"-->", "-.->", "==>"};
  return kArrows.at(static_cast<std::size_t>(line));
}

std::string name_of(Flowchart::Node node) { return "n" + std::to_string(node); }

/// A label must not be empty.
std::string label_of(const std::vector<std::string>& lines) {
  std::string label;
  for (const std::string& line : lines) {
    const std::string escaped = mermaid_label(line);
    if (trim(escaped).empty()) continue;
    label += (label.empty() ? "" : "<br/>") + escaped;
  }
  return label.empty() ? mermaid_label("?") : label;
}

}  // namespace

std::string mermaid_label(std::string_view text) {
  const std::string visible = sanitise(text);
  std::string label;
  bool behind_letter = false;
  for (const char c : visible) {
    const bool plain =
        is_plain(c) || (behind_letter && kPlainBehindLetter.find(c) != std::string_view::npos);
    label += plain ? std::string(1, c) : "#" + std::to_string(int{c}) + ";";
    behind_letter = behind_letter || is_letter(c);
  }
  for (const Taken& taken : kTaken) replace_all(label, taken);
  return label;
}

Flowchart::Node Flowchart::node(Shape shape, const std::vector<std::string>& lines,
                                const std::vector<Look>& looks) {
  const Node node = nodes_++;
  const Ends ends = ends_of(shape);
  drawn_.append("  ").append(name_of(node)).append(ends.open).append("\"").append(label_of(lines));
  drawn_.append("\"").append(ends.close).append("\n");
  for (const Look& look : looks) wear(node, look);
  return node;
}

void Flowchart::wear(Node node, const Look& look) {
  auto worn = std::find_if(worn_.begin(), worn_.end(),
                           [&](const Worn& one) { return one.look.name == look.name; });
  if (worn == worn_.end()) worn = worn_.insert(worn_.end(), Worn{look, {}});
  worn->nodes += (worn->nodes.empty() ? "" : ",") + name_of(node);
}

void Flowchart::edge(Node from, Node to, Line line, std::string_view label,
                     std::string_view style) {
  drawn_.append("  ").append(name_of(from)).append(" ").append(arrow_of(line));
  drawn_.append("|\"").append(label_of({std::string(label)})).append("\"| ");
  drawn_.append(name_of(to)).append("\n");
  if (!style.empty()) {
    edge_styles_.append("  linkStyle ").append(std::to_string(edges_)).append(" ");
    edge_styles_.append(style).append("\n");
  }
  ++edges_;
}

std::string Flowchart::fenced() const {
  std::string text = "```mermaid\nflowchart BT\n" + drawn_ + edge_styles_;
  for (const Worn& worn : worn_) {
    text.append("  classDef ").append(worn.look.name).append(" ").append(worn.look.style);
    text.append("\n  class ").append(worn.nodes).append(" ").append(worn.look.name).append("\n");
  }
  return text + "```\n";
}

}  // namespace dealcheck

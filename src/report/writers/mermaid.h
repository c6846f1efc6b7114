#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// Any text as a line of a label in a Mermaid drawing: nothing in it is syntax, a directive, markup
/// or a link; control characters become visible.
[[nodiscard]] std::string mermaid_label(std::string_view text);

/// A flowchart in the making. Labels are plain text and are escaped here, names are given here, so
/// that no text can become a part of the drawing's syntax.
class Flowchart {
 public:
  enum class Shape : std::uint8_t { box, rounded, hexagon, pill, slanted, circle };
  enum class Line : std::uint8_t { solid, dotted, thick };
  using Node = std::size_t;

  /// A way to look, for nodes and lines: `style` is CSS of ours, without quotes and semicolons.
  struct Look {
    std::string_view name;
    std::string_view style;
  };

  /// `lines` stand under each other in the node.
  Node node(Shape shape, const std::vector<std::string>& lines, const std::vector<Look>& looks);
  void edge(Node from, Node to, Line line, std::string_view label, std::string_view style = {});

  /// The drawing as a block of code, which GitHub, GitLab and others draw in its place.
  [[nodiscard]] std::string fenced() const;

 private:
  void wear(Node node, const Look& look);

  struct Worn {
    Look look;
    std::string nodes;
  };

  std::size_t nodes_ = 0;
  std::size_t edges_ = 0;
  std::string drawn_;
  std::string edge_styles_;
  std::vector<Worn> worn_;
};

}  // namespace dealcheck

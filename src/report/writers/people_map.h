#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "report/writers/gauge.h"
#include "report/writers/lanes.h"

namespace dealcheck {

/// What the map has to know of a person to find a place.
struct MapPerson {
  std::optional<int> support;  ///< -5 … +5
  std::size_t influence = 0;   ///< row: 0 high, 1 medium, 2 low, 3 not said
  double mark_width = 0;       ///< of the marks side by side, in drawing units
  double label_width = 0;      ///< of the name below them
};
inline constexpr std::size_t kInfluenceRows = 4;

struct MapNode {
  Point at;
  double mark_width = 0;
  double label_x = 0;  ///< middle of the name: that of the mark, unless it would stick out
};

/// Influence against support: rows from high to low, support from left to right.
struct PeopleMap {
  double width = 0;
  double height = 0;
  std::array<Stretch, kInfluenceRows> rows;  ///< from top to bottom; empty (0, 0): nobody in it
  Stretch against;                           ///< the columns -5 … -1
  Stretch neutral;                           ///< the column 0
  Stretch in_favour;                         ///< the columns +1 … +5
  std::optional<Stretch> unsaid;             ///< of those whose support is not said
  std::vector<MapNode> nodes;                ///< as the people
  MapNode us;                                ///< our own side, below the rows
};

[[nodiscard]] PeopleMap lay_out_people(const std::vector<MapPerson>& people, double width);

/// A bent line from one person to another that stops short of the marks and names of both: where it
/// begins, the point that bends it, where it ends.
struct MapLine {
  Point from;
  Point bend;
  Point to;
};
/// `bow`: how far it bends to its left, in drawing units.
[[nodiscard]] MapLine lay_out_line(const MapNode& from, const MapNode& to, double bow);

/// The three corners of the arrow at its end, the point first.
[[nodiscard]] std::vector<Point> arrow_head(const MapLine& line, double size);

}  // namespace dealcheck

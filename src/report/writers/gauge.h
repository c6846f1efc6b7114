#pragma once

#include <cstddef>
#include <vector>

namespace dealcheck {

struct Point {
  double x = 0;
  double y = 0;
};

/// One question's part of the ring, as the corners of a path.
struct GaugePart {
  Point outer_from;
  Point outer_to;
  Point inner_to;
  Point inner_from;
  Point mark;              ///< where the mark of the answer stands
  Point number;            ///< and the question's number, nearer to the centre
  bool over_half = false;  ///< the arcs are longer than half a circle
};

/// A ring cut into as many equal parts as there are questions, clockwise from the top; its centre
/// is (radius, radius). Four questions make four quarters (method 3).
[[nodiscard]] std::vector<GaugePart> lay_out_gauge(std::size_t questions, double radius,
                                                   double hole);

}  // namespace dealcheck

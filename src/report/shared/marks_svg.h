#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "base/function_ref.h"
#include "report/writers/gauge.h"
#include "report/writers/markup.h"

namespace dealcheck {

// Marks of drawings. Each has a shape of its own, so that nothing hangs on colour alone.

/// Circle with a tick, diamond with a wave, square with a cross; a broken circle with a question
/// mark when there is no reading. `size` is half its width.
void draw_reading(Markup& out, std::optional<Reads> reads, Point at, double size);

/// A small dot: an event that no judgement rests on.
void draw_dot(Markup& out, Point at);

/// The shape of a buying role (economic, user, technical, coach; empty: none given), with the class
/// that says how it is filled.
void draw_role(Markup& out, std::string_view role, std::string_view fill, Point at, double size);

/// The shapes that marks are made of, around `at`; `style` is their class.
void draw_polygon(Markup& out, std::string_view style, const std::vector<Point>& shape, Point at,
                  double size);
void draw_square(Markup& out, std::string_view style, Point at, double half);
void draw_circle(Markup& out, std::string_view style, Point at, double radius);
[[nodiscard]] const std::vector<Point>& diamond();

/// A path through points, closed. Coordinates with at most one decimal.
[[nodiscard]] std::string closed_path(const std::vector<Point>& points);
/// `12 34.5`
[[nodiscard]] std::string coordinates(Point point);

/// One entry of a legend: a mark, drawn around (0, 0) in a field of 24 by 24, and what it means.
void put_legend_item(Markup& out, FunctionRef<void(Markup&)> draw, std::string_view means);

/// The same for the colour of bars.
void put_swatch(Markup& out, std::string_view style, std::string_view means);

/// A cell of a table with a drawing that is stretched to it; the cells beside it say the same.
void put_bar_cell(Markup& out, double width, double height, FunctionRef<void()> draw);

/// Drawings whose words would get too small are made twice; the style sheet shows one of them.
struct Screen {
  std::string_view name;  ///< class: wide, narrow
  double width = 0;       ///< of the drawing
  int name_cells = 0;     ///< for a person's name
};
inline constexpr std::array kScreens{Screen{"wide", 720, 20}, Screen{"narrow", 330, 13}};

/// What is around a drawing.
struct DrawingFrame {
  std::string id;          ///< of the whole page's drawings; no user text
  std::string_view shown;  ///< the screen's name; empty: for every one
  double width = 0;
  double height = 0;
  std::string title;
  std::string desc;  ///< what it shows, for those who do not see it
};
void put_drawing(Markup& out, const DrawingFrame& frame, FunctionRef<void(Markup&)> draw);

}  // namespace dealcheck

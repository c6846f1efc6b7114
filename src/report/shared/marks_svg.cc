#include "report/shared/marks_svg.h"

#include <fmt/format.h>

namespace dealcheck {

namespace {

std::string moved(const std::vector<Point>& shape, Point at, double size) {
  std::vector<Point> points;
  points.reserve(shape.size());
  for (const Point& one : shape) points.push_back({at.x + size * one.x, at.y + size * one.y});
  return closed_path(points);
}

/// A line through points, open.
void draw_stroke(Markup& out, const std::vector<Point>& shape, Point at, double size) {
  std::string path = moved(shape, at, size);
  path.pop_back();  // the Z
  out.leaf("path", {{"class", "glyph"}, {"d", path}});
}

}  // namespace

void draw_polygon(Markup& out, std::string_view style, const std::vector<Point>& shape, Point at,
                  double size) {
  out.leaf("path", {{"class", style}, {"d", moved(shape, at, size)}});
}

void draw_square(Markup& out, std::string_view style, Point at, double half) {
  out.leaf("rect", {{"class", style},
                    {"x", at.x - half},
                    {"y", at.y - half},
                    {"width", 2 * half},
                    {"height", 2 * half}});
}

void draw_circle(Markup& out, std::string_view style, Point at, double radius) {
  out.leaf("circle", {{"class", style}, {"cx", at.x}, {"cy", at.y}, {"r", radius}});
}

const std::vector<Point>& diamond() {
  static const std::vector<Point> kShape{{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}};
  return kShape;
}

std::string coordinates(Point point) { return drawn_number(point.x) + " " + drawn_number(point.y); }

std::string closed_path(const std::vector<Point>& points) {
  std::string path;
  for (const Point& point : points) path += (path.empty() ? "M" : "L") + coordinates(point);
  return path + "Z";
}

void draw_reading(Markup& out, std::optional<Reads> reads, Point at, double size) {
  if (!reads) {
    draw_circle(out, "fill-open", at, size);
    out.leaf("text", {{"class", "middle tiny strong-text"}, {"x", at.x}, {"y", at.y + 4}}, "?");
    return;
  }
  switch (*reads) {
    case Reads::favourable:
      draw_circle(out, "fill-good", at, size);
      draw_stroke(out, {{-0.45, 0.05}, {-0.12, 0.4}, {0.45, -0.35}}, at, size);
      break;
    case Reads::mixed:
      draw_polygon(out, "fill-mixed", diamond(), at, size);
      draw_stroke(out, {{-0.5, 0.12}, {-0.2, -0.18}, {0.2, 0.18}, {0.5, -0.12}}, at, size);
      break;
    case Reads::adverse:
      draw_square(out, "fill-bad", at, size * 0.9);
      draw_stroke(out, {{-0.4, -0.4}, {0.4, 0.4}}, at, size);
      draw_stroke(out, {{-0.4, 0.4}, {0.4, -0.4}}, at, size);
      break;
  }
}

void draw_dot(Markup& out, Point at) { draw_circle(out, "fill-plain", at, 4.5); }

void draw_role(Markup& out, std::string_view role, std::string_view fill, Point at, double size) {
  const std::string style = fmt::format("person {}", fill);
  if (role == "user") {
    draw_circle(out, style, at, size * 0.95);
  } else if (role == "economic") {
    draw_square(out, style, at, size * 0.85);
  } else if (role == "technical") {
    draw_polygon(out, style, {{0, -1}, {1.05, 0.85}, {-1.05, 0.85}}, at, size);
  } else if (role == "coach") {
    draw_polygon(out, style, diamond(), at, size * 0.95);
  } else {
    out.leaf("path",
             {{"class", style},
              {"d", moved({{-0.5, -0.85}, {0.5, -0.85}, {1, 0}, {0.5, 0.85}, {-0.5, 0.85}, {-1, 0}},
                          at, size)}});
  }
}

void put_legend_item(Markup& out, FunctionRef<void(Markup&)> draw, std::string_view means) {
  out.in("li", {}, [&] {
    out.in("svg",
           {{"class", "mark"},
            {"viewBox", "-12 -12 24 24"},
            {"width", 20},
            {"height", 20},
            {"aria-hidden", "true"}},
           [&] { draw(out); });
    out.leaf("span", {}, means);
  });
}

void put_swatch(Markup& out, std::string_view style, std::string_view means) {
  put_legend_item(
      out,
      [&](Markup& mark) {
        mark.leaf("rect",
                  {{"class", style}, {"x", -11.0}, {"y", -7.0}, {"width", 22.0}, {"height", 14.0}});
      },
      means);
}

void put_bar_cell(Markup& out, double width, double height, FunctionRef<void()> draw) {
  out.in("td", {{"class", "drawn"}}, [&] {
    out.in("svg",
           {{"viewBox", fmt::format("0 0 {} {}", width, height)},
            {"preserveAspectRatio", "none"},
            {"aria-hidden", "true"}},
           draw);
  });
}

void put_drawing(Markup& out, const DrawingFrame& frame, FunctionRef<void(Markup&)> draw) {
  const std::string id =
      frame.shown.empty() ? frame.id : fmt::format("{}-{}", frame.id, frame.shown);
  out.in(
      "svg",
      {{"id", id},
       {"class", frame.shown},
       {"viewBox", fmt::format("0 0 {} {}", drawn_number(frame.width), drawn_number(frame.height))},
       {"width", frame.width},
       {"height", frame.height},
       {"role", "img"},
       {"aria-labelledby", id + "-title " + id + "-desc"}},
      [&] {
        out.leaf("title", {{"id", id + "-title"}}, frame.title);
        out.leaf("desc", {{"id", id + "-desc"}}, frame.desc);
        draw(out);
      });
}

}  // namespace dealcheck

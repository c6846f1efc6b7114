#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/writers/gauge.h"
#include "report/writers/lanes.h"

namespace dealcheck {

/// A dot that wants a place: its column, its band, and how far up it stands in the band.
struct DotPlace {
  std::size_t column = 0;
  std::size_t band = 0;
  std::optional<double> amount;  ///< empty: the band has no scale for it
  double radius = 0;
  double label_width = 0;  ///< of what is written to the right of it; 0: nothing
};

struct DotTick {
  double y = 0;
  double amount = 0;
};

/// Dots that share one scale of amounts, the larger ones higher up, each step ten times the last.
/// Without amounts there is no scale, and the dots stand in rows.
struct DotBand {
  Stretch down;
  std::vector<DotTick> ticks;  ///< the largest first; empty: no scale
};

/// Dots in columns; those that would lie on one another move sideways as long as the column is
/// wide enough. Drawing units.
struct DotChart {
  double height = 0;
  std::vector<Stretch> columns;
  std::vector<DotBand> bands;  ///< below one another
  std::vector<Point> dots;     ///< middles, as the places
};

/// What the chart is laid out in: left of `columns.from` stand the ticks, above `top` the names of
/// the columns, above each band `band_head` its name.
struct DotField {
  Stretch columns;
  double top = 0;
  double band_head = 0;
};

[[nodiscard]] DotChart lay_out_dots(const std::vector<DotPlace>& places, std::size_t columns,
                                    std::size_t bands, const DotField& field);

}  // namespace dealcheck

#include "report/writers/dot_chart.h"

#include <algorithm>
#include <cmath>

namespace dealcheck {

namespace {

constexpr double kEdge = 14;   ///< free above the highest and below the lowest dot of a band
constexpr double kDotGap = 2;  ///< between two dots
constexpr double kLowest = 90;
constexpr double kHighest = 200;
constexpr double kPerDot = 4;  ///< height that a further dot in the busiest column asks for
constexpr int kMostTicks = 5;

/// Powers of ten around the amounts of a band.
struct Decades {
  int from = 0;
  int to = 0;
};

double decade_of(double amount) { return std::log10(std::max(amount, 1.0)); }

/// Deals of one band, and how they are laid out in its columns.
class BandLayout {
 public:
  BandLayout(const std::vector<DotPlace>& places, std::size_t band, DotChart& chart)
      : places_(places), chart_(chart), members_(chart.columns.size()) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i].band == band) members_.at(places[i].column).push_back(i);
    }
  }

  /// Puts the dots from `top` downwards and tells where the band ends.
  DotBand lay_out(double top) { return scaled() ? lay_out_scaled(top) : lay_out_rows(top); }

 private:
  [[nodiscard]] bool scaled() const {
    return std::any_of(members_.begin(), members_.end(), [&](const auto& column) {
      return !column.empty() && places_[column.front()].amount.has_value();
    });
  }

  [[nodiscard]] Decades decades() const {
    double least = 300;
    double most = 0;
    for (const auto& column : members_) {
      for (const std::size_t one : column) {
        const double decade = decade_of(places_[one].amount.value_or(0));
        least = std::min(least, decade);
        most = std::max(most, decade);
      }
    }
    const int from = static_cast<int>(std::floor(least));
    return {from, std::max(static_cast<int>(std::ceil(most)), from + 1)};
  }

  DotBand lay_out_scaled(double top) {
    std::size_t busiest = 0;
    for (const auto& column : members_) busiest = std::max(busiest, column.size());
    const double wanted = kLowest + kPerDot * static_cast<double>(busiest);
    DotBand band{{top, top + std::min(wanted, kHighest)}, {}};
    const Decades range = decades();
    const Stretch plot{band.down.from + kEdge, band.down.to - kEdge};
    const auto height_of = [&](double decade) {
      return plot.to - (plot.to - plot.from) * (decade - range.from) / (range.to - range.from);
    };
    const int step = std::max(1, (range.to - range.from + kMostTicks - 1) / kMostTicks);
    for (int decade = range.from; decade <= range.to; decade += step) {
      band.ticks.insert(band.ticks.begin(), {height_of(decade), std::pow(10.0, decade)});
    }
    for (std::size_t column = 0; column < members_.size(); ++column) {
      for (const std::size_t one : members_[column]) {
        chart_.dots[one].y = height_of(decade_of(places_[one].amount.value_or(0)));
      }
      spread(members_[column], chart_.columns[column]);
    }
    return band;
  }

  /// Half the width that a dot takes together with its label.
  [[nodiscard]] double half_width(std::size_t one) const {
    return places_[one].radius + places_[one].label_width / 2;
  }

  [[nodiscard]] bool collides(std::size_t one, double middle,
                              const std::vector<std::size_t>& others) const {
    return std::any_of(others.begin(), others.end(), [&](std::size_t other) {
      const double across = std::abs(middle - middle_of(other));
      const double down = std::abs(chart_.dots[one].y - chart_.dots[other].y);
      return across < half_width(one) + half_width(other) + kDotGap &&
             down < places_[one].radius + places_[other].radius + kDotGap;
    });
  }

  /// Of a dot that has its place, with its label.
  [[nodiscard]] double middle_of(std::size_t one) const {
    return chart_.dots[one].x + places_[one].label_width / 2;
  }

  /// Moves dots of one column sideways, the lowest first: the free place nearest to the middle, or
  /// where none is left, one after the other across the column.
  void spread(std::vector<std::size_t> dots, Stretch column) {
    std::stable_sort(dots.begin(), dots.end(), [&](std::size_t a, std::size_t b) {
      return chart_.dots[a].y > chart_.dots[b].y;
    });
    const double centre = (column.from + column.to) / 2;
    std::vector<std::size_t> placed;
    std::size_t crowded = 0;
    for (const std::size_t one : dots) {
      const double room = std::max((column.to - column.from) / 2 - half_width(one) - kDotGap, 0.0);
      const auto free = find_free(one, centre, room, placed);
      double middle = centre;
      if (free) {
        middle = *free;
      } else {
        constexpr std::size_t kOffsets = 7;
        middle += room * (static_cast<double>(crowded++ * 3 % kOffsets) / 3 - 1);
      }
      chart_.dots[one].x = middle - places_[one].label_width / 2;
      placed.push_back(one);
    }
  }

  [[nodiscard]] std::optional<double> find_free(std::size_t one, double centre, double room,
                                                const std::vector<std::size_t>& placed) const {
    constexpr double kStep = 3;
    const int most = static_cast<int>(room / kStep);
    for (int step = 0; step <= most; ++step) {
      for (const int side : {1, -1}) {
        const double middle = centre + side * step * kStep;
        if (!collides(one, middle, placed)) return middle;
      }
    }
    return std::nullopt;
  }

  DotBand lay_out_rows(double top) {
    double bottom = top + 2 * kEdge;
    for (std::size_t column = 0; column < members_.size(); ++column) {
      bottom = std::max(bottom, fill_rows(members_[column], chart_.columns[column], top));
    }
    return {{top, bottom}, {}};
  }

  /// Rows of dots around the middle of a column. Returns where they end.
  double fill_rows(const std::vector<std::size_t>& dots, Stretch column, double top) {
    double widest = 1;
    double tallest = 0;
    for (const std::size_t one : dots) {
      widest = std::max(widest, 2 * half_width(one) + kDotGap);
      tallest = std::max(tallest, 2 * places_[one].radius + kDotGap);
    }
    const double room = column.to - column.from;
    const auto fit = std::max<std::size_t>(static_cast<std::size_t>(room / widest), 1);
    const std::size_t across = std::min(fit, dots.size());
    for (std::size_t i = 0; i < dots.size(); ++i) {
      const double left = (column.from + column.to - widest * static_cast<double>(across)) / 2;
      const std::size_t row = i / across;
      const auto place = static_cast<double>(i % across);
      const double middle = left + widest * (place + 0.5);
      chart_.dots[dots[i]] = {middle - places_[dots[i]].label_width / 2,
                              top + kEdge + tallest * static_cast<double>(row)};
    }
    const std::size_t rows = dots.empty() ? 0 : (dots.size() - 1) / across;
    return top + 2 * kEdge + tallest * static_cast<double>(rows);
  }

  const std::vector<DotPlace>& places_;
  DotChart& chart_;
  std::vector<std::vector<std::size_t>> members_;  ///< by column
};

}  // namespace

DotChart lay_out_dots(const std::vector<DotPlace>& places, std::size_t columns, std::size_t bands,
                      const DotField& field) {
  DotChart chart;
  chart.dots.resize(places.size());
  const double width = (field.columns.to - field.columns.from) / static_cast<double>(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    const double left = field.columns.from + width * static_cast<double>(i);
    chart.columns.push_back({left, left + width});
  }
  chart.height = field.top;
  for (std::size_t band = 0; band < bands; ++band) {
    chart.bands.push_back(BandLayout(places, band, chart).lay_out(chart.height + field.band_head));
    chart.height = chart.bands.back().down.to;
  }
  return chart;
}

}  // namespace dealcheck

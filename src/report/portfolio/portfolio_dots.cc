// The open deals as dots: standing from left to right, amount upwards, a band for each currency.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/portfolio/deal_call.h"
#include "report/portfolio/portfolio_sections.h"
#include "report/shared/marks_svg.h"
#include "report/writers/dot_chart.h"

namespace dealcheck {

namespace {

/// From left to right: those off the scale first, then the scale.
constexpr std::array<Verdict, kVerdictCount> kDotColumns{
    Verdict::no_project, Verdict::unclear,   Verdict::column_fodder,
    Verdict::backup,     Verdict::contender, Verdict::first_choice};
constexpr std::size_t kOffScale = 2;
constexpr std::array<std::string_view, kVerdictCount> kTints{
    "soft-plain", "soft-plain", "soft-bad", "soft-mixed", "soft-accent", "soft-good"};

constexpr std::size_t kMostScales = 4;  ///< currencies with a band of their own
constexpr std::size_t kMostNumbers =
    40;                            ///< deals; of more, or on narrow screens, only the few have one
constexpr double kSmallest = 0.5;  ///< without evidence, as a part of the whole size
constexpr double kHead = 22;       ///< a line of column names
constexpr double kBandHead = 22;
constexpr double kDigit = 6;

/// Where the deals of a band come from.
struct Band {
  std::string label;
  std::string currency;  ///< empty: there is no scale
};

/// The size of a dot with all its evidence; many dots are smaller.
double full_size(std::size_t deals) { return deals <= 60 ? 9 : deals <= 250 ? 7 : 5; }

double size_of(double coverage, double full) {
  return full * (kSmallest + (1 - kSmallest) * std::clamp(coverage, 0.0, 1.0));
}

std::size_t column_of(const DealEntry& deal) {
  const auto* const column =
      std::find(kDotColumns.begin(), kDotColumns.end(), *parse_verdict(deal.verdict));
  return static_cast<std::size_t>(column - kDotColumns.begin());
}

/// Currencies that are not known stand as users wrote them.
std::string shortened(const std::string& currency) {
  constexpr int kCells = 6;
  return truncate(currency, kCells);
}

/// The bands in use, and the band of each open deal.
class Bands {
 public:
  explicit Bands(const PortfolioPage& page) {
    std::vector<std::string> currencies = currencies_of(page.portfolio());
    if (currencies.size() > kMostScales) currencies.resize(kMostScales);
    for (const std::string& one : currencies) {
      bands_.push_back(
          {page.phrases.say("dots.band",
                            {{"currency", page.tells.money().currency_name(shortened(one))}}),
           one});
    }
    const std::size_t others = add(page, "dots.other", [&](const EntryAmount& amount) {
      return amount.known && scale_of(amount) == currencies.size();
    });
    const std::size_t unsaid =
        add(page, "dots.unsaid", [](const EntryAmount& amount) { return !amount.known; });
    for (std::size_t i = 0; i < page.open(); ++i) {
      const EntryAmount& amount = page.tells.entry(i).review.amount;
      const std::size_t scale = scale_of(amount);
      of_.push_back(!amount.known ? unsaid : scale < currencies.size() ? scale : others);
    }
  }

  [[nodiscard]] const std::vector<Band>& all() const { return bands_; }
  [[nodiscard]] std::size_t of(std::size_t deal) const { return of_[deal]; }

 private:
  /// The place of the amount's currency among the bands; that of none when it has no band.
  [[nodiscard]] std::size_t scale_of(const EntryAmount& amount) const {
    const auto found = std::find_if(bands_.begin(), bands_.end(), [&](const Band& band) {
      return !band.currency.empty() && band.currency == amount.currency;
    });
    const auto scales = std::count_if(bands_.begin(), bands_.end(),
                                      [](const Band& band) { return !band.currency.empty(); });
    return found == bands_.end() ? static_cast<std::size_t>(scales)
                                 : static_cast<std::size_t>(found - bands_.begin());
  }

  /// A band without a scale, when some deal belongs into it. Returns its place.
  template <typename Belongs>
  std::size_t add(const PortfolioPage& page, std::string_view label, const Belongs& belongs) {
    for (std::size_t i = 0; i < page.open(); ++i) {
      if (!belongs(page.tells.entry(i).review.amount)) continue;
      bands_.push_back({page.phrases.say(label), {}});
      return bands_.size() - 1;
    }
    return bands_.size();
  }

  std::vector<Band> bands_;
  std::vector<std::size_t> of_;
};

class DotDrawing {
 public:
  DotDrawing(PortfolioPage& page, const Bands& bands, const Screen& screen)
      : page_(page),
        out_(page.out),
        bands_(bands),
        width_(screen.width),
        narrow_(screen.name == "narrow"),
        full_(full_size(page.open()) * (narrow_ ? 0.8 : 1)) {
    for (std::size_t i = 0; i < page.open(); ++i) places_.push_back(place_of(i));
    const DotField field{{narrow_ ? 56.0 : 72.0, width_}, narrow_ ? 2 * kHead : kHead, kBandHead};
    chart_ = lay_out_dots(places_, kDotColumns.size(), bands.all().size(), field);
  }

  [[nodiscard]] double height() const { return chart_.height + 2; }

  void draw() {
    draw_columns();
    for (std::size_t i = 0; i < bands_.all().size(); ++i) draw_band(i);
    std::vector<std::size_t> order(places_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lies_above(b, a); });
    for (const std::size_t deal : order) draw_deal(deal);
  }

 private:
  /// Those to push on top of all others, then the small ones on top of the large ones.
  [[nodiscard]] bool lies_above(std::size_t deal, std::size_t other) const {
    const auto few = [&](std::size_t one) {
      return page_.portfolio().deals[one].is(DealMark::few);
    };
    if (few(deal) != few(other)) return few(deal);
    return places_[deal].radius < places_[other].radius;
  }

  [[nodiscard]] bool numbered(std::size_t deal) const {
    return (!narrow_ && page_.open() <= kMostNumbers) ||
           page_.portfolio().deals[deal].is(DealMark::few);
  }

  [[nodiscard]] DotPlace place_of(std::size_t deal) const {
    const DealEntry& entry = page_.tells.entry(deal);
    DotPlace place{column_of(entry), bands_.of(deal), {}, size_of(entry.coverage, full_), 0};
    if (!bands_.all()[place.band].currency.empty()) place.amount = entry.review.amount.value;
    if (numbered(deal)) {
      place.label_width = 3 + kDigit * static_cast<double>(std::to_string(deal + 1).size());
    }
    return place;
  }

  void draw_columns() {
    const double top = narrow_ ? 2 * kHead : kHead;
    for (std::size_t i = 0; i < kDotColumns.size(); ++i) {
      const Stretch column = chart_.columns[i];
      out_.leaf("rect", {{"class", fmt::format("column {}", kTints.at(i))},
                         {"x", column.from},
                         {"y", top},
                         {"width", column.to - column.from},
                         {"height", chart_.height - top}});
      const std::string name =
          page_.phrases.report().label("portfolio.verdict", to_string(kDotColumns.at(i)));
      const double half = kDigit * display_width(name) / 2.0;
      const double middle = (column.from + column.to) / 2;
      out_.leaf("text",
                {{"class", narrow_ ? "middle tiny" : "middle strong-text"},
                 {"x", std::min(middle, width_ - half)},
                 {"y", narrow_ && i % 2 == 1 ? kHead + 12 : 14.0}},
                name);
      const std::string_view style = i == kOffScale ? "axis" : "grid";
      if (i > 0) draw_line(style, {column.from, top}, {column.from, chart_.height});
    }
  }

  void draw_line(std::string_view style, Point from, Point to) {
    out_.leaf("line",
              {{"class", style}, {"x1", from.x}, {"y1", from.y}, {"x2", to.x}, {"y2", to.y}});
  }

  void draw_band(std::size_t place) {
    const DotBand& band = chart_.bands[place];
    const double head = band.down.from - kBandHead;
    draw_line("axis", {0, head}, {width_, head});
    out_.leaf("text", {{"class", "tiny strong-text halo"}, {"x", 0.0}, {"y", head + 14}},
              bands_.all()[place].label);
    for (const DotTick& tick : band.ticks) {
      draw_line("grid", {chart_.columns.front().from - 4, tick.y}, {width_, tick.y});
      out_.leaf("text",
                {{"class", "end tiny faint-text"},
                 {"x", chart_.columns.front().from - 6},
                 {"y", tick.y + 4}},
                page_.tells.money().say(tick.amount, shortened(bands_.all()[place].currency)));
    }
  }

  [[nodiscard]] std::string tell(std::size_t deal) const {
    const DealEntry& entry = page_.tells.entry(deal);
    return page_.phrases.say(
        "dots.deal",
        {{"number", std::to_string(deal + 1)},
         {"name", entry_title(entry)},
         {"verdict", page_.verdict(entry)},
         {"amount", page_.tells.money().say(entry.review.amount)},
         {"evidence", percent(entry.coverage)},
         {"call", page_.phrases.label("call", to_string(call_of(page_.portfolio().deals[deal])))}});
  }

  void draw_deal(std::size_t deal) {
    const Point at = chart_.dots[deal];
    const double radius = places_[deal].radius;
    out_.in("g", {{"class", "deal"}}, [&] {
      if (!narrow_) out_.leaf("title", {}, tell(deal));
      draw_call(out_, call_of(page_.portfolio().deals[deal]), at, radius);
      if (!numbered(deal)) return;
      out_.leaf("text", {{"class", "tiny"}, {"x", at.x + radius + 2}, {"y", at.y + 3.5}},
                std::to_string(deal + 1));
    });
  }

  PortfolioPage& page_;
  Markup& out_;
  const Bands& bands_;
  double width_;
  bool narrow_;
  double full_;
  std::vector<DotPlace> places_;
  DotChart chart_;
};

void put_legend(PortfolioPage& page) {
  Markup& out = page.out;
  out.leaf("p", {}, page.phrases.say("dots.axes"));
  out.leaf("p", {},
           page.phrases.say(page.open() <= kMostNumbers ? "dots.numbers" : "dots.few_numbers"));
  out.in("ul", {{"class", "legend"}}, [&] {
    for (const DealCall call : kDealCalls) {
      put_legend_item(
          out,
          [&](Markup& mark) {
            draw_call(mark, call, {0, 0}, 9);
          },
          page.phrases.label("call", to_string(call)));
    }
    for (const int percent : {0, 50, 100}) {
      put_legend_item(
          out,
          [&](Markup& mark) {
            mark.leaf("circle", {{"class", "glyph-open"},
                                 {"cx", 0.0},
                                 {"cy", 0.0},
                                 {"r", size_of(percent / 100.0, 9)}});
          },
          page.phrases.say("dots.size", {{"percent", std::to_string(percent)}}));
    }
  });
}

std::string tell_counts(const PortfolioPage& page) {
  std::array<std::size_t, kVerdictCount> counts{};
  for (std::size_t i = 0; i < page.open(); ++i) ++counts.at(column_of(page.tells.entry(i)));
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kDotColumns.size(); ++i) {
    if (counts.at(i) == 0) continue;
    parts.push_back(page.phrases.report().say(
        "portfolio.counted",
        {{"name", page.phrases.report().label("portfolio.verdict", to_string(kDotColumns.at(i)))},
         {"count", std::to_string(counts.at(i))}}));
  }
  return page.phrases.report().joined(parts, "comma");
}

}  // namespace

void put_dots(PortfolioPage& page) {
  const Bands bands(page);
  Markup& out = page.out;
  out.in("section", {}, [&] {
    out.leaf("h2", {}, page.phrases.say("dots.heading"));
    out.in("figure", {{"class", "dots"}}, [&] {
      for (const Screen& screen : kScreens) {
        DotDrawing drawing(page, bands, screen);
        put_drawing(
            out,
            {"dots", screen.name, screen.width, drawing.height(), page.phrases.say("dots.title"),
             page.phrases.say("dots.desc", {{"counts", tell_counts(page)}})},
            [&](Markup&) { drawing.draw(); });
      }
      out.in("figcaption", {}, [&] { put_legend(page); });
    });
  });
}

}  // namespace dealcheck

// The funnel: a bar for each layer, the wide end on top, with what its deals need.

#include <fmt/format.h>

#include <algorithm>

#include "report/portfolio/portfolio_sections.h"
#include "report/shared/marks_svg.h"
#include "report/writers/funnel.h"

namespace dealcheck {

namespace {

constexpr double kWidth = 200;
constexpr double kHeight = 30;

void draw_bar(Markup& out, std::string_view style, Stretch across, double inset) {
  if (across.to <= across.from) return;
  out.leaf("rect", {{"class", style},
                    {"x", across.from},
                    {"y", inset},
                    {"width", std::max(across.to - across.from, 2.0)},
                    {"height", kHeight - 2 * inset}});
}

void put_layer(PortfolioPage& page, std::size_t place, const FunnelBar& bar) {
  Markup& out = page.out;
  const DealGroup& layer = page.portfolio().layers[place];
  const bool outside = layer.id.empty();
  out.in("tr", {{"class", outside ? "outside" : ""}}, [&] {
    out.in("th", {{"scope", "row"}}, [&] {
      out.text(page.tells.layer_name(place));
      const std::string work = page.tells.layer_work(place);
      if (work.empty()) return;
      out.text(" ");
      out.leaf("span", {{"class", "faint small"}}, work);
    });
    out.leaf("td", {{"class", "number"}}, std::to_string(layer.deals.size()));
    put_bar_cell(out, kWidth, kHeight, [&] {
      draw_bar(out, "fill-missing", bar.least, 2);
      draw_bar(out, outside ? "layer fill-plain" : "layer fill-accent", bar.deals, 2);
    });
    out.leaf("td", {{"class", "amount"}},
             page.phrases.report().joined(page.tells.amounts(layer), "comma"));
  });
}

void put_legend(PortfolioPage& page, bool starving) {
  Markup& out = page.out;
  const auto swatch = [&](std::string_view style, std::string_view means) {
    put_swatch(out, style, page.phrases.label("funnel", means));
  };
  out.in("ul", {{"class", "legend"}}, [&] {
    swatch("fill-accent", "deals");
    if (starving) swatch("fill-missing", "least");
    if (!page.portfolio().layers.back().deals.empty()) swatch("fill-plain", "outside");
  });
}

}  // namespace

void put_funnel(PortfolioPage& page) {
  const Portfolio& portfolio = page.portfolio();
  const auto& rules = page.rules().layers;
  std::vector<FunnelCount> counts;
  for (std::size_t i = 0; i < portfolio.layers.size(); ++i) {
    const int least = i < rules.size() ? std::max(rules[i].least, 0) : 0;
    counts.push_back({portfolio.layers[i].deals.size(), static_cast<std::size_t>(least)});
  }
  const std::vector<FunnelBar> bars = lay_out_funnel(counts, kWidth);
  const std::vector<std::string> starving = page.tells.starving();
  Markup& out = page.out;
  out.in("section", {}, [&] {
    out.leaf("h2", {}, page.phrases.report().label("portfolio.heading", "funnel"));
    out.in("table", {{"class", "waterfall funnel"}}, [&] {
      out.in("thead", {}, [&] {
        out.in("tr", {}, [&] {
          const auto head = [&](std::string_view style, const std::string& text) {
            out.leaf("th", {{"scope", "col"}, {"class", style}}, text);
          };
          head("", page.phrases.report().label("portfolio.column", "layer"));
          head("number", page.phrases.report().label("portfolio.column", "deals"));
          head("", page.phrases.label("funnel", "drawn"));
          head("amount", page.phrases.report().label("portfolio.column", "amount"));
        });
      });
      out.in("tbody", {}, [&] {
        for (std::size_t i = rules.size(); i-- > 0;) put_layer(page, i, bars[i]);
        if (!portfolio.layers.back().deals.empty()) put_layer(page, rules.size(), bars.back());
      });
    });
    put_legend(page, !starving.empty());
    if (starving.empty()) return;
    out.in("ul", {{"class", "small warnings"}}, [&] {
      for (const std::string& line : starving) out.leaf("li", {}, line);
    });
  });
}

}  // namespace dealcheck

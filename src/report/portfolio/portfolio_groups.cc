// The deals by seller, stage and class of customer.

#include <fmt/format.h>

#include <algorithm>

#include "report/portfolio/portfolio_sections.h"
#include "report/shared/marks_svg.h"

namespace dealcheck {

namespace {

constexpr double kBarWidth = 120;
constexpr double kBarHeight = 22;

/// Puts one more cell into a row, behind the others.
using PutCell = FunctionRef<void(std::size_t row)>;

void put_head(PortfolioPage& page, const std::vector<std::string>& head, const std::string& drawn) {
  Markup& out = page.out;
  out.in("thead", {}, [&] {
    out.in("tr", {}, [&] {
      for (const std::string& column : head) out.leaf("th", {{"scope", "col"}}, column);
      if (!drawn.empty()) out.leaf("th", {{"scope", "col"}}, drawn);
    });
  });
}

void put_drawn_table(PortfolioPage& page, const PortfolioPhrases::Table& table,
                     const std::string& drawn, PutCell put_cell) {
  Markup& out = page.out;
  out.in("table", {{"class", "groups stacked"}}, [&] {
    put_head(page, table.head, drawn);
    out.in("tbody", {}, [&] {
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& cells = table.rows[row];
        out.in("tr", {}, [&] {
          out.leaf("th", {{"scope", "row"}}, cells.front());
          for (std::size_t i = 1; i < cells.size(); ++i) {
            const std::string label = page.phrases.say("map.column", {{"name", table.head[i]}});
            out.leaf("td", {{"data-label", label + " "}}, cells[i]);
          }
          put_cell(row);
        });
      }
    });
  });
}

void put_groups(PortfolioPage& page, std::string_view heading,
                const PortfolioPhrases::Table& table) {
  if (table.rows.empty()) return;
  page.out.in("section", {}, [&] {
    page.out.leaf("h2", {}, page.phrases.report().label("portfolio.heading", heading));
    put_table(page, table);
  });
}

/// Deals that need a seller's time, against how many one can carry.
class LoadBar {
 public:
  explicit LoadBar(const PortfolioPage& page)
      : limit_(static_cast<double>(std::max(page.rules().per_owner, 0))) {
    double most = std::max(limit_, 1.0);
    for (const DealGroup& owner : page.portfolio().owners) {
      most = std::max(most, static_cast<double>(competing(page.portfolio(), owner)));
    }
    unit_ = (kBarWidth - 2) / most;
  }

  void draw(Markup& out, std::size_t deals) const {
    const bool over = static_cast<double>(deals) > limit_;
    out.leaf("rect", {{"class", over ? "load fill-bad" : "load fill-accent"},
                      {"x", 0.0},
                      {"y", 4.0},
                      {"width", unit_ * static_cast<double>(deals)},
                      {"height", kBarHeight - 8}});
    const double x = unit_ * limit_;
    out.leaf("line", {{"class", "joint"}, {"x1", x}, {"y1", 0.0}, {"x2", x}, {"y2", kBarHeight}});
  }

 private:
  double limit_;
  double unit_ = 1;
};

void put_load_legend(PortfolioPage& page) {
  Markup& out = page.out;
  out.in("ul", {{"class", "legend"}}, [&] {
    put_swatch(out, "fill-accent", page.phrases.label("load", "within"));
    put_swatch(out, "fill-bad", page.phrases.label("load", "over"));
    put_legend_item(
        out,
        [](Markup& mark) {
          mark.leaf("path", {{"class", "joint"}, {"d", "M0 -11V11"}});
        },
        page.phrases.say("load.limit", {{"count", std::to_string(page.rules().per_owner)}}));
  });
}

}  // namespace

void put_table(PortfolioPage& page, const PortfolioPhrases::Table& table) {
  put_drawn_table(page, table, {}, [](std::size_t) {});
}

void put_owners(PortfolioPage& page) {
  Markup& out = page.out;
  const LoadBar bar(page);
  out.in("section", {}, [&] {
    out.leaf("h2", {}, page.phrases.report().label("portfolio.heading", "owners"));
    put_drawn_table(
        page, page.tells.owners(), page.phrases.label("load", "drawn"), [&](std::size_t row) {
          out.in("td", {{"class", "drawn"}}, [&] {
            out.in(
                "svg",
                {{"viewBox", fmt::format("0 0 {} {}", kBarWidth, kBarHeight)},
                 {"width", kBarWidth},
                 {"height", kBarHeight},
                 {"aria-hidden", "true"}},
                [&] { bar.draw(out, competing(page.portfolio(), page.portfolio().owners[row])); });
          });
        });
    put_load_legend(page);
    const std::vector<std::string> lines = page.tells.competing_deals();
    if (lines.empty()) return;
    out.in("ul", {{"class", "small warnings"}}, [&] {
      for (const std::string& line : lines) out.leaf("li", {}, line);
    });
  });
}

void put_stages(PortfolioPage& page) { put_groups(page, "stages", page.tells.stages()); }

void put_classes(PortfolioPage& page) { put_groups(page, "classes", page.tells.classes()); }

}  // namespace dealcheck

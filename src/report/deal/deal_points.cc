// Where the points come from, as a waterfall: a table whose rows carry a bar each, so that words
// wrap as they must and the bars still hang together.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks_svg.h"
#include "report/writers/waterfall.h"

namespace dealcheck {

namespace {

constexpr double kWidth = 1000;  // stretched to the cell
constexpr double kHeight = 34;
constexpr Stretch kPointsBar{7, 27};
constexpr std::size_t kFlipsShown = 3;  // ways to one standing

constexpr std::array<std::string_view, kRankCount> kSoftTints{"soft-bad", "soft-mixed",
                                                              "soft-plain", "soft-good"};

std::vector<const Finding*> scoring(const Assessment& deal) {
  std::vector<const Finding*> list;
  for (const auto* findings : {&deal.questions, &deal.findings}) {
    for (const Finding& finding : *findings) {
      if (finding.points != 0) list.push_back(&finding);
    }
  }
  return list;
}

void draw_line(Markup& out, std::string_view style, double x, Stretch y) {
  out.leaf("line", {{"class", style}, {"x1", x}, {"y1", y.from}, {"x2", x}, {"y2", y.to}});
}

void draw_fields(Markup& out, const Waterfall& fall) {
  for (std::size_t i = 0; i < kRankCount; ++i) {
    const Stretch band = fall.bands.at(i);
    out.leaf("rect", {{"class", kSoftTints.at(i)},
                      {"x", band.from},
                      {"y", 0.0},
                      {"width", band.to - band.from},
                      {"height", kHeight}});
    if (i > 0) draw_line(out, "limit", band.from, {0, kHeight});
  }
  draw_line(out, "axis", fall.zero, {0, kHeight});
}

/// A step with the lines that lead to it and on to the next one.
void draw_bar(Markup& out, std::string_view style, Stretch step) {
  draw_line(out, "joint", step.from, {0, kPointsBar.from});
  draw_line(out, "joint", step.to, {kPointsBar.to, kHeight});
  out.leaf("rect", {{"class", style},
                    {"x", std::min(step.from, step.to)},
                    {"y", kPointsBar.from},
                    {"width", std::max(std::abs(step.to - step.from), 2.0)},
                    {"height", kPointsBar.to - kPointsBar.from}});
}

void put_step_cell(DealPage& page, const Waterfall& fall, std::string_view style, Stretch step) {
  Markup& out = page.out;
  put_bar_cell(out, kWidth, kHeight, [&] {
    draw_fields(out, fall);
    draw_bar(out, style, step);
  });
}

void put_row(DealPage& page, const Finding& finding, const Waterfall& fall, Stretch step) {
  Markup& out = page.out;
  out.in("tr", {}, [&] {
    out.in("th", {{"scope", "row"}, {"class", "item"}}, [&] {
      out.text(finding.label);
      put_refs(page, finding.evidence);
    });
    out.leaf("td", {{"class", "number"}}, page.report().signed_number(finding.points));
    put_step_cell(page, fall, finding.points > 0 ? "gained fill-good" : "lost fill-bad", step);
  });
}

void put_sum(DealPage& page, const Waterfall& fall) {
  Markup& out = page.out;
  out.in("tr", {{"class", "sum"}}, [&] {
    out.leaf("th", {{"scope", "row"}}, page.phrases.say("points.sum"));
    out.leaf("td", {{"class", "number"}}, page.report().signed_number(page.deal.points));
    put_step_cell(page, fall, "sum fill-accent", {fall.zero, fall.sum});
  });
}

void put_head_row(DealPage& page) {
  Markup& out = page.out;
  out.in("thead", {}, [&] {
    out.in("tr", {}, [&] {
      out.leaf("th", {{"scope", "col"}}, page.phrases.say("points.what"));
      out.leaf("th", {{"scope", "col"}, {"class", "number"}}, page.phrases.say("points.points"));
      out.leaf("th", {{"scope", "col"}}, page.phrases.say("points.drawn"));
    });
  });
}

void put_points_legend(DealPage& page) {
  Markup& out = page.out;
  out.in("ul", {{"class", "legend"}}, [&] {
    put_swatch(out, "fill-good", page.phrases.say("points.gained"));
    put_swatch(out, "fill-bad", page.phrases.say("points.lost"));
    put_swatch(out, "fill-accent", page.phrases.say("points.total"));
    put_legend_item(
        out,
        [](Markup& mark) {
          draw_line(mark, "axis", 0, {-10, 10});
        },
        page.phrases.say("points.zero"));
    for (std::size_t i = kRankCount; i-- > 0;) {
      const std::string standing = page.standing(static_cast<Standing>(i));
      const std::string style = fmt::format("edged {}", kSoftTints.at(i));
      put_swatch(out, style,
                 i == 0 ? page.phrases.say("points.lowest", {{"standing", standing}})
                        : page.phrases.say(
                              "points.band",
                              {{"standing", standing},
                               {"least", page.report().signed_number(page.deal.bands.at(i))}}));
    }
  });
}

void put_waterfall(DealPage& page, const std::vector<const Finding*>& findings) {
  Markup& out = page.out;
  std::vector<int> points;
  points.reserve(findings.size());
  for (const Finding* finding : findings) points.push_back(finding->points);
  const Waterfall fall = lay_out_waterfall(points, page.deal.bands, kWidth);
  out.in("table", {{"class", "waterfall"}}, [&] {
    out.leaf("caption", {},
             page.phrases.say("points.caption", {{"first", page.standing(Standing::column_fodder)},
                                                 {"last", page.standing(Standing::first_choice)}}));
    put_head_row(page);
    out.in("tbody", {}, [&] {
      for (std::size_t i = 0; i < findings.size(); ++i) {
        put_row(page, *findings[i], fall, fall.steps[i]);
      }
      put_sum(page, fall);
    });
  });
  put_points_legend(page);
}

void put_limits(DealPage& page) {
  std::vector<std::pair<const Finding*, std::string>> limits;
  for (const auto* findings : {&page.deal.questions, &page.deal.findings}) {
    for (const Finding& finding : *findings) {
      if (is_waived(finding)) continue;
      for (std::string& limit : limit_words(page.deal, page.report(), finding)) {
        limits.emplace_back(&finding, std::move(limit));
      }
    }
  }
  if (limits.empty()) return;
  Markup& out = page.out;
  out.leaf("h3", {}, page.report().label("heading", "limits"));
  out.in("ul", {}, [&] {
    for (const auto& [finding, limit] : limits) {
      out.in("li", {{"class", "item"}}, [&, &cause = *finding, &words = limit] {
        out.text(words);
        put_refs(page, cause.evidence);
      });
    }
  });
}

void put_flip(DealPage& page, const Flip& flip) {
  Markup& out = page.out;
  out.in("li", {}, [&] {
    out.leaf("strong", {{"class", flip.up ? "good" : "bad"}},
             (flip.up ? "↑ " : "↓ ") + page.report().say(flip.up ? "flip.up" : "flip.down",
                                                         {{"standing", page.standing(flip.to)}}));
    out.text(page.report().label("list", "dot") + flip_words(flip, page.report()));
  });
}

void put_flips(DealPage& page) {
  if (page.deal.flips.empty()) return;
  page.out.leaf("h3", {}, page.report().label("heading", "flips"));
  page.out.in("ul", {{"class", "plain"}}, [&] {
    std::size_t ways = 0;
    const Flip* before = nullptr;
    for (const Flip& flip : page.deal.flips) {
      const bool again = before != nullptr && before->up == flip.up && before->to == flip.to;
      ways = again ? ways + 1 : 1;
      if (ways <= kFlipsShown) put_flip(page, flip);
      before = &flip;
    }
  });
}

}  // namespace

void put_points(DealPage& page) {
  page.out.in("section", {}, [&] {
    put_heading(page, page.phrases.say("points.heading"));
    const std::vector<const Finding*> findings = scoring(page.deal);
    if (findings.empty()) {
      page.out.leaf("p", {}, page.phrases.say("points.none"));
    } else {
      put_waterfall(page, findings);
    }
    put_limits(page);
    put_flips(page);
  });
}

}  // namespace dealcheck

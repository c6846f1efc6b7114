// The head of the page, and where the standing lies on the scale and why.

#include <fmt/format.h>

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks_svg.h"
#include "report/shared/verdict_scale.h"

namespace dealcheck {

namespace {

constexpr double kScaleHeight = 76;
constexpr Stretch kStandingsBar{24, 48};  // of the standings, from top to bottom
constexpr double kRangeY = 36;

std::string_view tint_of(std::size_t rank) {
  static constexpr std::array<std::string_view, kRankCount> kTints{"soft-bad", "soft-mixed",
                                                                   "soft-plain", "soft-good"};
  return kTints.at(rank);
}

void draw_range(Markup& out, Stretch range) {
  constexpr double kEnd = 6;
  out.leaf("path",
           {{"class", "range"},
            {"d", fmt::format("M{0} {2}V{3}M{0} {4}H{1}M{1} {2}V{3}", drawn_number(range.from),
                              drawn_number(range.to), drawn_number(kRangeY - kEnd),
                              drawn_number(kRangeY + kEnd), drawn_number(kRangeY))}});
}

void draw_here(Markup& out, double x) {
  out.leaf("path", {{"class", "fill-accent here"},
                    {"d", closed_path({{x - 9, 4}, {x + 9, 4}, {x, kStandingsBar.from - 1}})}});
}

void draw_scale(const DealPage& page, double width) {
  const VerdictScale scale = lay_out_scale(page.deal.range, page.deal.standing, width);
  Markup& out = page.out;
  for (std::size_t i = 0; i < kRankCount; ++i) {
    const Stretch rank = scale.ranks.at(i);
    out.leaf("rect", {{"class", fmt::format("rank edged {}", tint_of(i))},
                      {"x", rank.from},
                      {"y", kStandingsBar.from},
                      {"width", rank.to - rank.from},
                      {"height", kStandingsBar.to - kStandingsBar.from}});
    const bool here = static_cast<std::size_t>(page.deal.standing) == i;
    out.leaf("text",
             {{"class", here ? "middle strong-text" : "middle faint-text"},
              {"x", (rank.from + rank.to) / 2},
              {"y", kStandingsBar.to + 18}},
             page.standing(static_cast<Standing>(i)));
  }
  if (scale.range) draw_range(out, *scale.range);
  if (scale.here) draw_here(out, *scale.here);
}

void put_scale_legend(DealPage& page) {
  const bool ranged =
      page.deal.range.worst != Standing::unclear && page.deal.range.best != Standing::unclear;
  page.out.in("ul", {{"class", "legend"}}, [&] {
    if (page.deal.standing != Standing::unclear) {
      put_legend_item(
          page.out,
          [](Markup& out) {
            out.leaf("path",
                     {{"class", "fill-accent"}, {"d", closed_path({{-9, -8}, {9, -8}, {0, 8}})}});
          },
          page.phrases.say("scale.here"));
    }
    if (!ranged) return;
    put_legend_item(
        page.out,
        [](Markup& out) {
          out.leaf("path", {{"class", "range"}, {"d", "M-10 -6V6M-10 0H10M10 -6V6"}});
        },
        page.phrases.say("scale.range"));
  });
}

void put_scale(DealPage& page) {
  const Assessment& deal = page.deal;
  page.out.in("figure", {{"class", "scale"}}, [&] {
    for (const Screen& screen : kScreens) {
      put_drawing(
          page.out,
          {"scale", screen.name, screen.width, kScaleHeight, page.phrases.say("scale.title"),
           page.phrases.say("scale.desc", {{"standing", page.standing(deal.standing)},
                                           {"worst", page.standing(deal.range.worst)},
                                           {"best", page.standing(deal.range.best)}})},
          [&](Markup&) { draw_scale(page, screen.width); });
    }
    page.out.in("figcaption", {}, [&] {
      put_scale_legend(page);
      if (deal.standing == Standing::unclear)
        page.out.leaf("p", {}, page.phrases.say("scale.unclear"));
      if (deal.verdict == Verdict::no_project) {
        page.out.leaf("p", {}, page.phrases.say("scale.no_project"));
      }
    });
  });
}

}  // namespace

void put_title(DealPage& page) {
  const Assessment& deal = page.deal;
  const Phrases& report = page.report();
  page.out.in("header", {}, [&] {
    page.out.leaf("h1", {}, deal_title(deal));
    std::vector<std::string> facts{
        report.say("title.right",
                   {{"stage", report.label(deal.stages.judged)}, {"date", iso_date(deal.as_of)}})};
    if (!deal.account.empty()) facts.push_back(deal.account);
    if (!deal.owner.empty()) facts.push_back(report.say("title.owner", {{"owner", deal.owner}}));
    put_facts(page, facts);
  });
}

void put_standing(DealPage& page) {
  const Assessment& deal = page.deal;
  Markup& out = page.out;
  out.in("section", {{"class", "card"}, {"aria-label", page.phrases.say("scale.heading")}}, [&] {
    for (const std::string& line : because_lines(deal, page.report())) out.leaf("p", {}, line);
    put_facts(page, behind_lines(deal, page.report()));
    put_scale(page);
    put_facts(page, verdict_figures(deal, page.report()));
    put_facts(page, stage_views(deal, page.report()));
  });
}

}  // namespace dealcheck

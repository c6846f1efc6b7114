// What has moved since the commit before: the layers then and now, and deal by deal.

#include "report/portfolio/portfolio_sections.h"
#include "report/writers/page_parts.h"

namespace dealcheck {

namespace {

class TrendText {
 public:
  TrendText(PortfolioPage& page, const Trend& trend)
      : page_(page), out_(page.out), trend_(trend), now_(page.portfolio()) {}

  void put() {
    out_.leaf(
        "p", {},
        page_.phrases.say("trend.against", {{"commit", trend_.commit},
                                            {"day", iso_date(trend_.day)},
                                            {"count", std::to_string(trend_.shifts.size())}}));
    if (trend_.shifts.empty()) return;
    put_layers();
    put_in_part(page_, trend_.shifts.size(), [&](std::size_t from, std::size_t to) {
      out_.in("ul", {{"class", "shifts"}}, [&] {
        for (std::size_t i = from; i < to; ++i) put_shift(trend_.shifts[i]);
      });
    });
  }

 private:
  void put_layers() {
    PortfolioPhrases::Table table;
    table.head = {page_.phrases.report().label("portfolio.column", "layer"),
                  page_.phrases.say("trend.deals"), page_.phrases.say("trend.amount")};
    for (std::size_t i = 0; i < now_.layers.size(); ++i) {
      const DealGroup& before = trend_.before.layers[i];
      const DealGroup& now = now_.layers[i];
      if (before.deals.empty() && now.deals.empty()) continue;
      table.rows.push_back(
          {page_.tells.layer_name(i),
           told(std::to_string(before.deals.size()), std::to_string(now.deals.size())),
           told(amounts(before), amounts(now))});
    }
    if (!table.rows.empty()) put_table(page_, table);
  }

  [[nodiscard]] std::string amounts(const DealGroup& group) const {
    return page_.phrases.report().joined(page_.tells.amounts(group), "comma");
  }

  /// `before → now`; one alone when they are the same, a dash where there is nothing.
  [[nodiscard]] std::string told(const std::string& before, const std::string& now) const {
    if (before == now) return now;
    const auto shown = [](const std::string& text) { return text.empty() ? "–" : text; };
    return page_.phrases.say("trend.from_to", {{"before", shown(before)}, {"now", shown(now)}});
  }

  static std::string_view tone_of(ShiftKind kind) {
    switch (kind) {
      case ShiftKind::rose:
        return "tag good";
      case ShiftKind::fell:
        return "tag bad";
      default:
        return "tag";
    }
  }

  void put_shift(const DealShift& shift) {
    const DealEntry& deal = shift.now ? page_.tells.entry(*shift.now) : *shift.before;
    out_.in("li", {}, [&] {
      out_.leaf("strong", {}, entry_title(deal));
      out_.text(" ");
      out_.leaf("span", {{"class", tone_of(shift.kind)}},
                page_.phrases.label("trend.kind", to_string(shift.kind)));
      const std::string facts = page_.phrases.report().joined(facts_of(shift), "semicolon");
      out_.text(" " + facts + " ");
      out_.leaf("span", {{"class", "place faint small"}}, deal.path);
    });
  }

  /// What differs; of a deal that came or went, how it stands or stood.
  [[nodiscard]] std::vector<std::string> facts_of(const DealShift& shift) const {
    const DealEntry none;
    const DealEntry& now = shift.now ? page_.tells.entry(*shift.now) : none;
    const DealEntry& before = shift.before ? *shift.before : none;
    const bool both = shift.now && shift.before;
    std::vector<std::string> facts;
    const auto add = [&](const std::string& then, const std::string& today) {
      if (then == today) return;
      facts.push_back(both ? told(then, today) : then.empty() ? today : then);
    };
    add(verdict(before), verdict(now));
    add(page_.tells.money().say(before.review.amount), page_.tells.money().say(now.review.amount));
    add(closes(before), closes(now));
    return facts;
  }

  [[nodiscard]] std::string verdict(const DealEntry& deal) const {
    return deal.judged ? page_.verdict(deal) : std::string();
  }

  [[nodiscard]] std::string closes(const DealEntry& deal) const {
    return deal.review.closes.empty()
               ? std::string()
               : page_.phrases.say("trend.closes", {{"day", deal.review.closes}});
  }

  PortfolioPage& page_;
  Markup& out_;
  const Trend& trend_;
  const Portfolio& now_;
};

}  // namespace

void put_trend(PortfolioPage& page) {
  if (page.report.trend == nullptr) return;
  page.out.in("section", {{"class", "trend"}}, [&] {
    page.out.leaf("h2", {}, page.phrases.say("trend.heading"));
    if (const auto* const trend = std::get_if<Trend>(page.report.trend)) {
      TrendText(page, *trend).put();
    } else {
      const std::string_view why = to_string(std::get<NoTrend>(*page.report.trend));
      page.out.leaf("p", {{"class", "faint"}}, page.phrases.label("trend.none", why));
    }
  });
}

}  // namespace dealcheck

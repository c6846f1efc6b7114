#include "whatif.h"

#include <algorithm>
#include <array>

#include "json_parts.h"
#include "layout.h"
#include "page.h"
#include "voice.h"

namespace dealcheck {

namespace {

constexpr std::string_view kFormatVersion = "1.0";

class WhatifText {
 public:
  WhatifText(const Supposition& supposition, const Words& words, const RenderOptions& options)
      : supposed_(supposition),
        changes_(compare(supposition.now, supposition.then)),
        voice_(words, options.language),
        sheet_(std::max(options.width, kNarrowestPage), options.colour) {}

  std::string render() {
    head();
    table();
    moved();
    mines("whatif.heading.gone", changes_.gone);
    mines("whatif.heading.come", changes_.come);
    return sheet_.finish();
  }

 private:
  void head() {
    put_title(sheet_, voice_, supposed_.now);
    sheet_.blank();
    for (const std::string& setting : supposed_.settings) {
      sheet_.hanging({voice_.say("whatif.what_if"), Style::faint}, {{{setting}, Style::strong}});
    }
  }

  void table() {
    sheet_.blank();
    const std::vector<std::string> first = column(supposed_.now);
    const std::vector<std::string> second = column(supposed_.then);
    std::vector<Row> rows;
    static constexpr std::array<std::string_view, 5> kLines{"verdict", "points", "range",
                                                            "decision", "step"};
    for (std::size_t i = 0; i < kLines.size(); ++i) {
      const bool same = first[i] == second[i];
      rows.push_back({.lead = {same ? "=" : "→", same ? Style::faint : Style::strong},
                      .label = {voice_.label("whatif.line", kLines.at(i))},
                      .message = same ? first[i]
                                      : voice_.say("whatif.from_to",
                                                   {{"now", first[i]}, {"then", second[i]}})});
    }
    sheet_.rows(rows);
  }

  [[nodiscard]] std::vector<std::string> column(const Assessment& deal) const {
    const std::string worst = voice_.label(deal.range.worst);
    const std::string best = voice_.label(deal.range.best);
    return {deal.verdict_label, signed_number(deal.points),
            worst == best ? worst : voice_.say("whatif.range", {{"worst", worst}, {"best", best}}),
            deal.headline, deal.next_steps.empty() ? std::string() : deal.next_steps.front().label};
  }

  void moved() {
    put_heading(sheet_, voice_.say("whatif.heading.moved"));
    std::vector<Row> rows;
    for (const ReadingChange& change : changes_.changes) rows.push_back(row_of(change));
    if (rows.empty()) {
      sheet_.paragraph(2 * kPageIndent, {{voice_.say("whatif.nothing")}, Style::plain});
    }
    sheet_.rows(rows);
  }

  [[nodiscard]] Row row_of(const ReadingChange& change) const {
    const auto told = [&](const Finding* finding) {
      return finding == nullptr ? std::string() : without_stop(finding->message);
    };
    const std::string_view id = change.before == nullptr  ? "whatif.came"
                                : change.after == nullptr ? "whatif.went"
                                                          : "whatif.changed";
    const bool better = change.points > 0;
    const bool worse = change.points < 0;
    return {.lead = {better  ? "↑"
                     : worse ? "↓"
                             : "·",
                     better  ? Style::good
                     : worse ? Style::bad
                             : Style::plain},
            .label = {change.label},
            .message = voice_.say(id, {{"now", told(change.before)}, {"then", told(change.after)}}),
            .points = signed_number(change.points),
            .tail = {change.rule}};
  }

  void mines(std::string_view id, const std::vector<const MineView*>& mines) {
    if (mines.empty()) return;
    put_heading(sheet_, voice_.say(id));
    std::vector<Row> rows;
    rows.reserve(mines.size());
    for (const MineView* mine : mines) {
      rows.push_back({.lead = {"•", Style::plain},
                      .label = {voice_.label("severity", to_string(mine->severity))},
                      .message = mine->message,
                      .tail = {mine->rules.front()}});
    }
    sheet_.rows(rows);
  }

  const Supposition& supposed_;
  Comparison changes_;
  Voice voice_;
  Sheet sheet_;
};

Json summary_json(const Assessment& deal) {
  return {{"verdict", to_string(deal.verdict)},
          {"standing", to_string(deal.standing)},
          {"points", deal.points},
          {"worst", to_string(deal.range.worst)},
          {"best", to_string(deal.range.best)},
          {"project", deal.project},
          {"decision", deal.decision},
          {"headline", deal.headline},
          {"next_steps", steps_json(deal)}};
}

Json reading_json(const Finding* finding) {
  if (finding == nullptr) return {};
  return {{"reading", reading_of(finding->reads)}, {"points", finding->points},
          {"message", finding->message},           {"cap", name_or_null(finding->cap)},
          {"lift", name_or_null(finding->lift)},   {"not_started", finding->not_started}};
}

Json mine_json(const MineView* mine) {
  return {{"kind", mine->kind},
          {"severity", to_string(mine->severity)},
          {"cause", mine->cause},
          {"message", mine->message},
          {"rules", mine->rules}};
}

}  // namespace

std::string render_whatif_text(const Supposition& supposition, const Words& words,
                               const RenderOptions& options) {
  return WhatifText(supposition, words, options).render();
}

std::string render_whatif_json(const Supposition& supposition, const Diagnostics& diagnostics,
                               const Words& words, Language language) {
  const Comparison changes = compare(supposition.now, supposition.then);
  const auto change = [](const ReadingChange& one) {
    return Json{{"rule", one.rule},
                {"label", one.label},
                {"points", one.points},
                {"now", reading_json(one.before)},
                {"then", reading_json(one.after)}};
  };
  return dump({{"format_version", kFormatVersion},
               {"deal", deal_json(supposition.now)},
               {"set", supposition.settings},
               {"now", summary_json(supposition.now)},
               {"then", summary_json(supposition.then)},
               {"changes", array_of(changes.changes, change)},
               {"mines_gone", array_of(changes.gone, mine_json)},
               {"mines_come", array_of(changes.come, mine_json)},
               {"rules", rules_json(supposition.now)},
               {"diagnostics", diagnostics_json(&diagnostics, words, language)}});
}

}  // namespace dealcheck

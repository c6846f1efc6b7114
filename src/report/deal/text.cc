#include <algorithm>
#include <utility>

#include "report/deal/people_chart.h"
#include "report/deal/screen.h"
#include "report/deal/text_rows.h"
#include "report/deal/text_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/shared/render.h"
#include "report/writers/layout.h"

// One deal for people: a screen with what decides (report/deal/screen.h), or everything, in the
// order of reading: the answer, then why, then what can change it. Each section is one function; a
// section without content leaves no heading behind.

namespace dealcheck {
namespace {

class TextReport {
 public:
  TextReport(const Assessment& assessment, const Words& words, const RenderOptions& options)
      : deal_(assessment),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)),
        all_(options.all),
        drawn_(options.format == ReportFormat::markdown),
        evidence_(options.evidence || drawn_) {}

  std::string render() {
    if (all_) {
      whole();
    } else {
      opening();
    }
    const std::string map = drawn_ ? people_chart(deal_, phrases_) : std::string();
    if (map.empty()) return sheet_.finish();
    heading(phrases_.label("heading", "contacts"));
    return sheet_.finish() + "\n" + map;
  }

 private:
  void whole() {
    const TextRows rows(deal_, phrases_, sheet_.width());
    TextSections sections(deal_, phrases_, sheet_);
    title();
    verdict();
    stage_disagreement();
    questions(rows);
    section("kill", rows.kill());
    section("have", rows.have());
    sections.steps();
    sections.plan();
    section("contradictions", rows.contradictions());
    sections.people();
    sections.control();
    sections.rivals();
    section("limits", rows.limits());
    section("noted", rows.noted());
    section("waived", rows.waived());
    section("overrides", rows.overrides());
    section("flips", rows.flips());
    section("asks", rows.asks());
    not_weighed();
    for (const Assessment& other : deal_.also) also(other);
    rules();
  }

  void opening() {
    const TextRows rows(deal_, phrases_, sheet_.width());
    const DealScreen screen = screen_of(deal_, phrases_);
    head(screen);
    steps(screen);
    risks(screen);
    lines(screen);
    section("waived", rows.waived());
    section("overrides", rows.overrides());
    for (const Assessment& other : deal_.also) also(other);
    foot(screen);
  }

  // ---- the screen ----

  void head(const DealScreen& screen) {
    sheet_.line(0, {screen.deal, Style::strong}, {screen.event, Style::strong});
    sheet_.line(0, {phrases_.joined(screen.basis, "dot"), Style::faint},
                {screen.forecast, Style::faint});
    std::vector<Paragraph> told = {{{screen.order}, Style::strong}};
    const auto add = [&](const std::string& text, Style style) {
      if (!text.empty()) told.push_back({{text}, style});
    };
    add(screen.threat, Style::bad);
    add(screen.reason.says, Style::plain);
    for (const std::string& place : places(screen.reason)) add(place, Style::faint);
    add(screen.project, Style::plain);
    sheet_.blank();
    sheet_.hanging({deal_.verdict_label, style_of(deal_.verdict)}, told);
  }

  void steps(const DealScreen& screen) {
    if (screen.steps.empty()) return;
    sheet_.blank();
    for (std::size_t i = 0; i < screen.steps.size(); ++i) {
      const ScreenStep& step = screen.steps[i];
      const bool first = i == 0;
      std::vector<Paragraph> told;
      if (first) {
        told = {{{step.says}, Style::strong}, {step.facts, Style::plain}};
      } else {
        told = {{{step.says}, Style::plain}};
        told.front().items.insert(told.front().items.end(), step.facts.begin(), step.facts.end());
      }
      for (const std::string& sign : step.signs) told.push_back({{sign}, Style::faint});
      sheet_.hanging({first ? phrases_.sign("→") : std::to_string(i + 1), Style::strong}, told);
    }
  }

  void risks(const DealScreen& screen) {
    std::vector<Row> rows;
    for (const ScreenRisk& risk : screen.risks) {
      Row& row = rows.emplace_back(numbered(rows.size() + 1, risk.line.says));
      row.label = {risk.line.label, style_of(risk.severity)};
      row.tail = places(risk.line);
      if (!risk.answer.empty()) row.tail.push_back(risk.answer);
    }
    if (rows.empty()) return;
    heading(phrases_.label("heading", "kill"));
    sheet_.rows(rows);
  }

  void lines(const DealScreen& screen) {
    std::vector<Row> rows;
    for (const auto* part : {&screen.people, &screen.open}) {
      for (const ScreenLine& line : *part) {
        rows.push_back({.label = {line.label, Style::strong}, .message = line.says});
      }
    }
    if (rows.empty()) return;
    sheet_.blank();
    sheet_.rows(rows);
  }

  void foot(const DealScreen& screen) {
    sheet_.blank();
    sheet_.paragraph(0, {{screen.more}, Style::faint});
    if (!screen.rules.empty()) sheet_.paragraph(0, {{screen.rules}, Style::faint});
  }

  /// Where a line comes from, when that is asked for.
  [[nodiscard]] std::vector<std::string> places(const ScreenLine& line) const {
    if (!evidence_) return {};
    std::string place = phrases_.short_place(deal_.path, line.places, sheet_.width() / 2);
    if (place.empty()) return {};
    return {std::move(place)};
  }

  // ---- everything ----

  void heading(const std::string& text, const std::string& right = {}) {
    put_heading(sheet_, text, right);
  }

  void section(std::string_view name, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    heading(phrases_.label("heading", name));
    sheet_.rows(rows);
  }

  void title() {
    put_title(sheet_, phrases_, deal_);
    std::vector<std::string> whose;
    if (!deal_.account.empty()) whose.push_back(deal_.account);
    if (!deal_.owner.empty())
      whose.push_back(phrases_.say("title.owner", {{"owner", deal_.owner}}));
    sheet_.paragraph(0, {whose, Style::faint});
  }

  void verdict() {
    std::vector<Paragraph> told = {{{deal_.headline}, Style::strong}};
    if (!deal_.threat.empty()) {
      told.push_back({{phrases_.say("verdict.threat", {{"message", deal_.threat}})}, Style::bad});
    }
    for (const std::string& line : because_lines(deal_, phrases_)) {
      told.push_back({{line}, Style::plain});
    }
    for (const std::string& line : behind_lines(deal_, phrases_)) {
      told.push_back({{line}, Style::faint});
    }
    if (const std::string project = project_line(deal_, phrases_); !project.empty()) {
      told.push_back({{project}, Style::plain});
    }
    told.push_back({verdict_figures(deal_, phrases_), Style::faint});
    sheet_.blank();
    sheet_.hanging({deal_.verdict_label, style_of(deal_.verdict)}, told);
  }

  /// Only when what is declared, dated and seen does not all say the stage that was judged.
  void stage_disagreement() {
    const std::vector<std::string> views = stage_views(deal_, phrases_);
    if (views.empty()) return;
    sheet_.blank();
    sheet_.paragraph(kPageIndent, {views, Style::mixed});
  }

  void questions(const TextRows& rows) {
    if (deal_.questions.empty()) return;
    heading(questions_heading(deal_, phrases_), rows.gauge());
    sheet_.rows(rows.questions());
  }

  void not_weighed() {
    const std::string line = not_weighed_line(deal_, phrases_);
    if (line.empty()) return;
    heading(phrases_.label("heading", "not_weighed"), line);
    std::vector<Row> rows;
    for (const NotWeighedView& one : deal_.not_weighed) {
      Row row{.lead = {phrases_.sign("•"), Style::plain}, .message = one.evidence.value};
      row.note = phrases_.say("not_weighed.reason." + std::string(to_string(one.reason)));
      row.tail.push_back(phrases_.short_place(deal_.path, one.evidence.at, sheet_.width() / 2));
      rows.push_back(std::move(row));
    }
    sheet_.rows(rows);
  }

  /// What another rule set says: its verdict and what speaks against us in its eyes.
  void also(const Assessment& other) {
    const TextRows rows(other, phrases_, sheet_.width());
    heading(other.rules_title.empty() ? other.rules_name : other.rules_title, rows.gauge());
    sheet_.hanging(
        {other.verdict_label, style_of(other.verdict)},
        {{{other.headline}, Style::strong}, {main_figures(other, phrases_), Style::faint}});
    sheet_.rows(rows.adverse());
    sheet_.paragraph(kPageIndent, {{told_rules(phrases_, other)}, Style::faint});
  }

  void rules() {
    sheet_.blank();
    sheet_.paragraph(0, {{told_rules(phrases_, deal_), deal_.path}, Style::faint});
  }

  const Assessment& deal_;
  Phrases phrases_;
  Sheet sheet_;
  bool all_;
  bool drawn_;     ///< the people, in a format that has drawings
  bool evidence_;  ///< with places
};

}  // namespace

std::string render_text(const Assessment& assessment, const Words& words,
                        const RenderOptions& options) {
  return TextReport(assessment, words, options).render();
}

}  // namespace dealcheck

#include <algorithm>
#include <utility>

#include "report/deal/text_rows.h"
#include "report/deal/text_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/page.h"
#include "report/shared/render.h"
#include "report/shared/voice.h"
#include "report/writers/layout.h"

// One deal for people, in the order of reading: the answer, then why, then what can change it. Each
// section is one function; a section without content leaves no heading behind.

namespace dealcheck {
namespace {

class TextReport {
 public:
  TextReport(const Assessment& assessment, const Words& words, const RenderOptions& options)
      : deal_(assessment),
        voice_(words, options.language, options.ink),
        sheet_(sheet_for(options)),
        all_(options.all) {}

  std::string render() {
    const TextRows rows(deal_, voice_, sheet_.width(), all_);
    TextSections sections(deal_, voice_, sheet_);
    title();
    verdict();
    stage_disagreement();
    questions(rows);
    section("kill", rows.kill());
    left(rows.left_mines());
    section("have", rows.have());
    sections.steps();
    sections.plan();
    section("contradictions", rows.contradictions());
    sections.people();
    sections.control();
    sections.rivals();
    section("limits", rows.limits());
    noted(rows);
    section("waived", rows.waived());
    section("overrides", rows.overrides());
    section("flips", rows.flips());
    asks(rows);
    not_weighed();
    for (const Assessment& other : deal_.also) also(other);
    rules();
    return sheet_.finish();
  }

 private:
  void heading(const std::string& text, const std::string& right = {}) {
    put_heading(sheet_, text, right);
  }

  void section(std::string_view name, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    heading(voice_.label("heading", name));
    sheet_.rows(rows);
  }

  void title() {
    put_title(sheet_, voice_, deal_);
    std::vector<std::string> whose;
    if (!deal_.account.empty()) whose.push_back(deal_.account);
    if (!deal_.owner.empty()) whose.push_back(voice_.say("title.owner", {{"owner", deal_.owner}}));
    sheet_.paragraph(0, {whose, Style::faint});
  }

  void verdict() {
    std::vector<Paragraph> told = {{{deal_.headline}, Style::strong}};
    if (!deal_.threat.empty()) {
      told.push_back({{voice_.say("verdict.threat", {{"message", deal_.threat}})}, Style::bad});
    }
    for (const std::string& line : because_lines(deal_, voice_)) {
      told.push_back({{line}, Style::plain});
    }
    for (const std::string& line : behind_lines(deal_, voice_, all_)) {
      told.push_back({{line}, Style::faint});
    }
    if (const std::string project = project_line(deal_, voice_); !project.empty()) {
      told.push_back({{project}, Style::plain});
    }
    told.push_back({verdict_figures(deal_, voice_), Style::faint});
    sheet_.blank();
    sheet_.hanging({deal_.verdict_label, style_of(deal_.verdict)}, told);
  }

  /// Only when what is declared, dated and seen does not all say the stage that was judged.
  void stage_disagreement() {
    const std::vector<std::string> views = stage_views(deal_, voice_);
    if (views.empty()) return;
    sheet_.blank();
    sheet_.paragraph(kPageIndent, {views, Style::mixed});
  }

  void questions(const TextRows& rows) {
    if (deal_.questions.empty()) return;
    heading(questions_heading(deal_, voice_), rows.gauge());
    sheet_.rows(rows.questions());
  }

  /// What a section leaves out.
  void left(const std::string& told) {
    if (!told.empty()) sheet_.paragraph(2 * kPageIndent, {{told}, Style::faint});
  }

  void noted(const TextRows& rows) {
    const std::vector<Row> notes = rows.noted();
    section("noted", notes);
    const std::size_t more = rows.left_notes();
    if (more == 0) return;
    if (notes.empty()) sheet_.blank();
    left(voice_.say("left_notes", {{"count", std::to_string(more)}}));
  }

  void asks(const TextRows& rows) {
    section("asks", rows.asks());
    const std::size_t more = deal_.open_questions.size() - asks_shown(deal_);
    if (more > 0) left(voice_.say("more", {{"count", std::to_string(more)}}));
  }

  void not_weighed() {
    const std::string line = not_weighed_line(deal_, voice_);
    if (line.empty()) return;
    if (!all_) {
      sheet_.blank();
      sheet_.paragraph(0, {{line, voice_.say("not_weighed.see")}, Style::faint});
      return;
    }
    heading(voice_.label("heading", "not_weighed"), line);
    std::vector<Row> rows;
    for (const NotWeighedView& one : deal_.not_weighed) {
      Row row{.lead = {voice_.sign("•"), Style::plain}, .message = one.evidence.value};
      row.note = voice_.say("not_weighed.reason." + std::string(to_string(one.reason)));
      row.tail.push_back(voice_.short_place(deal_.path, one.evidence.at, sheet_.width() / 2));
      rows.push_back(std::move(row));
    }
    sheet_.rows(rows);
  }

  /// What another rule set says: its verdict and what speaks against us in its eyes.
  void also(const Assessment& other) {
    const TextRows rows(other, voice_, sheet_.width(), all_);
    heading(other.rules_title.empty() ? other.rules_name : other.rules_title, rows.gauge());
    sheet_.hanging(
        {other.verdict_label, style_of(other.verdict)},
        {{{other.headline}, Style::strong}, {main_figures(other, voice_), Style::faint}});
    sheet_.rows(rows.adverse());
    sheet_.paragraph(kPageIndent, {{told_rules(voice_, other)}, Style::faint});
  }

  void rules() {
    sheet_.blank();
    sheet_.paragraph(0, {{told_rules(voice_, deal_), deal_.path}, Style::faint});
  }

  const Assessment& deal_;
  Voice voice_;
  Sheet sheet_;
  bool all_;
};

}  // namespace

std::string render_text(const Assessment& assessment, const Words& words,
                        const RenderOptions& options) {
  return TextReport(assessment, words, options).render();
}

}  // namespace dealcheck

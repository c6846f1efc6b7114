// A comment on a pull request: the verdicts that moved first, then each deal folded up with what
// moved it.

#include "base/text.h"
#include "report/compare/change_rows.h"
#include "report/compare/diff.h"
#include "report/compare/diff_parts.h"
#include "report/deal/people_chart.h"
#include "report/shared/deal_words.h"
#include "report/shared/phrases.h"
#include "report/writers/markdown.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostWhole = 20;  ///< GitHub takes 65,536 characters

class DiffMarkdown {
 public:
  DiffMarkdown(const DiffReport& report, const Words& words, Language language)
      : report_(report), words_(words), language_(language), phrases_(words, language) {}

  std::string render() {
    if (report_.range.empty()) {
      if (report_.deals.front().judged()) one(report_.deals.front(), "###");
    } else {
      overview();
    }
    broken();
    return page_;
  }

 private:
  void line(const std::string& text) { page_ += text + "\n"; }
  void bullet(const std::string& text) { line("- " + text); }

  [[nodiscard]] static std::string title_of(const DealChange& deal) {
    return markdown_text(deal_name(newest(deal)));
  }

  // ---- one deal ----

  void one(const DealChange& deal, std::string_view heading) {
    if (!deal.diff) {
      line(std::string(heading) + " " + title_of(deal) + "\n");
      return line(markdown_text(only_text(phrases_, deal)) + "\n");
    }
    line(std::string(heading) + " " + title_of(deal) + "\n");
    whole(deal);
    people(deal.diff->after());
  }

  /// Of one deal only: a comment with many drawings is slow to show, and its length has an end.
  void people(const Assessment& now) {
    const std::string map = people_chart(now, phrases_);
    if (map.empty()) return;
    line("\n**" + markdown_text(phrases_.say("heading.contacts")) + "**\n");
    page_ += map;
  }

  void whole(const DealChange& deal) {
    const DealDiff& diff = *deal.diff;
    line("**" + markdown_text(verdict_move(phrases_, diff)) + "**\n");
    line(markdown_text(diff.after().headline) + "\n");
    questions(diff);
    for (const DiffPart& part : diff.parts) cause(diff, part);
    if (!report_.other_rules) {
      line(markdown_text(phrases_.say("diff.rules_same", {{"hash", diff.after().rules_hash}})) +
           "\n");
    }
    risks(diff);
  }

  void questions(const DealDiff& diff) {
    std::vector<std::string> head;
    for (const auto* column : {"question", "before", "after", "points"}) {
      head.push_back(phrases_.label("deal_markdown.column", column));
    }
    std::vector<std::vector<std::string>> rows;
    for (const QuestionMove& move : question_moves(phrases_, diff)) {
      rows.push_back({move.question->label, move.before, move.after,
                      phrases_.signed_number(move.question->points)});
      for (std::string& cell : rows.back()) cell = markdown_text(cell);
      if (move.before != move.after) rows.back()[2] = "**" + rows.back()[2] + "**";
    }
    if (!rows.empty()) line(markdown_table(head, rows));
  }

  void cause(const DealDiff& diff, const DiffPart& part) {
    line("**" + markdown_text(cause_title(phrases_, part)) + "** " +
         markdown_text(phrases_.signed_number(part.points())) + "\n");
    bool any = false;
    for (const ReadingChange* change : changes_to_tell(part, false)) {
      bullet(text_of(diff, part, *change));
      any = true;
    }
    if (!any) bullet(markdown_text(phrases_.say("diff.nothing")));
    line("");
  }

  [[nodiscard]] std::string text_of(const DealDiff& diff, const DiffPart& part,
                                    const ReadingChange& change) const {
    std::string text = markdown_text(phrases_.signed_number(change.points)) + " **" +
                       markdown_text(change.label) + "** " +
                       markdown_text(change_message(phrases_, change, "diff"));
    if (part.cause == Cause::facts) {
      for (const std::size_t place : facts_behind(change, diff.facts.changes)) {
        text += "<br>" + markdown_text(
                             fact_message(phrases_, diff.facts.changes[place], diff.after().as_of));
      }
    }
    constexpr int kPlaceCells = 60;
    const auto places = both_places(phrases_, part, evidence_of(change.before),
                                    evidence_of(change.after), kPlaceCells);
    for (const std::string& place : places) text += " · " + markdown_text(place);
    return text;
  }

  void risks(const DealDiff& diff) {
    line("**" + markdown_text(risk_counts(phrases_, diff)) + "**\n");
    for (const auto& [id, mines] :
         {std::pair{"fresh", &diff.total.come}, std::pair{"fixed", &diff.total.gone}}) {
      for (const MineView* mine : *mines) {
        bullet(markdown_text(phrases_.label("diff.risk", id)) + ", " +
               markdown_text(phrases_.label("severity", to_string(mine->severity))) + " · " +
               markdown_text(mine->message));
      }
    }
    const std::string now = step_text(diff.after());
    if (now.empty() || now == step_text(diff.before())) return;
    line("\n**" + markdown_text(phrases_.say("diff.heading.step")) + "** " + markdown_text(now));
  }

  // ---- many deals ----

  void overview() {
    line("### " + markdown_text(range_title(phrases_, report_)) + "\n");
    std::string counts;
    for (const std::string& text : count_texts(phrases_, count_changes(report_))) {
      counts += (counts.empty() ? "" : " · ") + markdown_text(text);
    }
    if (!counts.empty()) line(counts + "\n");
    std::vector<std::vector<std::string>> rows;
    for (const DealChange* deal : sorted_changes(report_)) {
      if (!deal->judged()) continue;
      rows.push_back(table_cells(phrases_, *deal));
      rows.back().push_back(deal->path);
      for (std::string& cell : rows.back()) cell = markdown_text(cell);
    }
    if (rows.empty()) return;
    std::vector<std::string> head = table_head(phrases_);
    head.push_back(phrases_.say("diff.column.file"));
    page_ += markdown_table(head, rows);
    folded();
  }

  void folded() {
    std::size_t count = 0;
    for (const DealChange* deal : sorted_changes(report_)) {
      if (!deal->diff || !moved(*deal->diff) || ++count > kMostWhole) continue;
      line("\n<details><summary>" + title_of(*deal) + "</summary>\n");
      whole(*deal);
      line("\n</details>");
    }
  }

  void broken() {
    bool first = true;
    for (const DealChange& deal : report_.deals) {
      if (deal.judged()) continue;
      if (first) line("\n**" + markdown_text(phrases_.say("diff.heading.broken")) + "**\n");
      first = false;
      for (const Diagnostic& error : deal.diagnostics.all()) {
        if (error.severity != Severity::error) continue;
        bullet(markdown_text(whole_place(error)) + " " +
               markdown_text(diagnostic_message(error, words_, language_)));
      }
    }
  }

  const DiffReport& report_;
  const Words& words_;
  Language language_;
  Phrases phrases_;
  std::string page_;
};

}  // namespace

std::string render_diff_markdown(const DiffReport& report, const Words& words, Language language) {
  return DiffMarkdown(report, words, language).render();
}

}  // namespace dealcheck

// How one deal moved, and why: the two verdicts beside each other, then each cause with what it
// did, then the risks, the strengths and what else changed in the file.

#include "report/compare/diff_deal_text.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/compare/change_rows.h"
#include "report/compare/diff_parts.h"
#include "report/shared/marks.h"

namespace dealcheck {

namespace {

class DealDiffText {
 public:
  DealDiffText(const DealChange& deal, bool other_rules, const Phrases& phrases, Sheet& sheet,
               bool all)
      : change_(deal),
        diff_(*deal.diff),
        phrases_(phrases),
        sheet_(sheet),
        all_(all),
        other_rules_(other_rules) {}

  void write() {
    put_title(sheet_, phrases_, diff_.after());
    versions();
    verdict();
    const bool counts = moved(diff_) || all_;
    if (counts) {
      table();
      for (const DiffPart& part : diff_.parts) cause(part);
    } else {
      sheet_.blank();
      sheet_.paragraph(kPageIndent, {{phrases_.say("diff.unmoved")}, Style::plain});
    }
    if (!other_rules_) {
      sheet_.blank();
      sheet_.paragraph(
          kPageIndent,
          {{phrases_.say("diff.rules_same", {{"hash", diff_.after().rules_hash}})}, Style::faint});
    }
    if (counts) {
      questions();
      risks();
      bullets();
      step();
    }
    other_facts();
  }

 private:
  // ---- the head ----

  void version(std::string_view label, const std::string& name, const Assessment& deal) {
    sheet_.paragraph(
        0, {{phrases_.say(label) + " " +
             phrases_.say("diff.version", {{"file", name}, {"date", iso_date(deal.as_of)}})},
            Style::faint});
  }

  void versions() {
    version("diff.old_version", change_.old_name, diff_.before());
    version("diff.new_version", change_.new_name, diff_.after());
  }

  void verdict() {
    sheet_.blank();
    sheet_.paragraph(kPageIndent,
                     {{verdict_move(phrases_, diff_)}, style_of(diff_.after().verdict)});
  }

  void table() {
    std::vector<Beside> lines = summary_lines(phrases_, diff_.before(), diff_.after());
    lines.erase(lines.begin(), lines.begin() + 2);  // verdict and points stand above
    const std::string before = phrases_.label(diff_.before().stages.judged);
    const std::string after = phrases_.label(diff_.after().stages.judged);
    lines.insert(lines.begin(), {phrases_.say("diff.stage"), before, after});
    sheet_.blank();
    sheet_.rows(beside_rows(phrases_, lines));
  }

  // ---- why ----

  void cause(const DiffPart& part) {
    put_heading(sheet_, cause_title(phrases_, part), phrases_.signed_number(part.points()));
    const std::vector<const ReadingChange*> shown = changes_to_tell(part, all_);
    std::vector<Row> rows;
    rows.reserve(shown.size());
    for (const ReadingChange* change : shown) rows.push_back(row_of(part, *change));
    sheet_.rows(rows);
    if (rows.empty()) {
      sheet_.paragraph(2 * kPageIndent, {{phrases_.say("diff.nothing")}, Style::plain});
    }
    left(part.changes.changes.size() - shown.size());
  }

  void left(std::size_t count) {
    if (count == 0) return;
    sheet_.paragraph(
        2 * kPageIndent,
        {{phrases_.say("diff.left", {{"count", std::to_string(count)}})}, Style::faint});
  }

  [[nodiscard]] Row row_of(const DiffPart& part, const ReadingChange& change) {
    Row row = change_row(phrases_, change, "diff");
    if (part.cause == Cause::facts) row.note = reasons(change);
    std::vector<std::string> places = places_of(part, change);
    row.tail.insert(row.tail.end(), places.begin(), places.end());
    return row;
  }

  /// The statements behind a changed reading; those told here are not told again.
  [[nodiscard]] std::string reasons(const ReadingChange& change) {
    constexpr std::size_t kMost = 3;
    const std::vector<std::size_t> places = facts_behind(change, diff_.facts.changes);
    std::vector<std::string> parts;
    for (const std::size_t place : places) {
      if (!all_ && parts.size() == kMost) break;
      told_.insert(place);
      parts.push_back(fact(diff_.facts.changes[place]));
    }
    if (parts.size() < places.size()) {
      parts.push_back(phrases_.say("diff.more_facts",
                                   {{"count", std::to_string(places.size() - parts.size())}}));
    }
    return phrases_.joined(parts, "semicolon");
  }

  [[nodiscard]] std::string fact(const FactChange& change) const {
    constexpr int kLongest = 160;
    const std::string message = fact_message(phrases_, change, diff_.after().as_of);
    return all_ ? message : truncate(message, kLongest, ellipsis(phrases_.charset()));
  }

  [[nodiscard]] std::vector<std::string> places_of(const DiffPart& part,
                                                   const ReadingChange& change) const {
    return both_places(phrases_, part, evidence_of(change.before), evidence_of(change.after),
                       sheet_.width() / 2);
  }

  // ---- what became of what ----

  void questions() {
    put_heading(sheet_, phrases_.say("diff.heading.questions",
                                     {{"stage", phrases_.label(diff_.after().stages.judged)}}));
    std::vector<Row> rows;
    for (const QuestionMove& move : question_moves(phrases_, diff_)) {
      const bool same = move.before == move.after;
      rows.push_back({.lead = mark_of(move.question->reads),
                      .label = {move.question->label},
                      .message = same ? move.after
                                      : phrases_.say("diff.moved", {{"before", move.before},
                                                                    {"after", move.after}}),
                      .points = phrases_.signed_number(move.question->points)});
    }
    sheet_.rows(rows);
  }

  void risks() {
    const std::vector<const MineView*> remaining = remaining_mines(diff_);
    const Comparison& total = diff_.total;
    if (total.come.empty() && total.gone.empty() && remaining.empty()) return;
    put_heading(sheet_, risk_counts(phrases_, diff_));
    std::vector<Row> rows;
    add_risks("fresh", total.come, {"+", Style::bad}, rows);
    add_risks("fixed", total.gone, {"−", Style::good}, rows);
    if (all_) add_risks("remaining", remaining, {"•", Style::plain}, rows);
    sheet_.rows(rows);
    if (!all_) left(remaining.size());
  }

  void add_risks(std::string_view what, const std::vector<const MineView*>& mines, const Cell& lead,
                 std::vector<Row>& rows) const {
    std::size_t i = 0;
    for (Row& row : mine_rows(phrases_, mines)) {
      row.lead = lead;
      row.label = {phrases_.label("diff.risk", what)};
      const MineView& mine = *mines[i++];
      const Assessment& from = what == "fixed" ? diff_.before() : diff_.after();
      const std::string place =
          phrases_.short_place(plain_file(from.path), mine.evidence, sheet_.width() / 2);
      if (!place.empty() && what != "fixed") row.tail.push_back(place);
      rows.push_back(std::move(row));
    }
  }

  void bullets() {
    std::vector<Row> rows;
    for (const BulletMove& move : bullet_moves(phrases_, diff_)) {
      rows.push_back(
          {.lead = mark_of(move.holds),
           .message = move.what,
           .note = phrases_.say("diff.moved", {{"before", move.before}, {"after", move.after}})});
    }
    if (rows.empty()) return;
    put_heading(sheet_, phrases_.say("diff.heading.bullets"));
    sheet_.rows(rows);
  }

  void step() {
    const std::string now = step_text(diff_.after());
    if (now == step_text(diff_.before()) || now.empty()) return;
    put_heading(sheet_, phrases_.say("diff.heading.step"));
    sheet_.rows({Row{.lead = {"→", Style::strong}, .message = now}});
  }

  void other_facts() {
    constexpr std::size_t kMost = 6;
    std::vector<Row> rows;
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < diff_.facts.changes.size(); ++i) {
      if (told_.contains(i)) continue;
      if (!all_ && rows.size() == kMost) {
        ++hidden;
        continue;
      }
      const FactChange& change = diff_.facts.changes[i];
      const auto sides = [](const std::optional<Evidence>& side) {
        return side ? std::vector{*side} : std::vector<Evidence>();
      };
      rows.push_back({.lead = {"•", Style::faint},
                      .message = fact(change),
                      .tail = both_places(phrases_, facts_part(), sides(change.before),
                                          sides(change.after), sheet_.width() / 2)});
    }
    if (rows.empty()) return;
    put_heading(sheet_, phrases_.say("diff.heading.other"));
    sheet_.rows(rows);
    left(hidden);
  }

  [[nodiscard]] const DiffPart& facts_part() const {
    return *std::find_if(diff_.parts.begin(), diff_.parts.end(),
                         [](const DiffPart& part) { return part.cause == Cause::facts; });
  }

  const DealChange& change_;
  const DealDiff& diff_;
  const Phrases& phrases_;
  Sheet& sheet_;
  bool all_;
  bool other_rules_;
  std::set<std::size_t> told_;  ///< places among the changed statements
};

}  // namespace

void put_deal_diff(Sheet& sheet, const Phrases& phrases, const DealChange& deal, bool other_rules,
                   bool all) {
  DealDiffText(deal, other_rules, phrases, sheet, all).write();
}

}  // namespace dealcheck

#include "report/deal/text_rows.h"

#include <algorithm>
#include <utility>

#include "report/shared/deal_words.h"
#include "report/shared/marks.h"

namespace dealcheck {
namespace {

constexpr std::size_t kMostFlips = 3;  ///< ways to one standing

}  // namespace

Row TextRows::row_of(const Finding& finding) const {
  Row row{.lead = mark_of(finding.reads),
          .message = finding.message,
          .points = phrases_.signed_number(finding.points),
          .date = phrases_.day(newest_day(finding.evidence), deal_.as_of)};
  if (is_waived(finding)) row.note = phrases_.say("waived", {{"reason", finding.waived}});
  const std::string place = phrases_.short_place(deal_.path, finding.evidence, width_ / 2);
  if (!place.empty()) row.tail.push_back(place);
  return row;
}

template <typename Picks>
std::vector<Row> TextRows::rows_where(const Picks& picks) const {
  std::vector<Row> rows;
  for (const Finding& finding : deal_.findings) {
    if (!picks(finding)) continue;
    Row& row = rows.emplace_back(row_of(finding));
    row.tail.insert(row.tail.begin(), finding.rule);
  }
  return rows;
}

std::string TextRows::gauge() const {
  std::string cells;
  for (const Finding& question : deal_.questions)
    cells += phrases_.sign(gauge_cell(question.reads));
  return cells;
}

std::vector<Row> TextRows::questions() const {
  std::vector<Row> rows;
  for (const Finding& question : deal_.questions) {
    Row& row = rows.emplace_back(row_of(question));
    row.label.text = question.label;
    if (!question.reads) row.message = unread_message(question);
  }
  return rows;
}

/// Why it has no reading, and where what to ask stands further down.
std::string TextRows::unread_message(const Finding& question) const {
  const auto open =
      std::find_if(deal_.open_questions.begin(), deal_.open_questions.end(),
                   [&](const OpenQuestion& one) { return one.rule == question.rule; });
  const std::string gap = phrases_.label(question.gap);
  if (open == deal_.open_questions.end()) {
    return phrases_.say("question.ask", {{"gap", gap}, {"ask", question.message}});
  }
  const std::string number = std::to_string(open - deal_.open_questions.begin() + 1);
  return phrases_.say("question.ask_below", {{"gap", gap}, {"number", number}});
}

std::vector<Row> TextRows::have() const {
  std::vector<Row> rows = rows_where(is_for_us);
  for (const BulletView& bullet : deal_.bullets) rows.push_back(row_of(bullet));
  return rows;
}

std::vector<Row> TextRows::contradictions() const { return rows_where(is_contradiction); }

std::vector<Row> TextRows::noted() const { return rows_where(is_note); }

std::vector<Row> TextRows::waived() const { return rows_where(is_waived); }

std::vector<Row> TextRows::overrides() const {
  std::vector<Row> rows;
  for (const OverrideView& one : deal_.overrides) {
    if (!one.acted) continue;
    Row& row = rows.emplace_back(bulleted(
        phrases_.say("override.told",
                     {{"rule", one.rule}, {"changes", phrases_.joined(one.told, "semicolon")}})));
    row.note = one.reason.empty() ? phrases_.say("override.no_reason") : one.reason;
    row.tail = {phrases_.short_place(one.file, one.at, width_ / 2)};
  }
  return rows;
}

std::vector<Row> TextRows::adverse() const {
  std::vector<Row> rows;
  for (const Finding& question : deal_.questions) {
    if (question.reads != Reads::adverse || is_waived(question)) continue;
    rows.emplace_back(row_of(question)).label.text = question.label;
  }
  return rows;
}

std::vector<Row> TextRows::limits() const {
  std::vector<Row> rows;
  for (const auto* findings : {&deal_.questions, &deal_.findings}) {
    for (const Finding& finding : *findings) {
      if (!is_waived(finding)) add_limits(finding, rows);
    }
  }
  return rows;
}

void TextRows::add_limits(const Finding& finding, std::vector<Row>& rows) const {
  for (std::string& limit : limit_words(deal_, phrases_, finding)) {
    Row& row = rows.emplace_back(bulleted(std::move(limit)));
    row.tail = {finding.rule};
  }
}

std::vector<Row> TextRows::flips() const {
  std::vector<Row> rows;
  std::size_t ways = 0;
  const Flip* before = nullptr;
  for (const Flip& flip : deal_.flips) {
    const bool again = before != nullptr && before->up == flip.up && before->to == flip.to;
    ways = again ? ways + 1 : 1;
    if (ways <= kMostFlips) rows.push_back(flip_row(flip, again));
    before = &flip;
  }
  return rows;
}

Row TextRows::flip_row(const Flip& flip, bool again) const {
  std::string all = flip_words(flip, phrases_);
  if (again) return {.label = {phrases_.say("flip.or")}, .message = std::move(all)};
  const std::string standing = standing_name(phrases_, deal_, flip.to);
  return {.lead = flip.up ? Cell{"↑", Style::good} : Cell{"↓", Style::bad},
          .label = {phrases_.say(flip.up ? "flip.up" : "flip.down", {{"standing", standing}})},
          .message = std::move(all)};
}

std::vector<Row> TextRows::asks() const {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < deal_.open_questions.size(); ++i) {
    const OpenQuestion& open = deal_.open_questions[i];
    Row& row = rows.emplace_back(numbered(i + 1, ask_words(open)));
    row.tail = ask_facts(deal_, phrases_, open);
  }
  return rows;
}

}  // namespace dealcheck

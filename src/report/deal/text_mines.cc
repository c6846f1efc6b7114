// What can go off and what we have against it: the rows of mines and of claimed strengths.

#include <algorithm>

#include "report/deal/text_rows.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks.h"

namespace dealcheck {

bool TextRows::is_of_questions(const MineView& mine) const {
  return std::any_of(deal_.questions.begin(), deal_.questions.end(),
                     [&](const Finding& question) { return question.rule == mine.rules.front(); });
}

Row TextRows::row_of(const MineView& mine) const {
  Row row{.label = {phrases_.label("severity", to_string(mine.severity)), style_of(mine.severity)},
          .message = mine.message,
          .points = phrases_.signed_number(mine.points),
          .date = phrases_.day(newest_day(mine.evidence), deal_.as_of),
          .note = answer_words(mine, phrases_)};
  std::string rules = mine.rules.front();
  if (mine.rules.size() > 1) rules += " +" + std::to_string(mine.rules.size() - 1);
  row.tail.push_back(std::move(rules));
  const std::string place = phrases_.short_place(deal_.path, mine.evidence, width_ / 2);
  if (!place.empty()) row.tail.push_back(place);
  return row;
}

std::vector<Row> TextRows::kill() const {
  std::vector<Row> rows;
  if (std::string mines = mines_of_questions(); !mines.empty()) {
    rows.push_back(bulleted(phrases_.say("kill.from_questions", {{"list", std::move(mines)}})));
  }
  std::size_t number = 0;
  for (const MineView& mine : deal_.mines) {
    if (is_of_questions(mine)) continue;
    Row& row = rows.emplace_back(row_of(mine));
    row.lead = {std::to_string(++number), Style::strong};
  }
  return rows;
}

/// The mines that the questions have already told of, by their labels.
std::string TextRows::mines_of_questions() const {
  std::vector<std::string> mines;
  for (const MineView& mine : deal_.mines) {
    if (!is_of_questions(mine)) continue;
    const std::string severity = phrases_.label("severity", to_string(mine.severity));
    const bool deadly = mine.severity == MineSeverity::deadly;
    mines.push_back(phrases_.say(
        "kill.question", {{"label", mine.label},
                          {"severity", severity},
                          {"answer", deadly ? answer_words(mine, phrases_) : std::string()}}));
  }
  return phrases_.joined(mines, "comma");
}

Row TextRows::row_of(const BulletView& bullet) const {
  return {.lead = mark_of(bullet.holds),
          .message = bullet_words(bullet, phrases_),
          .tail = {phrases_.short_place(deal_.path, bullet.at, width_ / 2)}};
}

}  // namespace dealcheck

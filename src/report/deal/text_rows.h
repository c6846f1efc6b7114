#pragma once

#include <string>
#include <vector>

#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

/// The sections of the text report that are rows: which findings each shows, and as what. `width`
/// is the page's.
class TextRows {
 public:
  TextRows(const Assessment& assessment, const Phrases& phrases, int width)
      : deal_(assessment), phrases_(phrases), width_(width) {}

  [[nodiscard]] std::vector<Row> questions() const;
  [[nodiscard]] std::string gauge() const;      ///< a cell for each question: ▰ ◐ ▱ ?
  [[nodiscard]] std::vector<Row> kill() const;  ///< the mines
  [[nodiscard]] std::vector<Row> have() const;  ///< what speaks for us, and claimed strengths
  [[nodiscard]] std::vector<Row> contradictions() const;
  [[nodiscard]] std::vector<Row> limits() const;  ///< caps and lifts in force
  [[nodiscard]] std::vector<Row> noted() const;   ///< what no other section shows
  [[nodiscard]] std::vector<Row> waived() const;
  [[nodiscard]] std::vector<Row> overrides() const;  ///< those that acted
  [[nodiscard]] std::vector<Row> adverse() const;    ///< the questions that read adverse
  [[nodiscard]] std::vector<Row> flips() const;
  [[nodiscard]] std::vector<Row> asks() const;  ///< the open questions

 private:
  [[nodiscard]] Row row_of(const Finding& finding) const;
  template <typename Picks>
  [[nodiscard]] std::vector<Row> rows_where(const Picks& picks) const;
  [[nodiscard]] std::string unread_message(const Finding& question) const;
  [[nodiscard]] std::string mines_of_questions() const;
  [[nodiscard]] bool is_of_questions(const MineView& mine) const;
  [[nodiscard]] Row row_of(const MineView& mine) const;
  [[nodiscard]] Row row_of(const BulletView& bullet) const;
  void add_limits(const Finding& finding, std::vector<Row>& rows) const;
  [[nodiscard]] Row flip_row(const Flip& flip, bool again) const;

  const Assessment& deal_;
  const Phrases& phrases_;
  int width_;
};

}  // namespace dealcheck

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/stage.h"
#include "i18n/signs.h"

namespace dealcheck {

/// How a piece of text looks when colour is on. Without colour all are alike: no meaning may hang
/// on it.
enum class Style : std::uint8_t {
  plain,
  strong,
  faint,
  good,
  bad,
  mixed,
  open,
  strong_good,
  strong_bad,
  strong_mixed,
  strong_open,
  strong_fair
};

[[nodiscard]] Style style_of(Verdict verdict);

/// `text` between the codes of its style; just `text` when colour is off or there is none.
[[nodiscard]] std::string painted(std::string_view text, Style style, bool colour);

/// Items joined by " · ", as many to a line as fit; broken inside only when wider than a line.
[[nodiscard]] std::vector<std::string> flow(const std::vector<std::string>& items, int cells,
                                            Ink ink = Ink::unicode);

struct Cell {
  std::string text;
  Style style = Style::plain;
};

/// Items that flow over one or more lines.
struct Paragraph {
  std::vector<std::string> items;
  Style style = Style::plain;
};

/// One judgement: `✗ Sudden objection  Lang wants …  −3  12 Mar`, and where it comes from.
struct Row {
  Cell lead{};   ///< mark or number, of our own
  Cell label{};  ///< without one, a row that has a lead begins where labels begin
  std::string message{};
  std::string points{};
  std::string date{};
  std::string note{};               ///< under the message
  std::vector<std::string> tail{};  ///< at the right edge, faint: rule id, places
};

/// What a table does beside standing in columns.
struct TableLook {
  std::vector<std::size_t> gives_way{0, 1};  ///< columns that may become narrower
  std::vector<Style> first{};                ///< of the first cell, by row; empty: plain
};

/// A page of a fixed width that is filled from the top. Whatever text it is given, no line gets
/// wider than the width or ends in blanks, and control characters come out visible.
class Sheet {
 public:
  explicit Sheet(int width, bool colour, Ink ink = Ink::unicode)
      : width_(width), colour_(colour), ink_(ink) {}

  void blank() { page_ += '\n'; }
  /// `left` at column `indent`, `right` at the right edge; on a line of its own when both do not
  /// fit.
  void line(int indent, const Cell& left, const Cell& right = {});
  void paragraph(int indent, const Paragraph& paragraph);
  /// A label with paragraphs beside it (below it when it leaves them too little room); `tail`,
  /// where they come from, at the right edge of the last line.
  void hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
               const std::string& tail = {});
  /// Rows share their columns: messages, points and dates stand under each other.
  void rows(const std::vector<Row>& rows);
  /// A table without the columns, but the first, that are empty in every row. Some columns give way
  /// when room is short, their texts going on below; when even that is not enough, nothing is
  /// written and the answer is false. Every row has a cell for each head.
  [[nodiscard]] bool table(const std::vector<std::string>& head,
                           const std::vector<std::vector<std::string>>& rows,
                           const TableLook& look = {});

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] const std::string& finish() const { return page_; }

 private:
  class Line;
  struct Columns;

  [[nodiscard]] Columns measure(const std::vector<Row>& rows) const;
  void row(const Row& row, const Columns& columns);
  void table_row(const std::vector<std::string>& cells, const std::vector<int>& widths, Style first,
                 Style style);
  void put_tail(const Row& row, std::vector<Line>& lines, const Columns& columns) const;
  void print(const std::vector<Line>& lines);

  int width_;
  bool colour_;
  Ink ink_;
  std::string page_;
};

}  // namespace dealcheck

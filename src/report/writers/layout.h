#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/stage.h"
#include "i18n/charset.h"
#include "i18n/language.h"

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
                                            Charset charset = Charset::unicode);

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

/// Writes one report in one format, block by block from the top. Whatever text it is given is made
/// safe for the format.
class SheetWriter {
 public:
  virtual ~SheetWriter() = default;

  virtual void blank() = 0;
  virtual void heading(const Cell& text, const Cell& right) = 0;
  virtual void line(int indent, const Cell& left, const Cell& right) = 0;
  virtual void paragraph(int indent, const Paragraph& paragraph) = 0;
  virtual void hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
                       const std::string& tail) = 0;
  virtual void rows(const std::vector<Row>& rows) = 0;
  virtual bool table(const std::vector<std::string>& head,
                     const std::vector<std::vector<std::string>>& rows, const TableLook& look) = 0;
  [[nodiscard]] virtual std::string finish() = 0;
};

/// A page of text of a fixed width: no line gets wider than that or ends in blanks, and control
/// characters come out visible.
[[nodiscard]] std::unique_ptr<SheetWriter> text_sheet(int width, bool colour, Charset charset);
/// A page for a wiki; its first line is the title.
[[nodiscard]] std::unique_ptr<SheetWriter> markdown_sheet();
/// A page for a browser that needs nothing else; its first words are the title.
[[nodiscard]] std::unique_ptr<SheetWriter> html_sheet(Language language);

/// The page that a report is written on, in whatever format it comes out.
class Sheet {
 public:
  /// `width`: the cells that a line has, as far as the format has lines.
  Sheet(std::unique_ptr<SheetWriter> writer, int width)
      : writer_(std::move(writer)), width_(width) {}
  explicit Sheet(int width, bool colour, Charset charset = Charset::unicode)
      : Sheet(text_sheet(width, colour, charset), width) {}

  void blank() { writer_->blank(); }
  /// Begins a part of the page.
  void heading(const Cell& text, const Cell& right = {}) { writer_->heading(text, right); }
  /// `left` at column `indent`, `right` at the right edge; on a line of its own when both do not
  /// fit.
  void line(int indent, const Cell& left, const Cell& right = {}) {
    writer_->line(indent, left, right);
  }
  void paragraph(int indent, const Paragraph& paragraph) { writer_->paragraph(indent, paragraph); }
  /// A label with paragraphs beside it (below it when it leaves them too little room); `tail`,
  /// where they come from, at the right edge of the last line.
  void hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
               const std::string& tail = {}) {
    writer_->hanging(label, paragraphs, tail);
  }
  /// Rows share their columns: messages, points and dates stand under each other.
  void rows(const std::vector<Row>& rows) { writer_->rows(rows); }
  /// A table without the columns, but the first, that are empty in every row. Some columns give way
  /// when room is short, their texts going on below; when even that is not enough, nothing is
  /// written and the answer is false. Every row has a cell for each head.
  [[nodiscard]] bool table(const std::vector<std::string>& head,
                           const std::vector<std::vector<std::string>>& rows,
                           const TableLook& look = {}) {
    return writer_->table(head, rows, look);
  }

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] std::string finish() { return writer_->finish(); }

 private:
  std::unique_ptr<SheetWriter> writer_;
  int width_;
};

/// The columns of a table in which some row has something to say, the first one always.
[[nodiscard]] std::vector<std::size_t> filled_columns(
    std::size_t count, const std::vector<std::vector<std::string>>& rows);
/// Of a row's cells those of some columns.
[[nodiscard]] std::vector<std::string> picked(const std::vector<std::string>& cells,
                                              const std::vector<std::size_t>& columns);

}  // namespace dealcheck

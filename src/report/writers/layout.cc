#include "report/writers/layout.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/contains.h"
#include "base/text.h"

// Every text is made safe where it enters (Line::put, flow) and measured after that. A row's
// columns come from all rows of its section; when they leave the message too little room, first the
// places move from their own column to the end of the message, then the label moves above it.

namespace dealcheck {
namespace {

constexpr int kIndent = 2;
constexpr int kColumnGap = 2;
constexpr int kTailColumnMessage = 48;  ///< message cells that a column of places must leave
constexpr int kLabelColumnMessage = 28;
constexpr int kWidestLabel = 24;
constexpr int kNarrowestColumn = 10;
constexpr std::size_t kMostCellLines = 4;
constexpr std::string_view kJoint = " · ";
constexpr std::string_view kReset = "\x1b[0m";

std::string_view code_of(Style style) {
  static constexpr std::array<std::string_view, 12> kCodes = {
      "",         "\x1b[1m",    "\x1b[2m",    "\x1b[32m",   "\x1b[31m",   "\x1b[33m",
      "\x1b[36m", "\x1b[1;32m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;35m", "\x1b[1;36m"};
  return kCodes[static_cast<std::size_t>(style)];
}

std::vector<std::string> wrapped(std::string_view text, int cells) {
  return wrap(sanitise(text), cells);
}

int safe_width(std::string_view text) { return display_width(sanitise(text)); }

std::string joined(const std::vector<std::string>& parts, std::string_view joint) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : joint).append(part);
  return all;
}

template <typename LocalizedText>
int widest(const std::vector<Row>& rows, const LocalizedText& text) {
  int width = 0;
  for (const Row& row : rows) width = std::max(width, safe_width(text(row)));
  return width;
}

int with_gap(int width) { return width > 0 ? width + kColumnGap : 0; }

/// Widths that fit into `room`, some columns giving way; empty when that is not enough.
std::vector<int> column_widths(const std::vector<std::string>& head,
                               const std::vector<std::vector<std::string>>& rows,
                               const std::vector<std::size_t>& giving, int room) {
  std::vector<int> widths(head.size());
  for (std::size_t i = 0; i < head.size(); ++i) {
    widths[i] = safe_width(head[i]);
    for (const auto& cells : rows) widths[i] = std::max(widths[i], safe_width(cells[i]));
  }
  const int gaps = kColumnGap * static_cast<int>(head.size() - 1);
  int excess = std::accumulate(widths.begin(), widths.end(), gaps) - room;
  for (; excess > 0; --excess) {
    const auto widest = std::max_element(giving.begin(), giving.end(),
                                         [&](auto a, auto b) { return widths[a] < widths[b]; });
    if (widest == giving.end() || widths[*widest] <= kNarrowestColumn) return {};
    --widths[*widest];
  }
  return widths;
}

/// The lines of a table's cell; what is longer than a few lines is cut.
std::vector<std::string> cell_lines(std::string_view text, int cells, Charset charset) {
  std::vector<std::string> lines = wrapped(text, cells);
  if (lines.size() <= kMostCellLines) return lines;
  const auto rest = lines.begin() + static_cast<std::ptrdiff_t>(kMostCellLines) - 1;
  *rest = truncate(joined({rest, lines.end()}, " "), cells, ellipsis(charset));
  lines.resize(kMostCellLines);
  return lines;
}

}  // namespace

Style style_of(Verdict verdict) {
  static constexpr std::array<Style, kVerdictCount> kStyles = {
      Style::strong_bad,  Style::strong_mixed, Style::strong_fair,
      Style::strong_good, Style::strong_open,  Style::strong_open};
  return kStyles[static_cast<std::size_t>(verdict)];
}

std::string painted(std::string_view text, Style style, bool colour) {
  const std::string_view code = code_of(style);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return std::string(code).append(text).append(kReset);
}

std::vector<std::string> flow(const std::vector<std::string>& items, int cells, Charset charset) {
  const std::string joint = to_charset(kJoint, charset);
  std::vector<std::string> lines;
  for (const std::string& item : items) {
    std::vector<std::string> parts = wrapped(item, cells);
    const int needed = display_width(joint) + display_width(parts.front());
    if (parts.size() == 1 && !lines.empty() && display_width(lines.back()) + needed <= cells) {
      lines.back().append(joint).append(parts.front());
    } else {
      lines.insert(lines.end(), parts.begin(), parts.end());
    }
  }
  return lines;
}

std::vector<std::size_t> filled_columns(std::size_t count,
                                        const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < count; ++i) {
    const bool any =
        std::any_of(rows.begin(), rows.end(), [i](const auto& cells) { return !cells[i].empty(); });
    if (i == 0 || any) filled.push_back(i);
  }
  return filled;
}

std::vector<std::string> picked(const std::vector<std::string>& cells,
                                const std::vector<std::size_t>& columns) {
  std::vector<std::string> some;
  some.reserve(columns.size());
  for (const std::size_t column : columns) some.push_back(cells[column]);
  return some;
}

namespace {

class TextSheet final : public SheetWriter {
 public:
  TextSheet(int width, bool colour, Charset charset)
      : width_(width), colour_(colour), charset_(charset) {}

  void blank() override { page_ += '\n'; }
  void heading(const Cell& text, const Cell& right) override {
    blank();
    line(kIndent, text, right);
  }
  void line(int indent, const Cell& left, const Cell& right) override;
  void paragraph(int indent, const Paragraph& paragraph) override;
  void hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
               const std::string& tail) override;
  void rows(const std::vector<Row>& rows) override;
  bool table(const std::vector<std::string>& head,
             const std::vector<std::vector<std::string>>& rows, const TableLook& look) override;
  std::string finish() override { return page_; }

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
  Charset charset_;
  std::string page_;
};

/// One line of the page, filled from left to right.
class TextSheet::Line {
 public:
  void put(int at, std::string_view text, Style style = Style::plain) {
    std::string safe = sanitise(text);
    safe.erase(safe.find_last_not_of(' ') + 1);
    if (safe.empty()) return;
    const int width = std::max(at, width_) + display_width(safe);
    const auto blanks = static_cast<std::size_t>(std::max(0, at - width_));
    pieces_.push_back({std::string(blanks, ' '), std::move(safe), style});
    width_ = width;
  }
  void put_right(int edge, std::string_view text, Style style) {
    put(edge - safe_width(text), text, style);
  }
  [[nodiscard]] int width() const { return width_; }

  [[nodiscard]] std::string finish(bool colour) const {
    std::string line;
    for (const Piece& piece : pieces_)
      line += piece.blanks + painted(piece.text, piece.style, colour);
    return line;
  }

 private:
  struct Piece {
    std::string blanks;
    std::string text;
    Style style;
  };

  int width_ = 0;
  std::vector<Piece> pieces_;
};

/// Where the parts of a section's rows stand.
struct TextSheet::Columns {
  int label_at = 0;
  int label = 0;  ///< 0: none, or above the message
  int message_at = 0;
  int message = 0;
  int points_end = 0;
  int date_end = 0;
  bool label_above = false;
  bool tail_column = false;
};

void TextSheet::print(const std::vector<Line>& lines) {
  for (const Line& line : lines) page_.append(without_commands(line.finish(colour_))) += '\n';
}

void TextSheet::line(int indent, const Cell& left, const Cell& right) {
  const int right_width = safe_width(right.text);
  const bool fits = indent + safe_width(left.text) + with_gap(right_width) <= width_;
  std::vector<Line> lines;
  for (const std::string& part : wrapped(left.text, width_ - indent)) {
    lines.emplace_back().put(indent, part, left.style);
  }
  if (!fits && right_width > 0) lines.emplace_back();
  lines.back().put_right(width_, truncate(sanitise(right.text), width_, ellipsis(charset_)),
                         right.style);
  print(lines);
}

void TextSheet::paragraph(int indent, const Paragraph& paragraph) {
  std::vector<Line> lines;
  for (const std::string& part : flow(paragraph.items, width_ - indent, charset_)) {
    lines.emplace_back().put(indent, part, paragraph.style);
  }
  print(lines);
}

void TextSheet::hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
                        const std::string& tail) {
  const int beside = kIndent + with_gap(safe_width(label.text));
  const bool above = beside > width_ / 2;
  const int indent = above ? 2 * kIndent : beside;
  if (above) line(kIndent, label, {});
  std::vector<Line> lines;
  for (const Paragraph& paragraph : paragraphs) {
    for (const std::string& part : flow(paragraph.items, width_ - indent, charset_)) {
      Line& line = lines.emplace_back();
      if (!above && lines.size() == 1) line.put(kIndent, label.text, label.style);
      line.put(indent, part, paragraph.style);
    }
  }
  if (!tail.empty()) {
    const bool fits =
        !lines.empty() && lines.back().width() + kColumnGap + safe_width(tail) <= width_;
    if (!fits) lines.emplace_back();
    lines.back().put_right(width_, truncate(sanitise(tail), width_ - indent, ellipsis(charset_)),
                           Style::faint);
  }
  print(lines);
}

TextSheet::Columns TextSheet::measure(const std::vector<Row>& rows) const {
  const int points = widest(rows, [](const Row& row) { return row.points; });
  const int date = widest(rows, [](const Row& row) { return row.date; });
  const int tail = widest(rows, [](const Row& row) { return joined(row.tail, "  "); });
  const int label = widest(rows, [](const Row& row) { return row.label.text; });
  Columns columns;
  columns.label_at = kIndent + 1 + widest(rows, [this](const Row& row) {
                       return to_charset(row.lead.text, charset_);
                     });
  columns.label = std::min({label, kWidestLabel, width_ * 3 / 10});
  columns.message_at = columns.label_at + with_gap(columns.label);
  columns.date_end = width_;
  columns.points_end = width_ - with_gap(date);
  columns.message = columns.points_end - with_gap(points) - columns.message_at;
  if (tail > 0 && columns.message - with_gap(tail) >= kTailColumnMessage) {
    columns.tail_column = true;
    columns.date_end -= with_gap(tail);
    columns.points_end -= with_gap(tail);
    columns.message -= with_gap(tail);
  }
  if (columns.label > 0 && columns.message < kLabelColumnMessage) {
    columns.label_above = true;
    columns.message += with_gap(columns.label);
    columns.message_at = columns.label_at;
    columns.label = 0;
  }
  return columns;
}

void TextSheet::put_tail(const Row& row, std::vector<Line>& lines, const Columns& columns) const {
  const std::string tail = joined(row.tail, "  ");
  if (tail.empty()) return;
  const int width = safe_width(tail);
  if (columns.tail_column) return lines.front().put_right(width_, tail, Style::faint);
  if (lines.back().width() + kColumnGap + width <= width_) {
    return lines.back().put_right(width_, tail, Style::faint);
  }
  const int room = width_ - columns.message_at;
  const bool together = width <= room;
  for (const std::string& part : together ? std::vector{tail} : row.tail) {
    lines.emplace_back().put_right(width_, truncate(sanitise(part), room, ellipsis(charset_)),
                                   Style::faint);
  }
}

void TextSheet::row(const Row& row, const Columns& columns) {
  const bool above = columns.label_above && !row.label.text.empty();
  const Cell first = above ? row.label : Cell{row.message, Style::plain};
  const std::vector<std::string> labels = wrapped(row.label.text, std::max(1, columns.label));
  const std::vector<std::string> texts = wrapped(first.text, columns.message);
  std::vector<Line> lines(columns.label > 0 ? std::max(labels.size(), texts.size()) : texts.size());
  lines.front().put(kIndent, to_charset(row.lead.text, charset_), row.lead.style);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (columns.label > 0 && i < labels.size()) {
      lines[i].put(columns.label_at, labels[i], row.label.style);
    }
    if (i < texts.size()) lines[i].put(columns.message_at, texts[i], first.style);
  }
  lines.front().put_right(columns.points_end, row.points, Style::plain);
  lines.front().put_right(columns.date_end, row.date, Style::plain);
  const auto put_below = [&](const std::string& text, Style style) {
    for (const std::string& part : wrapped(text, width_ - columns.message_at)) {
      lines.emplace_back().put(columns.message_at, part, style);
    }
  };
  if (above) put_below(row.message, Style::plain);
  if (!row.note.empty()) put_below(row.note, Style::plain);
  put_tail(row, lines, columns);
  print(lines);
}

void TextSheet::rows(const std::vector<Row>& rows) {
  const Columns columns = measure(rows);
  Columns unlabelled = columns;
  unlabelled.message += columns.message_at - columns.label_at;
  unlabelled.message_at = columns.label_at;
  unlabelled.label = 0;
  for (const Row& one : rows) {
    const bool spans = one.label.text.empty() && !one.lead.text.empty();
    row(one, spans ? unlabelled : columns);
  }
}

void TextSheet::table_row(const std::vector<std::string>& cells, const std::vector<int>& widths,
                          Style first, Style style) {
  std::vector<Line> lines;
  int at = kIndent;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::vector<std::string> parts = cell_lines(cells[i], widths[i], charset_);
    if (lines.size() < parts.size()) lines.resize(parts.size());
    for (std::size_t j = 0; j < parts.size(); ++j)
      lines[j].put(at, parts[j], i == 0 ? first : style);
    at += widths[i] + kColumnGap;
  }
  print(lines);
}

bool TextSheet::table(const std::vector<std::string>& head,
                      const std::vector<std::vector<std::string>>& rows, const TableLook& look) {
  const std::vector<std::size_t> columns = filled_columns(head.size(), rows);
  std::vector<std::vector<std::string>> filled;
  filled.reserve(rows.size());
  for (const auto& cells : rows) filled.push_back(picked(cells, columns));
  const std::vector<std::string> heads = picked(head, columns);
  std::vector<std::size_t> giving;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (contains(look.gives_way, columns[i])) giving.push_back(i);
  }
  const std::vector<int> widths = column_widths(heads, filled, giving, width_ - kIndent);
  if (widths.empty()) return false;
  table_row(heads, widths, Style::faint, Style::faint);
  for (std::size_t i = 0; i < filled.size(); ++i) {
    table_row(filled[i], widths, look.first.empty() ? Style::plain : look.first[i], Style::plain);
  }
  return true;
}

}  // namespace

std::unique_ptr<SheetWriter> text_sheet(int width, bool colour, Charset charset) {
  return std::make_unique<TextSheet>(width, colour, charset);
}

}  // namespace dealcheck

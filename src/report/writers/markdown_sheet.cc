// A page of Markdown. What the text page puts side by side follows each other here; what hangs from
// a sign or a number, and every row, is an entry of a list.

#include <algorithm>

#include "base/text.h"
#include "report/writers/layout.h"
#include "report/writers/markdown.h"

namespace dealcheck {

namespace {

constexpr int kWidestMark = 2;  ///< cells of a label that is a number or a sign

std::string bold(const std::string& text) {
  return text.empty() ? text : "**" + markdown_text(text) + "**";
}

std::string told(const std::string& text, Style style) {
  return style == Style::strong ? bold(text) : markdown_text(text);
}

/// Those that say something, one behind the other.
std::string in_one(const std::vector<std::string>& parts, std::string_view joint) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += joint;
    all += part;
  }
  return all;
}

std::string told(const Paragraph& paragraph) {
  return told(in_one(paragraph.items, " · "), paragraph.style);
}

class MarkdownSheet final : public SheetWriter {
 public:
  void blank() override { in_list_ = false; }

  void heading(const Cell& text, const Cell& right) override {
    block("#### " + markdown_text(in_one({text.text, right.text}, " · ")));
  }

  void line(int /*indent*/, const Cell& left, const Cell& right) override {
    const std::string text = in_one({left.text, right.text}, " · ");
    block(page_.empty() ? "### " + markdown_text(text) : told(text, left.style));
  }

  void paragraph(int /*indent*/, const Paragraph& paragraph) override { block(told(paragraph)); }

  void hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
               const std::string& tail) override {
    const bool marked = display_width(label.text) <= kWidestMark;
    std::vector<std::string> parts;
    parts.reserve(paragraphs.size() + 1);
    for (const Paragraph& paragraph : paragraphs) parts.push_back(told(paragraph));
    if (!tail.empty()) parts.push_back(markdown_text(tail));
    std::erase(parts, "");
    if (!parts.empty()) parts.front() = in_one({bold(label.text), parts.front()}, " ");
    for (std::size_t i = 0; i < parts.size(); ++i) {
      marked ? item(i == 0 ? 0 : 1, parts[i]) : block(parts[i]);
    }
  }

  void rows(const std::vector<Row>& rows) override {
    for (const Row& row : rows) {
      const std::string front = in_one({row.lead.text, row.label.text}, " ");
      std::vector<std::string> facts{row.message, row.points, row.date};
      facts.insert(facts.end(), row.tail.begin(), row.tail.end());
      item(0, in_one({bold(front), markdown_text(in_one(facts, " · "))}, " "));
      if (!row.note.empty()) item(1, markdown_text(row.note));
    }
  }

  bool table(const std::vector<std::string>& head,
             const std::vector<std::vector<std::string>>& rows,
             const TableLook& /*look*/) override {
    const std::vector<std::size_t> columns = filled_columns(head.size(), rows);
    const auto cells_of = [&](const std::vector<std::string>& all) {
      std::vector<std::string> cells = picked(all, columns);
      for (std::string& cell : cells) cell = markdown_text(cell);
      return cells;
    };
    std::vector<std::vector<std::string>> safe;
    safe.reserve(rows.size());
    for (const auto& row : rows) safe.push_back(cells_of(row));
    std::string text = markdown_table(cells_of(head), safe);
    text.pop_back();
    block(text);
    return true;
  }

  std::string finish() override { return page_; }

 private:
  /// Stands by itself, with a blank line before it.
  void block(const std::string& text) {
    if (text.empty()) return;
    page_ += (page_.empty() ? "" : "\n") + text + "\n";
    in_list_ = false;
  }

  void item(int depth, const std::string& text) {
    if (!in_list_) page_ += "\n";
    page_ += std::string(2 * static_cast<std::size_t>(depth), ' ') + "- " + text + "\n";
    in_list_ = true;
  }

  std::string page_;
  bool in_list_ = false;
};

}  // namespace

std::unique_ptr<SheetWriter> markdown_sheet() { return std::make_unique<MarkdownSheet>(); }

}  // namespace dealcheck

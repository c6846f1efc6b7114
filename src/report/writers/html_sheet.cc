// A page for a browser: the blocks are kept until the end, since the title stands before them.

#include <functional>

#include "report/writers/html_page.h"
#include "report/writers/layout.h"
#include "report/writers/page_parts.h"

namespace dealcheck {

namespace {

using Block = std::function<void(Markup&)>;

std::string_view class_of(Style style) {
  switch (style) {
    case Style::plain:
      return "plain";
    case Style::strong:
      return "headline";
    case Style::faint:
    case Style::open:
      return "faint";
    case Style::good:
    case Style::strong_good:
      return "good";
    case Style::bad:
    case Style::strong_bad:
      return "bad";
    default:
      return "mixed";
  }
}

void put_paragraph(Markup& out, const Paragraph& paragraph) {
  if (paragraph.items.size() > 1) return put_facts(out, paragraph.items);
  for (const std::string& item : paragraph.items) {
    if (!item.empty()) out.leaf("p", {{"class", class_of(paragraph.style)}}, item);
  }
}

void put_row(Markup& out, const Row& row) {
  out.in("li", {}, [&] {
    const std::string front = row.lead.text +
                              (row.lead.text.empty() || row.label.text.empty() ? "" : " ") +
                              row.label.text;
    if (!front.empty()) {
      out.leaf("strong",
               {{"class", class_of(row.lead.text.empty() ? row.label.style : row.lead.style)}},
               front);
    }
    out.text((front.empty() ? "" : " ") + row.message);
    std::vector<std::string> facts{row.points, row.date};
    facts.insert(facts.end(), row.tail.begin(), row.tail.end());
    std::erase(facts, "");
    if (!row.note.empty()) out.leaf("p", {}, row.note);
    if (!facts.empty()) put_facts(out, facts);
  });
}

void put_cells(Markup& out, std::string_view tag, const std::vector<std::string>& cells) {
  out.in("tr", {}, [&] {
    for (const std::string& cell : cells) {
      tag == "th" ? out.leaf(tag, {{"scope", "col"}}, cell) : out.leaf(tag, {}, cell);
    }
  });
}

class HtmlSheet final : public SheetWriter {
 public:
  explicit HtmlSheet(Language language) : language_(language) {}

  void blank() override {}

  void heading(const Cell& text, const Cell& right) override {
    blocks_.emplace_back([text, right](Markup& out) {
      out.leaf("h2", {}, text.text);
      if (!right.text.empty()) put_facts(out, {right.text});
    });
  }

  void line(int /*indent*/, const Cell& left, const Cell& right) override {
    if (title_.empty()) {
      title_ = left.text;
      beside_title_ = right.text;
      return;
    }
    blocks_.emplace_back([left, right](Markup& out) {
      if (!left.text.empty()) out.leaf("p", {{"class", class_of(left.style)}}, left.text);
      if (!right.text.empty()) put_facts(out, {right.text});
    });
  }

  void paragraph(int /*indent*/, const Paragraph& paragraph) override {
    if (title_.empty() && !paragraph.items.empty()) {
      title_ = paragraph.items.front();
      return;
    }
    blocks_.emplace_back([paragraph](Markup& out) { put_paragraph(out, paragraph); });
  }

  void hanging(const Cell& label, const std::vector<Paragraph>& paragraphs,
               const std::string& tail) override {
    blocks_.emplace_back([label, paragraphs, tail](Markup& out) {
      out.in("dl", {{"class", "pairs"}}, [&] {
        out.in("dt", {}, [&] {
          out.leaf("strong", {{"class", class_of(label.style)}}, label.text);
        });
        out.in("dd", {}, [&] {
          for (const Paragraph& paragraph : paragraphs) put_paragraph(out, paragraph);
          if (!tail.empty()) put_facts(out, {tail});
        });
      });
    });
  }

  void rows(const std::vector<Row>& rows) override {
    blocks_.emplace_back([rows](Markup& out) {
      out.in("ul", {{"class", "plain"}}, [&] {
        for (const Row& row : rows) put_row(out, row);
      });
    });
  }

  bool table(const std::vector<std::string>& head,
             const std::vector<std::vector<std::string>>& rows,
             const TableLook& /*look*/) override {
    blocks_.emplace_back([head, rows, columns = filled_columns(head.size(), rows)](Markup& out) {
      out.in("table", {}, [&] {
        out.in("thead", {}, [&] { put_cells(out, "th", picked(head, columns)); });
        out.in("tbody", {}, [&] {
          for (const auto& row : rows) put_cells(out, "td", picked(row, columns));
        });
      });
    });
    return true;
  }

  std::string finish() override {
    return render_html_page({title_, language_}, [this](Markup& out) {
      out.in("header", {}, [&] {
        out.leaf("h1", {}, title_);
        if (!beside_title_.empty()) put_facts(out, {beside_title_});
      });
      out.in("main", {}, [&] {
        for (const Block& block : blocks_) block(out);
      });
    });
  }

 private:
  Language language_;
  std::string title_;
  std::string beside_title_;
  std::vector<Block> blocks_;
};

}  // namespace

std::unique_ptr<SheetWriter> html_sheet(Language language) {
  return std::make_unique<HtmlSheet>(language);
}

}  // namespace dealcheck

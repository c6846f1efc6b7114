#include "import/table.h"

#include <csv.h>

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostComplaints = 10;

/// The character that most often stands between the headings; `sep=;` in front, as spreadsheets
/// write it, tells.
struct Separator {
  char mark = ',';
  std::size_t begin = 0;  ///< where the table begins
};

Separator find_separator(std::string_view text) {
  constexpr std::string_view kTold = "sep=";
  if (to_lower(text.substr(0, kTold.size())) == kTold && text.size() > kTold.size()) {
    return {text[kTold.size()], std::min(text.find('\n'), text.size() - 1) + 1};
  }
  constexpr std::array kSeparators{',', ';', '\t'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += c == kSeparators[i] ? 1 : 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
  return {kSeparators[static_cast<std::size_t>(most)], 0};
}

/// One row as it stands in the file.
struct RawRow {
  std::vector<TableCell> cells;
  bool after_empty_line = false;
};

/// Feeds libcsv byte by byte: it tells no places, so that each cell gets the one where the byte
/// behind the cell before it stands.
class TableReader {
 public:
  TableReader(std::shared_ptr<const Source> source, Diagnostics& diagnostics)
      : source_(std::move(source)), text_(source_->text()), diagnostics_(diagnostics) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  }
  ~TableReader() { csv_free(&parser_); }
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  std::unique_ptr<Table> read();

 private:
  static void take_cell(void* data, std::size_t size, void* self) {
    static_cast<TableReader*>(self)->end_cell({static_cast<const char*>(data), size});
  }
  static void take_row(int /*mark*/, void* self) { static_cast<TableReader*>(self)->end_row(); }

  [[nodiscard]] bool parse();
  void end_cell(std::string_view cell);
  void end_row();
  [[nodiscard]] std::size_t cell_begin();
  void complain(std::size_t at, std::string id, Arguments arguments = {});
  void complain_about_quote(std::size_t at);
  [[nodiscard]] std::size_t footer_begin() const;
  void make_table(Table& table);

  std::shared_ptr<const Source> source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  csv_parser parser_{};
  std::size_t at_ = 0;          ///< the byte being read
  std::size_t cell_begin_ = 0;  ///< where the cell being read begins, blanks in front included
  std::size_t row_end_ = 0;     ///< the line end behind the last row
  RawRow row_;
  std::vector<RawRow> rows_;
};

std::size_t TableReader::cell_begin() {
  std::size_t at = cell_begin_;
  const auto skip = [&](std::string_view marks) {
    while (at < text_.size() && marks.find(text_[at]) != std::string_view::npos) ++at;
  };
  if (row_.cells.empty()) {
    skip("\r\n");
    const std::string_view between = text_.substr(row_end_, at - row_end_);
    row_.after_empty_line = std::count(between.begin(), between.end(), '\n') > 1;
  }
  skip(" ");
  return at;
}

void TableReader::end_cell(std::string_view cell) {
  const std::size_t begin = cell_begin();
  row_.cells.push_back({std::string(trim(cell)), begin});
  cell_begin_ = at_ + 1;
}

void TableReader::end_row() {
  rows_.push_back(std::move(row_));
  row_ = {};
  row_end_ = at_;
}

void TableReader::complain(std::size_t at, std::string id, Arguments arguments) {
  diagnostics_.error(source_, source_->locate(at), std::move(id), std::move(arguments));
}

/// The parser stumbled at `at`. A quote that is not closed runs on to the next one, which may stand
/// far below: the mistake is where it opened.
void TableReader::complain_about_quote(std::size_t at) {
  const std::size_t begin = cell_begin();
  const bool quoted = begin < text_.size() && text_[begin] == '"';
  const bool runs_on = text_.substr(begin, at - begin).find('\n') != std::string_view::npos;
  if (!quoted) return complain(at, "import.quote-in-cell");
  if (!runs_on) return complain(at, "import.text-behind-quote");
  complain(begin, "import.quote-runs-on", {{"line", std::to_string(source_->locate(at).line)}});
}

bool TableReader::parse() {
  const Separator separator = find_separator(text_);
  csv_set_delim(&parser_, static_cast<unsigned char>(separator.mark));
  cell_begin_ = separator.begin;
  for (at_ = separator.begin; at_ < text_.size(); ++at_) {
    if (csv_parse(&parser_, &text_[at_], 1, take_cell, take_row, this) == 1) continue;
    complain_about_quote(at_);
    return false;
  }
  if (csv_fini(&parser_, take_cell, take_row, this) == 0) return true;
  complain(cell_begin(), "import.quote-not-closed");
  return false;
}

/// Where the rows end that are no rows of the table; the number of rows when there are none.
std::size_t TableReader::footer_begin() const {
  std::size_t begin = rows_.size();
  while (begin > 1 && rows_[begin - 1].cells.size() == 1) {
    --begin;
    if (!rows_[begin].after_empty_line) continue;
    const bool table_before = begin == 1 || rows_[begin - 1].cells.size() > 1;
    if (table_before) return begin;
  }
  return rows_.size();
}

void TableReader::make_table(Table& table) {
  table.headings = std::move(rows_.front().cells);
  const std::size_t width = table.headings.size();
  const std::size_t end = width > 1 ? footer_begin() : rows_.size();
  table.footer_lines = rows_.size() - end;
  std::size_t complaints = 0;
  for (std::size_t i = 1; i < end; ++i) {
    std::vector<TableCell>& cells = rows_[i].cells;
    if (cells.size() != width) {
      if (++complaints > kMostComplaints) break;
      complain(cells.front().at, "import.ragged-row",
               {{"cells", std::to_string(cells.size())}, {"headings", std::to_string(width)}});
      continue;
    }
    const bool empty = std::all_of(cells.begin(), cells.end(),
                                   [](const TableCell& cell) { return cell.text.empty(); });
    if (!empty) table.rows.push_back(std::move(cells));
  }
}

std::unique_ptr<Table> TableReader::read() {
  if (!parse()) return nullptr;
  auto table = std::make_unique<Table>();
  table->source = source_;
  make_table(*table);
  if (diagnostics_.has_errors()) return nullptr;
  return table;
}

}  // namespace

std::unique_ptr<Table> read_table(std::shared_ptr<const Source> source, Diagnostics& diagnostics) {
  return TableReader(std::move(source), diagnostics).read();
}

}  // namespace dealcheck

#include <algorithm>
#include <fstream>
#include <iostream>

#include "cli/batch_output.h"
#include "cli/deal_input.h"
#include "portfolio/entry_json.h"

namespace dealcheck {

namespace {

/// Reads what `batch --format jsonl` wrote; every line that is none is told.
class LineReader {
 public:
  void read(const std::string& path);
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }
  /// By path, as one run would have judged them; a deal that stands in several files is an error.
  [[nodiscard]] std::vector<DealEntry> take();

 private:
  void read_lines(std::istream& input, const std::string& path);

  std::vector<DealEntry> deals_;
  Diagnostics diagnostics_;
};

void LineReader::read_lines(std::istream& input, const std::string& path) {
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (line.empty()) continue;
    std::string reason;
    if (auto deal = parse_entry(line, reason)) {
      deals_.push_back(std::move(*deal));
    } else {
      diagnostics_.file_error(path, "usage.not-a-line",
                              {{"number", std::to_string(number)}, {"reason", reason}});
    }
  }
}

void LineReader::read(const std::string& path) {
  if (path == "-") return read_lines(std::cin, "<stdin>");
  std::ifstream file(path, std::ios::binary);
  read_lines(file, path);
  const bool read = file.is_open() && !file.bad();
  if (!read) diagnostics_.file_error(path, "usage.cannot-read-lines");
}

std::vector<DealEntry> LineReader::take() {
  std::stable_sort(deals_.begin(), deals_.end(),
                   [](const DealEntry& a, const DealEntry& b) { return a.path < b.path; });
  const auto twice =
      std::adjacent_find(deals_.begin(), deals_.end(),
                         [](const DealEntry& a, const DealEntry& b) { return a.path == b.path; });
  if (twice != deals_.end()) diagnostics_.file_error(twice->path, "usage.merged-twice");
  return std::move(deals_);
}

/// The language that the deals were told in; the report about them is told in the same one.
Language language_of(const std::vector<DealEntry>& deals) {
  const auto other = std::find_if(deals.begin(), deals.end(), [&](const DealEntry& deal) {
    return deal.language != deals.front().language;
  });
  if (other != deals.end()) throw UsageError("usage.mixed-languages", {{"file", other->path}});
  return deals.front().language == "zh" ? Language::zh : Language::en;
}

}  // namespace

int run_merge(const CommandLine& line, const Surroundings& surroundings) {
  if (line.operands.empty()) throw UsageError("usage.no-lines");
  const auto fail_on = read_fail_on(line);
  LineReader reader;
  for (const std::string& path : line.operands) reader.read(path);
  std::vector<DealEntry> deals = reader.take();
  complain(reader.diagnostics(), *surroundings.words, surroundings);
  if (reader.diagnostics().has_errors()) return kExitFailed;
  if (deals.empty()) throw UsageError("usage.no-lines");

  Surroundings told = surroundings;
  told.language = language_of(deals);
  BatchOutputs outputs(line, told);
  if (!outputs.open_baseline(line)) return kExitFailed;
  for (DealEntry& deal : deals) {
    if (fail_on) deal.fail_on = to_string(*fail_on);
    outputs.take(outputs.prepare(std::move(deal)));
  }
  outputs.finish();
  return outputs.exit_code();
}

}  // namespace dealcheck

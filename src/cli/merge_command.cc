#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "base/alike.h"
#include "base/strings.h"
#include "base/utf8.h"
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
  void check_parts();

  std::vector<DealEntry> deals_;
  Diagnostics diagnostics_;
};

void LineReader::read_lines(std::istream& input, const std::string& path) {
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (number == 1 && looks_like_utf16(line)) {
      return diagnostics_.file_error(path, "source.utf16");
    }
    if (number == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (trim(line).empty()) continue;
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

/// The same for every way to write a path.
std::string whole_path(const std::string& path) {
  return composed(std::filesystem::absolute(path).lexically_normal().string());
}

std::vector<DealEntry> LineReader::take() {
  std::stable_sort(deals_.begin(), deals_.end(),
                   [](const DealEntry& a, const DealEntry& b) { return a.path < b.path; });
  std::set<std::string> paths;
  for (const DealEntry& deal : deals_) {
    if (paths.insert(whole_path(deal.path)).second) continue;
    diagnostics_.file_error(deal.path, "usage.merged-twice");
    break;
  }
  check_parts();
  return std::move(deals_);
}

/// Parts of one run become that run; what is no part of it is an error, a part that is missing a
/// warning.
std::string complaint_of(RunClash clash) {
  switch (clash) {
    case RunClash::pack:
      return "usage.merged-other.pack";
    case RunClash::rules:
      return "usage.merged-other.rules";
    case RunClash::day:
      return "usage.merged-other.day";
    default:
      return "usage.merged-other.split";
  }
}

void LineReader::check_parts() {
  std::vector<RunPart> parts;
  const DealEntry* first = nullptr;
  for (const DealEntry& deal : deals_) {
    parts.push_back(deal.part);
    if (!deal.part.known()) continue;
    if (first == nullptr) first = &deal;
    const RunClash clash = clash_of(first->part, deal.part);
    if (clash == RunClash::none) continue;
    diagnostics_.file_error(deal.path, complaint_of(clash), {{"first", first->path}});
    return;
  }
  const std::string missing = missing_parts(parts);
  if (!missing.empty()) {
    diagnostics_.file_finding(
        Severity::warning, "merge", "usage.missing-part",
        {{"numbers", missing}, {"count", std::to_string(first->part.shard.count)}});
    return;
  }
  if (first == nullptr) return;
  if (deals_.size() < first->part.deals) {
    diagnostics_.file_finding(Severity::warning, "merge", "usage.missing-deals",
                              {{"count", std::to_string(first->part.deals)},
                               {"missing", std::to_string(first->part.deals - deals_.size())}});
    return;
  }
  for (DealEntry& deal : deals_) deal.part.shard = {};
}

/// The language that the deals were told in; the report about them is told in the same one.
Language language_of(const std::vector<DealEntry>& deals) {
  const auto other = std::find_if(deals.begin(), deals.end(), [&](const DealEntry& deal) {
    return deal.language != deals.front().language;
  });
  if (other != deals.end()) throw UsageError("usage.mixed-languages", {{"file", other->path}});
  return find_language(deals.front().language).value_or(Language::en);
}

}  // namespace

int run_merge(const CommandLine& line, const Console& console) {
  if (line.operands.empty()) throw UsageError("usage.no-lines");
  const auto fail_on = read_fail_on(line);
  LineReader reader;
  for (const std::string& path : line.operands) reader.read(path);
  std::vector<DealEntry> deals = reader.take();
  complain(reader.diagnostics(), *console.words, console);
  if (reader.diagnostics().has_errors()) return kExitFailed;
  if (deals.empty()) throw UsageError("usage.no-lines");

  Console told = console;
  told.language = language_of(deals);
  BatchOutputs outputs(line, told);
  outputs.refuse_overwriting(line.operands);
  if (!outputs.open_baseline(line)) return kExitFailed;
  for (DealEntry& deal : deals) {
    if (fail_on) deal.fail_on = to_string(*fail_on);
    outputs.take(outputs.prepare(std::move(deal)));
  }
  outputs.finish();
  return outputs.exit_code();
}

}  // namespace dealcheck

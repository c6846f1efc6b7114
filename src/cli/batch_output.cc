#include "cli/batch_output.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "base/strings.h"
#include "base/text.h"
#include "cli/deal_input.h"
#include "cli/repository_paths.h"
#include "diagnostics/diagnostic.h"
#include "portfolio/entry_json.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

constexpr std::string_view kLines = "jsonl";
constexpr int kFileWidth = 80;

[[noreturn]] void refuse_file(const std::string& path, const std::string& reason) {
  throw UsageError("usage.cannot-write-file", {{"file", path}, {"reason", reason}});
}

/// Tells before any deal is judged that a file cannot be written.
std::unique_ptr<AtomicFile> open_file(const std::string& path) {
  auto file = std::make_unique<AtomicFile>(path);
  if (const std::string problem = file->problem(); !problem.empty()) refuse_file(path, problem);
  return file;
}

void finish_file(AtomicFile& file, const std::string& path) {
  std::string reason;
  if (!file.finish(reason)) refuse_file(path, reason);
}

/// Whether two names stand for one file, be it there or not yet; devices take any number of
/// reports.
bool is_same_file(const std::string& one, const std::string& other) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (one.empty() || other.empty()) return false;
  if (fs::exists(one, error)) {
    return fs::is_regular_file(one, error) && fs::equivalent(one, other, error);
  }
  const auto whole = [&](const std::string& path) {
    return fs::weakly_canonical(fs::absolute(path), error);
  };
  return whole(one) == whole(other);
}

bool has_new_risk(const DealEntry& entry) {
  return std::any_of(entry.risks.begin(), entry.risks.end(),
                     [](const EntryRisk& risk) { return risk.state == "new"; });
}

}  // namespace

BatchOutputs::BatchOutputs(const CommandLine& line, const Console& console)
    : words_(*console.words), console_(console), all_(line.has("--all")) {
  add_target("--format", line.value("--format").value_or("text"), "");
  for (const std::string& output : line.values("--output")) {
    const std::size_t equals = output.find('=');
    const bool whole = equals != std::string::npos && equals + 1 < output.size();
    if (!whole) throw UsageError("usage.output-without-file", {{"value", output}});
    add_target("--output", output.substr(0, equals), output.substr(equals + 1));
  }
}

void BatchOutputs::add_target(const std::string& option, const std::string& format,
                              const std::string& path) {
  Target target;
  target.path = path;
  if (format != kLines) {
    target.format = find_batch_format(format);
    if (target.format == nullptr) {
      std::vector<std::string_view> known = batch_format_names();
      known.push_back(kLines);
      throw UsageError(
          "usage.unknown-value",
          with_nearest({{"option", option}, {"value", format}, {"known", comma_list(known)}},
                       format, known));
    }
  }
  (target.format != nullptr ? keeps_ : writes_lines_) = true;
  if (path == "-") {
    throw UsageError("usage.output-to-stdout", {{"value", format + "=-"}, {"format", format}});
  }
  for (const Target& other : targets_) {
    if (!path.empty() && is_same_file(other.path, path)) {
      throw UsageError("usage.output-twice", {{"file", path}});
    }
  }
  if (!path.empty()) target.file = open_file(path);
  targets_.push_back(std::move(target));
}

bool BatchOutputs::open_baseline(const CommandLine& line) {
  const auto file = line.value("--baseline");
  updates_baseline_ = line.has("--update-baseline");
  fails_on_new_ = line.has("--fail-on-new");
  if (!file) {
    if (updates_baseline_)
      throw UsageError("usage.needs-baseline", {{"option", "--update-baseline"}});
    if (fails_on_new_) throw UsageError("usage.needs-baseline", {{"option", "--fail-on-new"}});
    return true;
  }
  if (updates_baseline_ && *file == "-") throw UsageError("usage.baseline-from-stdin");
  refuse_overwriting({*file});
  if (updates_baseline_) baseline_file_ = open_file(*file);
  std::error_code error;
  if (updates_baseline_ && !std::filesystem::exists(*file, error)) {
    baseline_.emplace(*file);
    return true;
  }
  Diagnostics diagnostics;
  baseline_ = Baseline::read(*file, diagnostics);
  complain(diagnostics, words_, console_);
  return baseline_.has_value();
}

void BatchOutputs::refuse_overwriting(std::vector<std::string> inputs) const {
  std::erase(inputs, "-");
  for (const Target& target : targets_) {
    if (target.path.empty()) continue;
    for (const std::string& input : inputs) {
      if (is_same_file(target.path, input)) {
        throw UsageError("usage.output-over-input", {{"file", target.path}});
      }
    }
  }
}

void BatchOutputs::write(Target& target, std::string_view text) {
  if (target.file) {
    target.file->write(text);
  } else if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw UsageError("usage.cannot-write");
  }
}

/// Once nothing changes the entry any more.
void BatchOutputs::settle(DealEntry& entry, Item& item) const {
  entry.failed = fails(entry) || (fails_on_new_ && has_new_risk(entry));
  item.failed = entry.failed;
  item.judged = entry.judged;
  if (writes_lines_) item.line = entry_line(entry);
}

BatchOutputs::Item BatchOutputs::prepare(DealEntry entry) const {
  Item item;
  if (!baseline_) settle(entry, item);
  if (baseline_ || keeps_) item.entry = std::move(entry);
  return item;
}

void BatchOutputs::take(Item item) {
  if (baseline_) {
    baseline_->mark(*item.entry);
    if (updates_baseline_) {
      for (EntryRisk& risk : item.entry->risks) risk.state = "known";  // once this run is over
    }
    settle(*item.entry, item);
  }
  if (item.failed) exit_code_ = std::max(exit_code_, kExitFound);
  if (!item.judged) exit_code_ = kExitFailed;
  for (Target& target : targets_) {
    if (target.format == nullptr) write(target, item.line);
  }
  if (keeps_) deals_.push_back(std::move(*item.entry));
}

void BatchOutputs::finish() {
  BatchReport report = make_report(std::move(deals_));
  if (baseline_ && !updates_baseline_) report.stale = baseline_->stale();
  const bool placed = std::any_of(targets_.begin(), targets_.end(), [](const Target& target) {
    return target.format != nullptr && target.format->placed;
  });
  if (placed) place_in_repository(report.deals);
  for (Target& target : targets_) {
    if (target.format != nullptr) {
      const bool file = target.file != nullptr;
      write(target, target.format->render(report, words_,
                                          {console_.language, !file && console_.colour_out,
                                           file ? kFileWidth : console_.width, all_,
                                           file ? Charset::unicode : console_.charset_out}));
    }
    if (target.file) finish_file(*target.file, target.path);
  }
  if (updates_baseline_) {
    baseline_file_->write(baseline_->updated());
    finish_file(*baseline_file_, baseline_->file());
  }
  write_output("");
}

}  // namespace dealcheck

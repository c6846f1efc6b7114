#include "batch_output.h"

#include <algorithm>
#include <cstdio>

#include "../batch/entry_json.h"
#include "../fields.h"

namespace dealcheck {

namespace {

constexpr std::string_view kLines = "jsonl";
constexpr int kFileWidth = 80;

}  // namespace

BatchOutputs::BatchOutputs(const CommandLine& line, const Surroundings& surroundings)
    : words_(*surroundings.words), surroundings_(surroundings), all_(line.has("--all")) {
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
      std::string list;
      for (const std::string_view one : known) list.append(list.empty() ? "" : ", ").append(one);
      throw UsageError(
          "usage.unknown-value",
          with_nearest({{"option", option}, {"value", format}, {"known", list}}, format, known));
    }
    keeps_ = true;
  }
  if (!path.empty()) target.file = std::make_unique<AtomicFile>(path);
  targets_.push_back(std::move(target));
}

void BatchOutputs::write(Target& target, std::string_view text) const {
  if (target.file) {
    target.file->write(text);
  } else if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw UsageError("usage.cannot-write");
  }
}

void BatchOutputs::take(DealEntry entry) {
  if (!entry.judged) {
    exit_code_ = kExitFailed;
  } else if (fails(entry)) {
    exit_code_ = std::max(exit_code_, kExitFound);
  }
  std::string line;
  for (Target& target : targets_) {
    if (target.format != nullptr) continue;
    if (line.empty()) line = entry_line(entry);
    write(target, line);
  }
  if (keeps_) deals_.push_back(std::move(entry));
}

void BatchOutputs::finish() {
  const BatchReport report = make_report(std::move(deals_));
  for (Target& target : targets_) {
    if (target.format != nullptr) {
      const bool file = target.file != nullptr;
      write(target,
            target.format->render(report, words_,
                                  {surroundings_.language, !file && surroundings_.colour_out,
                                   file ? kFileWidth : surroundings_.width, all_}));
    }
    std::string reason;
    if (target.file && !target.file->finish(reason)) {
      throw UsageError("usage.cannot-write-file", {{"file", target.path}, {"reason", reason}});
    }
  }
  write_output("");
}

}  // namespace dealcheck

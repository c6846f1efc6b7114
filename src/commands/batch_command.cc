#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include "../batch/find_deals.h"
#include "../batch/in_order.h"
#include "../batch/judge.h"
#include "../scalars.h"
#include "batch_output.h"
#include "deal_input.h"
#include "progress.h"
#include "shelf.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostJobs = 256;

unsigned read_jobs(const CommandLine& line) {
  const std::size_t all = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(read_count(line, "--jobs", kMostJobs).value_or(all));
}

/// `I/N` of `--shard`: every N-th file, from the I-th on.
struct Shard {
  std::size_t number = 1;
  std::size_t count = 1;
};

Shard read_shard(const CommandLine& line) {
  const auto text = line.value("--shard");
  if (!text) return {};
  const std::size_t slash = text->find('/');
  const auto part = [&](const std::string& digits) { return parse_whole(digits).value_or(0); };
  const Shard shard{part(text->substr(0, slash)),
                    slash == std::string::npos ? 0 : part(text->substr(slash + 1))};
  if (shard.number < 1 || shard.number > shard.count) {
    throw UsageError("usage.not-a-shard", {{"value", *text}});
  }
  return shard;
}

void take_shard(const Shard& shard, std::vector<std::string>& files) {
  std::vector<std::string> own;
  for (std::size_t i = shard.number - 1; i < files.size(); i += shard.count) {
    own.push_back(std::move(files[i]));
  }
  files = std::move(own);
}

std::string read_list(const std::string& path) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& input = path == "-" ? std::cin : file;
  std::string text{std::istreambuf_iterator<char>(input), {}};
  if (input.bad() || (path != "-" && !file.is_open())) {
    throw UsageError("usage.cannot-read-list", {{"file", path}});
  }
  return text;
}

std::vector<std::string> read_names(const CommandLine& line) {
  std::vector<std::string> names = line.operands;
  if (const auto list = line.value("--files-from")) {
    for (std::string& name : split_names(read_list(*list))) names.push_back(std::move(name));
  }
  if (names.empty()) throw UsageError("usage.no-deals");
  return names;
}

/// What each file is judged by; empty when some rules or settings cannot be used.
std::vector<const Guidance*> find_guidance(const std::vector<std::string>& files, Shelf& shelf) {
  std::vector<const Guidance*> guidance;
  guidance.reserve(files.size());
  for (const std::string& file : files) {
    guidance.push_back(shelf.for_deal(file));
    if (guidance.back() == nullptr) return {};
  }
  return guidance;
}

/// Judges the files and hands them out in their order.
void judge_all(const std::vector<std::string>& files, const std::vector<const Guidance*>& guidance,
               unsigned jobs, const BatchJudging& judging, const Surroundings& surroundings,
               BatchOutputs& outputs) {
  struct Judged {
    DealEntry entry;
    Diagnostics diagnostics;
  };
  std::vector<std::unique_ptr<Judged>> judged(files.size());
  Progress progress(files.size(), surroundings);
  const auto work = [&](std::size_t i) {
    judged[i] = std::make_unique<Judged>();
    DealEntry& entry = judged[i]->entry;
    entry = judge_file(files[i], *guidance[i]->rules, judging, judged[i]->diagnostics);
    if (guidance[i]->fail_on) entry.fail_on = to_string(*guidance[i]->fail_on);
  };
  const auto take = [&](std::size_t i) {
    Interruption::check();
    if (!judged[i]->diagnostics.all().empty()) progress.clear();
    complain(judged[i]->diagnostics, guidance[i]->rules->words, surroundings);
    outputs.take(std::move(judged[i]->entry));
    judged[i].reset();
    progress.step();
  };
  run_in_order(files.size(), jobs, work, take);
}

int run(const CommandLine& line, const Surroundings& surroundings) {
  const Shard shard = read_shard(line);
  const unsigned jobs = read_jobs(line);
  const BatchJudging judging{read_judging(line, surroundings), read_max_bytes(line)};
  Shelf shelf(line, surroundings);
  BatchOutputs outputs(line, surroundings);
  if (!outputs.open_baseline(line)) return kExitFailed;

  Diagnostics missing;
  std::vector<std::string> files = find_deals(read_names(line), missing);
  complain(missing, *surroundings.words, surroundings);
  if (files.empty()) return kExitFailed;
  take_shard(shard, files);
  const std::vector<const Guidance*> guidance = find_guidance(files, shelf);
  if (guidance.size() != files.size()) return kExitFailed;
  judge_all(files, guidance, jobs, judging, surroundings, outputs);
  outputs.finish();
  return missing.has_errors() ? kExitFailed : outputs.exit_code();
}

}  // namespace

int run_batch(const CommandLine& line, const Surroundings& surroundings) {
  int signal = 0;
  {
    const Interruption interruption;
    try {
      return run(line, surroundings);
    } catch (const Interruption::Interrupted& interrupted) {
      signal = interrupted.signal;
    }
  }
  return std::raise(signal);
}

}  // namespace dealcheck

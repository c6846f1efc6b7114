#include "cli/many_deals.h"

#include <csignal>
#include <memory>
#include <thread>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "base/whole_file.h"
#include "cli/deal_input.h"
#include "portfolio/find_deals.h"
#include "portfolio/in_order.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostJobs = 256;

unsigned read_jobs(const CommandLine& line) {
  const std::size_t all = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(read_count(line, "--jobs", kMostJobs).value_or(all));
}

std::string read_list(const std::string& path) {
  auto list = read_whole_file(path);
  if (!list) throw UsageError("usage.cannot-read-list", {{"file", path}});
  if (looks_like_utf16(*list)) throw UsageError("usage.list-utf16", {{"file", path}});
  if (list->starts_with(kByteOrderMark)) list->erase(0, kByteOrderMark.size());
  return std::move(*list);
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
std::vector<const JudgingConfig*> find_judging_config(const std::vector<std::string>& files,
                                                      RulesetResolver& resolver) {
  std::vector<const JudgingConfig*> config;
  config.reserve(files.size());
  for (const std::string& file : files) {
    config.push_back(resolver.for_deal(file));
    if (config.back() == nullptr) return {};
  }
  return config;
}

}  // namespace

ManyDeals::ManyDeals(const CommandLine& line, const Console& console)
    : console_(console),
      jobs_(read_jobs(line)),
      judging_{read_judging(line, console), read_max_bytes(line)},
      resolver_(line, console) {
  Diagnostics missing;
  files_ = find_deals(read_names(line), missing);
  complain(missing, *console.words, console);
  complete_ = !missing.has_errors();
  found_ = files_.size();
  interruption_.emplace();
}

bool ManyDeals::judge(FunctionRef<void(std::size_t, DealEntry)> judged,
                      FunctionRef<void(std::size_t)> take) {
  const auto work = [&](std::size_t i, const JudgingConfig& config, const BatchJudging& judging,
                        Diagnostics& diagnostics) {
    DealEntry entry = judge_file(files_[i], *config.rules, judging, diagnostics, config.also);
    if (config.fail_on) entry.fail_on = to_string(*config.fail_on);
    judged(i, std::move(entry));
  };
  return for_each(work, take);
}

bool ManyDeals::for_each(FunctionRef<Work> work, FunctionRef<void(std::size_t)> take) {
  const std::vector<const JudgingConfig*> config = find_judging_config(files_, resolver_);
  if (config.size() != files_.size()) return false;
  const bool all = files_.size() == found_;  // a shard has not seen them
  if (all) resolver_.tell_unused_patterns();
  std::vector<std::unique_ptr<Diagnostics>> told(files_.size());
  Progress progress(files_.size(), console_);
  const auto work_on = [&](std::size_t i) {
    Diagnostics diagnostics;
    const BatchJudging judging{judging_for(*config[i], judging_.options), judging_.max_bytes};
    work(i, *config[i], judging, diagnostics);
    if (!diagnostics.all().empty()) {
      told[i] = std::make_unique<Diagnostics>(std::move(diagnostics));
    }
  };
  const auto hand_out = [&](std::size_t i) {
    Interruption::check();
    if (told[i]) {
      progress.clear();
      complain(*told[i], config[i]->rules->words, console_);
      told[i].reset();
    }
    take(i);
    progress.step();
  };
  run_in_order(files_.size(), jobs_, work_on, hand_out);
  return true;
}

RunPart ManyDeals::whole_run() {
  RunPart run;
  run.deals = files_.size();
  run.as_of = iso_date(judging_.options.as_of.value_or(judging_.options.today));
  const JudgingConfig* const config = resolver_.for_deal(files_.front());
  if (config == nullptr) return run;
  run.rules_hash = config->rules->hash;
  run.pack = config->pack;
  return run;
}

DealEntry ManyDeals::judge_earlier(const std::string& path, std::string text, Date day) {
  const JudgingConfig* const config = resolver_.for_deal(path);
  if (config == nullptr) return {};
  BatchJudging judging{judging_for(*config, judging_.options), judging_.max_bytes};
  judging.options.today = day;
  Diagnostics unsaid;
  return judge_text(path, std::move(text), *config->rules, judging, unsaid);
}

int run_interruptible(FunctionRef<int()> command) {
  try {
    return command();
  } catch (const Interruption::Interrupted& interrupted) {
    return std::raise(interrupted.signal);
  }
}

}  // namespace dealcheck

#include <memory>

#include "base/scalars.h"
#include "cli/batch_output.h"
#include "cli/many_deals.h"

namespace dealcheck {

namespace {

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

int batch_deals(const CommandLine& line, const Surroundings& surroundings) {
  const Shard shard = read_shard(line);
  BatchOutputs outputs(line, surroundings);
  if (!outputs.open_baseline(line)) return kExitFailed;
  ManyDeals deals(line, surroundings);
  if (deals.files().empty()) return kExitFailed;
  take_shard(shard, deals.files());
  std::vector<std::unique_ptr<BatchOutputs::Item>> items(deals.files().size());
  const auto prepare = [&](std::size_t i, DealEntry entry) {
    items[i] = std::make_unique<BatchOutputs::Item>(outputs.prepare(std::move(entry)));
  };
  const auto take = [&](std::size_t i) {
    outputs.take(std::move(*items[i]));
    items[i].reset();
  };
  const bool judged = deals.judge(prepare, take);
  if (!judged) return kExitFailed;
  outputs.finish();
  return deals.complete() ? outputs.exit_code() : kExitFailed;
}

}  // namespace

int run_batch(const CommandLine& line, const Surroundings& surroundings) {
  return run_interruptible([&] { return batch_deals(line, surroundings); });
}

}  // namespace dealcheck

#include <memory>

#include "cli/batch_output.h"
#include "cli/many_deals.h"

namespace dealcheck {

namespace {

Shard read_shard(const CommandLine& line) {
  const auto text = line.value("--shard");
  if (!text) return {};
  const auto shard = parse_shard(*text);
  if (!shard) throw UsageError("usage.not-a-shard", {{"value", *text}});
  return *shard;
}

void take_shard(const Shard& shard, std::vector<std::string>& files) {
  std::vector<std::string> own;
  for (std::size_t i = shard.number - 1; i < files.size(); i += shard.count) {
    own.push_back(std::move(files[i]));
  }
  files = std::move(own);
}

int batch_deals(const CommandLine& line, const Console& console) {
  const Shard shard = read_shard(line);
  BatchOutputs outputs(line, console);
  if (!outputs.open_baseline(line)) return kExitFailed;
  ManyDeals deals(line, console);
  if (deals.files().empty()) return kExitFailed;
  outputs.refuse_overwriting(deals.files());
  outputs.refuse_overwriting({line.value("--files-from").value_or("-")});
  RunPart part = deals.whole_run();
  part.shard = shard;
  take_shard(shard, deals.files());
  std::vector<std::unique_ptr<BatchOutputs::Item>> items(deals.files().size());
  const auto prepare = [&](std::size_t i, DealEntry entry) {
    entry.part = part;
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

int run_batch(const CommandLine& line, const Console& console) {
  return run_interruptible([&] { return batch_deals(line, console); });
}

}  // namespace dealcheck

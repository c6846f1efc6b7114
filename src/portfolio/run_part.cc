#include "portfolio/run_part.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/scalars.h"

namespace dealcheck {

std::optional<Shard> parse_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const Shard shard{parse_whole(text.substr(0, slash)).value_or(0),
                    parse_whole(text.substr(slash + 1)).value_or(0)};
  if (shard.number < 1 || shard.number > shard.count) return std::nullopt;
  return shard;
}

std::string to_string(const Shard& shard) {
  return std::to_string(shard.number) + "/" + std::to_string(shard.count);
}

std::string_view to_string(RunClash clash) {
  static constexpr std::array<std::string_view, 5> kNames{"none", "pack", "rules", "day", "split"};
  return kNames.at(static_cast<std::size_t>(clash));
}

RunClash clash_of(const RunPart& one, const RunPart& other) {
  if (!one.known() || !other.known()) return RunClash::none;
  if (one.pack != other.pack) return RunClash::pack;
  if (one.rules_hash != other.rules_hash) return RunClash::rules;
  if (one.as_of != other.as_of) return RunClash::day;
  const bool both = one.shard.count > 1 && other.shard.count > 1;
  const bool split = one.shard.count != other.shard.count || one.deals != other.deals;
  return both && split ? RunClash::split : RunClash::none;
}

std::string missing_parts(const std::vector<RunPart>& parts) {
  std::set<std::size_t> there;
  std::size_t last = 0;
  for (const RunPart& part : parts) {
    if (!part.known()) return {};
    there.insert(part.shard.number);
    last = std::max(last, std::min(part.shard.count, part.deals));
  }
  std::string missing;
  for (std::size_t number = 1; number <= last; ++number) {
    if (there.contains(number)) continue;
    missing += (missing.empty() ? "" : ", ") + std::to_string(number);
  }
  return missing;
}

}  // namespace dealcheck

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// `I/N` of `--shard`: every N-th file, from the I-th on.
struct Shard {
  std::size_t number = 1;
  std::size_t count = 1;

  friend bool operator==(const Shard&, const Shard&) = default;
};
/// Nothing for what is no part of a whole.
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);
[[nodiscard]] std::string to_string(const Shard& shard);

/// Which part of which run a line comes from, so that parts can be put together again.
struct RunPart {
  Shard shard;
  std::size_t deals = 0;   ///< of the whole run; 0: not known, as in the lines of older versions
  std::string rules_hash;  ///< of the rules that its first deal is judged by
  std::string pack;        ///< as somebody named it; empty: none
  std::string as_of;       ///< that was asked for, else the day of the run

  [[nodiscard]] bool known() const { return deals > 0; }
};

/// How two parts cannot belong to one run.
enum class RunClash : std::uint8_t { none, pack, rules, day, split };
[[nodiscard]] std::string_view to_string(RunClash clash);
/// None where one of them is not known.
[[nodiscard]] RunClash clash_of(const RunPart& one, const RunPart& other);

/// The numbers of the parts of a run that have deals and are not among these, `2, 5`; empty when
/// all are there, or one is not known.
[[nodiscard]] std::string missing_parts(const std::vector<RunPart>& parts);

}  // namespace dealcheck

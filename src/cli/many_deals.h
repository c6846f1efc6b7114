#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/function_ref.h"
#include "cli/progress.h"
#include "cli/ruleset_resolver.h"
#include "portfolio/judge.h"

namespace dealcheck {

/// The deals of a command that judges many, and how they are judged.
class ManyDeals {
 public:
  /// Reads `--jobs`, `--as-of`, `--rules` and the like, then looks for the deals: the files and
  /// folders of the command line and of `--files-from`, telling on standard error what is no deal.
  /// Throws UsageError for what it cannot take.
  ManyDeals(const CommandLine& line, const Console& console);

  [[nodiscard]] std::vector<std::string>& files() { return files_; }  ///< sorted by path
  /// False: something that was named is no deal.
  [[nodiscard]] bool complete() const { return complete_; }

  /// Judges the files on all jobs, telling on the way what is wrong with them and how far it is.
  /// `judged(i, entry)` is called once for each file, on any thread; then `take(i)`, on this one,
  /// in their order. False when some rules or settings cannot be used; that has been told.
  [[nodiscard]] bool judge(FunctionRef<void(std::size_t, DealEntry)> judged,
                           FunctionRef<void(std::size_t)> take);

  /// The same for what else a command asks of each: `work` is called in place of judging, with what
  /// the file is judged by; what it leaves in `diagnostics` is told.
  using Work = void(std::size_t i, const JudgingConfig& config, const BatchJudging& judging,
                    Diagnostics& diagnostics);
  [[nodiscard]] bool for_each(FunctionRef<Work> work, FunctionRef<void(std::size_t)> take);

  /// All of the files, as one run.
  [[nodiscard]] RunPart whole_run();

  /// What one of them, or one that is gone, said on another day, judged as it is today; as of `day`
  /// when neither the command line nor the text tells. What is wrong with it is not told. Not
  /// before `judge`.
  [[nodiscard]] DealEntry judge_earlier(const std::string& path, std::string text, Date day);

  /// The rules that the first deal is judged by. Not before `judge` said that they can be used.
  [[nodiscard]] const Rulebook& rules() { return *resolver_.for_deal(files_.front())->rules; }

 private:
  const Console& console_;
  unsigned jobs_;
  BatchJudging judging_;
  RulesetResolver resolver_;
  std::optional<Interruption> interruption_;  ///< not while lists and folders are read
  std::vector<std::string> files_;
  std::size_t found_ = 0;  ///< so many, before any were taken out
  bool complete_ = true;
};

/// Runs a command on many deals, which Ctrl-C may end at any time: the process then ends as the
/// signal would end it, with the terminal in order and nothing half written.
int run_interruptible(FunctionRef<int()> command);

}  // namespace dealcheck

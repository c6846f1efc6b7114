#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.h"
#include "cli/command.h"
#include "report/batch/batch.h"

namespace dealcheck {

/// Where the results of a run over many deals go: `--format` to standard output, and every
/// `--output FORMAT=FILE` to a file that is there as a whole or not at all. Lines of JSON are
/// written deal by deal, everything else when all are there.
class BatchOutputs {
 public:
  /// Throws UsageError for a format that there is none of.
  BatchOutputs(const CommandLine& line, const Console& console);

  /// Reads `--baseline`. False, with the errors told, when it cannot be used.
  [[nodiscard]] bool open_baseline(const CommandLine& line);

  /// Throws UsageError when one of the files that are written is read by the run.
  void refuse_overwriting(std::vector<std::string> inputs) const;

  /// A deal on its way into the reports.
  struct Item {
    std::optional<DealEntry> entry;  ///< empty when its line is all that is needed of it
    std::string line;                ///< of JSON; empty while none is made
    bool judged = false;
    bool failed = false;
  };
  /// Does what any thread can do. Not before `open_baseline`.
  [[nodiscard]] Item prepare(DealEntry entry) const;
  /// The deals in the order of their paths.
  void take(Item item);
  /// Writes the reports. Throws UsageError when something cannot be written.
  void finish();
  /// kExitFailed when one could not be judged, kExitFound when one fails.
  [[nodiscard]] int exit_code() const { return exit_code_; }

 private:
  struct Target {
    const BatchFormat* format = nullptr;  ///< null: lines of JSON
    std::string path;                     ///< empty: standard output
    std::unique_ptr<AtomicFile> file;
  };

  void add_target(const std::string& option, const std::string& format, const std::string& path);
  void settle(DealEntry& entry, Item& item) const;
  static void write(Target& target, std::string_view text);

  const Words& words_;
  const Console& console_;
  bool all_;
  std::deque<Target> targets_;
  std::optional<Baseline> baseline_;
  std::unique_ptr<AtomicFile> baseline_file_;
  bool updates_baseline_ = false;
  bool fails_on_new_ = false;
  bool keeps_ = false;         ///< some report needs all deals
  bool writes_lines_ = false;  ///< some are lines of JSON
  std::vector<DealEntry> deals_;
  int exit_code_ = kExitGood;
};

}  // namespace dealcheck

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/deal_diff.h"
#include "git/git.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The day by which the deal was to be closed moved to a later one.
struct Push {
  Date from;
  Date to;
};

/// One commit of a deal's file and what it did to the verdict.
struct HistoryEntry {
  GitCommit commit;
  std::optional<Assessment> judged;    ///< empty: the file was removed, or cannot be judged
  std::vector<ReadingChange> changes;  ///< since the version judged before; biggest first. Only
                                       ///< rule, label and points: the findings are gone
  bool compared = false;               ///< there was a version before
  bool only_dates = false;             ///< days moved, that of judgement too, and nothing else
  std::optional<Push> push;
  Diagnostics diagnostics;
};

/// The versions of one deal.
struct History {
  std::string path;                   ///< as the user named it
  std::vector<HistoryEntry> entries;  ///< the newest last

  [[nodiscard]] std::size_t judged() const;
  [[nodiscard]] std::size_t pushes() const;
};

/// How bad it is that the close date was pushed so often: two times warn, three are critical.
enum class PushLevel : std::uint8_t { none, once, warning, critical };
[[nodiscard]] PushLevel level_of(std::size_t pushes);
[[nodiscard]] std::string_view to_string(PushLevel level);

/// How versions are read and judged.
struct HistoryOptions {
  std::optional<Date> as_of;  ///< for all versions; else each file's own, else its commit's day
  Language language = Language::en;
  /// Whether another rule set has a rule of that id (assess.h).
  std::function<bool(std::string_view rule)> elsewhere{};
  std::size_t limit = 0;  ///< the newest so many; 0: all
  std::size_t max_bytes = 0;
};

/// Judges every version that git has of a file. Nothing, with errors, when git cannot tell or has
/// none.
[[nodiscard]] std::optional<History> read_history(const std::string& path, const Rulebook& rules,
                                                  const HistoryOptions& options,
                                                  Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/deal_diff.h"
#include "report/shared/render.h"

namespace dealcheck {

/// What became of one deal between two versions.
struct DealChange {
  std::string path;      ///< of the new version; of the old one when the deal is gone
  std::string old_name;  ///< how the old version is called, `HEAD~1:st-anna.yaml`; empty: new
  std::string new_name;  ///< empty: removed
  std::optional<DealDiff> diff;    ///< when there are two versions and both could be judged
  std::optional<Assessment> only;  ///< of a deal that is new or was removed
  Diagnostics diagnostics;

  [[nodiscard]] bool judged() const { return diff || only; }
};

/// What a comparison found.
struct DiffReport {
  std::string range;         ///< `REV..REV`; empty: two versions of one deal
  bool other_rules = false;  ///< the old versions were judged by rules of their own
  std::vector<DealChange> deals;
};

/// How many deals moved which way.
struct DiffCounts {
  std::size_t worse = 0;
  std::size_t better = 0;
  std::size_t level = 0;  ///< the same verdict
  std::size_t fresh = 0;
  std::size_t removed = 0;
  std::size_t broken = 0;
};
[[nodiscard]] DiffCounts count_changes(const DiffReport& report);

/// The deals in the order to read them: those that fell most first, then the rest by points; new,
/// removed and broken ones behind.
[[nodiscard]] std::vector<const DealChange*> sorted_changes(const DiffReport& report);

/// One deal whole; of many a table, and each whole with `options.all`.
[[nodiscard]] std::string render_diff_text(const DiffReport& report, const Words& words,
                                           const RenderOptions& options);
/// One object for one deal; for a range an object with all of them.
[[nodiscard]] std::string render_diff_json(const DiffReport& report, const Words& words,
                                           Language language);
/// A comment on a pull request.
[[nodiscard]] std::string render_diff_markdown(const DiffReport& report, const Words& words,
                                               Language language);

}  // namespace dealcheck

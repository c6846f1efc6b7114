#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "cli/command.h"
#include "diagnostics/source.h"
#include "git/git.h"

namespace dealcheck {

/// One version of one deal, not yet read as a deal.
struct VersionText {
  std::string name;                      ///< how it is called, `HEAD~1:deal.yaml`
  std::shared_ptr<const Source> source;  ///< null: it could not be read
  std::optional<Date> committed;         ///< the day of its commit, when it comes from one
};

/// Two versions of one deal. A new deal has no `before`, a removed one no `after`.
struct VersionPair {
  std::string path;
  std::optional<VersionText> before;
  std::optional<VersionText> after;
  Diagnostics diagnostics;  ///< why one could not be read
};

/// What the operands of `diff` ask for.
struct DiffRequest {
  std::string range;      ///< `REV..REV`; empty: two versions
  bool from_git = false;  ///< called by git as a diff driver
  std::vector<VersionPair> pairs;
};

/// Two versions, a range and its paths, or the seven to nine operands that git gives to a diff
/// driver. Nothing, with errors, when git cannot tell; throws UsageError for anything else.
[[nodiscard]] std::optional<DiffRequest> read_diff_request(const CommandLine& line,
                                                           Diagnostics& diagnostics);

}  // namespace dealcheck

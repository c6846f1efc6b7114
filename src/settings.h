#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rulebook.h"
#include "stage.h"
#include "words.h"
#include "yaml.h"

namespace dealcheck {

class Diagnostics;

inline constexpr std::string_view kSettingsFile = ".dealcheck.yaml";

/// In place of a severity: the rule tells no risk.
inline constexpr std::string_view kSeverityOff = "off";

/// How dangerous a team takes a rule's risk to be.
struct SeverityOverride {
  std::string rule;
  std::optional<MineSeverity> severity;  ///< none: the rule tells no risk
  Location at;
};

/// What holds for some deals only.
struct PathSettings {
  std::string match;  ///< a pattern over paths from the settings' folder; `*` stands for any text
  std::vector<SeverityOverride> severity;
  std::optional<Verdict> fail_on;
  Location at;
};

/// What a team has settled for the deals below a folder (`.dealcheck.yaml`). What is not set keeps
/// its default.
struct Settings {
  std::string file;
  std::string folder;  ///< where it lies; paths in it count from here
  std::shared_ptr<const YamlDocument> document;
  std::optional<std::string> rules;  ///< a rule folder, from the current folder
  std::optional<Language> language;
  std::optional<Verdict> fail_on;
  std::array<std::optional<int>, kStageCount> stale_after;  ///< days
  std::optional<int> review_overdue;                        ///< days after the last review
  std::optional<double> large_amount;                       ///< in units of a deal's currency
  std::optional<Yaml> ideal_customer;  ///< checks instead of the rule set's own
  std::vector<SeverityOverride> severity;
  std::vector<PathSettings> paths;
};

/// The settings file nearest to a folder, upwards; nothing when there is none.
[[nodiscard]] std::optional<std::string> find_settings(const std::string& folder);

/// Nothing, with its errors in `diagnostics`, when the file cannot be used.
[[nodiscard]] std::optional<Settings> load_settings(const std::string& file,
                                                    Diagnostics& diagnostics);

/// The places among `paths` whose pattern matches a deal.
[[nodiscard]] std::vector<std::size_t> matching_paths(const Settings& settings,
                                                      const std::string& deal);

/// The verdict that fails a deal: of the last pattern that matches and says so, else of all.
[[nodiscard]] std::optional<Verdict> fail_on_for(const Settings& settings,
                                                 const std::vector<std::size_t>& paths);

/// Whether the settings change how deals are judged, and not only how that is told.
[[nodiscard]] bool changes_rules(const Settings& settings, const std::vector<std::size_t>& paths);

/// A rule set as the settings want it, with a hash of its own. Nothing, with errors, when they name
/// a rule that there is none of, or their checks cannot be read.
[[nodiscard]] std::optional<Rulebook> tailor(const Rulebook& rules, const Settings& settings,
                                             const std::vector<std::size_t>& paths,
                                             Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stage.h"
#include "i18n/words.h"
#include "rules/rulebook.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// The names of a settings file; in one folder the first one counts.
inline constexpr std::array<std::string_view, 2> kSettingsFiles{".dealcheck.yaml",
                                                                ".dealcheck.yml"};

/// In place of a severity: the rule tells no risk.
inline constexpr std::string_view kSeverityOff = "off";

/// How dangerous a team takes a rule's risk to be.
struct SeverityWish {
  std::optional<MineSeverity> severity;  ///< none: the rule tells no risk
};

/// Points for some readings of a rule.
struct PointsSpec {
  std::string reading;  ///< adverse, mixed, favourable, or the number of one, counted from 1
  std::array<std::optional<int>, kStageCount> points;  ///< none: as it is
  Location at;
  Location points_at;
};

struct LimitSpec {
  std::string name;
  double is = 0;
  Location at;
};

/// What a team wants a rule to be instead, as it is written.
struct OverrideSpec {
  std::string rule;
  bool off = false;  ///< the rule is not asked at all
  std::optional<SeverityWish> severity;
  std::vector<PointsSpec> points;
  std::vector<LimitSpec> limits;
  std::string reason;  ///< empty only in the short form `severity:`
  Location at;
};

/// Whether the name of a pack means a folder: it has a slash in it then.
[[nodiscard]] inline bool names_folder(std::string_view pack) {
  return pack.find('/') != std::string_view::npos;
}

/// A rule set by name, or a folder.
struct PackSpec {
  std::string name;
  Location at;
};

/// What holds for some deals only.
struct PathSettings {
  std::string match;  ///< a pattern over paths from the settings' folder; `*` stands for any text
  std::vector<OverrideSpec> overrides;
  std::optional<Verdict> fail_on;
  Location at;
};

/// What a team has settled for the deals below a folder (`.dealcheck.yaml`). What is not set keeps
/// its default.
struct Settings {
  std::string file;
  std::string folder;  ///< where it lies; paths in it count from here
  std::shared_ptr<const YamlDocument> document;
  std::optional<std::string> rules;      ///< a rule folder, from the current folder
  std::vector<std::string> extra_rules;  ///< folders of rules to add, from there too
  std::optional<PackSpec> pack;
  std::vector<PackSpec> also;  ///< to show beside it
  std::optional<Language> language;
  std::optional<Verdict> fail_on;
  std::array<std::optional<int>, kStageCount> stale_after;  ///< days
  std::optional<int> review_overdue;                        ///< days after the last review
  std::optional<double> large_amount;                       ///< in units of a deal's currency
  std::optional<Yaml> ideal_customer;   ///< checks instead of the rule set's own
  std::vector<OverrideSpec> overrides;  ///< those of `severity` first
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

/// Whether some other rule set in use has a rule of that id.
using KnownElsewhere = std::function<bool(std::string_view id)>;

/// A rule set as the settings want it, with a hash of its own. Warns of overrides that change
/// nothing. Nothing, with errors, when they name a rule that there is none of here or elsewhere, or
/// something in it that there is none of, or their checks cannot be read.
[[nodiscard]] std::optional<Rulebook> tailor(const Rulebook& rules, const Settings& settings,
                                             const std::vector<std::size_t>& paths,
                                             const KnownElsewhere& elsewhere,
                                             Diagnostics& diagnostics);

}  // namespace dealcheck

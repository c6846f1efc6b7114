#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "../diagnostic.h"
#include "../rulebook.h"
#include "../settings.h"
#include "command.h"

namespace dealcheck {

/// Settings files, each of which is read once.
class SettingsFiles {
 public:
  struct Entry {
    std::optional<Settings> settings;  ///< empty: they cannot be used
    Diagnostics diagnostics;
    bool told = false;  ///< the diagnostics stand on standard error
  };
  /// Stays where it is.
  [[nodiscard]] Entry& read(const std::string& file);

 private:
  std::map<std::string, Entry> files_;
};

/// What one deal is judged by. Lives as long as the shelf it comes from.
struct Guidance {
  const Rulebook* rules = nullptr;
  std::optional<std::string> folder;   ///< the rule folder; nothing: the built-in rules
  const Settings* settings = nullptr;  ///< null: there are none
  std::optional<Verdict> fail_on;      ///< of the command line, else of the settings
};

/// The rules and settings that deals are judged by: those of the command line (`--rules`,
/// `--fail-on`, `--no-settings`), else those of the settings file nearest to the deal, else the
/// built-in ones. Everything is read once.
class Shelf {
 public:
  /// Throws UsageError for a verdict that there is none of.
  Shelf(const CommandLine& line, const Surroundings& surroundings);

  /// Null when rules or settings cannot be used; that has been told on standard error, once.
  [[nodiscard]] const Guidance* for_deal(const std::string& path);
  /// The rules for the first file of a command line, or for the current folder without one.
  [[nodiscard]] const Rulebook* rules_of(const CommandLine& line);

 private:
  [[nodiscard]] const Settings* settings_for(const std::string& folder);
  [[nodiscard]] const Rulebook* folder_rules(const std::string& folder);
  [[nodiscard]] const Guidance* make(const Settings* settings,
                                     const std::vector<std::size_t>& paths);
  [[nodiscard]] std::optional<std::string> folder_for(const Settings* settings) const;
  [[nodiscard]] const Rulebook* rules_for(const Settings* settings,
                                          const std::vector<std::size_t>& paths);

  const Surroundings& surroundings_;
  std::optional<std::string> rules_;
  std::optional<Verdict> fail_on_;
  bool uses_settings_;
  bool broken_ = false;
  std::map<std::string, const Settings*> by_folder_;
  std::map<std::string, std::unique_ptr<Rulebook>> folders_;
  std::vector<std::unique_ptr<Rulebook>> tailored_;
  std::map<std::pair<const Settings*, std::vector<std::size_t>>, std::unique_ptr<Guidance>>
      guidance_;
};

/// The language that the settings nearest to a deal (or, without one, to the current folder) ask
/// for. Settings that cannot be read ask for none: whoever needs them says what is wrong.
[[nodiscard]] std::optional<Language> settings_language(const CommandLine& line,
                                                        SettingsFiles& files);

}  // namespace dealcheck

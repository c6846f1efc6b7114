#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "assess/assess.h"
#include "cli/command.h"
#include "diagnostics/diagnostic.h"
#include "rules/rulebook.h"
#include "settings/settings.h"

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

/// Throws the UsageError about a built-in pack that there is none of, with the nearest name.
[[noreturn]] void refuse_pack(const char* option, const std::string& name);

/// What one deal is judged by. Lives as long as the resolver it comes from.
struct JudgingConfig {
  const Rulebook* rules = nullptr;
  /// Where they lie: rule folders in the order they were taken; a pack that is built in is named.
  std::string pack;
  std::vector<std::string> folders;
  std::vector<const Rulebook*> also;   ///< rule sets to show beside it
  const Settings* settings = nullptr;  ///< null: there are none
  std::optional<Verdict> fail_on;      ///< of the command line, else of the settings
};

/// The rules and settings that deals are judged by: those of the command line (`--rules`, `--pack`,
/// `--extra-rules`, `--also`, `--fail-on`, `--no-settings`), else those of the settings file
/// nearest to the deal, else the built-in ones. Everything is read once.
class RulesetResolver {
 public:
  /// Throws UsageError for a verdict or a pack that there is none of.
  RulesetResolver(const CommandLine& line, const Console& console);

  /// Null when rules or settings cannot be used; that has been told on standard error, once.
  [[nodiscard]] const JudgingConfig* for_deal(const std::string& path);
  /// Warns of patterns in the settings in use that fitted none of the deals asked for so far.
  void tell_unused_patterns() const;
  /// The rules for the first file of a command line, or for the current folder without one.
  [[nodiscard]] const Rulebook* rules_of(const CommandLine& line);

 private:
  [[nodiscard]] const Settings* settings_for(const std::string& folder);
  [[nodiscard]] const Rulebook* folder_rules(const std::string& folder);
  /// What everything else is added to: a folder, a built-in pack, else the built-in rules.
  struct Base {
    std::optional<std::string> folder;
    std::optional<std::string> pack;
    const PackSpec* wish = nullptr;  ///< where the settings name it
  };
  [[nodiscard]] static Base base_named(const std::string& pack, const PackSpec* wish);
  [[nodiscard]] Base choose_base(const Settings* settings) const;
  [[nodiscard]] const Rulebook* rules_at(const Base& base, const char* option,
                                         const Settings* settings);
  [[nodiscard]] const Rulebook* with_extra(const Rulebook* base,
                                           const std::vector<std::string>& folders);
  [[nodiscard]] const Rulebook* tailored(const Rulebook& rules, const Settings* settings,
                                         const std::vector<std::size_t>& paths);
  [[nodiscard]] const std::vector<std::string>& extra_for(const Settings* settings) const;
  [[nodiscard]] bool find_also(const Settings* settings, JudgingConfig& config);
  [[nodiscard]] bool knows_rule(std::string_view id) const;
  [[nodiscard]] const JudgingConfig* make(const Settings* settings,
                                          const std::vector<std::size_t>& paths);

  const Console& console_;
  std::optional<std::string> rules_;
  std::optional<std::string> pack_;
  std::vector<std::string> extra_;
  std::vector<std::string> also_;
  std::optional<Verdict> fail_on_;
  bool uses_settings_;
  bool broken_ = false;
  std::map<std::string, const Settings*> by_folder_;
  std::map<std::string, std::unique_ptr<Rulebook>> folders_;
  std::map<std::pair<const Rulebook*, std::string>, std::unique_ptr<Rulebook>> extended_;
  std::vector<std::unique_ptr<Rulebook>> tailored_;
  std::map<std::pair<const Settings*, std::vector<std::size_t>>, std::unique_ptr<JudgingConfig>>
      config_;
  std::map<const Settings*, std::set<std::size_t>> fitted_;  ///< patterns, by their places
};

/// The options as they hold for one deal: they know the rules of every set that it is judged by.
[[nodiscard]] AssessOptions judging_for(const JudgingConfig& config, AssessOptions options);

/// The language that the settings nearest to a deal (or, without one, to the current folder) ask
/// for. Settings that cannot be read ask for none: whoever needs them says what is wrong.
[[nodiscard]] std::optional<Language> settings_language(const CommandLine& line,
                                                        SettingsFiles& files);

}  // namespace dealcheck

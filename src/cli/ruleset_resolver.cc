#include "cli/ruleset_resolver.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/strings.h"
#include "base/text.h"
#include "cli/deal_input.h"
#include "diagnostics/diagnostic.h"
#include "rules/builtin/builtin.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

std::string folder_of(const std::string& deal) {
  return deal == "-" ? std::string() : std::filesystem::path(deal).parent_path().string();
}

Arguments about_pack(const std::string& name) {
  std::vector<std::string_view> known;
  for (const BuiltinPack& pack : builtin_packs()) known.push_back(pack.name);
  return with_nearest({{"pack", name}, {"known", comma_list(known)}}, name, known);
}

/// Deals that are read with one vocabulary mean nothing to rules with another.
void refuse_own_vocabulary(const JudgingConfig& config) {
  for (const Rulebook* also : config.also) {
    if (!also->own_vocabulary && !config.rules->own_vocabulary) continue;
    throw UsageError("usage.also-own-vocabulary",
                     {{"pack", (also->own_vocabulary ? *also : *config.rules).name}});
  }
}

}  // namespace

void refuse_pack(const char* option, const std::string& name) {
  Arguments arguments = about_pack(name);
  arguments.emplace_back("option", option);
  throw UsageError("usage.unknown-pack", std::move(arguments));
}

SettingsFiles::Entry& SettingsFiles::read(const std::string& file) {
  const auto [place, fresh] = files_.try_emplace(file);
  if (fresh) place->second.settings = load_settings(file, place->second.diagnostics);
  return place->second;
}

RulesetResolver::RulesetResolver(const CommandLine& line, const Console& console)
    : console_(console),
      rules_(line.value("--rules")),
      pack_(line.value("--pack")),
      extra_(line.values("--extra-rules")),
      also_(line.values("--also")),
      fail_on_(read_fail_on(line)),
      uses_settings_(!line.has("--no-settings")) {
  if (rules_ && pack_) throw UsageError("usage.rules-and-pack");
}

const Settings* RulesetResolver::settings_for(const std::string& folder) {
  if (!uses_settings_) return nullptr;
  const auto [place, fresh] = by_folder_.try_emplace(folder, nullptr);
  if (!fresh) return place->second;
  const auto file = find_settings(folder);
  if (!file) return nullptr;
  SettingsFiles::Entry& entry = console_.settings_files->read(*file);
  if (!entry.told) complain(entry.diagnostics, *console_.words, console_);
  entry.told = true;
  broken_ = broken_ || !entry.settings;
  return place->second = entry.settings ? &*entry.settings : nullptr;
}

const Rulebook* RulesetResolver::folder_rules(const std::string& folder) {
  auto& rules = folders_[folder];
  if (!rules) {
    Diagnostics diagnostics;
    auto loaded = load_rulebook(folder, &builtin_rulebook(), diagnostics);
    complain(diagnostics, *console_.words, console_);
    if (!loaded) return nullptr;
    rules = std::make_unique<Rulebook>(std::move(*loaded));
  }
  return rules.get();
}

RulesetResolver::Base RulesetResolver::base_named(const std::string& pack, const PackSpec* wish) {
  return names_folder(pack) ? Base{pack, std::nullopt, wish} : Base{std::nullopt, pack, wish};
}

RulesetResolver::Base RulesetResolver::choose_base(const Settings* settings) const {
  if (rules_) return {rules_, std::nullopt, nullptr};
  if (pack_) return base_named(*pack_, nullptr);
  if (settings != nullptr && settings->rules) return {settings->rules, std::nullopt, nullptr};
  if (settings != nullptr && settings->pack)
    return base_named(settings->pack->name, &*settings->pack);
  return {};
}

/// Null when the folder cannot be used, or the settings name a pack that there is none of; throws
/// UsageError when `option` does.
const Rulebook* RulesetResolver::rules_at(const Base& base, const char* option,
                                          const Settings* settings) {
  if (base.folder) return folder_rules(*base.folder);
  if (!base.pack) return &builtin_rulebook();
  const Rulebook* found = builtin_pack(*base.pack);
  if (found != nullptr) return found;
  if (base.wish == nullptr) refuse_pack(option, *base.pack);
  Diagnostics diagnostics;
  diagnostics.error(settings->document->source, base.wish->at, "settings.unknown-pack",
                    about_pack(*base.pack));
  complain(diagnostics, *console_.words, console_);
  return nullptr;
}

const Rulebook* RulesetResolver::with_extra(const Rulebook* base,
                                            const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    if (base == nullptr) return nullptr;
    auto& extended = extended_[{base, folder}];
    if (!extended) {
      Diagnostics diagnostics;
      auto loaded = add_rules(folder, *base, diagnostics);
      complain(diagnostics, *console_.words, console_);
      if (!loaded) return nullptr;
      extended = std::make_unique<Rulebook>(std::move(*loaded));
    }
    base = extended.get();
  }
  return base;
}

/// In any rule set that is in use.
bool RulesetResolver::knows_rule(std::string_view id) const {
  const auto holds = [&](const auto& entry) {
    return entry.second && find_rule(*entry.second, id) != nullptr;
  };
  return has_builtin_rule(id) || std::any_of(folders_.begin(), folders_.end(), holds) ||
         std::any_of(extended_.begin(), extended_.end(), holds);
}

const Rulebook* RulesetResolver::tailored(const Rulebook& rules, const Settings* settings,
                                          const std::vector<std::size_t>& paths) {
  if (settings == nullptr || !changes_rules(*settings, paths)) return &rules;
  Diagnostics diagnostics;
  const auto elsewhere = [this](std::string_view id) { return knows_rule(id); };
  auto own = tailor(rules, *settings, paths, elsewhere, diagnostics);
  complain(diagnostics, *console_.words, console_);
  if (!own) return nullptr;
  return tailored_.emplace_back(std::make_unique<Rulebook>(std::move(*own))).get();
}

/// The sets to show beside the main one, each once. False when one cannot be used.
bool RulesetResolver::find_also(const Settings* settings, JudgingConfig& config) {
  const auto take = [&](const Rulebook* book) {
    if (book == nullptr) return false;
    auto& also = config.also;
    const bool again =
        book == config.rules || std::find(also.begin(), also.end(), book) != also.end();
    if (!again) also.push_back(book);
    return true;
  };
  for (const std::string& name : also_) {
    if (!take(rules_at(base_named(name, nullptr), "--also", settings))) return false;
  }
  if (!also_.empty() || settings == nullptr) return true;
  bool usable = true;
  for (const PackSpec& wish : settings->also) {
    usable = take(rules_at(base_named(wish.name, &wish), "--also", settings)) && usable;
  }
  return usable;
}

const std::vector<std::string>& RulesetResolver::extra_for(const Settings* settings) const {
  return extra_.empty() && settings != nullptr ? settings->extra_rules : extra_;
}

const JudgingConfig* RulesetResolver::make(const Settings* settings,
                                           const std::vector<std::size_t>& paths) {
  JudgingConfig made;
  const Base base = choose_base(settings);
  const std::vector<std::string>& extra = extra_for(settings);
  made.rules = with_extra(rules_at(base, "--pack", settings), extra);
  made.pack = base.pack.value_or("");
  if (base.folder) made.folders.push_back(*base.folder);
  made.folders.insert(made.folders.end(), extra.begin(), extra.end());
  made.settings = settings;
  made.fail_on = fail_on_;
  bool usable = find_also(settings, made) && made.rules != nullptr;
  if (usable) refuse_own_vocabulary(made);
  if (usable) made.rules = tailored(*made.rules, settings, paths);
  for (const Rulebook*& also : made.also) {
    if (usable) also = tailored(*also, settings, paths);
    usable = usable && also != nullptr;
  }
  if (!usable || made.rules == nullptr) {
    broken_ = true;
    return nullptr;
  }
  if (!fail_on_ && settings != nullptr) made.fail_on = fail_on_for(*settings, paths);
  auto& config = config_[{settings, paths}];
  config = std::make_unique<JudgingConfig>(std::move(made));
  return config.get();
}

const JudgingConfig* RulesetResolver::for_deal(const std::string& path) {
  const Settings* settings = settings_for(folder_of(path));
  if (broken_) return nullptr;
  const auto paths =
      settings == nullptr ? std::vector<std::size_t>() : matching_paths(*settings, path);
  if (settings != nullptr) fitted_[settings].insert(paths.begin(), paths.end());
  const auto found = config_.find({settings, paths});
  return found != config_.end() ? found->second.get() : make(settings, paths);
}

void RulesetResolver::tell_unused_patterns() const {
  Diagnostics diagnostics;
  for (const auto& [settings, fitted] : fitted_) {
    for (std::size_t i = 0; i < settings->paths.size(); ++i) {
      if (fitted.contains(i)) continue;
      const PathSettings& path = settings->paths[i];
      diagnostics.warning(settings->document->source, path.at, "settings.pattern-without-deal",
                          {{"pattern", path.match}});
    }
  }
  complain(diagnostics, *console_.words, console_);
}

const Rulebook* RulesetResolver::rules_of(const CommandLine& line) {
  const JudgingConfig* config = for_deal(line.operands.empty() ? "" : line.operands.front());
  return config == nullptr ? nullptr : config->rules;
}

AssessOptions judging_for(const JudgingConfig& config, AssessOptions options) {
  options.elsewhere = [&config](std::string_view id) {
    return find_rule(*config.rules, id) != nullptr || has_builtin_rule(id) ||
           std::any_of(config.also.begin(), config.also.end(),
                       [&](const Rulebook* also) { return find_rule(*also, id) != nullptr; });
  };
  return options;
}

std::optional<Language> settings_language(const CommandLine& line, SettingsFiles& files) {
  if (line.has("--no-settings")) return std::nullopt;
  const auto file = find_settings(line.operands.empty() ? "" : folder_of(line.operands.front()));
  if (!file) return std::nullopt;
  const auto& settings = files.read(*file).settings;
  return settings ? settings->language : std::nullopt;
}

}  // namespace dealcheck

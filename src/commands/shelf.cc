#include "shelf.h"

#include <filesystem>
#include <utility>

#include "../builtin.h"
#include "deal_input.h"

namespace dealcheck {

namespace {

std::string folder_of(const std::string& deal) {
  return deal == "-" ? std::string() : std::filesystem::path(deal).parent_path().string();
}

}  // namespace

SettingsFiles::Entry& SettingsFiles::read(const std::string& file) {
  const auto [place, fresh] = files_.try_emplace(file);
  if (fresh) place->second.settings = load_settings(file, place->second.diagnostics);
  return place->second;
}

Shelf::Shelf(const CommandLine& line, const Surroundings& surroundings)
    : surroundings_(surroundings),
      rules_(line.value("--rules")),
      fail_on_(read_fail_on(line)),
      uses_settings_(!line.has("--no-settings")) {}

const Settings* Shelf::settings_for(const std::string& folder) {
  if (!uses_settings_) return nullptr;
  const auto [place, fresh] = by_folder_.try_emplace(folder, nullptr);
  if (!fresh) return place->second;
  const auto file = find_settings(folder);
  if (!file) return nullptr;
  SettingsFiles::Entry& entry = surroundings_.settings_files->read(*file);
  if (!entry.told) complain(entry.diagnostics, *surroundings_.words, surroundings_);
  entry.told = true;
  broken_ = broken_ || !entry.settings;
  return place->second = entry.settings ? &*entry.settings : nullptr;
}

const Rulebook* Shelf::folder_rules(const std::string& folder) {
  auto& rules = folders_[folder];
  if (!rules) {
    Diagnostics diagnostics;
    auto loaded = load_rulebook(folder, &builtin_rulebook(), diagnostics);
    complain(diagnostics, *surroundings_.words, surroundings_);
    if (!loaded) return nullptr;
    rules = std::make_unique<Rulebook>(std::move(*loaded));
  }
  return rules.get();
}

std::optional<std::string> Shelf::folder_for(const Settings* settings) const {
  if (rules_ || settings == nullptr) return rules_;
  return settings->rules;
}

const Rulebook* Shelf::rules_for(const Settings* settings, const std::vector<std::size_t>& paths) {
  const auto folder = folder_for(settings);
  const Rulebook* rules = folder ? folder_rules(*folder) : &builtin_rulebook();
  if (rules == nullptr || settings == nullptr || !changes_rules(*settings, paths)) return rules;
  Diagnostics diagnostics;
  auto own = tailor(*rules, *settings, paths, diagnostics);
  complain(diagnostics, *surroundings_.words, surroundings_);
  if (!own) return nullptr;
  return tailored_.emplace_back(std::make_unique<Rulebook>(std::move(*own))).get();
}

const Guidance* Shelf::make(const Settings* settings, const std::vector<std::size_t>& paths) {
  const Rulebook* rules = rules_for(settings, paths);
  if (rules == nullptr) {
    broken_ = true;
    return nullptr;
  }
  auto& guidance = guidance_[{settings, paths}];
  guidance = std::make_unique<Guidance>(Guidance{rules, folder_for(settings), settings, fail_on_});
  if (!fail_on_ && settings != nullptr) guidance->fail_on = fail_on_for(*settings, paths);
  return guidance.get();
}

const Guidance* Shelf::for_deal(const std::string& path) {
  const Settings* settings = settings_for(folder_of(path));
  if (broken_) return nullptr;
  const auto paths =
      settings == nullptr ? std::vector<std::size_t>() : matching_paths(*settings, path);
  const auto found = guidance_.find({settings, paths});
  return found != guidance_.end() ? found->second.get() : make(settings, paths);
}

const Rulebook* Shelf::rules_of(const CommandLine& line) {
  const Guidance* guidance = for_deal(line.operands.empty() ? "" : line.operands.front());
  return guidance == nullptr ? nullptr : guidance->rules;
}

std::optional<Language> settings_language(const CommandLine& line, SettingsFiles& files) {
  if (line.has("--no-settings")) return std::nullopt;
  const auto file = find_settings(line.operands.empty() ? "" : folder_of(line.operands.front()));
  if (!file) return std::nullopt;
  const auto& settings = files.read(*file).settings;
  return settings ? settings->language : std::nullopt;
}

}  // namespace dealcheck

// Finds and reads .dealcheck.yaml.

#include "settings.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "fields.h"
#include "scalars.h"
#include "source.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

class SettingsReader {
 public:
  SettingsReader(Settings& settings, Diagnostics& diagnostics)
      : settings_(settings), diagnostics_(diagnostics) {}

  void read();

 private:
  void read_thresholds(MapReader& reader);
  [[nodiscard]] static std::vector<SeverityOverride> read_severity(MapReader& reader);
  [[nodiscard]] static std::optional<Verdict> read_fail_on(MapReader& reader);

  Settings& settings_;
  Diagnostics& diagnostics_;
};

std::optional<Verdict> SettingsReader::read_fail_on(MapReader& reader) {
  const auto verdict = reader.word("fail_on");
  if (!verdict) return std::nullopt;
  return kVerdictsFromBest.at(*verdict);
}

void SettingsReader::read_thresholds(MapReader& reader) {
  auto thresholds = reader.map("thresholds");
  if (!thresholds) return;
  if (auto stages = thresholds->map("stale_after")) {
    for (std::size_t i = 0; i < kStageCount; ++i) {
      settings_.stale_after.at(i) = stages->whole(kStageNames.at(i));
    }
  }
  settings_.review_overdue = thresholds->whole("review_overdue");
  const auto large = thresholds->text("large_amount");
  if (large) settings_.large_amount = parse_money(*large)->value;
}

std::vector<SeverityOverride> SettingsReader::read_severity(MapReader& reader) {
  std::vector<SeverityOverride> overrides;
  const auto rules = reader.map("severity");
  if (!rules) return overrides;
  for (const YamlEntry& entry : rules->others()) {
    overrides.push_back(
        {std::string(entry.key.text()), parse_severity(entry.value.text()), entry.key.at()});
  }
  return overrides;
}

void SettingsReader::read() {
  MapReader reader(Yaml(*settings_.document), kSettingsShape, diagnostics_);
  if (const auto rules = reader.text("rules")) {
    settings_.rules = (fs::path(settings_.folder) / *rules).lexically_normal().string();
  }
  if (const auto language = reader.word("language")) {
    settings_.language = static_cast<Language>(*language);
  }
  settings_.fail_on = read_fail_on(reader);
  read_thresholds(reader);
  settings_.ideal_customer = reader.take("ideal_customer");
  settings_.severity = read_severity(reader);
  for (MapReader& path : reader.maps("paths")) {
    PathSettings one;
    one.at = path.node().at();
    one.match = path.text_or_empty("match");
    one.severity = read_severity(path);
    one.fail_on = read_fail_on(path);
    settings_.paths.push_back(std::move(one));
  }
}

}  // namespace

std::optional<std::string> find_settings(const std::string& folder) {
  std::error_code error;
  // Shown as short as the user would write it, as long as it lies in or below the current folder.
  fs::path at = folder.empty() ? fs::path(".") : fs::path(folder);
  const fs::path start = fs::absolute(at, error).lexically_normal();
  for (fs::path above = start.has_filename() ? start : start.parent_path();;
       above = above.parent_path()) {
    const fs::path file = above / kSettingsFile;
    if (fs::is_regular_file(file, error)) {
      const fs::path near = file.lexically_proximate(fs::current_path(error));
      return near.string().starts_with("..") ? file.string() : near.string();
    }
    if (!above.has_relative_path()) return std::nullopt;
  }
}

std::optional<Settings> load_settings(const std::string& file, Diagnostics& diagnostics) {
  Diagnostics own;
  Settings settings;
  settings.file = file;
  const fs::path folder = fs::path(file).parent_path();
  settings.folder = folder.empty() ? "." : folder.string();
  if (const auto source = read_source(file, own)) {
    if (auto tree = parse_yaml(source, own)) {
      settings.document = std::make_shared<const YamlDocument>(std::move(*tree));
      SettingsReader(settings, own).read();
    }
  }
  diagnostics.append(own);
  if (own.has_errors()) return std::nullopt;
  return settings;
}

std::vector<std::size_t> matching_paths(const Settings& settings, const std::string& deal) {
  std::vector<std::size_t> matching;
  if (settings.paths.empty() || deal.empty()) return matching;
  const std::string path =
      fs::absolute(deal)
          .lexically_normal()
          .lexically_proximate(fs::absolute(settings.folder).lexically_normal())
          .generic_string();
  for (std::size_t i = 0; i < settings.paths.size(); ++i) {
    if (fnmatch(settings.paths[i].match.c_str(), path.c_str(), 0) == 0) matching.push_back(i);
  }
  return matching;
}

std::optional<Verdict> fail_on_for(const Settings& settings,
                                   const std::vector<std::size_t>& paths) {
  std::optional<Verdict> verdict = settings.fail_on;
  for (const std::size_t path : paths) {
    if (settings.paths[path].fail_on) verdict = settings.paths[path].fail_on;
  }
  return verdict;
}

}  // namespace dealcheck

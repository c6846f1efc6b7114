// Finds and reads .dealcheck.yaml.

#include "settings.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "fields.h"
#include "scalars.h"
#include "source.h"
#include "text.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOff = "off";

class SettingsReader {
 public:
  SettingsReader(Settings& settings, Diagnostics& diagnostics)
      : settings_(settings), diagnostics_(diagnostics) {}

  void read();

 private:
  void read_thresholds(MapReader& reader);
  void read_paths(MapReader& reader);
  [[nodiscard]] std::vector<SeverityOverride> read_severity(MapReader& reader);
  [[nodiscard]] std::optional<Verdict> read_fail_on(MapReader& reader);
  template <typename Value, typename Parse>
  [[nodiscard]] std::optional<Value> one_of(Yaml node, const Parse& parse,
                                            const std::vector<std::string_view>& known);

  Settings& settings_;
  Diagnostics& diagnostics_;
};

template <typename Value, typename Parse>
std::optional<Value> SettingsReader::one_of(Yaml node, const Parse& parse,
                                            const std::vector<std::string_view>& known) {
  std::optional<Value> value = parse(node.text());
  if (value) return value;
  diagnostics_.error(
      node.source(), node.at(), "settings.unknown-value",
      with_nearest({{"value", std::string(node.text())}, {"known", comma_list(known)}}, node.text(),
                   known));
  return std::nullopt;
}

std::optional<Verdict> SettingsReader::read_fail_on(MapReader& reader) {
  const auto node = reader.take("fail_on");
  if (!node) return std::nullopt;
  return one_of<Verdict>(*node, parse_verdict, verdict_names());
}

void SettingsReader::read_thresholds(MapReader& reader) {
  const auto node = reader.take("thresholds");
  if (!node) return;
  MapReader thresholds(*node, diagnostics_);
  if (const auto stale = thresholds.take("stale_after")) {
    MapReader stages(*stale, diagnostics_);
    for (const Stage stage : kStages) {
      auto& days = settings_.stale_after[static_cast<std::size_t>(stage)];
      days = stages.whole(to_string(stage));
      if (days && *days < 1) stages.error(stale->at(), "settings.days-out-of-range");
    }
    stages.finish();
  }
  settings_.review_overdue = thresholds.whole("review_overdue");
  if (settings_.review_overdue.value_or(1) < 1) {
    thresholds.error(node->at(), "settings.days-out-of-range");
  }
  if (const auto large = thresholds.take("large_amount")) {
    const auto amount = parse_money(large->text());
    if (amount) settings_.large_amount = amount->value;
    if (!amount || amount->value <= 0) {
      thresholds.error(large->at(), "settings.not-an-amount",
                       {{"value", std::string(large->text())}});
    }
  }
  thresholds.finish();
}

std::vector<SeverityOverride> SettingsReader::read_severity(MapReader& reader) {
  std::vector<SeverityOverride> overrides;
  const auto node = reader.take("severity");
  if (!node) return overrides;
  if (!node->is_map()) reader.error(node->at(), "rules.needs-map");
  for (const YamlEntry& entry : node->entries()) {
    SeverityOverride one{std::string(entry.key.text()), std::nullopt, entry.key.at()};
    if (entry.value.text() != kOff) {
      one.severity =
          one_of<MineSeverity>(entry.value, parse_severity, {"minor", "serious", "deadly", kOff});
    }
    overrides.push_back(std::move(one));
  }
  return overrides;
}

void SettingsReader::read_paths(MapReader& reader) {
  const auto node = reader.take("paths");
  if (!node) return;
  if (!node->is_sequence()) reader.error(node->at(), "rules.needs-list");
  for (const Yaml item : node->items()) {
    MapReader path(item, diagnostics_);
    PathSettings one;
    one.at = item.at();
    one.match = path.required_text("match");
    one.severity = read_severity(path);
    one.fail_on = read_fail_on(path);
    path.finish();
    settings_.paths.push_back(std::move(one));
  }
}

void SettingsReader::read() {
  MapReader reader(Yaml(*settings_.document), diagnostics_);
  if (const auto rules = reader.text("rules")) {
    settings_.rules = (fs::path(settings_.folder) / *rules).lexically_normal().string();
  }
  if (const auto node = reader.take("language")) {
    const auto parse = [](std::string_view name) -> std::optional<Language> {
      if (name == "en") return Language::en;
      if (name == "zh") return Language::zh;
      return std::nullopt;
    };
    settings_.language = one_of<Language>(*node, parse, {"en", "zh"});
  }
  settings_.fail_on = read_fail_on(reader);
  read_thresholds(reader);
  settings_.ideal_customer = reader.take("ideal_customer");
  settings_.severity = read_severity(reader);
  read_paths(reader);
  reader.finish();
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

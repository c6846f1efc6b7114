// Finds and reads .dealcheck.yaml.

#include "settings/settings.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "base/alike.h"
#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/source.h"
#include "schema/fields.h"

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
  void read_rule_sets(MapReader& reader);
  [[nodiscard]] static std::vector<OverrideSpec> read_overrides(MapReader& reader);
  [[nodiscard]] static OverrideSpec read_override(MapReader& reader);
  [[nodiscard]] PackSpec read_pack(Yaml node) const;
  [[nodiscard]] std::string placed(const std::string& path) const;
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
  settings_.stale_after = thresholds->whole_by_stage("stale_after");
  settings_.review_overdue = thresholds->whole("review_overdue");
  const auto large = thresholds->text("large_amount");
  if (large) settings_.large_amount = parse_money(*large)->value;
}

/// `off` is no severity: the rule tells no risk.
SeverityWish severity_named(std::string_view name) { return {parse_severity(name)}; }

/// The short form: `severity: {people.no-coach: off}`.
void read_severities(MapReader& reader, std::vector<OverrideSpec>& wishes) {
  const auto rules = reader.map("severity");
  if (!rules) return;
  for (const YamlEntry& entry : rules->others()) {
    OverrideSpec wish;
    wish.rule = std::string(entry.key.text());
    wish.severity = severity_named(entry.value.text());
    wish.at = entry.key.at();
    wishes.push_back(std::move(wish));
  }
}

void read_points_and_limits(MapReader& reader, OverrideSpec& wish) {
  if (const auto points = reader.map("points")) {
    for (const YamlEntry& entry : points->others()) {
      wish.points.push_back({std::string(entry.key.text()), points->other_whole_by_stage(entry),
                             entry.key.at(), entry.value.at()});
    }
  }
  if (const auto limits = reader.map("limits")) {
    for (const YamlEntry& entry : limits->others()) {
      wish.limits.push_back({std::string(entry.key.text()),
                             parse_number(entry.value.text()).value_or(0), entry.key.at()});
    }
  }
}

OverrideSpec SettingsReader::read_override(MapReader& reader) {
  OverrideSpec wish;
  wish.at = reader.node().at();
  wish.rule = reader.text_or_empty("rule");
  wish.off = reader.flag("off");
  if (const auto severity = reader.text("severity")) wish.severity = severity_named(*severity);
  read_points_and_limits(reader, wish);
  const auto reason = reader.text("reason");
  wish.reason = reason.value_or("");
  if (reason && trim(*reason).empty()) reader.error("settings.override-without-reason");
  const bool empty = !wish.off && !wish.severity && wish.points.empty() && wish.limits.empty();
  if (empty && reader.node().is_map()) {
    reader.error("settings.empty-override", {{"rule", wish.rule}});
  }
  return wish;
}

std::vector<OverrideSpec> SettingsReader::read_overrides(MapReader& reader) {
  std::vector<OverrideSpec> wishes;
  read_severities(reader, wishes);
  for (MapReader& item : reader.maps("overrides")) wishes.push_back(read_override(item));
  return wishes;
}

/// `./deals/*` is `deals/*`.
std::string without_here(std::string_view pattern) {
  while (pattern.starts_with("./")) {
    pattern.remove_prefix(std::min(pattern.find_first_not_of('/', 1), pattern.size()));
  }
  return std::string(pattern);
}

/// From the settings' folder; the slash that tells a folder from a name stays.
std::string SettingsReader::placed(const std::string& path) const {
  std::string placed = (fs::path(settings_.folder) / path).lexically_normal().string();
  return names_folder(placed) ? placed : "./" + placed;
}

PackSpec SettingsReader::read_pack(Yaml node) const {
  const std::string name(node.text());
  return {names_folder(name) ? placed(name) : name, node.at()};
}

void SettingsReader::read_rule_sets(MapReader& reader) {
  if (const auto rules = reader.text("rules")) settings_.rules = placed(*rules);
  for (const std::string& folder : reader.names("extra_rules")) {
    settings_.extra_rules.push_back(placed(folder));
  }
  if (const auto node = reader.take("pack")) {
    settings_.pack = read_pack(*node);
    if (settings_.rules) reader.error(*node, "settings.rules-and-pack");
  }
  if (const auto node = reader.take("also")) {
    if (node->is_scalar()) settings_.also.push_back(read_pack(*node));
    for (const Yaml item : node->items()) settings_.also.push_back(read_pack(item));
  }
}

void SettingsReader::read() {
  MapReader reader(Yaml(*settings_.document), kSettingsShape, diagnostics_);
  read_rule_sets(reader);
  if (const auto language = reader.word("language")) {
    settings_.language = static_cast<Language>(*language);
  }
  settings_.fail_on = read_fail_on(reader);
  read_thresholds(reader);
  settings_.ideal_customer = reader.take("ideal_customer");
  settings_.overrides = read_overrides(reader);
  for (MapReader& path : reader.maps("paths")) {
    PathSettings one;
    one.at = path.node().at();
    one.match = without_here(path.text_or_empty("match"));
    one.overrides = read_overrides(path);
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
    for (const std::string_view name : kSettingsFiles) {
      const fs::path file = above / name;
      if (!fs::is_regular_file(file, error)) continue;
      const fs::path near = file.lexically_proximate(fs::current_path(error));
      return near.string().starts_with("..") ? file.string() : near.string();
    }
    if (!above.has_relative_path()) return std::nullopt;
  }
}

namespace {

/// A key with nothing behind it says nothing, like one that is commented out.
void drop_unsaid(YamlDocument& document, std::uint32_t map, const MapShape& shape) {
  std::vector<YamlDocument::Node>& nodes = document.nodes;
  if (nodes[map].kind != YamlDocument::Kind::map) return;
  std::uint32_t* link = &nodes[map].first_child;
  while (*link != 0) {
    const std::uint32_t key = *link;
    const std::uint32_t value = nodes[key].next_sibling;
    const KeyShape* const known = shape.find(nodes[key].text);
    if (known != nullptr && nodes[value].kind == YamlDocument::Kind::null) {
      *link = nodes[value].next_sibling;
      --nodes[map].child_count;
      continue;
    }
    if (known != nullptr && known->kind == Kind::map && known->form == Form::one) {
      drop_unsaid(document, value, *known->shape);
    }
    link = &nodes[value].next_sibling;
  }
}

/// An empty file, or one of comments only.
bool says_nothing(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  return all.size() == 1 && (all.front().id == "source.empty" || all.front().id == "yaml.empty");
}

/// The settings as a tree; an empty one where they say nothing.
std::optional<YamlDocument> read_document(const std::string& file, Diagnostics& diagnostics) {
  Diagnostics own;
  const auto source = read_source(file, own);
  auto tree = source ? parse_yaml(source, own) : std::nullopt;
  if (says_nothing(own)) return parse_yaml(std::make_shared<const Source>(file, "{}"), diagnostics);
  diagnostics.append(own);
  if (tree) drop_unsaid(*tree, 0, kSettingsShape);
  return tree;
}

}  // namespace

std::optional<Settings> load_settings(const std::string& file, Diagnostics& diagnostics) {
  Diagnostics own;
  Settings settings;
  settings.file = file;
  const fs::path folder = fs::path(file).parent_path();
  settings.folder = folder.empty() ? "." : folder.string();
  if (auto tree = read_document(file, own)) {
    settings.document = std::make_shared<const YamlDocument>(std::move(*tree));
    SettingsReader(settings, own).read();
  }
  diagnostics.append(own);
  if (own.has_errors()) return std::nullopt;
  return settings;
}

std::vector<std::size_t> matching_paths(const Settings& settings, const std::string& deal) {
  std::vector<std::size_t> matching;
  if (settings.paths.empty() || deal.empty()) return matching;
  const std::string path =
      composed(fs::absolute(deal)
                   .lexically_normal()
                   .lexically_proximate(fs::absolute(settings.folder).lexically_normal())
                   .generic_string());
  for (std::size_t i = 0; i < settings.paths.size(); ++i) {
    const std::string pattern = composed(settings.paths[i].match);
    if (fnmatch(pattern.c_str(), path.c_str(), 0) == 0) matching.push_back(i);
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

#include "portfolio/baseline.h"

#include <filesystem>
#include <utility>

#include "base/alike.h"
#include "base/json.h"
#include "base/whole_file.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kVersion = "1.1";

/// As it is compared.
KnownRisk comparable(const KnownRisk& risk) {
  return {composed(risk.file), risk.rule, composed(risk.path)};
}

KnownRisk known_risk(const Json& json) {
  KnownRisk risk;
  json.at("file").get_to(risk.file);
  json.at("rule").get_to(risk.rule);
  json.at("path").get_to(risk.path);
  return risk;
}

}  // namespace

Baseline::Baseline(std::string file) : file_(std::move(file)) {}

std::optional<Baseline> Baseline::read(const std::string& file, Diagnostics& diagnostics) {
  const auto text = read_whole_file(file);
  if (!text) {
    diagnostics.file_error(file, "usage.no-baseline");
    return std::nullopt;
  }
  Baseline baseline(file);
  try {
    const Json json = Json::parse(*text);
    const auto version = json.value("format_version", std::string(kVersion));
    if (version.substr(0, version.find('.')) != kVersion.substr(0, kVersion.find('.'))) {
      diagnostics.file_error(file, "usage.not-a-baseline",
                             {{"reason", "format_version " + version}});
      return std::nullopt;
    }
    for (const Json& one : json.at("risks")) {
      const KnownRisk risk = known_risk(one);
      baseline.known_.emplace(comparable(risk), risk.file);
    }
  } catch (const Json::exception& error) {
    diagnostics.file_error(file, "usage.not-a-baseline", {{"reason", reason_of(error)}});
    return std::nullopt;
  }
  return baseline;
}

std::string Baseline::relative(const std::string& path) const {
  const fs::path folder = fs::absolute(file_).lexically_normal().parent_path();
  return fs::absolute(path).lexically_normal().lexically_proximate(folder).generic_string();
}

/// Under this name, or one that is only typed in another way.
bool Baseline::exists(const std::string& relative) const {
  std::error_code error;
  const fs::path path = fs::path(file_).parent_path() / relative;
  if (fs::exists(path, error)) return true;
  if (!has_other_spelling(relative)) return false;
  const std::string wanted = composed(path.filename().string());
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (composed(entry->path().filename().string()) == wanted) return true;
  }
  return false;
}

void Baseline::mark(DealEntry& entry) {
  if (!entry.judged) return;
  const std::string file = relative(entry.path);
  marked_.insert(composed(file));
  for (EntryRisk& risk : entry.risks) {
    const KnownRisk key = comparable({file, risk.rule, risk.key});
    const KnownRisk numbered = comparable({file, risk.rule, risk.path});
    const bool by_number = known_.contains(numbered);
    risk.state = known_.contains(key) || by_number ? "known" : "new";
    seen_.emplace(key, file);
    if (by_number) numbered_.insert(numbered);
  }
}

std::vector<KnownRisk> Baseline::stale() const {
  std::vector<KnownRisk> stale;
  for (const auto& [one, file] : known_) {
    const bool looked_for = marked_.contains(one.file) || !exists(file);
    if (looked_for && !seen_.contains(one) && !numbered_.contains(one)) stale.push_back(one);
  }
  return stale;
}

/// An entry a line, sorted, so that versions of the file merge and compare well.
std::string Baseline::updated() const {
  Risks all = seen_;
  for (const auto& [one, file] : known_) {
    if (!marked_.contains(one.file) && exists(file)) all.emplace(one, file);
  }
  std::string text = R"({"format_version": ")" + std::string(kVersion) + R"(", "risks": [)";
  std::string_view separator = "\n";
  for (const auto& [one, file] : all) {
    const Json json{{"file", file}, {"rule", one.rule}, {"path", one.path}};
    text.append(separator).append("  ");
    text += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n";
  }
  return text + "\n]}\n";
}

}  // namespace dealcheck

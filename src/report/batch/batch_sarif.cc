// SARIF 2.1.0: a result for each risk and one for each verdict. Fingerprints are made of file, rule
// and data path, so that a moved line is no new result; GitHub goes by the one that it would
// otherwise make of the line's text.

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/hash.h"
#include "base/version.h"
#include "report/batch/batch.h"
#include "report/deal/json_parts.h"
#include "report/shared/phrases.h"

namespace dealcheck {

namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::string_view kVerdictRule = "verdict";
constexpr std::string_view kBase = "%SRCROOT%";
constexpr std::size_t kMostResults = 25'000;  ///< GitHub reads no more of a run

/// A path as a URI reference: bytes that may not stand there are percent-encoded.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.append("%").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 0xFU]);
  }
  return uri;
}

std::string_view level_of(std::string_view severity) {
  if (severity == to_string(MineSeverity::deadly)) return "error";
  return severity == to_string(MineSeverity::serious) ? "warning" : "note";
}

/// The same for `deals/a.yaml` and `./deals/a.yaml`.
std::string normal(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

/// Relative to the top of the repository or, without one, to where the run was started, except for
/// a path from the root.
Json artifact(const std::string& path) {
  const std::string uri = uri_of(normal(path));
  if (uri.starts_with('/')) return {{"uri", "file://" + uri}};
  return {{"uri", uri}, {"uriBaseId", kBase}};
}

/// What a user wrote makes no link: `[…](…)` is one only without the backslash.
Json message(std::string text) {
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 3)) {
    text.insert(at, 1, '\\');
  }
  return {{"text", std::move(text)}};
}

/// What a rule is told as.
struct RuleText {
  std::string label;
  std::string why;
  std::string source;
};

Json rule_json(std::string_view id, const RuleText& text) {
  Json rule{{"id", id}, {"shortDescription", message(text.label)}};
  rule["fullDescription"] = message(text.why.empty() ? text.label : text.why);
  rule["help"] = rule["fullDescription"];
  if (!text.source.empty()) rule["properties"] = {{"source", text.source}};
  return rule;
}

/// How far from the worst; what is waived comes last.
int distance(std::string_view level) {
  if (level == "error") return 0;
  return level == "warning" ? 1 : 2;
}
constexpr int kWaivedDistance = 3;

class SarifReport {
 public:
  SarifReport(const BatchReport& report, const Words& words, const RenderOptions& options)
      : report_(report), phrases_(words, options.language) {}

  std::string render();

 private:
  void add_verdict(const DealEntry& deal);
  void add_risk(const DealEntry& deal, const EntryRisk& risk);
  void add_waived(const DealEntry& deal, const EntryWaiver& waiver);
  void add_notifications(const DealEntry& deal);
  [[nodiscard]] Json fingerprints(const DealEntry& deal, std::string_view rule,
                                  std::string_view key);
  [[nodiscard]] static Json location(const DealEntry& deal, const Region& region,
                                     const std::string& data_path);
  void tell_left_out(std::size_t left);
  void keep_most_telling();
  [[nodiscard]] Json rules() const;

  const BatchReport& report_;
  Phrases phrases_;
  std::map<std::string, RuleText> rules_;      ///< by id
  std::map<std::string, int> seen_;            ///< how often each fingerprint was needed
  std::vector<std::pair<int, Json>> results_;  ///< with how far from the worst level
  Json notifications_ = Json::array();
};

Json SarifReport::location(const DealEntry& deal, const Region& region,
                           const std::string& data_path) {
  Json physical{{"artifactLocation", artifact(entry_place(deal))}};
  if (region.line > 0) {
    physical["region"] = {{"startLine", region.line}};
    if (region.column > 0) physical["region"]["startColumn"] = region.column;
    if (region.end_column > region.column) physical["region"]["endColumn"] = region.end_column;
  }
  Json location{{"physicalLocation", physical}};
  if (!data_path.empty()) {
    location["logicalLocations"] = {{{"fullyQualifiedName", data_path}, {"kind", "member"}}};
  }
  return location;
}

/// Two results of a file that are alike in all of this are told apart by a number.
Json SarifReport::fingerprints(const DealEntry& deal, std::string_view rule, std::string_view key) {
  constexpr int kDigits = 16;
  const std::string path = normal(deal.path);
  Hash hash;
  for (const std::string_view part : {std::string_view(path), rule, key}) {
    hash.add(part);
    hash.add("\n");
  }
  std::string text = hash.hex(kDigits);
  const int number = ++seen_[text];
  text += ":" + std::to_string(number);
  return {{"dealcheck/v1", text}, {"primaryLocationLineHash", text}};
}

void SarifReport::add_verdict(const DealEntry& deal) {
  const bool poor = badness(deal) >= badness(Verdict::backup);
  const std::string_view level = deal.failed ? "error" : poor ? "warning" : "note";
  results_.emplace_back(
      distance(level),
      Json{{"ruleId", kVerdictRule},
           {"level", level},
           {"message", message(titled(deal, entry_title(deal), phrases_) + "\n" + deal.headline)},
           {"locations", {location(deal, {1, 1, 0}, "")}},
           {"partialFingerprints", fingerprints(deal, kVerdictRule, "")},
           {"properties",
            {{"verdict", deal.verdict},
             {"points", deal.points},
             {"coverage", deal.coverage},
             {"rules_version", deal.rules_version},
             {"rules_hash", deal.rules_hash}}}});
}

void SarifReport::add_risk(const DealEntry& deal, const EntryRisk& risk) {
  rules_[risk.rule] = {risk.label, risk.why, risk.source};
  const std::string_view level = level_of(risk.severity);
  Json result{{"ruleId", risk.rule},
              {"level", level},
              {"message", message(risk.message)},
              {"locations", {location(deal, risk.region, risk.path)}},
              {"partialFingerprints", fingerprints(deal, risk.rule, risk.key)}};
  if (!risk.state.empty()) result["baselineState"] = risk.state == "new" ? "new" : "unchanged";
  results_.emplace_back(distance(level), std::move(result));
}

void SarifReport::add_waived(const DealEntry& deal, const EntryWaiver& waiver) {
  rules_.try_emplace(waiver.rule, RuleText{waiver.label, waiver.why, waiver.source});
  results_.emplace_back(
      kWaivedDistance,
      Json{{"ruleId", waiver.rule},
           {"level", "note"},
           {"message", message(waiver.message)},
           {"locations", {location(deal, waiver.region, waiver.path)}},
           {"suppressions", {{{"kind", "external"}, {"justification", waiver.reason}}}},
           {"partialFingerprints", fingerprints(deal, waiver.rule, waiver.key)}});
}

void SarifReport::add_notifications(const DealEntry& deal) {
  for (const EntryDiagnostic& one : deal.diagnostics) {
    const std::string help = one.help.empty() ? "" : "\n" + one.help;
    notifications_.push_back({{"descriptor", {{"id", one.id}}},
                              {"level", one.severity},
                              {"message", message(one.message + help)},
                              {"locations", {location(deal, one.region, "")}}});
  }
}

void SarifReport::keep_most_telling() {
  std::stable_sort(results_.begin(), results_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (results_.size() <= kMostResults) return;
  tell_left_out(results_.size() - kMostResults);
  results_.resize(kMostResults);
}

void SarifReport::tell_left_out(std::size_t left) {
  notifications_.push_back(
      {{"level", "warning"},
       {"message", message(phrases_.say("batch.left_out", {{"count", std::to_string(left)}}))}});
}

Json SarifReport::rules() const {
  Json rules = Json::array();
  rules.push_back(rule_json(kVerdictRule, {phrases_.label("batch.column", "verdict"),
                                           phrases_.say("batch.verdict_rule"), ""}));
  for (const auto& [id, text] : rules_) rules.push_back(rule_json(id, text));
  return rules;
}

std::string SarifReport::render() {
  for (const DealEntry& deal : report_.deals) {
    add_notifications(deal);
    if (!deal.judged) continue;
    add_verdict(deal);
    for (const EntryRisk& risk : deal.risks) add_risk(deal, risk);
    for (const EntryWaiver& waiver : deal.waived) add_waived(deal, waiver);
  }
  keep_most_telling();
  const bool judged_all = count_report(report_).broken == 0;
  const Json driver{{"name", "dealcheck"}, {"version", program_version()}, {"rules", rules()}};
  const Json base{{"description", message(phrases_.say("batch.run_folder"))}};
  Json run{
      {"tool", {{"driver", driver}}},
      {"columnKind", "unicodeCodePoints"},
      {"originalUriBaseIds", {{kBase, base}}},
      {"invocations",
       {{{"executionSuccessful", judged_all}, {"toolExecutionNotifications", notifications_}}}},
      {"results", array_of(results_, [](auto& one) { return std::move(one.second); })}};
  return dump({{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", {std::move(run)}}});
}

}  // namespace

std::string render_batch_sarif(const BatchReport& report, const Words& words,
                               const RenderOptions& options) {
  return SarifReport(report, words, options).render();
}

}  // namespace dealcheck

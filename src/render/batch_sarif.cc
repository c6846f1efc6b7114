// SARIF 2.1.0: a result for each risk and one for each verdict. Fingerprints are made of file, rule
// and data path, so that a moved line is no new result.

#include <algorithm>
#include <map>

#include "../hash.h"
#include "batch.h"
#include "json_parts.h"
#include "voice.h"

namespace dealcheck {

namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::string_view kVerdictRule = "verdict";
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

std::string fingerprint(const std::string& path, std::string_view rule, std::string_view place) {
  Hash hash;
  for (const std::string_view part : {std::string_view(path), rule, place}) {
    hash.add(part);
    hash.add("\n");
  }
  return hash.hex();
}

class SarifReport {
 public:
  SarifReport(const BatchReport& report, const Words& words, const RenderOptions& options)
      : report_(report), voice_(words, options.language) {}

  std::string render();

 private:
  void add_verdict(const DealEntry& deal);
  void add_risk(const DealEntry& deal, const EntryRisk& risk);
  void add_waived(const DealEntry& deal, const EntryWaiver& waiver);
  void add_notifications(const DealEntry& deal);
  void add_result(const DealEntry& deal, std::string_view level, Json result);
  [[nodiscard]] static Json location(const DealEntry& deal, const Region& region,
                                     const std::string& data_path);
  void keep_most_telling();
  [[nodiscard]] Json rules() const;

  const BatchReport& report_;
  Voice voice_;
  std::map<std::string, std::string> rules_;   ///< id to label
  std::vector<std::pair<int, Json>> results_;  ///< with how far from the worst level
  Json notifications_ = Json::array();
};

Json SarifReport::location(const DealEntry& deal, const Region& region,
                           const std::string& data_path) {
  Json physical{{"artifactLocation", {{"uri", uri_of(deal.path)}}}};
  if (!deal.path.starts_with("/")) physical["artifactLocation"]["uriBaseId"] = "%SRCROOT%";
  if (region.line > 0) {
    physical["region"] = {{"startLine", region.line}, {"startColumn", region.column}};
    if (region.end_column > region.column) physical["region"]["endColumn"] = region.end_column;
  }
  Json location{{"physicalLocation", physical}};
  if (!data_path.empty()) {
    location["logicalLocations"] = {{{"fullyQualifiedName", data_path}, {"kind", "member"}}};
  }
  return location;
}

void SarifReport::add_result(const DealEntry& /*deal*/, std::string_view level, Json result) {
  result["level"] = level;
  const int distance = level == "error" ? 0 : level == "warning" ? 1 : 2;
  results_.emplace_back(distance, std::move(result));
}

void SarifReport::add_verdict(const DealEntry& deal) {
  const bool poor = badness(deal) >= badness(Verdict::backup);
  add_result(
      deal,
      deal.failed ? "error"
      : poor      ? "warning"
                  : "note",
      {{"ruleId", kVerdictRule},
       {"message",
        {{"text", deal.verdict_label + ": " + entry_title(deal) + ". " + deal.headline}}},
       {"locations", {location(deal, {1, 1, 0}, "")}},
       {"partialFingerprints", {{"dealcheck/v1", fingerprint(deal.path, kVerdictRule, "")}}}});
}

void SarifReport::add_risk(const DealEntry& deal, const EntryRisk& risk) {
  rules_[risk.rule] = risk.label;
  Json result{
      {"ruleId", risk.rule},
      {"message", {{"text", risk.message}}},
      {"locations", {location(deal, risk.region, risk.path)}},
      {"partialFingerprints", {{"dealcheck/v1", fingerprint(deal.path, risk.rule, risk.path)}}}};
  if (!risk.state.empty()) result["baselineState"] = risk.state == "new" ? "new" : "unchanged";
  add_result(deal, level_of(risk.severity), std::move(result));
}

void SarifReport::add_waived(const DealEntry& deal, const EntryWaiver& waiver) {
  rules_.try_emplace(waiver.rule, waiver.rule);
  add_result(
      deal, "note",
      {{"ruleId", waiver.rule},
       {"message", {{"text", voice_.say("waived", {{"reason", waiver.reason}})}}},
       {"locations", {location(deal, {}, "")}},
       {"suppressions", {{{"kind", "external"}, {"justification", waiver.reason}}}},
       {"partialFingerprints", {{"dealcheck/v1", fingerprint(deal.path, waiver.rule, "waive")}}}});
}

void SarifReport::add_notifications(const DealEntry& deal) {
  for (const EntryDiagnostic& one : deal.diagnostics) {
    notifications_.push_back({{"descriptor", {{"id", one.id}}},
                              {"level", one.severity},
                              {"message", {{"text", one.message}}},
                              {"locations", {location(deal, one.region, "")}}});
  }
}

void SarifReport::keep_most_telling() {
  std::stable_sort(results_.begin(), results_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (results_.size() <= kMostResults) return;
  const std::size_t left = results_.size() - kMostResults;
  results_.resize(kMostResults);
  notifications_.push_back(
      {{"level", "warning"},
       {"message", {{"text", voice_.say("batch.left_out", {{"count", std::to_string(left)}})}}}});
}

Json SarifReport::rules() const {
  Json rules = Json::array();
  rules.push_back({{"id", kVerdictRule},
                   {"shortDescription", {{"text", voice_.label("batch.column", "verdict")}}}});
  for (const auto& [id, label] : rules_) {
    rules.push_back({{"id", id}, {"shortDescription", {{"text", label}}}});
  }
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
  Json run{
      {"tool", {{"driver", {{"name", "dealcheck"}, {"rules", rules()}}}}},
      {"columnKind", "unicodeCodePoints"},
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

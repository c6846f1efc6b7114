#include "portfolio/entry.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "base/alike.h"
#include "base/utf8.h"

namespace dealcheck {

namespace {

const YamlDocument::Node* find_node(const YamlDocument& document, Location at) {
  const auto& nodes = document.nodes;
  const auto found = std::find_if(nodes.rbegin(), nodes.rend(), [&](const auto& node) {
    return node.at == at && node.kind != YamlDocument::Kind::null;
  });
  return found == nodes.rend() ? nullptr : &*found;
}

/// Behind the quote that closes the one at `open`; the end of the line when none does. A single
/// quote is written twice inside single ones.
std::size_t behind_quote(std::string_view line, std::size_t open) {
  const char quote = line[open];
  const std::string_view escaped = quote == '"' ? "\\" : "''";
  std::size_t end = open + 1;
  while (end < line.size()) {
    const bool escape = line.substr(end).starts_with(escaped);
    if (!escape && line[end] == quote) return end + 1;
    end += escape ? 2U : 1U;
  }
  return line.size();
}

/// Whether a quote here opens a scalar: one inside a plain scalar, as in `it's`, opens nothing.
bool begins_scalar(std::string_view line, std::size_t at) {
  const std::size_t before = line.substr(0, at).find_last_not_of(' ');
  return before == std::string_view::npos ||
         std::string_view("{[,:").find(line[before]) != std::string_view::npos;
}

/// Behind the bracket that closes the one at the front; the end of the line when none does.
std::size_t behind_bracket(std::string_view line) {
  int depth = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if ((c == '"' || c == '\'') && begins_scalar(line, i)) {
      i = behind_quote(line, i);
      continue;
    }
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    ++i;
    if (depth == 0) return i;
  }
  return line.size();
}

/// Bytes of the token that a line's rest begins with: a plain one is as long as its text, one in
/// quotes or brackets goes up to its end; what goes on over several lines, up to the end of this
/// one.
std::size_t token_bytes(std::string_view rest, const YamlDocument::Node* node) {
  const bool scalar = node != nullptr && node->kind == YamlDocument::Kind::scalar;
  if (scalar && !node->quoted && rest.starts_with(node->text)) return node->text.size();
  if (scalar && (rest.starts_with('"') || rest.starts_with('\''))) return behind_quote(rest, 0);
  if (!scalar && (rest.starts_with('{') || rest.starts_with('['))) return behind_bracket(rest);
  return rest.find_last_not_of(" \r") + 1;
}

std::string_view from_column(std::string_view line, std::uint32_t column) {
  for (; column > 1 && !line.empty(); --column) line.remove_prefix(decode_utf8(line).size);
  return line;
}

Region region_of(const YamlDocument& document, Location at) {
  if (at.line == 0) return {};
  const std::string_view line = document.source->line(at.line);
  const std::string_view rest = from_column(line, at.column);
  const std::string_view token = rest.substr(0, token_bytes(rest, find_node(document, at)));
  return {at.line, at.column, at.column + static_cast<std::uint32_t>(count_characters(token))};
}

char gauge_letter(const Finding& question) {
  if (!question.reads) return '?';
  constexpr std::string_view kLetters = "-~+";
  return kLetters[static_cast<std::size_t>(*question.reads)];
}

const Finding* find_rule(const Assessment& deal, const std::string& rule) {
  for (const auto* findings : {&deal.questions, &deal.findings}) {
    for (const Finding& finding : *findings) {
      if (finding.rule == rule) return &finding;
    }
  }
  return nullptr;
}

/// The data path and the region of what a risk rests on first, for a risk and a waiver alike.
template <typename Entry>
void tell_place(const std::vector<Evidence>& evidence, const YamlDocument& document, Entry& entry) {
  if (evidence.empty()) return;
  entry.path = evidence.front().path;
  entry.region = region_of(document, evidence.front().at);
}

EntryRisk make_risk(const Assessment& deal, const MineView& mine, const YamlDocument& document) {
  EntryRisk risk;
  risk.rule = mine.rules.front();
  risk.kind = mine.kind;
  risk.severity = to_string(mine.severity);
  risk.label = mine.label;
  risk.message = mine.message;
  if (const Finding* leading = find_rule(deal, risk.rule)) {
    risk.why = leading->why;
    risk.source = leading->source;
  }
  tell_place(mine.evidence, document, risk);
  return risk;
}

void tell_head(const Assessment& deal, DealEntry& entry) {
  entry.path = deal.path;
  entry.name = deal.name;
  entry.account = deal.account;
  entry.owner = deal.owner;
  entry.stage = to_string(deal.stages.judged);
  entry.as_of = iso_date(deal.as_of);
  entry.feeling = deal.feeling;
  entry.rules_version = deal.rules_version;
  entry.rules_hash = deal.rules_hash;
  entry.rules_name = deal.rules_name;
}

std::string gauge_of(const Assessment& deal) {
  std::string gauge;
  for (const Finding& question : deal.questions) gauge += gauge_letter(question);
  return gauge;
}

void tell_also(const Assessment& deal, DealEntry& entry) {
  for (const Assessment& other : deal.also) {
    entry.also.push_back({other.rules_set, other.rules_title, std::string(to_string(other.verdict)),
                          other.verdict_label, other.decision, other.points,
                          std::string(to_string(other.range.worst)),
                          std::string(to_string(other.range.best)), gauge_of(other),
                          other.rules_hash});
  }
}

void tell_overrides(const Assessment& deal, DealEntry& entry) {
  for (const OverrideView& one : deal.overrides) {
    if (!one.acted) continue;
    entry.overrides.push_back({one.rule, one.told, one.reason, one.file, one.at.line});
  }
}

void tell_verdict(const Assessment& deal, DealEntry& entry) {
  entry.verdict = to_string(deal.verdict);
  entry.verdict_label = deal.verdict_label;
  entry.standing = to_string(deal.standing);
  entry.project = deal.project;
  entry.project_label = deal.project_label;
  entry.decision = deal.decision;
  entry.headline = deal.headline;
  entry.threat = deal.threat;
  entry.points = deal.points;
  entry.worst = to_string(deal.range.worst);
  entry.best = to_string(deal.range.best);
  entry.coverage = std::round(deal.coverage * 100) / 100;
  entry.gauge = gauge_of(deal);
}

void tell_waived(const std::vector<Finding>& findings, const YamlDocument& document,
                 DealEntry& entry) {
  for (const Finding& one : findings) {
    if (one.waived.empty()) continue;
    entry.waived.push_back(
        {one.rule, one.waived, one.label, one.message, one.why, one.source, {}, {}, {}});
    tell_place(one.evidence, document, entry.waived.back());
  }
}

// ---- for the review ----

std::string day(std::optional<Date> date) { return date ? iso_date(*date) : std::string(); }

EntryReason make_reason(const CheckResult& check) {
  return {check.id, check.label, check.message,
          check.evidence.empty() ? 0 : check.evidence.front().at.line};
}

/// As good as the worst of what is known; with nothing known, unknown.
std::string fit_of(const std::vector<CheckResult>& checks) {
  const auto any = [&](Tri passed) {
    return std::any_of(checks.begin(), checks.end(),
                       [=](const CheckResult& one) { return one.passed == passed; });
  };
  if (any(Tri::no)) return "poor";
  return any(Tri::yes) && !any(Tri::unknown) ? "good" : "unknown";
}

void tell_review(const Assessment& deal, EntryReview& review) {
  const ReviewView& view = deal.review;
  if (view.amount) {
    review.amount = {true, view.amount->value, view.amount->currency, view.amount->at.line};
  }
  review.customer_class = view.customer_class;
  review.reviewed = day(view.reviewed);
  review.their_act = day(view.their_act);
  review.our_act = day(view.our_act);
  review.closes = day(view.closes);
  review.outcome = view.outcome;
  review.control = deal.control.level;
  review.control_label = deal.control.level_label;
  for (const CheckResult& check : deal.control.special) {
    if (check.passed == Tri::yes) review.special.push_back(make_reason(check));
  }
  review.fit = fit_of(deal.control.fit);
}

void tell_reason(const Assessment& deal, EntryBecause& because) {
  because.message = deal.verdict_means;
  if (deal.because.empty()) return;
  const ReasonView& reason = deal.because.front();
  because = {reason.rule, reason.label, reason.message};
}

}  // namespace

DealEntry make_entry(const Assessment& assessment, const YamlDocument& document) {
  DealEntry entry;
  entry.judged = true;
  tell_head(assessment, entry);
  tell_verdict(assessment, entry);
  tell_reason(assessment, entry.because);
  for (const MineView& mine : assessment.mines) {
    entry.risks.push_back(make_risk(assessment, mine, document));
  }
  tell_waived(assessment.questions, document, entry);
  tell_waived(assessment.findings, document, entry);
  if (!assessment.next_steps.empty()) {
    const StepView& step = assessment.next_steps.front();
    entry.next_step = {step.play, step.known ? step.label : std::string(), step.says, step.who,
                       day(step.by)};
  }
  tell_review(assessment, entry.review);
  tell_overrides(assessment, entry);
  tell_also(assessment, entry);
  return entry;
}

const std::string& entry_place(const DealEntry& entry) {
  return entry.place.empty() ? entry.path : entry.place;
}

void tell_apart(std::vector<DealEntry>& deals) {
  std::map<std::string, std::vector<DealEntry*>> by_name;
  for (DealEntry& deal : deals) {
    if (!deal.name.empty()) by_name[alike(deal.name)].push_back(&deal);
  }
  for (const auto& [name, same] : by_name) {
    if (same.size() < 2) continue;
    std::set<std::string> stems;
    for (const DealEntry* deal : same) stems.insert(std::filesystem::path(deal->path).stem());
    for (DealEntry* deal : same) {
      const bool enough = stems.size() == same.size();
      const std::string file =
          enough ? std::filesystem::path(deal->path).stem().string() : deal->path;
      deal->title = deal->name + " (" + file + ")";
    }
  }
}

const std::string& entry_title(const DealEntry& entry) {
  if (!entry.title.empty()) return entry.title;
  return entry.name.empty() ? entry.path : entry.name;
}

std::vector<const EntryDiagnostic*> errors_of(const DealEntry& entry) {
  std::vector<const EntryDiagnostic*> errors;
  if (entry.judged) return errors;
  for (const EntryDiagnostic& one : entry.diagnostics) {
    if (one.severity == to_string(Severity::error)) errors.push_back(&one);
  }
  return errors;
}

int badness(const DealEntry& entry) {
  const auto verdict = parse_verdict(entry.verdict);
  return verdict ? badness(*verdict) : static_cast<int>(kVerdictCount);
}

bool fails(const DealEntry& entry) {
  const auto limit = parse_verdict(entry.fail_on);
  return entry.judged && limit && badness(entry) >= badness(*limit);
}

}  // namespace dealcheck

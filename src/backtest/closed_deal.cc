#include "backtest/closed_deal.h"

#include <algorithm>
#include <map>

#include "analysis/history.h"
#include "assess/later.h"
#include "diagnostics/diagnostic.h"

namespace dealcheck {

namespace {

const Statement* find_said(const Vocabulary& vocabulary, const Opportunity& deal,
                           std::string_view section, std::string_view key) {
  const std::uint16_t place = *vocabulary.section_id(section);
  const auto id = vocabulary.sections[place].names.find(key);
  return id ? deal.find(place, *id) : nullptr;
}

/// Takes out what tells of the end, and calls and meetings from then on: they may stand as plans.
std::size_t take_out_end(const Vocabulary& vocabulary, Opportunity& deal, std::optional<Date> day) {
  deal.sections[*vocabulary.section_id("outcome")] = {};
  if (!day) return 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i < deal.sections.size(); ++i) {
    if (!vocabulary.sections[i].planned) continue;
    cut += std::erase_if(deal.sections[i].records, [&](const Record& record) {
      return record.proof.date && *record.proof.date >= *day;
    });
  }
  return cut;
}

std::size_t count_undated(const Vocabulary& vocabulary, const Opportunity& deal) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < deal.sections.size(); ++i) {
    if (!vocabulary.sections[i].ages) continue;
    for (const Record& record : deal.sections[i].records) {
      count += static_cast<std::size_t>(
          std::count_if(record.statements.begin(), record.statements.end(),
                        [](const Statement& said) { return !said.proof.date; }));
    }
  }
  return count;
}

template <typename Visit>
void for_each_finding(const Assessment& judged, const Visit& visit) {
  for (const auto* list : {&judged.questions, &judged.findings}) {
    for (const Finding& finding : *list) {
      if (finding.reads) visit(finding);
    }
  }
}

std::vector<Spoken> spoken_in(const Assessment& judged) {
  std::map<std::string, Spoken> by_rule;
  for_each_finding(judged, [&](const Finding& finding) {
    Spoken& spoken = by_rule.try_emplace(finding.rule).first->second;
    spoken.rule = finding.rule;
    spoken.label = finding.label;
    spoken.points += finding.points;
  });
  std::vector<Spoken> all;
  for (auto& [rule, spoken] : by_rule) {
    if (spoken.points != 0) all.push_back(std::move(spoken));
  }
  return all;
}

const Evidence* newest_of(const std::vector<Evidence>& evidence) {
  const Evidence* newest = nullptr;
  for (const Evidence& one : evidence) {
    if (one.date && (newest == nullptr || *one.date > *newest->date)) newest = &one;
  }
  return newest == nullptr && !evidence.empty() ? &evidence.front() : newest;
}

bool comes_before(const FirstSign& one, const FirstSign& other) {
  if (one.day.has_value() != other.day.has_value()) return one.day.has_value();
  return one.day ? *one.day < *other.day : one.points < other.points;
}

std::optional<FirstSign> first_sign_in(const Assessment& judged) {
  std::optional<FirstSign> first;
  for_each_finding(judged, [&](const Finding& finding) {
    if (*finding.reads != Reads::adverse || finding.points >= 0) return;
    FirstSign sign{finding.rule, finding.label, finding.message, finding.points, {}, 0};
    if (const Evidence* const newest = newest_of(finding.evidence)) {
      sign.day = newest->date;
      sign.line = newest->at.line;
    }
    if (!first || comes_before(sign, *first)) first = std::move(sign);
  });
  return first;
}

}  // namespace

std::optional<End> end_of(const Vocabulary& vocabulary, const Opportunity& deal) {
  const Statement* const result = find_said(vocabulary, deal, "outcome", "result");
  if (result == nullptr || result->value.kind != Value::Kind::choice) return std::nullopt;
  const std::uint16_t section = *vocabulary.section_id("outcome");
  const Key& key = vocabulary.key(vocabulary.sections[section], result->key);
  const std::string& name =
      vocabulary.choices(key).choices[static_cast<std::size_t>(result->value.index)].id;
  const auto* const how = std::find(kEndings.begin(), kEndings.end(), name);
  if (how == kEndings.end()) return std::nullopt;
  End end{static_cast<Ending>(how - kEndings.begin()), {}, {}};
  if (result->proof.date) end.day = Date{result->proof.date->first()};
  const Statement* const reason = find_said(vocabulary, deal, "outcome", "reason");
  if (reason != nullptr) end.reason = reason->value.text;
  return end;
}

bool looks_lost(Verdict verdict) { return badness(verdict) > badness(Verdict::unclear); }

std::optional<ClosedDeal> judge_before_end(const Rulebook& rules, Opportunity deal, const End& end,
                                           AssessOptions options, Diagnostics& diagnostics) {
  ClosedDeal closed;
  closed.cut = take_out_end(rules.vocabulary, deal, end.day);
  if (end.day) {
    options.as_of = Date{end.day->day - std::chrono::days(1)};
    for_each_later(rules.vocabulary, deal, *options.as_of, [&](Date, Location) { ++closed.cut; });
  }
  options.detail = Detail::verdict;
  const auto judged = assess(rules, deal, options, diagnostics);
  if (!judged) return std::nullopt;
  const Statement* const forecast = find_said(rules.vocabulary, deal, "deal", "probability");
  if (forecast != nullptr && forecast->value.kind == Value::Kind::number) {
    closed.forecast = forecast->value.number / 100;
  }
  closed.path = judged->path;
  closed.name = judged->name.empty() ? judged->path : judged->name;
  closed.end = end;
  closed.as_of = judged->as_of;
  closed.stage = judged->stages.judged;
  closed.verdict = judged->verdict;
  closed.points = judged->points;
  closed.feeling = judged->feeling;
  closed.feeling_label = judged->feeling_label;
  closed.undated = count_undated(rules.vocabulary, deal);
  closed.spoken = spoken_in(*judged);
  closed.first_sign = first_sign_in(*judged);
  closed.rules_hash = judged->rules_hash;
  return closed;
}

std::vector<PastVerdict> judge_past(const Rulebook& rules, const ClosedDeal& deal,
                                    const AssessOptions& options, std::size_t max_bytes) {
  HistoryOptions how;
  how.language = options.language;
  how.elsewhere = options.elsewhere;
  how.max_bytes = max_bytes;
  Diagnostics unsaid;
  std::vector<PastVerdict> past;
  const auto history = read_history(deal.path, rules, how, unsaid);
  if (!history) return past;
  for (const HistoryEntry& entry : history->entries) {
    const auto& judged = entry.judged;
    const bool after = deal.end.day && entry.commit.date >= *deal.end.day;
    if (after || !judged || !judged->review.outcome.empty()) continue;
    past.push_back({entry.commit.hash, entry.commit.date, judged->verdict, judged->points});
  }
  return past;
}

}  // namespace dealcheck

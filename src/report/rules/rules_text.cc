// The catalogue of rules, and single rules, for people.

#include <algorithm>
#include <utility>

#include "report/rules/rules.h"
#include "report/shared/page.h"
#include "rules/condition_words.h"
#include "rules/rule_list.h"

namespace dealcheck {

namespace {

class RulesText {
 public:
  RulesText(const Rulebook& book, const RenderOptions& options)
      : book_(book),
        language_(options.language),
        phrases_(book.words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string list(const std::vector<const Rule*>& rules);
  std::string whole(const std::vector<const Rule*>& rules, const SourceMap& places);

 private:
  [[nodiscard]] std::string stages(StageSet stages) const;
  [[nodiscard]] std::string short_stages(StageSet stages) const;
  [[nodiscard]] std::string kind(const Rule& rule) const;
  [[nodiscard]] std::string_view in(const LocalizedText& text) const { return text.in(language_); }
  void narrow_list(const std::vector<const Rule*>& rules);
  void head(const Rule& rule, const SourceMap& places);
  void said(std::string_view name, std::string_view text);
  void reading(const Rule& rule, std::size_t number);
  void condition(std::string_view name, const Condition& condition, const Rule& rule,
                 std::vector<Row>& rows);
  [[nodiscard]] std::vector<std::string> effects(const Reading& reading, const Rule& rule) const;
  [[nodiscard]] std::string mine(const Mine& mine, const Rule& rule) const;
  void plays(const Rule& rule);

  const Rulebook& book_;
  Language language_;
  Phrases phrases_;
  Sheet sheet_;
  std::vector<std::string> told_;  ///< facts whose meaning stands above already
};

std::string RulesText::stages(StageSet stages) const {
  std::vector<std::string> names;
  for (const Stage stage : kStages) {
    if (stages.has(stage)) names.push_back(phrases_.label(stage));
  }
  if (names.size() == kStageCount) return phrases_.say("rule_list.every_stage");
  return phrases_.joined(names, "comma");
}

/// In a few letters.
std::string RulesText::short_stages(StageSet stages) const {
  const auto [early, mid, late] = stages.in;
  if (early && mid && late) return phrases_.say("rule_list.stages.every");
  if (early && mid) return phrases_.say("rule_list.stages.to_mid");
  if (mid && late) return phrases_.say("rule_list.stages.from_mid");
  return this->stages(stages);
}

/// What mines a rule lays tells more than that it is a rule.
std::string RulesText::kind(const Rule& rule) const {
  std::vector<std::string> kinds;
  for (const std::string_view name : mine_kinds_of(rule)) {
    kinds.push_back(phrases_.label("kind", name));
  }
  if (rule.question || kinds.empty()) return phrases_.label("rule_list.kind", rule_kind(rule));
  return phrases_.joined(kinds, "comma");
}

// ---- the catalogue ----

/// For pages too narrow for a table.
void RulesText::narrow_list(const std::vector<const Rule*>& rules) {
  for (const Rule* rule : rules) {
    sheet_.line(0, {rule->id, Style::strong});
    sheet_.paragraph(kPageIndent, {{std::string(in(rule->label)), stages(rule->stages), kind(*rule),
                                    rule->source},
                                   Style::plain});
  }
}

std::string RulesText::list(const std::vector<const Rule*>& rules) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(rules.size());
  for (const Rule* rule : rules) {
    rows.push_back({rule->id, short_stages(rule->stages), kind(*rule), std::string(in(rule->label)),
                    rule->source});
  }
  std::vector<std::string> heads;
  for (const std::string_view name : {"id", "stages", "kind", "label", "source"}) {
    heads.push_back(phrases_.label("rule_list.column", name));
  }
  if (!sheet_.table(heads, rows, {.gives_way = {2, 3, 4}})) narrow_list(rules);
  sheet_.blank();
  sheet_.paragraph(0,
                   {{phrases_.say("rule_list.count", {{"count", std::to_string(rules.size())},
                                                      {"all", std::to_string(book_.rules.size())},
                                                      {"version", book_.policy.version},
                                                      {"hash", book_.hash}})},
                    Style::faint});
  return sheet_.finish();
}

// ---- one rule ----

void RulesText::said(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  sheet_.hanging({phrases_.label("rule_list.part", name), Style::faint},
                 {{{std::string(text)}, Style::plain}});
}

void RulesText::head(const Rule& rule, const SourceMap& places) {
  const auto node = places.rule(rule.id);
  sheet_.line(0, {phrases_.joined({rule.id, std::string(in(rule.label))}, "dot"), Style::strong},
              {node ? node->source()->path() : std::string(), Style::faint});
  std::vector<std::string> facts{kind(rule), stages(rule.stages), rule.source};
  if (rule.each) {
    facts.push_back(phrases_.say("rule_list.for_each",
                                 {{"section", book_.vocabulary.sections[*rule.each].id}}));
  }
  if (!rule.topic.empty()) facts.push_back(phrases_.label("rule_list.topic", rule.topic));
  if (rule.after_verdict) facts.push_back(phrases_.say("rule_list.after_verdict"));
  sheet_.paragraph(0, {facts, Style::faint});
  if (!rule.asks.empty()) sheet_.paragraph(0, {{std::string(in(rule.asks))}, Style::plain});
  sheet_.blank();
  said("ask", in(rule.ask));
  said("answered_by", phrases_.joined(rule.answered_by, "comma"));
  said("why", in(rule.why));
  said("help", in(rule.would_help));
  said("hurt", in(rule.would_hurt));
}

std::string RulesText::mine(const Mine& mine, const Rule& rule) const {
  return phrases_.say(
      "rule_list.mine",
      {{"kind", phrases_.label("kind", mine.kind)},
       {"severity", phrases_.label("severity", to_string(mine.severity))},
       {"cause", mine.cause},
       {"about", mine.about ? subject_name(book_, *mine.about, rule.each) : std::string()}});
}

std::vector<std::string> RulesText::effects(const Reading& reading, const Rule& rule) const {
  std::vector<std::string> effects;
  if (reading.tells == Behind::earnest) effects.push_back(phrases_.say("rule_list.earnest"));
  if (reading.mine) effects.push_back(mine(*reading.mine, rule));
  const std::string lifted_by(in(reading.lifted_by));
  if (reading.cap) {
    effects.push_back(phrases_.say(
        "rule_list.cap", {{"standing", phrases_.label(*reading.cap)}, {"lifted_by", lifted_by}}));
  }
  if (reading.lift) {
    effects.push_back(
        phrases_.say("rule_list.lift", {{"standing", phrases_.label(*reading.lift)}}));
  }
  if (reading.not_started) {
    effects.push_back(phrases_.say("rule_list.not_started", {{"lifted_by", lifted_by}}));
  }
  return effects;
}

/// The name of the condition stands beside its first line.
void RulesText::condition(std::string_view name, const Condition& condition, const Rule& rule,
                          std::vector<Row>& rows) {
  std::string lead = phrases_.label("rule_list.part", name);
  for (const ConditionLine& line : condition_lines(book_, condition, rule.each, language_)) {
    std::string text;
    for (int i = 0; i < line.depth; ++i) text += phrases_.sign("· ");
    const bool fresh = std::find(told_.begin(), told_.end(), line.fact) == told_.end();
    if (fresh) told_.push_back(line.fact);
    text += line.fact.empty()
                ? line.wanted
                : phrases_.say("rule_list.condition", {{"fact", line.fact},
                                                       {"wanted", line.wanted},
                                                       {"means", fresh ? line.means : ""}});
    rows.push_back({.lead = {std::exchange(lead, {}), Style::faint}, .message = std::move(text)});
  }
}

void RulesText::reading(const Rule& rule, std::size_t number) {
  const Reading& reading = rule.readings[number];
  const bool own_stages = reading.stages.in != rule.stages.in;
  sheet_.blank();
  sheet_.line(kPageIndent,
              {phrases_.say("explain.reading",
                            {{"number", std::to_string(number + 1)},
                             {"reading", phrases_.label("reads", to_string(reading.reads))},
                             {"points", points_text(reading.points, reading.stages,
                                                    [this](int points) {
                                                      return phrases_.signed_number(points);
                                                    })}}),
               Style::strong},
              {own_stages ? stages(reading.stages) : std::string(), Style::faint});
  std::vector<Row> rows;
  condition("when", reading.when, rule, rows);
  if (reading.unless) condition("unless", *reading.unless, rule, rows);
  sheet_.rows(rows);
  sheet_.paragraph(
      2 * kPageIndent,
      {{phrases_.say("rule_list.says", {{"text", std::string(in(reading.says))}})}, Style::plain});
  for (const std::string& effect : effects(reading, rule)) {
    sheet_.paragraph(2 * kPageIndent, {{effect}, Style::mixed});
  }
}

void RulesText::plays(const Rule& rule) {
  const auto answering = plays_against(book_, rule);
  if (answering.empty()) return;
  put_heading(sheet_, phrases_.say("rule_list.plays"));
  std::vector<Row> rows;
  rows.reserve(answering.size());
  for (const Play* play : answering) {
    rows.push_back({.lead = {"→", Style::plain},
                    .label = {play->id},
                    .message = std::string(in(play->label)),
                    .tail = {play->source}});
  }
  sheet_.rows(rows);
}

std::string RulesText::whole(const std::vector<const Rule*>& rules, const SourceMap& places) {
  for (const Rule* rule : rules) {
    if (rule != rules.front()) sheet_.blank();
    told_.clear();
    head(*rule, places);
    put_heading(sheet_, phrases_.say("rule_list.readings"));
    for (std::size_t i = 0; i < rule->readings.size(); ++i) reading(*rule, i);
    plays(*rule);
  }
  return sheet_.finish();
}

}  // namespace

std::string render_rule_list_text(const Rulebook& book, const std::vector<const Rule*>& rules,
                                  const RenderOptions& options) {
  return RulesText(book, options).list(rules);
}

std::string render_rules_text(const Rulebook& book, const std::vector<const Rule*>& rules,
                              const SourceMap& places, const RenderOptions& options) {
  return RulesText(book, options).whole(rules, places);
}

}  // namespace dealcheck

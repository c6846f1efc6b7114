#include "report/deal/json_parts.h"
#include "report/rules/rules.h"
#include "rules/condition_print.h"
#include "rules/rule_list.h"

namespace dealcheck {

namespace {

constexpr std::string_view kRulesVersion = "1.0";

Json stages_json(StageSet stages) {
  Json names = Json::array();
  for (const Stage stage : kStages) {
    if (stages.has(stage)) names.push_back(to_string(stage));
  }
  return names;
}

class RulesJson {
 public:
  RulesJson(const Rulebook& book, Language language) : book_(book), language_(language) {}

  [[nodiscard]] Json document(const std::vector<const Rule*>& rules,
                              const SourceMap* places) const {
    return {{"format_version", kRulesVersion},
            {"rule_set", {{"version", book_.policy.version}, {"hash", book_.hash}}},
            {"rules", array_of(rules, [&](const Rule* rule) {
               return places == nullptr ? summary(*rule) : whole(*rule, *places);
             })}};
  }

 private:
  [[nodiscard]] Json in(const LocalizedText& text) const {
    return text_or_null(text.in(language_));
  }
  [[nodiscard]] Json summary(const Rule& rule) const;
  [[nodiscard]] Json whole(const Rule& rule, const SourceMap& places) const;
  [[nodiscard]] Json reading(const Reading& reading, const Rule& rule) const;
  [[nodiscard]] Json condition(const Condition& condition, const Rule& rule) const;
  [[nodiscard]] Json mine(const Mine& mine, const Rule& rule) const;

  const Rulebook& book_;
  Language language_;
};

Json RulesJson::summary(const Rule& rule) const {
  return {{"id", rule.id},
          {"kind", rule_kind(rule)},
          {"stages", stages_json(rule.stages)},
          {"mines", mine_kinds_of(rule)},
          {"label", in(rule.label)},
          {"source", rule.source}};
}

Json RulesJson::condition(const Condition& condition, const Rule& rule) const {
  if (condition.op == Condition::Op::leaf) {
    const SubjectType type = subject_type(book_, condition.subject, rule.each);
    return {{"fact", subject_name(book_, condition.subject, rule.each)},
            {"is", matcher_text(book_, condition.matcher, type)}};
  }
  static constexpr std::array<std::string_view, 4> kOps{"all", "any", "not", "some"};
  Json json = {{"op", kOps.at(static_cast<std::size_t>(condition.op))}};
  if (condition.op == Condition::Op::some) json["at_least"] = condition.at_least;
  json["of"] =
      array_of(condition.parts, [&](const Condition& part) { return this->condition(part, rule); });
  return json;
}

Json RulesJson::mine(const Mine& mine, const Rule& rule) const {
  return {
      {"kind", mine.kind},
      {"severity", to_string(mine.severity)},
      {"cause", text_or_null(mine.cause)},
      {"about", mine.about ? text_or_null(subject_name(book_, *mine.about, rule.each)) : Json()}};
}

Json RulesJson::reading(const Reading& reading, const Rule& rule) const {
  return {{"reads", to_string(reading.reads)},
          {"points", points_json(reading)},
          {"tells", to_string(reading.tells)},
          {"stages", stages_json(reading.stages)},
          {"when", condition(reading.when, rule)},
          {"unless", reading.unless ? condition(*reading.unless, rule) : Json()},
          {"says", in(reading.says)},
          {"mine", reading.mine ? mine(*reading.mine, rule) : Json()},
          {"cap", name_or_null(reading.cap)},
          {"lift", name_or_null(reading.lift)},
          {"lifted_by", in(reading.lifted_by)},
          {"not_started", reading.not_started}};
}

Json RulesJson::whole(const Rule& rule, const SourceMap& places) const {
  Json json = summary(rule);
  const auto node = places.rule(rule.id);
  json["question"] = in(rule.asks);
  json["ask"] = in(rule.ask);
  json["answered_by"] = rule.answered_by;
  json["why"] = in(rule.why);
  json["would"] = {{"help", in(rule.would_help)}, {"hurt", in(rule.would_hurt)}};
  json["for"] = rule.each ? Json(book_.vocabulary.sections[*rule.each].id) : Json();
  json["topic"] = text_or_null(rule.topic);
  json["after_verdict"] = rule.after_verdict;
  json["readings"] =
      array_of(rule.readings, [&](const Reading& one) { return reading(one, rule); });
  json["plays"] = array_of(plays_against(book_, rule), [&](const Play* play) {
    return Json{{"id", play->id}, {"label", in(play->label)}, {"source", play->source}};
  });
  json["file"] = node ? Json(node->source()->path()) : Json();
  return json;
}

}  // namespace

std::string render_rule_list_json(const Rulebook& book, const std::vector<const Rule*>& rules,
                                  Language language) {
  return dump(RulesJson(book, language).document(rules, nullptr));
}

std::string render_rules_json(const Rulebook& book, const std::vector<const Rule*>& rules,
                              const SourceMap& places, Language language) {
  return dump(RulesJson(book, language).document(rules, &places));
}

}  // namespace dealcheck

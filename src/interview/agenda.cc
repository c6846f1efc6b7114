#include "interview/agenda.h"

#include <algorithm>

namespace dealcheck {

namespace {

/// What the file says is not enough: it may be said again, newer or by somebody who knows.
bool wants_more(Gap gap) {
  return gap == Gap::contradicted || gap == Gap::only_assumed || gap == Gap::stale ||
         gap == Gap::earlier_stage;
}

bool is_known(const Opportunity& deal, const AnswerPlace& place) {
  const Statement* stated = deal.find(place.section, place.keys.front());
  return stated != nullptr && stated->value.kind != Value::Kind::unknown;
}

}  // namespace

/// A key is asked for once, whichever question it answers; an entry of a list once for each.
bool Agenda::was_asked(const Rule& rule, const AnswerPlace& place, bool list) const {
  return std::any_of(asked_.begin(), asked_.end(), [&](const Asked& one) {
    return one.place == place && (!list || one.rule == rule.id);
  });
}

std::optional<std::size_t> Agenda::find_place(const Rule& rule, const OpenQuestion& question,
                                              const Opportunity& deal,
                                              const Vocabulary& vocabulary) const {
  for (std::size_t i = 0; i < rule.answers.size(); ++i) {
    const AnswerPlace& place = rule.answers[i];
    const bool list = vocabulary.sections[place.section].shape == Shape::records;
    if (was_asked(rule, place, list)) continue;
    if (list || wants_more(question.gap) || !is_known(deal, place)) return i;
  }
  return std::nullopt;
}

std::optional<Ask> Agenda::next(const Rulebook& rules, const Opportunity& deal,
                                const Assessment& judged) const {
  for (const bool not_known : {false, true}) {
    for (const OpenQuestion& question : judged.open_questions) {
      if ((question.gap == Gap::not_known) != not_known) continue;
      const Rule* rule = find_rule(rules, question.rule);
      const auto place = find_place(*rule, question, deal, rules.vocabulary);
      if (place) return Ask{rule, question, *place};
    }
  }
  return std::nullopt;
}

OpenCount Agenda::count(const Rulebook& rules, const Opportunity& deal,
                        const Assessment& judged) const {
  OpenCount count;
  for (const OpenQuestion& question : judged.open_questions) {
    const Rule* rule = find_rule(rules, question.rule);
    if (rule->answers.empty()) ++count.elsewhere;
    if (find_place(*rule, question, deal, rules.vocabulary)) ++count.to_ask;
  }
  return count;
}

void Agenda::answered(const Ask& ask) { asked_.push_back({ask.rule->id, ask.where()}); }

void Agenda::skipped(const Ask& ask) {
  for (const AnswerPlace& place : ask.rule->answers) asked_.push_back({ask.rule->id, place});
}

}  // namespace dealcheck

// The facts that code works out: of a record (days, a person's stance, whether an action is late),
// and of the deal as a whole. Their table is computed.h.

#include <algorithm>

#include "engine/facts.h"
#include "rules/computed.h"

namespace dealcheck {

// ---- of a record ----

std::optional<Value> Facts::derived_of_contact(std::size_t contact, FieldId field,
                                               EvidencePolicy trust) const {
  const Person& person = people_[contact];
  switch (static_cast<RecordFact>(field - kDerivedField)) {
    case RecordFact::reached:
      if (!person.reached) return std::nullopt;
      return answer_value(*person.reached);
    case RecordFact::unmet_days:
      if (!person.last_met) return std::nullopt;
      return number_value(days_between(*person.last_met, as_of_));
    case RecordFact::stance: {
      const auto& stance = trust == EvidencePolicy::against_us ? person.stance : person.firm_stance;
      if (!stance) return std::nullopt;
      return choice_value(static_cast<std::int32_t>(*stance));
    }
    case RecordFact::departed:
      return answer_value(person.departed);
    case RecordFact::newcomer:
      return answer_value(person.newcomer);
    case RecordFact::closed:
      return answer_value(person.closed);
    case RecordFact::countered:
      return answer_value(person.countered);
    case RecordFact::acted:
      return answer_value(person.acted);
    default:
      return std::nullopt;
  }
}

std::optional<Value> Facts::derived_of_silence(const Record& record, FieldId field) const {
  const std::uint16_t id = *rulebook_.vocabulary.section_id("silences");
  const Section& section = rulebook_.vocabulary.sections[id];
  const auto date_of = [&](std::string_view key) -> std::optional<Date> {
    const Statement* statement = record.find(*section.names.find(key));
    if (statement == nullptr || statement->value.kind != Value::Kind::date) return std::nullopt;
    return statement->value.date;
  };
  const auto since = date_of("since") ? date_of("since") : record.proof.date;
  const auto until = date_of("until");
  const auto given = date_of("date_given");
  const Date end = until && *until < as_of_ ? *until : as_of_;
  switch (static_cast<RecordFact>(field - kDerivedField)) {
    case RecordFact::days:
      if (!since) return std::nullopt;
      return number_value(std::max(0, days_between(*since, end)));
    case RecordFact::working_days:
      if (!since) return std::nullopt;
      return number_value(working_days_between(*since, end));
    case RecordFact::over:
      return answer_value(until && *until <= as_of_);
    case RecordFact::dated:
      return answer_value(given && *given >= as_of_);
    default:
      return std::nullopt;
  }
}

/// First-hand is what we saw or heard ourselves (method 4).
std::optional<Value> Facts::unproven(const Record& contact, std::string_view key) const {
  const KeyId id = *rulebook_.vocabulary.sections[contacts_].names.find(key);
  std::optional<Value> result;
  for (const Statement& statement : contact.statements) {
    if (statement.key != id || statement.value.kind != Value::Kind::text) continue;
    if (statement.proof.grade() != Grade::witnessed) return answer_value(true);
    result = answer_value(false);
  }
  return result;
}

std::optional<Value> Facts::derived_of_plan(const Record& record, FieldId field) const {
  const Section& section = rulebook_.vocabulary.sections[*rulebook_.vocabulary.section_id("plan")];
  if (static_cast<RecordFact>(field - kDerivedField) == RecordFact::overdue_days) {
    const Statement* until = record.find(*section.names.find("until"));
    const Statement* done = record.find(*section.names.find("done"));
    const bool is_done = done != nullptr && done->value.same_as(answer_value(true));
    if (is_done || until == nullptr || until->value.kind != Value::Kind::date) return std::nullopt;
    const int days = days_between(until->value.date, as_of_);
    if (days <= 0) return std::nullopt;
    return number_value(days);
  }
  const KeyId answers = *section.names.find("answers");
  if (!standing_ || record.find(answers) == nullptr) return std::nullopt;
  return answer_value(
      std::any_of(record.statements.begin(), record.statements.end(), [&](const Statement& one) {
        return one.key == answers && std::find(mine_names_.begin(), mine_names_.end(),
                                               one.value.text) != mine_names_.end();
      }));
}

std::optional<Value> Facts::derived(RecordRef at, FieldId field, EvidencePolicy trust) const {
  const auto since = [&](int (*days)(Date, Date)) -> std::optional<Value> {
    const auto date = record_date(at);
    if (!date) return std::nullopt;
    return number_value(days(*date, as_of_));
  };
  switch (static_cast<RecordFact>(field - kDerivedField)) {
    case RecordFact::age:
      return since(days_between);
    case RecordFact::working_age:
      return since(working_days_between);
    case RecordFact::current:
      return answer_value(belongs_to_stage(at.record->proof, trust));
    case RecordFact::grade: {
      const ChoiceSet& set = rulebook_.vocabulary.sets[*rulebook_.vocabulary.set_id(".evidence")];
      const auto index = set.names.find(to_string(at.record->proof.grade()));
      return choice_value(*index);
    }
    case RecordFact::named_role: {
      const Section& section = rulebook_.vocabulary.sections[at.section];
      const Statement* role = at.record->find(*section.names.find("roles"));
      return answer_value(role != nullptr && role->value.kind == Value::Kind::choice);
    }
    case RecordFact::unproven_result:
      return unproven(*at.record, "result");
    case RecordFact::unproven_win:
      return unproven(*at.record, "win");
    default:
      break;
  }
  const Section& section = rulebook_.vocabulary.sections[at.section];
  if (section.id == "silences") return derived_of_silence(*at.record, field);
  if (section.id == "plan") return derived_of_plan(*at.record, field);
  const auto& records = opportunity_.sections[at.section].records;
  return derived_of_contact(static_cast<std::size_t>(at.record - records.data()), field, trust);
}

// ---- of the deal ----

/// Since the first dated meeting, call or milestone that has taken place.
std::optional<int> Facts::contact_days() const {
  std::optional<Date> first;
  const auto take = [&](std::optional<Date> date) {
    if (date && *date <= as_of_ && (!first || *date < *first)) first = date;
  };
  for (const std::string_view name : {"milestones", "contacts", "interactions"}) {
    const std::uint16_t section = *rulebook_.vocabulary.section_id(name);
    for (const Record& record : opportunity_.sections[section].records) {
      if (section != contacts_) take(record.proof.date);
      for (const Statement& statement : record.statements) {
        if (statement.value.kind == Value::Kind::date) take(statement.value.date);
      }
    }
  }
  if (!first) return std::nullopt;
  return days_between(*first, as_of_);
}

std::optional<int> Facts::evidenced_indicators() const {
  const std::uint16_t objective = *rulebook_.vocabulary.section_id("objective");
  if (opportunity_.sections[objective].presence != SectionData::Presence::stated) return {};
  const auto& indicators = rulebook_.checks[CheckGroup::objective];
  return static_cast<int>(std::count_if(
      indicators.begin(), indicators.end(),
      [this](const Check& check) { return test(check.when, EvidencePolicy::for_us) == Tri::yes; }));
}

std::optional<bool> Facts::is_large() const {
  std::optional<bool> large;
  for (const std::string_view name : {"deal", "objective"}) {
    const std::uint16_t id = *rulebook_.vocabulary.section_id(name);
    const Statement* amount =
        opportunity_.find(id, *rulebook_.vocabulary.sections[id].names.find("amount"));
    if (amount == nullptr || amount->value.kind != Value::Kind::number) continue;
    const bool reached = amount->value.number >= rulebook_.policy.large_amount;
    large = large.value_or(false) || reached;
  }
  return large;
}

std::optional<int> Facts::bullets() const {
  const std::uint16_t strengths = *rulebook_.vocabulary.section_id("strengths");
  const SectionData& data = opportunity_.sections[strengths];
  if (data.presence == SectionData::Presence::none) return 0;
  if (data.presence != SectionData::Presence::stated) return std::nullopt;
  const auto& tests = rulebook_.checks[CheckGroup::bullet];
  const auto holds = [&](const Record& record) {
    return std::all_of(tests.begin(), tests.end(), [&](const Check& check) {
      return test(check.when, EvidencePolicy::for_us, {strengths, &record}) == Tri::yes;
    });
  };
  return static_cast<int>(std::count_if(data.records.begin(), data.records.end(), holds));
}

void Facts::observe_computed(std::uint16_t id, Observer visit) const {
  const auto give_stage = [&](const std::optional<Stage>& stage) {
    if (stage) visit(Observation{choice_value(static_cast<std::int32_t>(*stage)), {}});
  };
  switch (static_cast<DealFact>(id)) {
    case DealFact::stage:
      give_stage(stage_);
      break;
    case DealFact::stage_declared:
      give_stage(declared_stage(rulebook_.vocabulary, opportunity_));
      break;
    case DealFact::stage_milestones:
      give_stage(milestone_stage(rulebook_.vocabulary, opportunity_, as_of_));
      break;
    case DealFact::stage_behaviour:
      give_stage(behaviour_stage());
      break;
    case DealFact::stage_days:
      if (stage_start_) visit(Observation{number_value(days_between(*stage_start_, as_of_)), {}});
      break;
    case DealFact::contact_days:
      if (const auto days = contact_days()) visit(Observation{number_value(*days), {}});
      break;
    case DealFact::objective_evidenced:
      if (const auto count = evidenced_indicators()) visit(Observation{number_value(*count), {}});
      break;
    case DealFact::bullets_count:
      if (const auto count = bullets()) visit(Observation{number_value(*count), {}});
      break;
    case DealFact::amount_large:
      if (const auto large = is_large()) visit(Observation{answer_value(*large), {}});
      break;
    case DealFact::standing:
      if (standing_) visit(Observation{choice_value(static_cast<std::int32_t>(*standing_)), {}});
      break;
    case DealFact::mines_count:
      if (standing_) visit(Observation{number_value(mines_), {}});
      break;
  }
}

}  // namespace dealcheck

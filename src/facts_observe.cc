// Hands over the values that a subject has in a deal, each with its place: an attribute, a query
// over a list, a field of a record, a field of the contact that a field names, or something
// computed.

#include <algorithm>

#include "computed.h"
#include "facts.h"

namespace dealcheck {

namespace {

Value choice_value(std::int32_t index) {
  Value value;
  value.kind = Value::Kind::choice;
  value.index = index;
  return value;
}
Value answer(bool yes) { return choice_value(yes ? 0 : 1); }
Value date_value(Date date) {
  Value value;
  value.kind = Value::Kind::date;
  value.date = date;
  return value;
}
Value text_value(std::string_view text) {
  Value value;
  value.kind = Value::Kind::text;
  value.text = text;
  return value;
}

std::int32_t stage_index(Stage stage) { return static_cast<std::int32_t>(stage); }

}  // namespace

std::optional<Value> Facts::derived_of_contact(std::size_t contact, FieldId field,
                                               Trust trust) const {
  const Person& person = people_[contact];
  switch (static_cast<RecordFact>(field - kDerivedField)) {
    case RecordFact::reached:
      if (!person.reached) return std::nullopt;
      return answer(*person.reached);
    case RecordFact::unmet_days:
      if (!person.last_met) return std::nullopt;
      return number_value(days_between(*person.last_met, as_of_));
    case RecordFact::stance: {
      const auto& stance = trust == Trust::against_us ? person.stance : person.firm_stance;
      if (!stance) return std::nullopt;
      return choice_value(static_cast<std::int32_t>(*stance));
    }
    case RecordFact::departed:
      return answer(person.departed);
    case RecordFact::newcomer:
      return answer(person.newcomer);
    case RecordFact::countered:
      return answer(person.countered);
    case RecordFact::acted:
      return answer(person.acted);
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
      return answer(until && *until <= as_of_);
    case RecordFact::dated:
      return answer(given && *given >= as_of_);
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
    if (statement.proof.grade() != Grade::witnessed) return answer(true);
    result = answer(false);
  }
  return result;
}

std::optional<Value> Facts::derived_of_plan(const Record& record, FieldId field) const {
  const Section& section = rulebook_.vocabulary.sections[*rulebook_.vocabulary.section_id("plan")];
  if (static_cast<RecordFact>(field - kDerivedField) == RecordFact::overdue_days) {
    const Statement* until = record.find(*section.names.find("until"));
    const Statement* done = record.find(*section.names.find("done"));
    const bool is_done = done != nullptr && done->value.same_as(answer(true));
    if (is_done || until == nullptr || until->value.kind != Value::Kind::date) return std::nullopt;
    const int days = days_between(until->value.date, as_of_);
    if (days <= 0) return std::nullopt;
    return number_value(days);
  }
  const KeyId answers = *section.names.find("answers");
  if (!standing_ || record.find(answers) == nullptr) return std::nullopt;
  return answer(
      std::any_of(record.statements.begin(), record.statements.end(), [&](const Statement& one) {
        return one.key == answers && std::find(mine_names_.begin(), mine_names_.end(),
                                               one.value.text) != mine_names_.end();
      }));
}

std::optional<Value> Facts::derived(RecordRef at, FieldId field, Trust trust) const {
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
      return answer(belongs_to_stage(at.record->proof, trust));
    case RecordFact::grade: {
      const ChoiceSet& set = rulebook_.vocabulary.sets[*rulebook_.vocabulary.set_id(".evidence")];
      const auto index = set.names.find(to_string(at.record->proof.grade()));
      return choice_value(*index);
    }
    case RecordFact::named_role: {
      const Section& section = rulebook_.vocabulary.sections[at.section];
      const Statement* role = at.record->find(*section.names.find("roles"));
      return answer(role != nullptr && role->value.kind == Value::Kind::choice);
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

/// Hands `value` over, or, when the path goes on behind it, the fields of the contact it names.
void Facts::follow(const FieldPath& path, std::size_t next, const Value& value, Trace origin,
                   Trust trust, Observer visit) const {
  if (value.kind == Value::Kind::unknown) return;
  if (next >= path.size()) {
    visit(Observation{value, origin});
    return;
  }
  if (value.kind != Value::Kind::contact || value.index < 0) return;
  const auto& records = opportunity_.sections[contacts_].records;
  const Record& record = records[static_cast<std::size_t>(value.index)];
  observe_path(path, next, {contacts_, &record}, trust, visit);
}

/// Common keys: date, by, note, evidence, source, trust, the stage it was seen in.
void Facts::observe_proof(const FieldPath& path, std::size_t from, const Provenance& proof,
                          Trace origin, Trust trust, Observer visit) const {
  const Vocabulary& vocabulary = rulebook_.vocabulary;
  const std::string& id = vocabulary.common.keys[path[from] - kCommonKey].id;
  const auto give = [&](const Value& value) {
    follow(path, from + 1, value, origin, trust, visit);
  };
  if (id == "date" && proof.date) give(date_value(*proof.date));
  if (id == "note" && !proof.note.empty()) give(text_value(proof.note));
  if (id == "source" && !proof.source.empty()) give(text_value(proof.source));
  if (id == "trust" && proof.trust) give(choice_value(*proof.trust));
  if (id == "seen_in" && proof.seen_in) give(choice_value(stage_index(*proof.seen_in)));
  if (id == "evidence") {
    const ChoiceSet& set = vocabulary.choices(vocabulary.common.keys[path[from] - kCommonKey]);
    give(choice_value(*set.names.find(to_string(proof.grade()))));
  }
  if (id == "by" && proof.by != kNobodyNamed) {
    Value value;
    value.kind = Value::Kind::contact;
    value.index = proof.by;
    value.text = proof.by_text;
    give(value);
  }
}

/// A contact without a name is told by id or title.
void Facts::visit_other_name(RecordRef contact, Observer visit) const {
  const auto& records = opportunity_.sections[contacts_].records;
  const auto place = static_cast<std::int32_t>(contact.record - records.data());
  const std::string_view name = contact_name(opportunity_, rulebook_.vocabulary, place);
  if (!name.empty()) visit(Observation{text_value(name), {contacts_, contact.record, nullptr}});
}

void Facts::observe_path(const FieldPath& path, std::size_t from, RecordRef at, Trust trust,
                         Observer visit) const {
  const FieldId field = path[from];
  const Section& section = rulebook_.vocabulary.sections[at.section];
  if (field == kParentStep) {
    const std::uint16_t parent = *section.parent;
    const auto place = static_cast<std::size_t>(at.record->parent);
    observe_path(path, from + 1, {parent, &opportunity_.sections[parent].records[place]}, trust,
                 visit);
  } else if (field >= kDerivedField) {
    const auto value = derived(at, field, trust);
    if (value) visit(Observation{*value, {at.section, at.record, nullptr}});
  } else if (field >= kCommonKey) {
    observe_proof(path, from, at.record->proof, {at.section, at.record, nullptr}, trust, visit);
  } else {
    bool stated = false;
    for (const Statement& statement : at.record->statements) {
      if (statement.key != field || !counts(statement.proof, section, trust)) continue;
      stated = true;
      follow(path, from + 1, statement.value, {at.section, at.record, &statement}, trust, visit);
    }
    if (!stated && at.section == contacts_ && field == *section.shorthand)
      visit_other_name(at, visit);
  }
}

void Facts::observe_query(const Subject& subject, Trust trust, Observer visit) const {
  const Query& query = rulebook_.queries[subject.id];
  const Matches& found = matches(subject.id, trust);
  const Trace whole{query.section, nullptr, nullptr};
  if (subject.kind == Subject::Kind::query) {
    if (!found.sure.empty()) {
      visit(Observation{answer(true), {query.section, found.sure.front(), nullptr}});
    } else if (found.complete && found.possible == 0) {
      visit(Observation{answer(false), whole});
    }
    return;
  }
  if (found.sure.empty()) return;
  const RecordRef newest{query.section, found.sure.front()};
  if (subject.kind == Subject::Kind::query_field) {
    observe_path(subject.path, 0, newest, trust, visit);
  } else if (const auto date = record_date(newest)) {
    visit(Observation{number_value(days_between(*date, as_of_)),
                      {query.section, newest.record, nullptr}});
  }
}

std::optional<int> Facts::evidenced_indicators() const {
  const std::uint16_t objective = *rulebook_.vocabulary.section_id("objective");
  if (opportunity_.sections[objective].presence != SectionData::Presence::stated) return {};
  const auto& indicators = rulebook_.checks[CheckGroup::objective];
  return static_cast<int>(std::count_if(
      indicators.begin(), indicators.end(),
      [this](const Check& check) { return test(check.when, Trust::for_us) == Tri::yes; }));
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
      return test(check.when, Trust::for_us, {strengths, &record}) == Tri::yes;
    });
  };
  return static_cast<int>(std::count_if(data.records.begin(), data.records.end(), holds));
}

void Facts::observe_computed(std::uint16_t id, Observer visit) const {
  const auto give_stage = [&](const std::optional<Stage>& stage) {
    if (stage) visit(Observation{choice_value(stage_index(*stage)), {}});
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
    case DealFact::objective_evidenced:
      if (const auto count = evidenced_indicators()) visit(Observation{number_value(*count), {}});
      break;
    case DealFact::bullets_count:
      if (const auto count = bullets()) visit(Observation{number_value(*count), {}});
      break;
    case DealFact::amount_large:
      if (const auto large = is_large()) visit(Observation{answer(*large), {}});
      break;
    case DealFact::standing:
      if (standing_) visit(Observation{choice_value(static_cast<std::int32_t>(*standing_)), {}});
      break;
    case DealFact::mines_count:
      if (standing_) visit(Observation{number_value(mines_), {}});
      break;
  }
}

std::vector<std::size_t> Facts::contacts_of(const Subject& subject, RecordRef it) const {
  std::vector<std::size_t> found;
  const Record* const first = opportunity_.sections[contacts_].records.data();
  const auto add = [&](const Record* record) {
    found.push_back(static_cast<std::size_t>(record - first));
  };
  if (subject.kind == Subject::Kind::query) {
    for (const Record* record : matches(subject.id, Trust::against_us).sure) add(record);
  } else if (subject.path.empty()) {
    if (it.record != nullptr) add(it.record);
  } else {
    observe(subject, Trust::against_us, it, [&](const Observation& observation) {
      const Value& value = observation.value;
      if (value.kind == Value::Kind::contact && value.index >= 0) add(first + value.index);
    });
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<std::size_t> Facts::contact_of(const Subject& subject, RecordRef it) const {
  const std::vector<std::size_t> found = contacts_of(subject, it);
  if (found.empty()) return std::nullopt;
  return found.front();
}

bool Facts::is_given(const Subject& subject) const {
  return std::any_of(given_.begin(), given_.end(),
                     [&](const GivenFact& fact) { return fact.subject == subject; });
}

void Facts::observe_given(const Subject& subject, Observer visit) const {
  for (const GivenFact& fact : given_) {
    const bool known = fact.value.kind != Value::Kind::unknown;
    if (known && fact.subject == subject) visit(Observation{fact.value, {}});
  }
}

void Facts::observe(const Subject& subject, Trust trust, RecordRef it, Observer visit) const {
  if (is_given(subject)) {
    observe_given(subject, visit);
    return;
  }
  switch (subject.kind) {
    case Subject::Kind::computed:
      observe_computed(subject.id, visit);
      return;
    case Subject::Kind::field:
      observe_path(subject.path, 0, it, trust, visit);
      return;
    case Subject::Kind::query:
    case Subject::Kind::query_age:
    case Subject::Kind::query_field:
    case Subject::Kind::query_count:
      observe_query(subject, trust, visit);
      return;
    case Subject::Kind::attribute:
    case Subject::Kind::attribute_age:
      observe_attribute(subject, trust, visit);
      return;
  }
}

void Facts::observe_attribute(const Subject& subject, Trust trust, Observer visit) const {
  const Statement* statement = effective(subject.id, subject.path.front(), trust);
  if (statement == nullptr) return;
  const Trace origin{subject.id, nullptr, statement};
  if (subject.kind == Subject::Kind::attribute_age) {
    const auto& date = statement->proof.date;
    if (date) visit(Observation{number_value(days_between(*date, as_of_)), origin});
  } else if (subject.path.size() > 1 && subject.path[1] >= kCommonKey) {
    observe_proof(subject.path, 1, statement->proof, origin, trust, visit);
  } else {
    follow(subject.path, 1, statement->value, origin, trust, visit);
  }
}

std::vector<Observation> Facts::observations(const Subject& subject, Trust trust,
                                             RecordRef it) const {
  std::vector<Observation> found;
  if (subject.kind == Subject::Kind::query_count && !is_given(subject)) {
    const Matches& matching = matches(subject.id, trust);
    if (!matching.knowable && matching.sure.empty()) return found;
    const Record* const first = matching.sure.empty() ? nullptr : matching.sure.front();
    found.push_back({number_value(static_cast<double>(matching.sure.size())),
                     {rulebook_.queries[subject.id].section, first, nullptr}});
    return found;
  }
  observe(subject, trust, it, [&](const Observation& one) { found.push_back(one); });
  return found;
}

}  // namespace dealcheck

// Hands over the values that a subject has in a deal, each with its place: an attribute, a query
// over a list, a field of a record, a field of the contact that a field names. What is worked out
// stands in facts_computed.cc.

#include <algorithm>

#include "engine/facts.h"

namespace dealcheck {

/// Hands `value` over, or, when the path goes on behind it, the fields of the contact it names.
void Facts::follow(const FieldPath& path, std::size_t next, const Value& value, Origin origin,
                   EvidencePolicy trust, Observer visit) const {
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
                          Origin origin, EvidencePolicy trust, Observer visit) const {
  const Vocabulary& vocabulary = rulebook_.vocabulary;
  const std::string& id = vocabulary.common.keys[path[from] - kCommonKey].id;
  const auto give = [&](const Value& value) {
    follow(path, from + 1, value, origin, trust, visit);
  };
  if (id == "date" && proof.date) give(date_value(*proof.date));
  if (id == "note" && !proof.note.empty()) give(text_value(proof.note));
  if (id == "source" && !proof.source.empty()) give(text_value(proof.source));
  if (id == "trust" && proof.trust) give(choice_value(*proof.trust));
  if (id == "seen_in" && proof.seen_in)
    give(choice_value(static_cast<std::int32_t>(*proof.seen_in)));
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

void Facts::observe_path(const FieldPath& path, std::size_t from, RecordRef at,
                         EvidencePolicy trust, Observer visit) const {
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

void Facts::observe_query(const Subject& subject, EvidencePolicy trust, Observer visit) const {
  const Query& query = rulebook_.queries[subject.id];
  const Matches& found = matches(subject.id, trust);
  const Origin whole{query.section, nullptr, nullptr};
  if (subject.kind == Subject::Kind::query) {
    if (!found.sure.empty()) {
      visit(Observation{answer_value(true), {query.section, found.sure.front(), nullptr}});
    } else if (found.complete && found.possible == 0) {
      visit(Observation{answer_value(false), whole});
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

std::vector<std::size_t> Facts::contacts_of(const Subject& subject, RecordRef it) const {
  std::vector<std::size_t> found;
  const Record* const first = opportunity_.sections[contacts_].records.data();
  const auto add = [&](const Record* record) {
    found.push_back(static_cast<std::size_t>(record - first));
  };
  if (subject.kind == Subject::Kind::query) {
    for (const Record* record : matches(subject.id, EvidencePolicy::against_us).sure) add(record);
  } else if (subject.path.empty()) {
    if (it.record != nullptr) add(it.record);
  } else {
    observe(subject, EvidencePolicy::against_us, it, [&](const Observation& observation) {
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

void Facts::observe(const Subject& subject, EvidencePolicy trust, RecordRef it,
                    Observer visit) const {
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

void Facts::observe_attribute(const Subject& subject, EvidencePolicy trust, Observer visit) const {
  const Statement* statement = effective(subject.id, subject.path.front(), trust);
  if (statement == nullptr) return;
  const Origin origin{subject.id, nullptr, statement};
  if (subject.kind == Subject::Kind::attribute_age) {
    const auto& date = statement->proof.date;
    if (date) visit(Observation{number_value(days_between(*date, as_of_)), origin});
  } else if (subject.path.size() > 1 && subject.path[1] >= kCommonKey) {
    observe_proof(subject.path, 1, statement->proof, origin, trust, visit);
  } else {
    follow(subject.path, 1, statement->value, origin, trust, visit);
  }
}

std::vector<Observation> Facts::observations(const Subject& subject, EvidencePolicy trust,
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

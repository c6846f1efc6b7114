// Puts together what the sections of a file say about each contact: who was reached and when, what
// each did for us, who has left and who is new in the post; where each stands is people_stance.cc.
// Reads the sections by their canonical names.

#include <algorithm>

#include "engine/people_reader.h"

namespace dealcheck {

/// A meeting that we only believe in has reached nobody.
void PeopleReader::reach(std::int32_t contact, const std::optional<Date>& date,
                         const Provenance& proof) {
  if (!is_contact(contact) || future(date) || proof.grade() == Grade::assumed) return;
  Person& person = people_[static_cast<std::size_t>(contact)];
  person.reached = true;
  if (!date) return;
  person.last_met = std::max(person.last_met, date);
  std::vector<Date>& days = days_[static_cast<std::size_t>(contact)];
  if (std::find(days.begin(), days.end(), *date) == days.end()) days.push_back(*date);
  person.meetings = static_cast<int>(days.size());
}

void PeopleReader::read_meetings() {
  const KeyId met = contacts_.key("met");
  for (std::size_t i = 0; i < people_.size(); ++i) {
    for (const Statement& statement : contacts_.records()[i].statements) {
      if (statement.key != met) continue;
      if (statement.value.kind == Value::Kind::none) people_[i].reached = false;
      if (statement.value.kind == Value::Kind::date) {
        reach(static_cast<std::int32_t>(i), statement.value.date, statement.proof);
      } else if (statement.value.kind == Value::Kind::text) {  // on a day nobody told
        reach(static_cast<std::int32_t>(i), std::nullopt, statement.proof);
      }
    }
  }
}

void PeopleReader::read_interactions() {
  const SectionView interactions = view("interactions");
  const KeyId with = interactions.key("with");
  const KeyId answered = interactions.key("answered");
  for (const Record& record : interactions.records()) {
    if (interactions.is(record, answered, {"no"})) continue;
    for (const Statement& statement : record.statements) {
      if (statement.key == with && statement.value.kind == Value::Kind::contact) {
        reach(statement.value.index, record.proof.date, statement.proof);
      }
    }
  }
}

void PeopleReader::read_executive_access() {
  const SectionView access = view("executive_access");
  const KeyId who = access.key("who");
  const KeyId outcome = access.key("outcome");
  for (const Record& record : access.records()) {
    if (access.is(record, outcome, {"met", "brought"})) {
      reach(contact_in(record.find(who)), record.proof.date, record.proof);
    }
  }
}

/// The newest answer holds; one without a day holds over those before it in the file.
void PeopleReader::close(std::int32_t contact, const Record& record, bool closed) {
  const auto& date = record.proof.date;
  if (!is_contact(contact) || future(date)) return;
  auto& newest = door_[static_cast<std::size_t>(contact)];
  if (newest && date && *date < *newest) return;
  newest = std::max(newest, date);
  people_[static_cast<std::size_t>(contact)].closed = closed;
}

/// What became of our tries to be seen: by executives, and in meetings that they called off.
void PeopleReader::read_closed_doors() {
  const SectionView access = view("executive_access");
  const KeyId outcome = access.key("outcome");
  for (const Record& record : access.records()) {
    const bool shut = access.is(record, outcome, {"refused", "deflected"});
    const bool open = access.is(record, outcome, {"met", "brought", "called_us", "promised"});
    if (shut || open) close(contact_in(record.find(access.key("who"))), record, shut);
  }
  const SectionView interactions = view("interactions");
  const KeyId held = interactions.key("held");
  for (const Record& record : interactions.records()) {
    if (interactions.is(record, interactions.key("answered"), {"no"})) continue;
    const bool shut = interactions.is(record, held, {"called_off", "refused"});
    for (const Statement& statement : record.statements) {
      if (statement.key != interactions.key("with")) continue;
      if (statement.value.kind == Value::Kind::contact) close(statement.value.index, record, shut);
    }
  }
}

/// An executive who had no time for us, or passed us on: saying so is no meeting.
bool PeopleReader::turned_us_away(const SectionView& access, const Record& record) const {
  const std::int32_t by = record.proof.by;
  if (!is_contact(by) ||
      !access.is(record, access.key("outcome"), {"refused", "deflected", "too_busy"})) {
    return false;
  }
  const Statement* who = record.find(access.key("who"));
  if (who != nullptr) return contact_in(who) == by;
  return contacts_.is(contacts_.records()[static_cast<std::size_t>(by)], contacts_.key("roles"),
                      {"economic"});
}

/// Who said something in our hearing has been reached, unless the file says that nobody met this
/// person.
void PeopleReader::read_witnesses() {
  const SectionView access = view("executive_access");
  for (const SectionData& data : opportunity_.sections) {
    for (const Record& record : data.records) {
      if (&data.records == &access.records() && turned_us_away(access, record)) continue;
      for (const Statement& statement : record.statements) {
        const Provenance& proof = statement.proof;
        if (!is_contact(proof.by) || proof.grade() != Grade::witnessed || future(proof.date))
          continue;
        const Person& person = people_[static_cast<std::size_t>(proof.by)];
        if (!person.reached.has_value() || *person.reached) reach(proof.by, proof.date, proof);
      }
    }
  }
}

/// Support shows in acts (method 4): what somebody did for us, not what he or she said.
void PeopleReader::read_acts() {
  const auto act = [this](std::int32_t contact, const Provenance& proof) {
    if (!is_contact(contact) || future(proof.date) || proof.grade() == Grade::assumed) return;
    people_[static_cast<std::size_t>(contact)].acted = true;
  };
  const KeyId introduces = contacts_.key("introduces");
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const Record& record = contacts_.records()[i];
    if (!contacts_.is(record, introduces, {"yes"})) continue;
    act(static_cast<std::int32_t>(i), record.find(introduces)->proof);
  }
  const SectionView commitments = view("commitments");
  for (const Record& record : commitments.records()) {
    const bool followed = commitments.is(record, commitments.key("followed_by"),
                                         {"paper", "plan", "people", "introduction"});
    if (followed || commitments.is(record, commitments.key("said"), {"help"})) {
      act(record.proof.by, record.proof);
    }
  }
  const SectionView access = view("executive_access");
  for (const Record& record : access.records()) {
    if (access.is(record, access.key("outcome"), {"brought"})) act(record.proof.by, record.proof);
  }
  const SectionView exchanges = view("exchanges");
  for (const Record& record : exchanges.records()) {
    const bool returned = exchanges.is(record, exchanges.key("returned"),
                                       {"access", "information", "commitment", "money", "help"});
    if (returned) act(record.proof.by, record.proof);
  }
}

void PeopleReader::read_changes() {
  const SectionView changes = view("changes");
  const KeyId what = changes.key("what");
  const KeyId who = changes.key("who");
  for (const Record& record : changes.records()) {
    const std::int32_t whom = contact_in(record.find(who));
    if (!is_contact(whom) || future(record.proof.date)) continue;
    Person& person = people_[static_cast<std::size_t>(whom)];
    if (changes.is(record, what, {"leaves"})) person.departed = true;
    if (!changes.is(record, what, {"arrives", "moves"})) continue;
    const auto& date = record.proof.date;
    const bool met_since =
        person.reached.value_or(false) && (!date || (person.last_met && *person.last_met >= *date));
    person.newcomer = person.newcomer || !met_since;
  }
}

std::vector<Person> PeopleReader::read() {
  if (people_.empty()) return {};
  read_meetings();
  read_interactions();
  read_executive_access();
  read_closed_doors();
  read_witnesses();
  read_declared_stance();
  read_attitudes();
  read_words();
  read_acts();
  read_changes();
  read_counterweights();
  return std::move(people_);
}

People::People(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of)
    : people_(PeopleReader(vocabulary, opportunity, as_of).read()) {}

}  // namespace dealcheck

// Puts together what the sections of a file say about each contact: who was reached and when, where
// each stands, who is new in the post, and whom somebody above can hold in check. Reads the
// sections by their canonical names.

#include "people.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace dealcheck {

namespace {

/// A section with its words, for reads by canonical name.
class SectionView {
 public:
  SectionView(const Vocabulary& vocabulary, const Opportunity& opportunity, std::string_view id)
      : vocabulary_(vocabulary),
        section_(vocabulary.sections[*vocabulary.section_id(id)]),
        data_(opportunity.sections[*vocabulary.section_id(id)]) {}

  [[nodiscard]] const std::vector<Record>& records() const { return data_.records; }
  [[nodiscard]] KeyId key(std::string_view id) const { return *section_.names.find(id); }

  [[nodiscard]] std::string_view choice(const Record& record, KeyId key) const {
    const Statement* statement = record.find(key);
    if (statement == nullptr || statement->value.kind != Value::Kind::choice) return {};
    const ChoiceSet& set = vocabulary_.choices(section_.keys[key]);
    return set.choices[static_cast<std::size_t>(statement->value.index)].id;
  }
  [[nodiscard]] bool is(const Record& record, KeyId key,
                        std::initializer_list<std::string_view> ids) const {
    return std::find(ids.begin(), ids.end(), choice(record, key)) != ids.end();
  }

 private:
  const Vocabulary& vocabulary_;
  const Section& section_;
  const SectionData& data_;
};

/// Everything that speaks for, against or neither, from one contact.
struct Voices {
  bool in_favour = false;
  bool against = false;
  bool neutral = false;
};

class PeopleReader {
 public:
  PeopleReader(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of)
      : vocabulary_(vocabulary),
        opportunity_(opportunity),
        as_of_(as_of),
        contacts_(vocabulary, opportunity, "contacts"),
        people_(contacts_.records().size()),
        days_(people_.size()),
        all_(people_.size()),
        firm_(people_.size()) {}

  std::vector<Person> read();

 private:
  [[nodiscard]] SectionView view(std::string_view id) const {
    return {vocabulary_, opportunity_, id};
  }
  [[nodiscard]] bool future(const std::optional<Date>& date) const {
    return date && *date > as_of_;
  }
  /// The word of somebody who may serve both sides.
  [[nodiscard]] bool untested(std::int32_t contact) const {
    return is_contact(contact) && people_[static_cast<std::size_t>(contact)].serves_both;
  }
  [[nodiscard]] bool is_contact(std::int32_t index) const {
    return index >= 0 && static_cast<std::size_t>(index) < people_.size();
  }

  void reach(std::int32_t contact, const std::optional<Date>& date, const Provenance& proof);
  void read_meetings();
  void read_interactions();
  void read_executive_access();
  void read_witnesses();

  void voice(std::int32_t contact, Stance stance, Grade grade);
  void read_declared_stance();
  void read_attitudes();
  void read_words();
  [[nodiscard]] static std::optional<Stance> settle(const Voices& voices);

  void read_acts();
  void read_changes();
  void read_counterweights();
  /// It stands in the file and is not only what we believe.
  [[nodiscard]] static bool is_known(const Statement* statement) {
    return statement != nullptr && statement->proof.grade() != Grade::assumed;
  }
  [[nodiscard]] bool stands_above(std::size_t upper, std::size_t lower) const;
  [[nodiscard]] bool can_hold_in_check(std::size_t supporter, std::size_t opponent) const;

  const Vocabulary& vocabulary_;
  const Opportunity& opportunity_;
  Date as_of_;
  SectionView contacts_;
  std::vector<Person> people_;
  std::vector<std::vector<Date>> days_;  ///< of meetings, for each contact
  std::vector<Voices> all_;
  std::vector<Voices> firm_;
};

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
    const Statement* statement = record.find(who);
    if (statement != nullptr && access.is(record, outcome, {"met", "brought"})) {
      reach(statement->value.index, record.proof.date, record.proof);
    }
  }
}

/// Who said something in our hearing has been reached, unless the file says that nobody met this
/// person.
void PeopleReader::read_witnesses() {
  for (const SectionData& data : opportunity_.sections) {
    for (const Record& record : data.records) {
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

void PeopleReader::voice(std::int32_t contact, Stance stance, Grade grade) {
  if (!is_contact(contact)) return;
  const auto place = static_cast<std::size_t>(contact);
  const auto add = [stance](Voices& voices) {
    voices.in_favour |= stance == Stance::in_favour || stance == Stance::disputed;
    voices.against |= stance == Stance::against || stance == Stance::disputed;
    voices.neutral |= stance == Stance::neutral;
  };
  add(all_[place]);
  if (grade != Grade::assumed) add(firm_[place]);
}

void PeopleReader::read_declared_stance() {
  const KeyId support = contacts_.key("support");
  const KeyId sees_us = contacts_.key("sees_us");
  const KeyId serves_both = contacts_.key("serves_both");
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const auto contact = static_cast<std::int32_t>(i);
    const Record& record = contacts_.records()[i];
    const Statement* level = record.find(support);
    if (level != nullptr && level->value.kind == Value::Kind::number) {
      const double value = level->value.number;
      voice(contact,
            value >= 2    ? Stance::in_favour
            : value <= -2 ? Stance::against
                          : Stance::neutral,
            level->proof.grade());
    }
    if (const Statement* rank = record.find(sees_us)) {
      people_[i].ranks_us = contacts_.choice(record, sees_us);
      const Grade grade = rank->proof.grade();
      if (contacts_.is(record, sees_us, {"first"})) voice(contact, Stance::in_favour, grade);
      if (contacts_.is(record, sees_us, {"backup"})) voice(contact, Stance::neutral, grade);
      if (contacts_.is(record, sees_us, {"filler"})) voice(contact, Stance::against, grade);
    }
    // Who may serve both sides counts for neither until tested (method 7.1).
    if (contacts_.is(record, serves_both, {"yes"})) {
      const Statement* statement = record.find(serves_both);
      people_[i].serves_both = is_known(statement);
      voice(contact, Stance::disputed, statement->proof.grade());
    }
  }
}

void PeopleReader::read_attitudes() {
  const SectionView attitudes = view("attitudes");
  const KeyId who = attitudes.key("who");
  const KeyId view_key = attitudes.key("view");
  struct Told {
    std::int32_t contact;
    std::int32_t by;
    std::optional<Date> date;
    const Record* record;
  };
  std::vector<Told>
      latest;  // one for each contact and informant: a later word replaces an earlier one
  for (const Record& record : attitudes.records()) {
    const Statement* whose = record.find(who);
    if (whose == nullptr || future(record.proof.date) || untested(record.proof.by)) continue;
    const Told told{whose->value.index, record.proof.by, record.proof.date, &record};
    const auto same = std::find_if(latest.begin(), latest.end(), [&](const Told& other) {
      return other.contact == told.contact && other.by == told.by;
    });
    if (same == latest.end()) {
      latest.push_back(told);
    } else if (told.date && (!same->date || *same->date <= *told.date)) {
      *same = told;
    }
  }
  const ChoiceSet& trust_levels =
      vocabulary_.choices(vocabulary_.common.keys[*vocabulary_.common.names.find("trust")]);
  for (const Told& told : latest) {
    const auto& trust = told.record->proof.trust;
    const bool doubtful =
        trust && trust_levels.choices[static_cast<std::size_t>(*trust)].id == "doubtful";
    if (doubtful) continue;
    const std::string_view view = attitudes.choice(*told.record, view_key);
    if (view.empty()) continue;
    voice(told.contact,
          view == "for_us"    ? Stance::in_favour
          : view == "neutral" ? Stance::neutral
                              : Stance::against,
          told.record->proof.grade());
  }
}

void PeopleReader::read_words() {
  const SectionView commitments = view("commitments");
  const KeyId said = commitments.key("said");
  const auto rank = [this](std::int32_t contact, std::string_view place) {
    if (!is_contact(contact)) return;
    std::string_view& ranks_us = people_[static_cast<std::size_t>(contact)].ranks_us;
    if (ranks_us.empty()) ranks_us = place;  // what the file states of this person goes first
  };
  for (const Record& record : commitments.records()) {
    if (future(record.proof.date)) continue;
    if (commitments.is(record, said, {"explicit_choice"})) rank(record.proof.by, "first");
    if (commitments.is(record, said, {"second_place"})) rank(record.proof.by, "backup");
    if (commitments.is(record, said, {"explicit_choice"})) {
      voice(record.proof.by, Stance::in_favour, record.proof.grade());
    }
    if (commitments.is(record, said, {"told_no", "second_place", "chose_rival"})) {
      voice(record.proof.by, Stance::against, record.proof.grade());
    }
  }
}

std::optional<Stance> PeopleReader::settle(const Voices& voices) {
  if (voices.in_favour && voices.against) return Stance::disputed;
  if (voices.in_favour) return Stance::in_favour;
  if (voices.against) return Stance::against;
  if (voices.neutral) return Stance::neutral;
  return std::nullopt;
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
    const Statement* whom = record.find(who);
    if (whom == nullptr || !is_contact(whom->value.index) || future(record.proof.date)) continue;
    Person& person = people_[static_cast<std::size_t>(whom->value.index)];
    if (changes.is(record, what, {"leaves"})) person.departed = true;
    if (!changes.is(record, what, {"arrives", "moves"})) continue;
    const auto& date = record.proof.date;
    const bool met_since =
        person.reached.value_or(false) && (!date || (person.last_met && *person.last_met >= *date));
    person.newcomer = person.newcomer || !met_since;
  }
}

bool PeopleReader::stands_above(std::size_t upper, std::size_t lower) const {
  const KeyId reports_to = contacts_.key("reports_to");
  std::size_t at = lower;
  for (std::size_t step = 0; step < people_.size(); ++step) {  // a circle in the file ends here
    const Statement* superior = contacts_.records()[at].find(reports_to);
    if (!is_known(superior) || !is_contact(superior->value.index)) return false;
    at = static_cast<std::size_t>(superior->value.index);
    if (at == upper) return true;
  }
  return false;
}

bool PeopleReader::can_hold_in_check(std::size_t supporter, std::size_t opponent) const {
  if (supporter == opponent || people_[supporter].firm_stance != Stance::in_favour) return false;
  const Record& record = contacts_.records()[supporter];
  const KeyId can_decide = contacts_.key("can_decide");
  if (is_known(record.find(can_decide)) && contacts_.is(record, can_decide, {"final"})) return true;
  const KeyId roles = contacts_.key("roles");
  const KeyId trusts = contacts_.key("trusts");
  const ChoiceSet& role_set = vocabulary_.sets[*vocabulary_.set_id("role")];
  for (const Statement& statement : record.statements) {
    if (statement.key == roles && is_known(&statement) &&
        statement.value.kind == Value::Kind::choice &&
        role_set.choices[static_cast<std::size_t>(statement.value.index)].id == "economic") {
      return true;
    }
  }
  for (const Statement& statement : contacts_.records()[opponent].statements) {
    if (statement.key == trusts && is_known(&statement) &&
        statement.value.kind == Value::Kind::contact &&
        statement.value.index == static_cast<std::int32_t>(supporter)) {
      return true;
    }
  }
  return stands_above(supporter, opponent);
}

void PeopleReader::read_counterweights() {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].departed) continue;
    people_[i].stance = settle(all_[i]);
    people_[i].firm_stance = settle(firm_[i]);
  }
  for (std::size_t opponent = 0; opponent < people_.size(); ++opponent) {
    if (people_[opponent].stance != Stance::against) continue;
    for (std::size_t other = 0; other < people_.size() && !people_[opponent].countered; ++other) {
      people_[opponent].countered = can_hold_in_check(other, opponent);
    }
  }
}

std::vector<Person> PeopleReader::read() {
  if (people_.empty()) return {};
  read_meetings();
  read_interactions();
  read_executive_access();
  read_witnesses();
  read_declared_stance();
  read_attitudes();
  read_words();
  read_acts();
  read_changes();
  read_counterweights();
  return std::move(people_);
}

}  // namespace

People::People(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of)
    : people_(PeopleReader(vocabulary, opportunity, as_of).read()) {}

}  // namespace dealcheck

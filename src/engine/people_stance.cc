// Where each person stands towards us, and who could hold an opponent in check.

#include "engine/people_reader.h"

namespace dealcheck {

// ---- for, against, neither ----

void PeopleReader::voice(std::int32_t contact, Stance stance, Grade grade, bool for_rival) {
  if (!is_contact(contact)) return;
  const auto place = static_cast<std::size_t>(contact);
  const auto add = [stance, for_rival](Voices& voices) {
    voices.in_favour |= stance == Stance::in_favour || stance == Stance::disputed;
    voices.against |= stance == Stance::against || stance == Stance::disputed;
    voices.against_us |= stance == Stance::against && !for_rival;
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
    const Told told{contact_in(whose), record.proof.by, record.proof.date, &record};
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
          told.record->proof.grade(), view == "for_rival");
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

// ---- counterweights ----

bool PeopleReader::stands_above(std::size_t upper, std::size_t lower) const {
  const KeyId reports_to = contacts_.key("reports_to");
  std::size_t at = lower;
  for (std::size_t step = 0; step < people_.size(); ++step) {  // a circle in the file ends here
    const Statement* superior = contacts_.records()[at].find(reports_to);
    if (!is_known(superior) || !is_contact(contact_in(superior))) return false;
    at = static_cast<std::size_t>(contact_in(superior));
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
    people_[i].leans_to_rival = people_[i].stance == Stance::against && !all_[i].against_us;
    people_[i].firm_stance = settle(firm_[i]);
  }
  for (std::size_t opponent = 0; opponent < people_.size(); ++opponent) {
    if (people_[opponent].stance != Stance::against) continue;
    for (std::size_t other = 0; other < people_.size() && !people_[opponent].countered; ++other) {
      people_[opponent].countered = can_hold_in_check(other, opponent);
    }
  }
}

}  // namespace dealcheck

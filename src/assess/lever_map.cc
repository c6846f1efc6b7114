// What makes a person a fulcrum. A superior can bring his own people and whoever is trusted can
// move those who trust him; up the line one can only ask.

#include "assess/lever_map.h"

#include <algorithm>

namespace dealcheck {

namespace {

constexpr int kTrusted = 1;   ///< moving somebody who trusts this person
constexpr int kSuperior = 1;  ///< bringing somebody who reports to this person
constexpr int kUpward = 3;    ///< asking one's own superior
constexpr int kNeutral = 2;   ///< going through somebody who is neither for nor against
constexpr int kUnknown = 3;   ///< through somebody of whom nothing is known
constexpr int kNotMet = 1;    ///< beside that, when we have not met this person
constexpr int kStrongest = 5;

/// Whoever left, speaks with two tongues, is new and unmet, or will not introduce us is no fulcrum.
bool is_fulcrum(const AssessContext& context, std::size_t contact) {
  const Person& person = context.facts().people()[contact];
  const auto& records = context.opportunity().sections[context.contacts()].records;
  const bool refuses =
      context.choice_of(records[contact], context.contacts(), "introduces") == "no";
  return !person.departed && !person.serves_both && !person.newcomer && !refuses;
}

LeverPerson lever_of(const AssessContext& context, const ContactView& view, std::size_t contact) {
  LeverPerson lever;
  if (!is_fulcrum(context, contact)) return lever;
  const Person& person = context.facts().people()[contact];
  const bool ours = person.firm_stance == Stance::in_favour;
  if (ours && person.reached == true) {
    lever.start = kStrongest - std::clamp(view.support.value_or(2), 0, kStrongest);
  }
  if (person.stance == Stance::against || person.stance == Stance::disputed) return lever;
  lever.carry = ours ? 0 : person.stance == Stance::neutral ? kNeutral : kUnknown;
  if (person.reached != true) *lever.carry += kNotMet;
  return lever;
}

}  // namespace

Leverage map_leverage(const AssessContext& context, const std::vector<ContactView>& contacts) {
  std::vector<LeverPerson> people;
  std::vector<LeverLink> links;
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    people.push_back(lever_of(context, contacts[i], i));
    for (const std::size_t trusted : contacts[i].trusts) links.push_back({trusted, i, kTrusted});
    if (!contacts[i].reports_to) continue;
    links.push_back({*contacts[i].reports_to, i, kSuperior});
    links.push_back({i, *contacts[i].reports_to, kUpward});
  }
  return {people, links};
}

}  // namespace dealcheck

#include "report/shared/people_words.h"

#include <utility>

#include "report/shared/deal_words.h"

namespace dealcheck {

std::vector<std::string> PeopleWords::head() const {
  std::vector<std::string> head;
  for (const auto* column : {"name", "roles", "influence", "mode", "support", "met", "sees_us"}) {
    head.push_back(phrases_.label("contact", column));
  }
  return head;
}

std::string PeopleWords::met(const ContactView& contact) const {
  if (!contact.last_met) return phrases_.label("reached", contact.reached);
  std::string day = phrases_.day(contact.last_met, deal_.as_of);
  if (contact.meetings < 2) return day;
  return phrases_.say("people.met_times",
                      {{"date", day}, {"count", std::to_string(contact.meetings)}});
}

std::vector<std::string> PeopleWords::cells_of(const ContactView& contact) const {
  std::vector<std::string> roles;
  for (const std::string& role : contact.roles) roles.push_back(phrases_.label("role", role));
  return {person_name(contact),
          phrases_.joined(roles, "comma"),
          phrases_.label("influence", contact.influence),
          contact.mode_label,
          contact.support ? phrases_.signed_number(*contact.support) : std::string(),
          met(contact),
          view_of_us(contact)};
}

/// How the contact ranks us; where nothing tells, whether for us or against.
std::string PeopleWords::view_of_us(const ContactView& contact) const {
  std::string stance = stance_label(contact, phrases_);
  if (contact.sees_us.empty() || contact.sees_us == "unknown") return stance;
  const std::string rank = phrases_.label("sees", contact.sees_us);
  return contact.stance == "disputed" ? phrases_.joined({rank, stance}, "comma") : rank;
}

std::vector<std::string> PeopleWords::role_notes() const {
  std::vector<std::string> notes;
  std::vector<std::string> empty;
  for (const RoleView& role : deal_.roles) {
    if (role.state == "empty") empty.push_back(role.label);
    if (role.state == "met" || role.state == "empty") continue;
    const std::string_view id = role.state == "unmet" ? "people.unmet" : "people.unsaid";
    notes.push_back(phrases_.say(
        id,
        {{"role", role.label}, {"names", person_names(deal_, phrases_, role.people, "comma")}}));
  }
  if (empty.empty()) return notes;
  notes.push_back(phrases_.say("people.empty", {{"roles", phrases_.joined(empty, "comma")}}));
  return notes;
}

/// What a coach failed in full; what is still open by name.
void PeopleWords::add_coach_notes(const std::vector<CheckResult>& tests, const std::string& name,
                                  std::vector<std::string>& notes) const {
  for (const std::string& message : messages_of(tests, Tri::no)) {
    notes.push_back(phrases_.say("people.coach", {{"name", name}, {"message", message}}));
  }
  const std::vector<std::string> open = labels_of(tests, Tri::unknown);
  if (open.empty()) return;
  notes.push_back(phrases_.say("people.coach_open",
                               {{"name", name}, {"tests", phrases_.joined(open, "comma")}}));
}

std::vector<std::string> PeopleWords::contact_notes() const {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < deal_.contacts.size(); ++i) {
    const ContactView& contact = deal_.contacts[i];
    const std::string name = person_name(deal_, i);
    if (contact.departed) notes.push_back(phrases_.say("people.departed", {{"name", name}}));
    if (!contact.needs_approval.empty()) {
      notes.push_back(phrases_.say(
          "people.approval",
          {{"name", name},
           {"names", person_names(deal_, phrases_, contact.needs_approval, "comma")}}));
    }
    add_coach_notes(contact.coach_tests, name, notes);
    if (contact.influence == "high" && !contact.mode_allows.empty()) {
      notes.push_back(phrases_.say(
          "people.mode",
          {{"name", name}, {"mode", contact.mode_label}, {"allows", contact.mode_allows}}));
    }
  }
  return notes;
}

std::string PeopleWords::goal_note() const {
  std::size_t count = 0;
  std::size_t first_hand = 0;
  for (const ContactView& contact : deal_.contacts) {
    for (const GoalView& goal : contact.goals) {
      ++count;
      first_hand += goal.first_hand ? 1U : 0U;
    }
  }
  if (count == 0) return {};
  return phrases_.say("people.goals", {{"count", std::to_string(count)},
                                       {"first_hand", std::to_string(first_hand)}});
}

std::vector<std::string> PeopleWords::notes() const {
  std::vector<std::string> notes = role_notes();
  for (std::string& text : contact_notes()) notes.push_back(std::move(text));
  if (std::string goals = goal_note(); !goals.empty()) notes.push_back(std::move(goals));
  return notes;
}

}  // namespace dealcheck

// People as a manager asks about them: by function and never by title, with the grounds for what
// the file says of them.

#include "assess/contacts.h"

#include <algorithm>
#include <array>

#include "assess/checks.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 4> kRoles{"economic", "user", "technical", "coach"};

/// Reads one contact, key by key.
class ContactReader {
 public:
  ContactReader(const AssessContext& context, std::size_t contact)
      : context_(context),
        section_(context.rulebook().vocabulary.sections[context.contacts()]),
        record_(context.opportunity().sections[context.contacts()].records[contact]),
        person_(context.facts().people()[contact]),
        contact_(contact) {}

  [[nodiscard]] ContactView tell() const;

 private:
  void tell_mode(ContactView& view) const;
  void tell_support(ContactView& view) const;
  void tell_stance(ContactView& view) const;
  void tell_edges(ContactView& view) const;
  void tell_goals(ContactView& view, std::string_view kind) const;

  [[nodiscard]] const Statement* find(std::string_view key) const {
    return record_.find(*section_.names.find(key));
  }
  [[nodiscard]] std::string text(std::string_view key) const {
    const Statement* statement = find(key);
    return statement == nullptr ? "" : std::string(statement->value.text);
  }
  [[nodiscard]] std::string choice(std::string_view key) const {
    return context_.choice_of(record_, context_.contacts(), key);
  }
  [[nodiscard]] std::string words(std::string_view group, const std::string& name) const {
    if (name.empty()) return {};
    return std::string(context_.rulebook().words.say("judging." + std::string(group) + "." + name,
                                                     context_.language()));
  }
  [[nodiscard]] std::vector<std::size_t> people(std::string_view key) const {
    return context_.contacts_of(record_, context_.contacts(), key);
  }

  const AssessContext& context_;
  const Section& section_;
  const Record& record_;
  const Person& person_;
  std::size_t contact_;
};

void ContactReader::tell_mode(ContactView& view) const {
  view.influence_why = text("influence_why");
  view.mode = choice("mode");
  view.mode_label = words("mode", view.mode);
  view.mode_allows = words("mode-allows", view.mode);
  view.can_decide = choice("can_decide");
}

void ContactReader::tell_support(ContactView& view) const {
  const Statement* support = find("support");
  if (support == nullptr || support->value.kind != Value::Kind::number) return;
  view.support = static_cast<int>(support->value.number);
  view.support_why = text("support_why");
  if (view.support_why.empty()) view.support_why = support->proof.note;
  view.support_grade = support->proof.grade();
}

void ContactReader::tell_stance(ContactView& view) const {
  const Vocabulary& vocabulary = context_.rulebook().vocabulary;
  const ChoiceSet& stances = vocabulary.sets[*vocabulary.set_id("stance")];
  view.sees_us = person_.ranks_us.empty() ? "unknown" : std::string(person_.ranks_us);
  view.stance =
      person_.stance ? stances.choices[static_cast<std::size_t>(*person_.stance)].id : "unknown";
  view.leans_to_rival = person_.leans_to_rival;
  view.reached = !person_.reached ? "unknown" : *person_.reached ? "yes" : "no";
  view.last_met = person_.last_met;
  view.meetings = person_.meetings;
  view.departed = person_.departed;
  view.reachable = !person_.departed && !person_.closed;
}

void ContactReader::tell_edges(ContactView& view) const {
  const std::vector<std::size_t> superiors = people("reports_to");
  if (!superiors.empty()) view.reports_to = superiors.front();
  view.trusts = people("trusts");
  for (const std::size_t approver : people("needs_approval_of")) {
    const Person& person = context_.facts().people()[approver];
    const bool there = person.reached == true && person.firm_stance == Stance::in_favour;
    if (!there) view.needs_approval.push_back(approver);
  }
}

/// First-hand is what we saw or heard ourselves; the rest is somebody's opinion of it.
void ContactReader::tell_goals(ContactView& view, std::string_view kind) const {
  const KeyId key = *section_.names.find(kind);
  for (const Statement& statement : record_.statements) {
    if (statement.key != key || statement.value.kind != Value::Kind::text) continue;
    view.goals.push_back({std::string(kind), std::string(statement.value.text),
                          statement.proof.grade() == Grade::witnessed,
                          context_.evidence(Origin{context_.contacts(), &record_, &statement})});
  }
}

ContactView ContactReader::tell() const {
  ContactView view;
  view.name = context_.name_of(static_cast<std::int32_t>(contact_));
  view.roles = context_.choices_of(record_, context_.contacts(), "roles");
  view.influence = choice("influence");
  view.at = record_.at;
  tell_support(view);
  tell_stance(view);
  tell_edges(view);
  if (context_.brief()) return view;  // the rest decides no step
  view.id = text("id");
  view.title = text("title");
  tell_mode(view);
  tell_goals(view, "result");
  tell_goals(view, "win");
  if (std::find(view.roles.begin(), view.roles.end(), "coach") != view.roles.end()) {
    view.coach_tests = tell_checks(context_, CheckGroup::coach, {context_.contacts(), &record_});
  }
  return view;
}

/// Whoever keeps us from the others keeps us from all those we have not met.
void shut_doors(const AssessContext& context, std::vector<ContactView>& contacts) {
  const auto& records = context.opportunity().sections[context.contacts()].records;
  const bool shut = std::any_of(records.begin(), records.end(), [&](const Record& record) {
    return context.choice_of(record, context.contacts(), "gatekeeper") == "shut";
  });
  if (!shut) return;
  for (ContactView& contact : contacts) {
    contact.reachable = contact.reachable && contact.reached == "yes";
  }
}

std::string state_of(const RoleView& role, const std::vector<ContactView>& contacts) {
  if (role.people.empty()) return "empty";
  const auto any = [&](std::string_view reached) {
    return std::any_of(role.people.begin(), role.people.end(),
                       [&](std::size_t contact) { return contacts[contact].reached == reached; });
  };
  if (any("yes")) return "met";
  return any("no") ? "unmet" : "unknown";
}

}  // namespace

std::vector<ContactView> tell_contacts(const AssessContext& context) {
  std::vector<ContactView> contacts;
  for (std::size_t i = 0; i < context.facts().people().size(); ++i) {
    contacts.push_back(ContactReader(context, i).tell());
  }
  shut_doors(context, contacts);
  return contacts;
}

std::vector<RoleView> tell_roles(const AssessContext& context,
                                 const std::vector<ContactView>& contacts) {
  std::vector<RoleView> roles;
  if (contacts.empty()) return roles;
  for (const std::string_view name : kRoles) {
    RoleView role;
    role.role = name;
    role.label = context.rulebook().words.say("judging.role." + role.role, context.language());
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      const ContactView& contact = contacts[i];
      const auto& held = contact.roles;
      if (contact.departed || std::find(held.begin(), held.end(), name) == held.end()) continue;
      role.people.push_back(i);
      role.meetings += contact.meetings;
      role.last_met = std::max(role.last_met, contact.last_met);
    }
    role.state = state_of(role, contacts);
    const bool too_early = role.people.empty() && context.facts().stage() == Stage::early;
    if (!too_early) roles.push_back(std::move(role));
  }
  return roles;
}

}  // namespace dealcheck

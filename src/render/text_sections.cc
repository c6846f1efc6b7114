#include "text_sections.h"

#include <algorithm>
#include <array>
#include <utility>

#include "page.h"

namespace dealcheck {

namespace {

std::vector<std::string> labels_of(const std::vector<CheckResult>& checks, Tri passed) {
  std::vector<std::string> labels;
  for (const CheckResult& check : checks) {
    if (check.passed == passed) labels.push_back(check.label);
  }
  return labels;
}

/// What was found; an open check has found nothing.
std::vector<std::string> messages_of(const std::vector<CheckResult>& checks, Tri passed) {
  std::vector<std::string> messages;
  for (const CheckResult& check : checks) {
    if (check.passed == passed) messages.push_back(without_stop(check.message));
  }
  return messages;
}

/// A file that does not speak of the objective is not asked five questions about it.
bool anything_found(const ControlView& control) {
  const auto found = [](const std::vector<CheckResult>& checks) {
    return std::any_of(checks.begin(), checks.end(),
                       [](const CheckResult& check) { return check.passed != Tri::unknown; });
  };
  const auto passed = [](const CheckResult& check) { return check.passed == Tri::yes; };
  return control.level != "unknown" || found(control.project) || found(control.fit) ||
         std::any_of(control.special.begin(), control.special.end(), passed);
}

}  // namespace

void TextSections::heading(std::string_view name, const std::string& right) {
  put_heading(sheet_, voice_.label("heading", name), right);
}

std::string TextSections::name_of(std::size_t contact) const {
  const ContactView& view = deal_.contacts[contact];
  return view.name.empty() ? view.id : view.name;
}

std::string TextSections::names_of(const std::vector<std::size_t>& contacts,
                                   std::string_view joint) const {
  std::vector<std::string> names;
  for (const std::size_t contact : contacts) names.push_back(name_of(contact));
  return voice_.joined(names, joint);
}

void TextSections::note(const std::string& text) {
  sheet_.paragraph(2 * kPageIndent, {{text}, Style::faint});
}

void TextSections::note(std::string_view id, std::string_view name,
                        const std::vector<std::string>& parts) {
  if (parts.empty()) return;
  note(voice_.say(id, {{std::string(name), voice_.joined(parts, "comma")}}));
}

// ---- what to do ----

std::vector<std::string> TextSections::step_facts(const StepView& step) const {
  std::vector<std::string> facts;
  const auto add = [&](std::string_view id, std::string_view name, const std::string& value) {
    if (!value.empty()) facts.push_back(voice_.say(id, {{std::string(name), value}}));
  };
  add("step.by", "date", voice_.day(step.by, deal_.as_of));
  add("step.who", "who", step.who);
  if (step.target) add("step.on", "name", name_of(*step.target));
  add("step.through", "names", names_of(step.through, "chain"));
  if (step.bullet) add("step.with", "bullet", deal_.bullets[*step.bullet].what);
  std::vector<std::string> mines;
  for (const std::size_t mine : step.removes) mines.push_back(deal_.mines[mine].label);
  add("step.removes", "mines", voice_.joined(mines, "comma"));
  return facts;
}

void TextSections::step(const StepView& step, std::size_t number) {
  const bool main = number == 1;
  const Cell lead = main ? Cell{"→", Style::strong} : Cell{std::to_string(number), Style::strong};
  sheet_.hanging(lead, {{{step.says}, main ? Style::strong : Style::plain},
                        {step_facts(step), Style::plain},
                        {{voice_.say("step.worked", {{"sign", step.worked}})}, Style::faint},
                        {{voice_.say("step.failed", {{"sign", step.failed}})}, Style::faint}});
}

void TextSections::steps() {
  if (deal_.next_steps.empty()) return;
  heading("steps");
  for (std::size_t i = 0; i < deal_.next_steps.size(); ++i) {
    if (i > 0) sheet_.blank();
    step(deal_.next_steps[i], i + 1);
  }
}

std::vector<Row> TextSections::plan_rows(const PlanView& plan) const {
  static constexpr std::array<std::pair<std::string_view, Style>, 3> kMarks{
      {{"✗", Style::bad}, {"~", Style::mixed}, {"✓", Style::good}}};
  std::vector<Row> rows;
  for (const Finding& remark : plan.remarks) {
    const auto& [mark, style] = kMarks.at(static_cast<std::size_t>(*remark.reads));
    rows.push_back({.lead = {std::string(mark), style},
                    .message = remark.message,
                    .date = voice_.day(plan.until, deal_.as_of),
                    .tail = {remark.rule}});
  }
  if (rows.empty()) {
    rows.push_back({.lead = {"·", Style::plain},
                    .message = voice_.say("plan.nothing", {{"action", plan.action}}),
                    .date = voice_.day(plan.until, deal_.as_of)});
  }
  return rows;
}

void TextSections::plan() {
  if (deal_.plan.empty()) return;
  heading("plan");
  std::vector<Row> rows;
  for (const PlanView& plan : deal_.plan) {
    std::vector<Row> own = plan_rows(plan);
    for (std::size_t i = 1; i < own.size(); ++i) own[i].date.clear();
    std::move(own.begin(), own.end(), std::back_inserter(rows));
  }
  sheet_.rows(rows);
}

// ---- people ----

void TextSections::people() {
  if (deal_.contacts.empty()) return;
  std::vector<std::string> head;
  for (const auto* column : {"name", "roles", "influence", "mode", "support", "met", "sees_us"}) {
    head.push_back(voice_.label("contact", column));
  }
  std::vector<std::vector<std::string>> rows;
  for (const ContactView& contact : deal_.contacts) rows.push_back(cells_of(contact));
  heading("contacts");
  if (!sheet_.table(head, rows)) {
    for (const std::vector<std::string>& cells : rows) contact_as_list(head, cells);
  }
  people_notes();
}

void TextSections::contact_as_list(const std::vector<std::string>& head,
                                   const std::vector<std::string>& cells) {
  std::vector<std::string> items;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    items.push_back(voice_.say("contact.item", {{"column", head[i]}, {"value", cells[i]}}));
  }
  sheet_.line(kPageIndent, {cells.front(), Style::plain});
  sheet_.paragraph(2 * kPageIndent, {items, Style::plain});
}

std::string TextSections::met(const ContactView& contact) const {
  if (!contact.last_met) return voice_.label("reached", contact.reached);
  const std::string day = voice_.day(contact.last_met, deal_.as_of);
  if (contact.meetings < 2) return day;
  return voice_.say("people.met_times",
                    {{"date", day}, {"count", std::to_string(contact.meetings)}});
}

std::vector<std::string> TextSections::cells_of(const ContactView& contact) const {
  std::vector<std::string> roles;
  for (const std::string& role : contact.roles) roles.push_back(voice_.label("role", role));
  return {contact.name.empty() ? contact.id : contact.name,
          voice_.joined(roles, "comma"),
          voice_.label("influence", contact.influence),
          contact.mode_label,
          contact.support ? signed_number(*contact.support) : std::string(),
          met(contact),
          view_of_us(contact)};
}

/// How the contact ranks us; where nothing tells, whether for us or against.
std::string TextSections::view_of_us(const ContactView& contact) const {
  std::string stance = voice_.label("stance", contact.stance);
  if (contact.sees_us.empty() || contact.sees_us == "unknown") return stance;
  const std::string rank = voice_.label("sees", contact.sees_us);
  return contact.stance == "disputed" ? voice_.joined({rank, stance}, "comma") : rank;
}

std::vector<std::string> TextSections::role_notes() const {
  std::vector<std::string> notes;
  for (const RoleView& role : deal_.roles) {
    if (role.state == "met") continue;
    const std::string_view id = role.state == "unmet"   ? "people.unmet"
                                : role.state == "empty" ? "people.empty"
                                                        : "people.unsaid";
    notes.push_back(
        voice_.say(id, {{"role", role.label}, {"names", names_of(role.people, "comma")}}));
  }
  return notes;
}

std::vector<std::string> TextSections::contact_notes() const {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < deal_.contacts.size(); ++i) {
    const ContactView& contact = deal_.contacts[i];
    const std::string name = name_of(i);
    if (!contact.needs_approval.empty()) {
      notes.push_back(
          voice_.say("people.approval",
                     {{"name", name}, {"names", names_of(contact.needs_approval, "comma")}}));
    }
    for (const CheckResult& test : contact.coach_tests) {
      if (test.passed == Tri::yes) continue;
      notes.push_back(voice_.say("people.coach", {{"name", name}, {"message", test.message}}));
    }
    if (contact.influence == "high" && !contact.mode_allows.empty()) {
      notes.push_back(voice_.say(
          "people.mode",
          {{"name", name}, {"mode", contact.mode_label}, {"allows", contact.mode_allows}}));
    }
  }
  return notes;
}

std::string TextSections::goal_note() const {
  std::size_t count = 0;
  std::size_t first_hand = 0;
  for (const ContactView& contact : deal_.contacts) {
    for (const GoalView& goal : contact.goals) {
      ++count;
      first_hand += goal.first_hand ? 1U : 0U;
    }
  }
  if (count == 0) return {};
  return voice_.say("people.goals",
                    {{"count", std::to_string(count)}, {"first_hand", std::to_string(first_hand)}});
}

void TextSections::people_notes() {
  for (const std::string& text : role_notes()) note(text);
  for (const std::string& text : contact_notes()) note(text);
  if (const std::string goals = goal_note(); !goals.empty()) note(goals);
}

// ---- the objective ----

void TextSections::indicators() {
  std::vector<Row> rows;
  for (const CheckResult& check : deal_.control.indicators) {
    if (check.passed == Tri::yes) continue;
    const bool failed = check.passed == Tri::no;
    rows.push_back({.lead = failed ? Cell{"✗", Style::bad} : Cell{"?", Style::open},
                    .label = {check.label},
                    .message = check.message});
  }
  sheet_.rows(rows);
}

void TextSections::control() {
  const ControlView& control = deal_.control;
  if (!anything_found(control)) return;
  heading("control", control.level_label);
  if (control.level != "unknown") {
    note("control.passed", "labels", labels_of(control.indicators, Tri::yes));
    indicators();
  }
  note("control.signs", "labels", labels_of(control.project, Tri::yes));
  note("control.missing", "labels", labels_of(control.project, Tri::no));
  note("control.special", "reasons", messages_of(control.special, Tri::yes));
  std::vector<std::string> fit = messages_of(control.fit, Tri::yes);
  for (std::string& message : messages_of(control.fit, Tri::no)) fit.push_back(std::move(message));
  note("control.fit", "messages", fit);
}

// ---- rivals ----

void TextSections::rivals() {
  if (deal_.rivals.empty()) return;
  heading("rivals");
  std::vector<Row> rows;
  for (const RivalView& rival : deal_.rivals) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view id, const std::vector<std::string>& points) {
      if (points.empty()) return;
      parts.push_back(voice_.say(id, {{"points", voice_.joined(points, "comma")}}));
    };
    add("rival.for_us", rival.for_us);
    add("rival.against", rival.against);
    add("rival.closable", rival.closable);
    Evidence place;
    place.at = rival.at;
    rows.push_back({.lead = {"•", Style::plain},
                    .label = {rival.name},
                    .message = rival.position_label,
                    .note = voice_.joined(parts, "semicolon"),
                    .tail = {short_place(deal_.path, {place}, sheet_.width() / 2)}});
  }
  sheet_.rows(rows);
}

}  // namespace dealcheck

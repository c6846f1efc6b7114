#include "text_sections.h"

#include <algorithm>
#include <array>
#include <utility>

#include "marks.h"
#include "page.h"

namespace dealcheck {

namespace {

/// What a sentence says of something that stands right above it: without its name in front.
std::string without_subject(std::string_view sentence, std::string_view subject) {
  if (subject.empty() || !sentence.starts_with(subject)) return std::string(sentence);
  const std::string_view rest = sentence.substr(subject.size());
  for (const std::string_view colon : {": ", "：", ":"}) {
    if (rest.starts_with(colon)) return std::string(rest.substr(colon.size()));
  }
  return std::string(sentence);
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

std::vector<std::string> labels_of(const std::vector<CheckResult>& checks, Tri passed) {
  std::vector<std::string> labels;
  for (const CheckResult& check : checks) {
    if (check.passed == passed) labels.push_back(check.label);
  }
  return labels;
}

std::vector<std::string> messages_of(const std::vector<CheckResult>& checks, Tri passed) {
  std::vector<std::string> messages;
  for (const CheckResult& check : checks) {
    if (check.passed == passed) messages.push_back(without_stop(check.message));
  }
  return messages;
}

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
  names.reserve(contacts.size());
  for (const std::size_t contact : contacts) names.push_back(name_of(contact));
  return voice_.joined(names, joint);
}

std::string TextSections::place(Location at) const {
  return short_place(deal_.path, at, sheet_.width() / 2);
}

void TextSections::note(const std::string& text) {
  sheet_.paragraph(2 * kPageIndent, {{text}, Style::faint});
}

void TextSections::note(std::string_view id, std::string_view name,
                        const std::vector<std::string>& parts, std::string_view joint) {
  if (parts.empty()) return;
  note(voice_.say(id, {{std::string(name), voice_.joined(parts, joint)}}));
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
  std::vector<Paragraph> told = {{{step.says}, main ? Style::strong : Style::plain},
                                 {step_facts(step), Style::plain}};
  const auto add_sign = [&](std::string_view id, const std::string& sign) {
    if (!sign.empty()) told.push_back({{voice_.say(id, {{"sign", sign}})}, Style::faint});
  };
  add_sign("step.worked", step.worked);
  add_sign("step.failed", step.failed);
  sheet_.hanging(lead, told, step.play);
}

void TextSections::steps() {
  if (deal_.next_steps.empty()) return;
  heading("steps");
  for (std::size_t i = 0; i < deal_.next_steps.size(); ++i) {
    if (i > 0) sheet_.blank();
    step(deal_.next_steps[i], i + 1);
  }
}

/// The action with who does it by when; what is to be said of it stands below.
Row TextSections::action_row(const PlanView& plan) const {
  std::vector<std::string> facts;
  if (!plan.who.empty()) facts.push_back(voice_.say("step.who", {{"who", plan.who}}));
  if (plan.until) {
    facts.push_back(voice_.say("step.by", {{"date", voice_.day(plan.until, deal_.as_of)}}));
  }
  if (plan.done) facts.push_back(voice_.say("plan.done"));
  if (plan.remarks.empty()) facts.push_back(voice_.say("plan.nothing"));
  Row row{.lead = {"•", Style::plain}, .message = plan.action, .note = voice_.joined(facts, "dot")};
  if (std::string at = place(plan.at); !at.empty()) row.tail.push_back(std::move(at));
  return row;
}

void TextSections::plan() {
  if (deal_.plan.empty()) return;
  heading("plan");
  std::vector<Row> rows;
  for (const PlanView& plan : deal_.plan) {
    rows.push_back(action_row(plan));
    for (const Finding& remark : plan.remarks) {
      rows.push_back({.label = mark_of(remark.reads),
                      .message = without_subject(remark.message, plan.action),
                      .tail = {remark.rule}});
    }
  }
  sheet_.rows(rows);
}

// ---- the objective ----

void TextSections::indicators() {
  std::vector<Row> rows;
  for (const CheckResult& check : deal_.control.indicators) {
    if (check.passed == Tri::yes) continue;
    rows.push_back(
        {.lead = mark_of(check.passed), .label = {check.label}, .message = check.message});
  }
  sheet_.rows(rows);
}

void TextSections::control() {
  const ControlView& control = deal_.control;
  if (!anything_found(control)) return;
  heading("control", control.level_label);
  if (control.level != "unknown") {
    note("control.passed", "labels", labels_of(control.indicators, Tri::yes), "comma");
    indicators();
  }
  note("control.signs", "labels", labels_of(control.project, Tri::yes), "comma");
  note("control.missing", "labels", labels_of(control.project, Tri::no), "comma");
  note("control.special", "reasons", messages_of(control.special, Tri::yes), "semicolon");
  std::vector<std::string> fit = messages_of(control.fit, Tri::yes);
  for (std::string& message : messages_of(control.fit, Tri::no)) fit.push_back(std::move(message));
  note("control.fit", "messages", fit, "semicolon");
}

// ---- rivals ----

std::string TextSections::position(const RivalView& rival) const {
  if (rival.kind != "incumbent") return rival.position_label;
  return voice_.joined({rival.position_label, voice_.say("rival.incumbent")}, "semicolon");
}

Row TextSections::rival_row(const RivalView& rival) const {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view id, const std::vector<std::string>& points) {
    if (points.empty()) return;
    parts.push_back(voice_.say(id, {{"points", voice_.joined(points, "comma")}}));
  };
  add("rival.for_us", rival.for_us);
  add("rival.against", rival.against);
  add("rival.closable", rival.closable);
  Row row = bulleted(position(rival));
  row.label.text = rival.name;
  row.note = voice_.joined(parts, "semicolon");
  if (std::string at = place(rival.at); !at.empty()) row.tail.push_back(std::move(at));
  return row;
}

void TextSections::rivals() {
  if (deal_.rivals.empty()) return;
  heading("rivals");
  std::vector<Row> rows;
  for (const RivalView& rival : deal_.rivals) rows.push_back(rival_row(rival));
  sheet_.rows(rows);
}

}  // namespace dealcheck

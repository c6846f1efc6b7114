#include "report/deal/text_sections.h"

#include <algorithm>
#include <utility>

#include "report/shared/deal_words.h"
#include "report/shared/marks.h"
#include "report/shared/page.h"

namespace dealcheck {

void TextSections::heading(std::string_view name, const std::string& right) {
  put_heading(sheet_, phrases_.label("heading", name), right);
}

std::string TextSections::place(Location at) const {
  return phrases_.short_place(deal_.path, at, sheet_.width() / 2);
}

void TextSections::note(const std::string& text) {
  sheet_.paragraph(2 * kPageIndent, {{text}, Style::faint});
}

void TextSections::note(std::string_view id, std::string_view name,
                        const std::vector<std::string>& parts, std::string_view joint) {
  if (parts.empty()) return;
  note(phrases_.say(id, {{std::string(name), phrases_.joined(parts, joint)}}));
}

// ---- what to do ----

void TextSections::step(const StepView& step, std::size_t number) {
  const bool main = number == 1;
  const Cell lead =
      main ? Cell{phrases_.sign("→"), Style::strong} : Cell{std::to_string(number), Style::strong};
  std::vector<Paragraph> told = {{{step.says}, main ? Style::strong : Style::plain},
                                 {step_facts(deal_, phrases_, step), Style::plain}};
  const auto add_sign = [&](std::string_view id, const std::string& sign) {
    if (!sign.empty()) told.push_back({{phrases_.say(id, {{"sign", sign}})}, Style::faint});
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
  const std::vector<std::string> facts = plan_facts(deal_, phrases_, plan);
  Row row{
      .lead = {"•", Style::plain}, .message = plan.action, .note = phrases_.joined(facts, "dot")};
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
      const Cell mark = mark_of(remark.reads);
      rows.push_back({.label = {phrases_.sign(mark.text), mark.style},
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
  if (!tells_of_control(control)) return;
  heading("control", control.level_label);
  if (control.level != "unknown") {
    note("control.passed", "labels", labels_of(control.indicators, Tri::yes), "comma");
    indicators();
  }
  for (const std::string& told : control_notes(control, phrases_)) note(told);
}

// ---- rivals ----

Row TextSections::rival_row(const RivalView& rival) const {
  Row row = bulleted(rival_position(rival, phrases_));
  row.label.text = rival.name;
  row.note = rival_points(rival, phrases_);
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

// What the machine's report says of one deal beside its verdict: people, control, mines, strengths,
// rivals, steps and the plan.

#include "report/deal/json_parts.h"
#include "report/shared/phrases.h"

namespace dealcheck {

namespace {

Json check_json(const Assessment& deal, const CheckResult& check) {
  return {{"id", check.id},
          {"label", check.label},
          {"passed", answer_of(check.passed)},
          {"message", check.message},
          {"source", check.source},
          {"evidence", evidence_json(deal.path, check.evidence)}};
}

Json checks_json(const Assessment& deal, const std::vector<CheckResult>& checks) {
  return array_of(checks, [&](const CheckResult& one) { return check_json(deal, one); });
}

Json goal_json(const Assessment& deal, const GoalView& goal) {
  return {{"kind", goal.kind},
          {"what", goal.what},
          {"first_hand", goal.first_hand},
          {"evidence", evidence_json(deal.path, {goal.evidence})}};
}

Json contact_json(const Assessment& deal, const ContactView& contact) {
  const auto goal = [&](const GoalView& one) { return goal_json(deal, one); };
  return {{"id", contact.id},
          {"name", text_or_null(contact.name)},
          {"title", text_or_null(contact.title)},
          {"roles", contact.roles},
          {"influence", text_or_null(contact.influence)},
          {"influence_why", text_or_null(contact.influence_why)},
          {"mode", text_or_null(contact.mode)},
          {"mode_allows", text_or_null(contact.mode_allows)},
          {"support", contact.support ? Json(*contact.support) : Json()},
          {"support_why", text_or_null(contact.support_why)},
          {"support_grade", name_or_null(contact.support_grade)},
          {"sees_us", text_or_null(contact.sees_us)},
          {"stance", text_or_null(contact.stance)},
          {"reached", text_or_null(contact.reached)},
          {"last_met", date_or_null(contact.last_met)},
          {"meetings", contact.meetings},
          {"departed", contact.departed},
          {"reachable", contact.reachable},
          {"can_decide", text_or_null(contact.can_decide)},
          {"needs_approval", contact_refs(deal, contact.needs_approval)},
          {"reports_to", contact_ref(deal, contact.reports_to)},
          {"trusts", contact_refs(deal, contact.trusts)},
          {"goals", array_of(contact.goals, goal)},
          {"coach_tests", checks_json(deal, contact.coach_tests)},
          {"line", contact.at.line},
          {"column", contact.at.column}};
}

Json mine_json(const Assessment& deal, const MineView& mine) {
  return {{"kind", mine.kind},
          {"severity", to_string(mine.severity)},
          {"cause", mine.cause},
          {"label", mine.label},
          {"message", mine.message},
          {"rules", mine.rules},
          {"points", mine.points},
          {"contact", contact_ref(deal, mine.contact)},
          {"decides", mine.decides},
          {"answered_by", mine.answered_by ? Json(*mine.answered_by + 1) : Json()},
          {"evidence", evidence_json(deal.path, mine.evidence)}};
}

Json removed_json(const MineView& mine) {
  return {{"cause", mine.cause}, {"label", mine.label}, {"rules", mine.rules}};
}

Json step_json(const Assessment& deal, const StepView& step) {
  const auto removed = [&](std::size_t mine) { return removed_json(deal.mines[mine]); };
  return {{"play", step.play},
          {"source", step.source},
          {"label", step.label},
          {"says", step.says},
          {"known", step.known},
          {"who", step.who},
          {"on", contact_ref(deal, step.target)},
          {"through", contact_refs(deal, step.through)},
          {"with", step.bullet ? Json(deal.bullets[*step.bullet].what) : Json()},
          {"removes", array_of(step.removes, removed)},
          {"by", date_or_null(step.by)},
          {"worked", step.worked},
          {"failed", step.failed}};
}

Json open_question_json(const Assessment& deal, const OpenQuestion& open) {
  return {{"rule", open.rule},
          {"label", open.label},
          {"ask", open.ask},
          {"gap", text_or_null(gap_name(open.gap))},
          {"swing", open.swing},
          {"worst", to_string(open.worst)},
          {"best", to_string(open.best)},
          {"moves", open.moves},
          {"whom", contact_ref(deal, open.whom)}};
}

}  // namespace

Json contacts_json(const Assessment& deal) {
  return array_of(deal.contacts, [&](const ContactView& one) { return contact_json(deal, one); });
}

Json open_questions_json(const Assessment& deal) {
  return array_of(deal.open_questions,
                  [&](const OpenQuestion& one) { return open_question_json(deal, one); });
}

Json roles_json(const Assessment& deal) {
  return array_of(deal.roles, [&](const RoleView& role) {
    return Json{{"role", role.role},
                {"state", role.state},
                {"people", contact_refs(deal, role.people)},
                {"meetings", role.meetings},
                {"last_met", date_or_null(role.last_met)}};
  });
}

Json control_json(const Assessment& deal) {
  const ControlView& control = deal.control;
  return {{"level", control.level},
          {"label", control.level_label},
          {"indicators", checks_json(deal, control.indicators)},
          {"project", checks_json(deal, control.project)},
          {"special", checks_json(deal, control.special)},
          {"fit", checks_json(deal, control.fit)}};
}

Json mines_json(const Assessment& deal) {
  return array_of(deal.mines, [&](const MineView& one) { return mine_json(deal, one); });
}

Json bullets_json(const Assessment& deal) {
  return array_of(deal.bullets, [&](const BulletView& bullet) {
    return Json{{"what", bullet.what},
                {"holds", answer_of(bullet.holds)},
                {"tests", checks_json(deal, bullet.tests)},
                {"recognised_by", contact_refs(deal, bullet.recognised_by)},
                {"moves", contact_refs(deal, bullet.moves)},
                {"line", bullet.at.line},
                {"column", bullet.at.column}};
  });
}

Json rivals_json(const Assessment& deal) {
  return array_of(deal.rivals, [](const RivalView& rival) {
    return Json{{"name", text_or_null(rival.name)},
                {"kind", rival.kind},
                {"position", rival.position},
                {"label", rival.position_label},
                {"balance", rival.balance},
                {"for_us", rival.for_us},
                {"against", rival.against},
                {"closable", rival.closable},
                {"line", rival.at.line},
                {"column", rival.at.column}};
  });
}

Json steps_json(const Assessment& deal) {
  return array_of(deal.next_steps, [&](const StepView& one) { return step_json(deal, one); });
}

Json plan_json(const Assessment& deal) {
  const auto remark = [&](const Finding& one) { return finding_json(deal, one); };
  return array_of(deal.plan, [&](const PlanView& plan) {
    return Json{{"action", plan.action},
                {"who", text_or_null(plan.who)},
                {"until", date_or_null(plan.until)},
                {"moves", contact_refs(deal, plan.moves)},
                {"done", plan.done},
                {"remarks", array_of(plan.remarks, remark)},
                {"line", plan.at.line},
                {"column", plan.at.column}};
  });
}

}  // namespace dealcheck

#include "assess/plan.h"

namespace dealcheck {

namespace {

PlanView tell_action(const AssessContext& context, std::uint16_t id, const Record& record) {
  const Section& section = context.rulebook().vocabulary.sections[id];
  const auto find = [&](std::string_view key) { return record.find(*section.names.find(key)); };
  const auto text = [&](std::string_view key) {
    const Statement* statement = find(key);
    return statement == nullptr ? std::string() : std::string(statement->value.text);
  };
  PlanView view;
  view.action = text("action");
  view.who = text("who");
  view.at = record.at;
  view.done = context.choice_of(record, id, "done") == "yes";
  const Statement* until = find("until");
  if (until != nullptr && until->value.kind == Value::Kind::date) view.until = until->value.date;
  view.moves = context.contacts_of(record, id, "moves");
  return view;
}

}  // namespace

std::vector<PlanView> tell_plan(const AssessContext& context,
                                const std::vector<Finding>& findings) {
  const std::uint16_t id = *context.rulebook().vocabulary.section_id("plan");
  std::vector<PlanView> plan;
  for (const Record& record : context.opportunity().sections[id].records) {
    plan.push_back(tell_action(context, id, record));
  }
  for (const Finding& finding : findings) {
    if (finding.topic != "plan" || !finding.record || *finding.record >= plan.size()) continue;
    plan[*finding.record].remarks.push_back(finding);
  }
  return plan;
}

}  // namespace dealcheck

// What to do: the main step as a card, the others, and the user's own plan.

#include <fmt/format.h>

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"

namespace dealcheck {

namespace {

void put_step(DealPage& page, const StepView& step) {
  Markup& out = page.out;
  const Voice& report = page.report();
  out.leaf("p", {{"class", "headline"}}, step.says);
  put_facts(page, step_facts(page.deal, report, step));
  const auto sign = [&](std::string_view id, std::string_view style, const std::string& words) {
    if (!words.empty()) out.leaf("p", {{"class", style}}, report.say(id, {{"sign", words}}));
  };
  sign("step.worked", "good", step.worked);
  sign("step.failed", "bad", step.failed);
}

void put_action(DealPage& page, const PlanView& plan) {
  Markup& out = page.out;
  out.in("li", {{"class", "item"}}, [&] {
    out.text(plan.action);
    put_ref(page, plan.at, plan.action);
    put_facts(page, plan_facts(page.deal, page.report(), plan));
    if (plan.remarks.empty()) return;
    out.in("ul", {{"class", "plain"}}, [&] {
      for (const Finding& remark : plan.remarks) {
        Finding told = remark;
        told.message = without_subject(remark.message, plan.action);
        put_finding(page, told);
      }
    });
  });
}

}  // namespace

void put_steps(DealPage& page) {
  const auto& steps = page.deal.next_steps;
  if (steps.empty()) return;
  Markup& out = page.out;
  out.in("section", {}, [&] {
    put_heading(page, page.voice.say("steps.main"));
    out.in("article", {{"class", "card step"}}, [&] { put_step(page, steps.front()); });
    if (steps.size() == 1) return;
    put_folded(page, page.voice.say("steps.others", {{"count", std::to_string(steps.size() - 1)}}),
               [&] {
                 out.in("ol", {{"class", "steps"}, {"start", 2.0}}, [&] {
                   for (std::size_t i = 1; i < steps.size(); ++i) {
                     out.in("li", {}, [&] { put_step(page, steps[i]); });
                   }
                 });
               });
  });
}

void put_plan(DealPage& page) {
  if (page.deal.plan.empty()) return;
  page.out.in("section", {}, [&] {
    put_heading(page, page.report().label("heading", "plan"));
    page.out.in("ul", {}, [&] {
      for (const PlanView& plan : page.deal.plan) put_action(page, plan);
    });
  });
}

}  // namespace dealcheck

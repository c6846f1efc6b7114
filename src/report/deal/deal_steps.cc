// What to do, in full, and the user's own plan.

#include <fmt/format.h>

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"

namespace dealcheck {

namespace {

void put_step(DealPage& page, const StepView& step) {
  Markup& out = page.out;
  const Phrases& report = page.report();
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
    put_folded(page, page.phrases.say("steps.all", {{"count", std::to_string(steps.size())}}), [&] {
      out.in("ol", {{"class", "steps"}}, [&] {
        for (const StepView& step : steps) out.in("li", {}, [&] { put_step(page, step); });
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

// What somebody with five seconds has to see: the same screen that the other formats open with
// (report/deal/screen.h).

#include "report/deal/deal_sections.h"
#include "report/deal/screen.h"

namespace dealcheck {

namespace {

std::string_view tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::first_choice:
      return "verdict good";
    case Verdict::contender:
    case Verdict::unclear:
      return "verdict mixed";
    default:
      return "verdict bad";
  }
}

void put_text(Markup& out, std::string_view style, const std::string& text) {
  if (!text.empty()) out.leaf("p", {{"class", style}}, text);
}

void put_answer(DealPage& page, const DealScreen& screen) {
  Markup& out = page.out;
  put_text(out, tone_of(page.deal.verdict), page.deal.verdict_label);
  put_text(out, "headline", screen.order);
  put_text(out, "threat", screen.threat);
  if (!screen.reason.says.empty()) {
    out.in("p", {{"class", "item"}}, [&] {
      out.text(screen.reason.says);
      put_refs(page, screen.reason.places);
    });
  }
  put_text(out, "plain", screen.project);
  std::vector<std::string> facts{screen.event, screen.forecast};
  std::erase(facts, "");
  put_facts(page, facts);
}

void put_first_steps(DealPage& page, const DealScreen& screen) {
  if (screen.steps.empty()) return;
  Markup& out = page.out;
  put_heading(page, page.report().label("heading", "steps"));
  out.in("ol", {{"class", "steps"}}, [&] {
    for (std::size_t i = 0; i < screen.steps.size(); ++i) {
      const ScreenStep& step = screen.steps[i];
      out.in("li", {}, [&] {
        out.leaf("p", {{"class", i == 0 ? "headline" : "plain"}}, step.says);
        put_facts(page, step.facts);
        for (const std::string& sign : step.signs) put_text(out, "faint", sign);
      });
    }
  });
}

void put_first_risks(DealPage& page, const DealScreen& screen) {
  if (screen.risks.empty()) return;
  Markup& out = page.out;
  put_heading(page, page.report().label("heading", "kill"));
  out.in("ul", {}, [&] {
    for (const ScreenRisk& risk : screen.risks) {
      out.in("li", {{"class", "item"}}, [&] {
        out.leaf("strong", {}, risk.line.label);
        out.text(" " + risk.line.says);
        put_refs(page, risk.line.places);
        if (!risk.answer.empty()) put_facts(page, {risk.answer});
      });
    }
  });
}

void put_lines(DealPage& page, const DealScreen& screen) {
  page.out.in("dl", {{"class", "pairs"}}, [&] {
    for (const auto* part : {&screen.people, &screen.open}) {
      for (const ScreenLine& line : *part) {
        page.out.leaf("dt", {}, line.label);
        page.out.leaf("dd", {}, line.says);
      }
    }
  });
}

}  // namespace

void put_screen(DealPage& page) {
  const DealScreen screen = screen_of(page.deal, page.report());
  page.out.in("section",
              {{"class", "card step"}, {"aria-label", page.phrases.say("screen.heading")}}, [&] {
                put_answer(page, screen);
                put_first_steps(page, screen);
                put_first_risks(page, screen);
                put_lines(page, screen);
              });
}

}  // namespace dealcheck

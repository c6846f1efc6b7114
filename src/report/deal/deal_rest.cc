// The objective, the rivals, and at the end every place of the file that was named.

#include <algorithm>

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"

namespace dealcheck {

namespace {

constexpr int kShortPlaceCells = 60;

void put_check(DealPage& page, const CheckResult& check) {
  Markup& out = page.out;
  out.in("li", {{"class", "question item"}}, [&] {
    put_mark(page, check.passed);
    out.in("div", {}, [&] {
      out.leaf("strong", {}, check.label);
      if (!check.message.empty()) out.text(page.report().label("list", "dot") + check.message);
      put_refs(page, check.evidence);
    });
  });
}

void put_rival(DealPage& page, const RivalView& rival) {
  Markup& out = page.out;
  out.in("li", {{"class", "item"}}, [&] {
    out.leaf("strong", {}, rival.name);
    out.text(page.report().label("list", "dot") + rival_position(rival, page.report()));
    put_ref(page, rival.at, rival.name);
    const std::string points = rival_points(rival, page.report());
    if (!points.empty()) out.leaf("p", {{"class", "small"}}, points);
  });
}

void put_overrides(DealPage& page) {
  const auto& all = page.deal.overrides;
  const auto acted = [](const OverrideView& one) { return one.acted; };
  if (std::none_of(all.begin(), all.end(), acted)) return;
  Markup& out = page.out;
  const Phrases& report = page.report();
  put_heading(page, report.label("heading", "overrides"));
  out.in("ul", {}, [&] {
    for (const OverrideView& one : all) {
      if (!one.acted) continue;
      out.in("li", {}, [&] {
        out.text(report.say("override.told", {{"rule", one.rule},
                                              {"changes", report.joined(one.told, "semicolon")}}));
        put_facts(page, {one.reason.empty() ? report.say("override.no_reason") : one.reason,
                         page.report().short_place(one.file, one.at, kShortPlaceCells)});
      });
    }
  });
}

/// What another rule set says: its verdict and what speaks against us in its eyes.
void put_other_view(DealPage& page, const Assessment& other) {
  put_heading(page, other.rules_title.empty() ? other.rules_name : other.rules_title);
  page.out.in("p", {}, [&] {
    page.out.leaf("strong", {}, other.verdict_label);
    page.out.text(page.report().label("list", "dot") + other.headline);
  });
  put_facts(page, main_figures(other, page.report()));
  const auto adverse = [](const Finding& question) {
    return question.reads == Reads::adverse && !is_waived(question);
  };
  if (std::none_of(other.questions.begin(), other.questions.end(), adverse)) return;
  page.out.in("ul", {{"class", "plain"}}, [&] {
    for (const Finding& question : other.questions) {
      if (adverse(question)) put_finding(page, question);
    }
  });
}

}  // namespace

void put_other_rules(DealPage& page) {
  put_overrides(page);
  for (const Assessment& other : page.deal.also) put_other_view(page, other);
}

void put_objective(DealPage& page) {
  const ControlView& control = page.deal.control;
  if (!tells_of_control(control)) return;
  Markup& out = page.out;
  out.in("section", {}, [&] {
    put_heading(page, page.report().joined(
                          {page.report().label("heading", "control"), control.level_label}, "dot"));
    if (control.level != "unknown") {
      out.in("ul", {{"class", "plain"}}, [&] {
        for (const CheckResult& check : control.indicators) put_check(page, check);
      });
    }
    for (const std::string& told : control_notes(control, page.report())) out.leaf("p", {}, told);
  });
}

void put_rivals(DealPage& page) {
  if (page.deal.rivals.empty()) return;
  page.out.in("section", {}, [&] {
    put_heading(page, page.report().label("heading", "rivals"));
    page.out.in("ul", {{"class", "plain"}}, [&] {
      for (const RivalView& rival : page.deal.rivals) put_rival(page, rival);
    });
  });
}

void put_footnotes(DealPage& page) {
  if (page.notes.all().empty()) return;
  Markup& out = page.out;
  out.in("section", {}, [&] {
    put_heading(page, page.phrases.say("evidence.heading"));
    out.leaf("p", {{"class", "faint small"}}, page.phrases.say("evidence.hint"));
    out.in("ol", {{"class", "notes"}}, [&] {
      for (std::size_t i = 0; i < page.notes.all().size(); ++i) {
        const Evidence& note = page.notes.all()[i];
        out.in("li", {{"id", "e" + std::to_string(i + 1)}}, [&] {
          out.leaf("span", {{"class", "place"}}, tell_place(page, note));
          out.text(" " + tell_evidence(page, note));
        });
      }
    });
  });
}

}  // namespace dealcheck

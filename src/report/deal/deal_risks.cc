// Every mine with what removes it (method 6): the step that is aimed at it, the bullet it uses, and
// the person who carries it.

#include <fmt/format.h>

#include <algorithm>

#include "base/contains.h"
#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks_svg.h"

namespace dealcheck {

namespace {

std::string severity_of(const DealPage& page, const MineView& mine) {
  return page.phrases.say("pairs.kind",
                          {{"severity", page.report().label("severity", to_string(mine.severity))},
                           {"kind", page.report().label("kind", mine.kind)}});
}

void put_mine(DealPage& page, const MineView& mine) {
  Markup& out = page.out;
  out.in("div", {{"class", fmt::format("mine {} item", to_string(mine.severity))}}, [&] {
    out.in("p", {}, [&] {
      out.leaf("span", {{"class", mine.severity == MineSeverity::deadly ? "tag bad" : "tag"}},
               severity_of(page, mine));
      out.text(" ");
      out.leaf("strong", {}, mine.label);
    });
    out.in("p", {}, [&] {
      out.text(mine.message);
      put_refs(page, mine.evidence);
    });
    if (!mine.contact) return;
    out.leaf("p", {{"class", "faint small"}},
             page.phrases.say("pairs.person", {{"name", person_name(page.deal, *mine.contact)}}));
  });
}

void put_answer(DealPage& page, std::size_t number, const StepView& step) {
  Markup& out = page.out;
  out.in("p", {}, [&] {
    out.leaf("strong", {},
             page.phrases.say("pairs.step",
                              {{"number", std::to_string(number)}, {"label", step.label}}));
  });
  out.leaf("p", {{"class", "says small"}}, step.says);
  if (step.bullet) {
    const BulletView& bullet = page.deal.bullets[*step.bullet];
    out.in("p", {{"class", "item"}}, [&] {
      put_mark(page, bullet.holds);
      out.text(" " + bullet_words(bullet, page.report()));
      put_ref(page, bullet.at, bullet.what);
    });
  }
  const std::string carriers = step.through.empty()
                                   ? step.who
                                   : person_names(page.deal, page.report(), step.through, "chain");
  if (carriers.empty()) return;
  out.leaf("p", {{"class", "faint small"}},
           page.phrases.say("pairs.carrier", {{"names", carriers}}));
}

void put_pair(DealPage& page, std::size_t place) {
  Markup& out = page.out;
  const auto& steps = page.deal.next_steps;
  const MineView& mine = page.deal.mines[place];
  const bool answered = mine.answered_by.has_value();
  const bool deadly = mine.severity == MineSeverity::deadly;
  out.in("div", {{"class", "pair"}}, [&] {
    put_mine(page, mine);
    out.leaf("span", {{"aria-hidden", "true"}}, "←");
    out.in("div", {{"class", answered ? "bullet" : "nothing"}}, [&] {
      if (!answered) {
        out.leaf("p", {{"class", "faint"}},
                 deadly ? answer_words(mine, page.report()) : page.phrases.say("pairs.nothing"));
      }
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (answered && contains(steps[i].removes, place)) put_answer(page, i + 1, steps[i]);
      }
    });
  });
}

bool is_used(const Assessment& deal, std::size_t bullet) {
  return std::any_of(deal.next_steps.begin(), deal.next_steps.end(), [&](const StepView& step) {
    return step.bullet == bullet && !step.removes.empty();
  });
}

void put_bullet(DealPage& page, const BulletView& bullet) {
  Markup& out = page.out;
  out.in("li", {{"class", "question item"}}, [&] {
    put_mark(page, bullet.holds);
    out.in("div", {}, [&] {
      out.text(bullet_words(bullet, page.report()));
      put_ref(page, bullet.at, bullet.what);
    });
  });
}

/// Claimed strengths that no step is aimed with, and what else speaks for us.
void put_in_hand(DealPage& page) {
  const Assessment& deal = page.deal;
  const bool any =
      std::any_of(deal.findings.begin(), deal.findings.end(), is_for_us) || !deal.bullets.empty();
  if (!any) return;
  page.out.leaf("h3", {}, page.phrases.say("pairs.hand"));
  page.out.in("ul", {{"class", "plain"}}, [&] {
    for (std::size_t i = 0; i < deal.bullets.size(); ++i) {
      if (!is_used(deal, i)) put_bullet(page, deal.bullets[i]);
    }
    for (const Finding& finding : deal.findings) {
      if (is_for_us(finding)) put_finding(page, finding);
    }
  });
}

void put_pairs_legend(DealPage& page) {
  const auto edge = [&](std::string_view style, const std::string& means) {
    put_legend_item(
        page.out,
        [&](Markup& out) {
          out.leaf("rect",
                   {{"class", style}, {"x", -4.0}, {"y", -11.0}, {"width", 8.0}, {"height", 22.0}});
        },
        means);
  };
  page.out.in("ul", {{"class", "legend"}}, [&] {
    page.out.leaf("li", {}, page.phrases.say("pairs.edges"));
    for (const std::string_view severity : {"deadly", "serious", "minor"}) {
      edge(fmt::format("edge-{}", severity), page.report().label("severity", severity));
    }
    edge("edge-answer", page.phrases.say("pairs.answer"));
    edge("edge-nothing", page.phrases.say("pairs.nothing_short"));
  });
}

void put_all_pairs(DealPage& page) {
  const auto& mines = page.deal.mines;
  std::vector<std::size_t> smaller;
  for (std::size_t i = 0; i < mines.size(); ++i) {
    if (mines[i].decides) {
      put_pair(page, i);
    } else {
      smaller.push_back(i);
    }
  }
  if (smaller.empty()) return;
  put_folded(page, page.phrases.say("pairs.others", {{"count", std::to_string(smaller.size())}}),
             [&] {
               for (const std::size_t mine : smaller) put_pair(page, mine);
             });
}

template <typename Picks>
void put_findings(DealPage& page, const std::string& heading, const Picks& picks) {
  std::vector<const Finding*> list;
  for (const Finding& finding : page.deal.findings) {
    if (picks(finding)) list.push_back(&finding);
  }
  if (list.empty()) return;
  page.out.in("section", {}, [&] {
    put_heading(page, heading);
    page.out.in("ul", {{"class", "plain"}}, [&] {
      for (const Finding* finding : list) put_finding(page, *finding);
    });
  });
}

}  // namespace

void put_pairs(DealPage& page) {
  page.out.in("section", {}, [&] {
    put_heading(page, page.phrases.say("pairs.heading"));
    if (page.deal.mines.empty()) {
      page.out.leaf("p", {}, page.phrases.say("pairs.none"));
    } else {
      put_all_pairs(page);
      put_pairs_legend(page);
    }
    put_in_hand(page);
  });
}

void put_other_findings(DealPage& page) {
  put_findings(page, page.report().label("heading", "contradictions"), is_contradiction);
  put_findings(page, page.report().label("heading", "noted"), is_note);
  put_findings(page, page.report().label("heading", "waived"), is_waived);
}

}  // namespace dealcheck

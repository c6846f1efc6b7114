#include "report/deal/deal_page.h"

#include <array>

#include "base/strings.h"
#include "base/text.h"
#include "report/deal/deal_sections.h"
#include "report/writers/html_page.h"

namespace dealcheck {

namespace {

using PutSection = void (*)(DealPage&);

/// The order of reading: the answer and what to do, then why, then everything else.
constexpr std::array<PutSection, 15> kSections{
    put_screen,    put_standing, put_steps,          put_questions,      put_points,
    put_pairs,     put_people,   put_timeline,       put_open_questions, put_plan,
    put_objective, put_rivals,   put_other_findings, put_other_rules,    put_footnotes};

void put_footer(DealPage& page) {
  const Assessment& deal = page.deal;
  page.out.in("footer", {}, [&] {
    page.out.leaf("p", {},
                  page.phrases.say("footer.made", {{"date", iso_date(deal.as_of)},
                                                   {"path", std::string(file_name(deal.path))}}));
    page.out.leaf("p", {}, told_rules(page.report(), page.deal));
  });
}

}  // namespace

std::string render_deal_page(const Assessment& assessment, const Rulebook& rules,
                             const RenderOptions& options) {
  const PagePhrases phrases(rules.words, options.language);
  const std::string name = deal_title(assessment);
  const std::string title = phrases.report().joined({assessment.verdict_label, name}, "dot");
  return render_html_page({title, options.language}, [&](Markup& out) {
    Footnotes notes;
    DealPage page{assessment, phrases, out, notes, options.all};
    put_title(page);
    out.in("main", {}, [&] {
      for (const PutSection put : kSections) put(page);
    });
    put_footer(page);
  });
}

}  // namespace dealcheck

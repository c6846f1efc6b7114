#include <algorithm>

#include "report/callsheet/callsheet.h"
#include "report/callsheet/callsheet_rows.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

// A call sheet for people, in the order a caller reads it: whether, whom, what for, what went
// before, what to bring, then the call itself.

namespace dealcheck {
namespace {

class CallSheetText {
 public:
  CallSheetText(const CallSheet& call, const Assessment& deal, const Words& words,
                const RenderOptions& options)
      : call_(call),
        deal_(deal),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render() {
    const CallRows rows(call_, deal_, phrases_, sheet_.width());
    title();
    answer(rows);
    section("worth", rows.worth());
    section("whom", rows.whom());
    section("aims", rows.aims());
    section("talk", rows.talk());
    section("bring", rows.bring());
    section("flow", rows.flow());
    section("questions", rows.questions());
    section("openers", rows.openers());
    section("rhythm", rows.rhythm());
    rules();
    return sheet_.finish();
  }

 private:
  void section(const std::string& name, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    put_heading(sheet_, phrases_.label("callsheet.heading", name));
    sheet_.rows(rows);
  }

  void title() {
    put_title(sheet_, phrases_, deal_);
    std::vector<std::string> whose;
    if (!deal_.account.empty()) whose.push_back(deal_.account);
    if (!deal_.owner.empty())
      whose.push_back(phrases_.say("title.owner", {{"owner", deal_.owner}}));
    sheet_.paragraph(0, {whose, Style::faint});
  }

  void answer(const CallRows& rows) {
    sheet_.blank();
    sheet_.hanging({call_.answer_label, call_.blocked ? Style::strong_bad : Style::strong_good},
                   {{{call_.answer_says}, Style::strong},
                    {{rows.described(call_.contact)}, Style::plain},
                    {{phrases_.say("callsheet.verdict", {{"verdict", deal_.verdict_label},
                                                         {"headline", deal_.headline}})},
                     Style::faint}});
  }

  void rules() {
    sheet_.blank();
    sheet_.paragraph(0, {{told_rules(phrases_, deal_), deal_.path}, Style::faint});
  }

  const CallSheet& call_;
  const Assessment& deal_;
  Phrases phrases_;
  Sheet sheet_;
};

}  // namespace

std::string render_callsheet_text(const CallSheet& sheet, const Assessment& assessment,
                                  const Words& words, const RenderOptions& options) {
  return CallSheetText(sheet, assessment, words, options).render();
}

}  // namespace dealcheck

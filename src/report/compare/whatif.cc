#include "report/compare/whatif.h"

#include <algorithm>

#include "report/compare/change_json.h"
#include "report/compare/change_rows.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kWhatifVersion = "1.0";

class WhatifText {
 public:
  WhatifText(const Supposition& supposition, const Words& words, const RenderOptions& options)
      : supposed_(supposition),
        changes_(compare(supposition.now, supposition.then)),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render() {
    head();
    table();
    moved();
    mines("whatif.heading.gone", changes_.gone);
    mines("whatif.heading.come", changes_.come);
    return sheet_.finish();
  }

 private:
  void head() {
    put_title(sheet_, phrases_, supposed_.now);
    sheet_.blank();
    for (const std::string& setting : supposed_.settings) {
      sheet_.hanging({phrases_.say("whatif.what_if"), Style::faint}, {{{setting}, Style::strong}});
    }
  }

  void table() {
    sheet_.blank();
    sheet_.rows(beside_rows(phrases_, summary_lines(phrases_, supposed_.now, supposed_.then)));
  }

  void moved() {
    put_heading(sheet_, phrases_.say("whatif.heading.moved"));
    std::vector<Row> rows;
    for (const ReadingChange& change : changes_.changes) {
      rows.push_back(change_row(phrases_, change, "whatif"));
    }
    if (rows.empty()) {
      sheet_.paragraph(2 * kPageIndent, {{phrases_.say("whatif.nothing")}, Style::plain});
    }
    sheet_.rows(rows);
  }

  void mines(std::string_view id, const std::vector<const MineView*>& mines) {
    if (mines.empty()) return;
    put_heading(sheet_, phrases_.say(id));
    sheet_.rows(mine_rows(phrases_, mines));
  }

  const Supposition& supposed_;
  Comparison changes_;
  Phrases phrases_;
  Sheet sheet_;
};

}  // namespace

std::string render_whatif_text(const Supposition& supposition, const Words& words,
                               const RenderOptions& options) {
  return WhatifText(supposition, words, options).render();
}

std::string render_whatif_json(const Supposition& supposition, const Diagnostics& diagnostics,
                               const Words& words, Language language) {
  const Comparison changes = compare(supposition.now, supposition.then);
  const auto change = [](const ReadingChange& one) {
    return Json{{"rule", one.rule},
                {"label", one.label},
                {"points", one.points},
                {"now", reading_json(one.before)},
                {"then", reading_json(one.after)}};
  };
  return dump({{"format_version", kWhatifVersion},
               {"deal", deal_json(supposition.now)},
               {"set", supposition.settings},
               {"now", summary_json(supposition.now)},
               {"then", summary_json(supposition.then)},
               {"changes", array_of(changes.changes, change)},
               {"mines_gone", array_of(changes.gone, mine_json)},
               {"mines_come", array_of(changes.come, mine_json)},
               {"rules", rules_json(supposition.now)},
               {"diagnostics", diagnostics_json(&diagnostics, words, language)}});
}

}  // namespace dealcheck

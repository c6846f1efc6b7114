#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"
#include "base/function_ref.h"
#include "report/shared/footnotes.h"
#include "report/shared/page_phrases.h"
#include "report/writers/markup.h"

namespace dealcheck {

/// What the sections of a deal's page share while the page is written.
struct DealPage {
  const Assessment& deal;
  const PagePhrases& phrases;
  Markup& out;
  Footnotes& notes;
  bool all = false;  ///< nothing is folded away

  [[nodiscard]] const Phrases& report() const { return phrases.report(); }
  /// As the rule set calls it.
  [[nodiscard]] std::string standing(Standing one) const {
    return standing_name(report(), deal, one);
  }
};

/// Its name, else the name of its file.
[[nodiscard]] std::string deal_title(const Assessment& deal);

/// Where a statement stands, what it says, who said it when: `st-anna.yaml:32 · …`.
[[nodiscard]] std::string tell_place(const DealPage& page, const Evidence& evidence);
[[nodiscard]] std::string tell_evidence(const DealPage& page, const Evidence& evidence);

/// The numbers of the footnotes, with what they say on hover and focus. The element around them
/// carries the class `item`. Nothing without evidence.
void put_refs(DealPage& page, const std::vector<Evidence>& evidence);
/// The same for one entry of the file.
void put_ref(DealPage& page, Location at, const std::string& value);

void put_heading(DealPage& page, const std::string& text);
/// Short facts side by side; nothing when there are none.
void put_facts(DealPage& page, const std::vector<std::string>& facts);
/// A reading's mark in a line of text.
void put_mark(DealPage& page, std::optional<Reads> reads);
/// The same for a test: passed, failed, open.
void put_mark(DealPage& page, Tri passed);
/// The marks of readings and what they mean; those of a legend's own may follow.
void put_reading_legend(DealPage& page);

/// What is folded away until somebody wants to see it; open with `--all` and on paper.
void put_folded(DealPage& page, const std::string& summary, FunctionRef<void()> content);

/// A finding as an item of a list: its mark, what it says, points, evidence.
void put_finding(DealPage& page, const Finding& finding);

}  // namespace dealcheck

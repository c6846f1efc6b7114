#include "report/rules/facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/deal/json_parts.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kFactsVersion = "1.0";

class FactsText {
 public:
  FactsText(const Assessment* deal, const Words& words, const RenderOptions& options)
      : deal_(deal),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render(const std::vector<FactEntry>& facts, bool known) {
    std::string group;
    for (const FactEntry& fact : facts) {
      if (known && fact.values.empty()) continue;
      if (fact.group != group) heading(group = fact.group);
      entry(fact);
    }
    return sheet_.finish();
  }

 private:
  void heading(const std::string& group) {
    if (!sheet_.finish().empty()) sheet_.blank();
    sheet_.line(0, {group, Style::strong});
  }

  [[nodiscard]] std::string takes(const FactEntry& fact) const {
    if (fact.choices.empty()) return phrases_.label("facts.type", fact.type);
    return fmt::format("{}", fmt::join(fact.choices, " | "));
  }

  void entry(const FactEntry& fact) {
    const std::string kind =
        fact.derived ? phrases_.say(fact.after_verdict ? "facts.after_verdict" : "facts.derived")
                     : std::string();
    sheet_.line(kPageIndent, {fact.name, Style::strong}, {kind, Style::faint});
    sheet_.paragraph(2 * kPageIndent, {{fact.means}, Style::plain});
    if (deal_ == nullptr) {
      sheet_.paragraph(2 * kPageIndent, {{takes(fact)}, Style::faint});
      return;
    }
    if (fact.values.empty()) {
      sheet_.paragraph(2 * kPageIndent, {{phrases_.label(fact.gap)}, Style::open});
    }
    values(fact);
  }

  void values(const FactEntry& fact) {
    std::vector<Row> rows;
    for (const FactValue& value : fact.values) {
      std::vector<std::string> whence;
      const Evidence& evidence = value.evidence;
      if (!evidence.by.empty()) whence.push_back(evidence.by);
      const bool placed = evidence.at.line > 0;
      if (placed && !fact.derived)
        whence.push_back(phrases_.label("grade", to_string(evidence.grade)));
      if (evidence.stale) whence.push_back(phrases_.say("facts.stale"));
      Row row{
          .lead = {"  =", Style::plain},
          .label = {value.about},
          .message = phrases_.say("facts.value", {{"value", evidence.value},
                                                  {"whence", phrases_.joined(whence, "comma")}}),
          .date = phrases_.day(evidence.date, deal_->as_of)};
      if (placed)
        row.tail.push_back(phrases_.short_place(deal_->path, {evidence}, sheet_.width() / 2));
      rows.push_back(std::move(row));
    }
    sheet_.rows(rows);
  }

  const Assessment* deal_;
  Phrases phrases_;
  Sheet sheet_;
};

Json value_json(const Assessment& deal, const FactValue& value) {
  const bool placed = value.evidence.at.line > 0;
  return {{"about", text_or_null(value.about)},
          {"value", value.evidence.value},
          {"evidence", placed ? evidence_json(deal.path, {value.evidence})[0] : Json()}};
}

Json fact_json(const Assessment* deal, const FactEntry& fact) {
  Json json = {{"name", fact.name},
               {"section", fact.group},
               {"type", fact.type},
               {"choices", fact.choices},
               {"means", fact.means},
               {"derived", fact.derived},
               {"after_verdict", fact.after_verdict}};
  if (deal == nullptr) return json;
  json["gap"] = text_or_null(gap_name(fact.gap));
  json["values"] =
      array_of(fact.values, [&](const FactValue& one) { return value_json(*deal, one); });
  return json;
}

}  // namespace

std::string render_facts_text(const std::vector<FactEntry>& facts, const Assessment* deal,
                              bool known, const Words& words, const RenderOptions& options) {
  return FactsText(deal, words, options).render(facts, known);
}

std::string render_facts_json(const std::vector<FactEntry>& facts, const Assessment* deal,
                              bool known, const Diagnostics& diagnostics, const Words& words,
                              Language language) {
  Json list = Json::array();
  for (const FactEntry& fact : facts) {
    if (!known || !fact.values.empty()) list.push_back(fact_json(deal, fact));
  }
  Json json = {{"format_version", kFactsVersion},
               {"deal", deal == nullptr ? Json() : deal_json(*deal)},
               {"facts", std::move(list)},
               {"diagnostics", diagnostics_json(&diagnostics, words, language)}};
  return dump(json);
}

}  // namespace dealcheck

#include "report/rules/explain.h"

#include <algorithm>
#include <array>

#include "report/deal/json_parts.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kExplainVersion = "1.0";
constexpr std::size_t kMostCases = 3;

/// The mark of a condition, further in the deeper it stands.
Cell mark_of(Tri truth, int depth) {
  const std::string blanks(static_cast<std::size_t>(2 * depth), ' ');
  return truth == Tri::yes  ? Cell{blanks + "✓", Style::good}
         : truth == Tri::no ? Cell{blanks + "✗", Style::bad}
                            : Cell{blanks + "?", Style::open};
}

class ExplainText {
 public:
  ExplainText(const Assessment& deal, const Words& words, const RenderOptions& options)
      : deal_(deal),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)),
        all_(options.all) {}

  std::string one(const RuleExplanation& told);
  std::string every(const std::vector<RuleExplanation>& told);

 private:
  void head(const RuleExplanation& told);
  void explain(const ExplainedCase& told);
  void reading(const ExplainedReading& told, std::size_t number);
  void conditions(const ExplainedCondition& told, int depth, std::vector<Row>& rows) const;
  [[nodiscard]] Row leaf(const ExplainedCondition& told, int depth) const;
  void change(const ExplainedCase& told);
  [[nodiscard]] std::string outcome(const ExplainedCase& told) const;

  const Assessment& deal_;
  Phrases phrases_;
  Sheet sheet_;
  bool all_;
};

// ---- one rule ----

std::string ExplainText::outcome(const ExplainedCase& told) const {
  if (!told.fires) return phrases_.say("explain.silent");
  const ExplainedReading& reading = told.readings[*told.fires];
  return phrases_.say("explain.fires",
                      {{"reading", phrases_.label("reads", to_string(reading.reads))},
                       {"points", phrases_.signed_number(reading.points)}});
}

void ExplainText::head(const RuleExplanation& told) {
  const std::string title = phrases_.joined({told.rule, told.label}, "dot");
  sheet_.line(0, {title, Style::strong}, {told.source, Style::faint});
  sheet_.paragraph(0, {{told.asks.empty() ? told.ask : told.asks}, Style::plain});
  sheet_.paragraph(0, {{told.why}, Style::faint});
  if (told.of_stage) return;
  sheet_.paragraph(
      0, {{phrases_.say("explain.other_stage", {{"stage", phrases_.label(deal_.stages.judged)}})},
          Style::mixed});
}

Row ExplainText::leaf(const ExplainedCondition& told, int depth) const {
  const std::string gap = phrases_.label(told.gap);
  std::string actual = gap;
  if (!told.actual.empty()) {
    actual = phrases_.say(gap.empty() ? "explain.is" : "explain.is_but",
                          {{"value", told.actual}, {"gap", gap}});
  }
  Row row{.lead = mark_of(told.truth, depth),
          .label = {told.fact},
          .message = phrases_.say("explain.leaf", {{"wanted", told.wanted}, {"actual", actual}})};
  const std::string place = phrases_.short_place(deal_.path, told.evidence, sheet_.width() / 2);
  if (!place.empty()) row.tail.push_back(place);
  return row;
}

void ExplainText::conditions(const ExplainedCondition& told, int depth,
                             std::vector<Row>& rows) const {
  if (told.op == Condition::Op::leaf) {
    rows.push_back(leaf(told, depth));
    return;
  }
  static constexpr std::array<std::string_view, 4> kOps{"explain.op.all", "explain.op.any",
                                                        "explain.op.not", "explain.op.some"};
  const std::string_view op = kOps.at(static_cast<std::size_t>(told.op));
  rows.push_back({.lead = mark_of(told.truth, depth),
                  .message = phrases_.say(op, {{"count", std::to_string(told.at_least)}})});
  for (const ExplainedCondition& part : told.parts) conditions(part, depth + 1, rows);
}

void ExplainText::reading(const ExplainedReading& told, std::size_t number) {
  const std::string_view state = told.fires                    ? "explain.state.fires"
                                 : told.preempted              ? "explain.state.preempted"
                                 : !told.of_stage              ? "explain.state.other_stage"
                                 : told.when.truth == Tri::yes ? "explain.state.excluded"
                                 : told.when.truth == Tri::no  ? "explain.state.fails"
                                                               : "explain.state.open";
  sheet_.blank();
  sheet_.line(
      kPageIndent,
      {phrases_.say("explain.reading", {{"number", std::to_string(number)},
                                        {"reading", phrases_.label("reads", to_string(told.reads))},
                                        {"points", phrases_.signed_number(told.points)}}),
       Style::strong},
      {phrases_.say(state), told.fires ? Style::strong : Style::plain});
  std::vector<Row> rows;
  conditions(told.when, 0, rows);
  if (told.unless) {
    rows.push_back(
        {.lead = mark_of(told.unless->truth, 0), .message = phrases_.say("explain.unless")});
    conditions(*told.unless, 1, rows);
  }
  sheet_.rows(rows);
  if (told.fires) sheet_.paragraph(2 * kPageIndent, {{told.says}, Style::plain});
}

void ExplainText::change(const ExplainedCase& told) {
  if (told.change.empty()) return;
  std::vector<std::string> parts;
  for (const LeafChange& one : told.change) {
    parts.push_back(phrases_.say(one.to_hold ? "explain.to_hold" : "explain.to_fail",
                                 {{"fact", one.fact}, {"wanted", one.wanted}}));
  }
  sheet_.blank();
  sheet_.hanging({phrases_.say(told.fires ? "explain.to_stop" : "explain.to_fire"), Style::strong},
                 {{{phrases_.joined(parts, "and")}, Style::plain}});
}

void ExplainText::explain(const ExplainedCase& told) {
  sheet_.blank();
  sheet_.line(0,
              {told.about.empty() ? phrases_.say("explain.the_deal") : told.about, Style::strong},
              {outcome(told), Style::strong});
  for (std::size_t i = 0; i < told.readings.size(); ++i) {
    if (all_ || told.readings[i].of_stage) reading(told.readings[i], i + 1);
  }
  change(told);
}

std::string ExplainText::one(const RuleExplanation& told) {
  head(told);
  const std::size_t shown = all_ ? told.cases.size() : std::min(told.cases.size(), kMostCases);
  for (std::size_t i = 0; i < shown; ++i) explain(told.cases[i]);
  if (told.cases.empty()) {
    sheet_.blank();
    sheet_.paragraph(kPageIndent, {{phrases_.say("explain.no_entries")}, Style::plain});
  }
  if (shown == told.cases.size()) return sheet_.finish();
  const std::string more = std::to_string(told.cases.size() - shown);
  sheet_.blank();
  sheet_.paragraph(kPageIndent,
                   {{phrases_.say("explain.more_cases", {{"count", more}})}, Style::faint});
  return sheet_.finish();
}

// ---- every rule ----

bool fires(const RuleExplanation& told) {
  return !told.cases.empty() && told.cases.front().fires.has_value();
}

bool is_open(const RuleExplanation& told) {
  return std::any_of(told.cases.begin(), told.cases.end(), [](const ExplainedCase& one) {
    return std::any_of(one.readings.begin(), one.readings.end(), [](const ExplainedReading& r) {
      return r.of_stage && r.when.truth == Tri::unknown;
    });
  });
}

Row line_of(const Phrases& phrases, const RuleExplanation& told) {
  const ExplainedCase& first = told.cases.front();
  Row row{.label = {told.label}, .tail = {told.rule}};
  if (!first.fires) {
    row.lead = {"?", Style::open};
    row.message = told.ask;
    return row;
  }
  static constexpr std::array<std::pair<std::string_view, Style>, 3> kMarks{
      {{"✗", Style::bad}, {"~", Style::mixed}, {"✓", Style::good}}};
  const ExplainedReading& reading = first.readings[*first.fires];
  const auto& [mark, style] = kMarks.at(static_cast<std::size_t>(reading.reads));
  row.lead = {std::string(mark), style};
  row.message = reading.says;
  row.points = phrases.signed_number(reading.points);
  return row;
}

std::string ExplainText::every(const std::vector<RuleExplanation>& told) {
  put_title(sheet_, phrases_, deal_);
  std::vector<Row> firing;
  std::vector<Row> open;
  std::vector<std::string> silent;
  for (const RuleExplanation& one : told) {
    if (!one.of_stage) continue;
    if (fires(one)) {
      firing.push_back(line_of(phrases_, one));
    } else if (is_open(one)) {
      open.push_back(line_of(phrases_, one));
    } else {
      silent.push_back(one.rule);
    }
  }
  const auto section = [&](std::string_view id, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    put_heading(sheet_, phrases_.say(id));
    sheet_.rows(rows);
  };
  section("explain.heading.fires", firing);
  section("explain.heading.open", open);
  if (!silent.empty()) {
    put_heading(sheet_, phrases_.say("explain.heading.silent"));
    sheet_.paragraph(2 * kPageIndent, {silent, Style::faint});
  }
  sheet_.blank();
  sheet_.paragraph(kPageIndent, {{phrases_.say("explain.hint")}, Style::faint});
  return sheet_.finish();
}

// ---- JSON ----

Json condition_json(const std::string& file, const ExplainedCondition& told) {
  static constexpr std::array<std::string_view, 5> kOps{"all", "any", "not", "some", "fact"};
  Json json = {{"op", kOps.at(static_cast<std::size_t>(told.op))},
               {"truth", answer_of(told.truth)}};
  if (told.op == Condition::Op::leaf) {
    json["fact"] = told.fact;
    json["wanted"] = told.wanted;
    json["actual"] = text_or_null(told.actual);
    json["gap"] = text_or_null(gap_name(told.gap));
    json["evidence"] = evidence_json(file, told.evidence);
    return json;
  }
  if (told.op == Condition::Op::some) json["at_least"] = told.at_least;
  json["parts"] = array_of(
      told.parts, [&](const ExplainedCondition& part) { return condition_json(file, part); });
  return json;
}

Json reading_json(const std::string& file, const ExplainedReading& told) {
  return {{"reading", to_string(told.reads)},
          {"points", told.points},
          {"of_stage", told.of_stage},
          {"fires", told.fires},
          {"preempted", told.preempted},
          {"says", told.says},
          {"when", condition_json(file, told.when)},
          {"unless", told.unless ? condition_json(file, *told.unless) : Json()}};
}

Json case_json(const std::string& file, const ExplainedCase& told) {
  const auto change = [](const LeafChange& one) {
    return Json{{"fact", one.fact}, {"wanted", one.wanted}, {"to_hold", one.to_hold}};
  };
  const auto reading = [&](const ExplainedReading& one) { return reading_json(file, one); };
  return {{"about", text_or_null(told.about)},
          {"fires", told.fires ? Json(*told.fires) : Json()},
          {"readings", array_of(told.readings, reading)},
          {"change", array_of(told.change, change)}};
}

}  // namespace

std::string render_explanation_text(const RuleExplanation& told, const Assessment& deal,
                                    const Words& words, const RenderOptions& options) {
  return ExplainText(deal, words, options).one(told);
}

std::string render_rules_text(const std::vector<RuleExplanation>& told, const Assessment& deal,
                              const Words& words, const RenderOptions& options) {
  return ExplainText(deal, words, options).every(told);
}

std::string render_explanations_json(const std::vector<RuleExplanation>& told,
                                     const Assessment& deal, const Diagnostics& diagnostics,
                                     const Words& words, Language language) {
  const auto rule = [&](const RuleExplanation& one) {
    const auto each = [&](const ExplainedCase& each_case) {
      return case_json(deal.path, each_case);
    };
    return Json{{"id", one.rule},       {"label", one.label},
                {"ask", one.ask},       {"why", one.why},
                {"source", one.source}, {"of_stage", one.of_stage},
                {"fires", fires(one)},  {"cases", array_of(one.cases, each)}};
  };
  return dump({{"format_version", kExplainVersion},
               {"deal", deal_json(deal)},
               {"verdict", to_string(deal.verdict)},
               {"explained", array_of(told, rule)},
               {"rules", rules_json(deal)},
               {"diagnostics", diagnostics_json(&diagnostics, words, language)}});
}

}  // namespace dealcheck

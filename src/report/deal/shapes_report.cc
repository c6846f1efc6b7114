// The table of shapes, continued: what `assess --format json` writes. Every key is always there;
// what there is none of is null or empty. Tests hold every report against the schema made from it.

#include <array>

#include "assess/assessment.h"
#include "rules/rule.h"
#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

constexpr KeyShape flag_of(std::string_view name) { return flag(name).required(); }
constexpr KeyShape text_of(std::string_view name) { return text(name).required(); }
constexpr KeyShape whole_of(std::string_view name) { return whole(name).required(); }
constexpr KeyShape texts_of(std::string_view name) {
  return KeyShape{.name = name, .kind = Kind::text, .form = Form::list}.or_empty().required();
}
constexpr KeyShape date_of(std::string_view name) {
  return KeyShape{.name = name, .kind = Kind::date}.required();
}
constexpr KeyShape word_of(std::string_view name, const WordSet& words) {
  return word(name, words).required();
}
constexpr KeyShape part(std::string_view name, const MapShape& shape) {
  return map(name, shape).required();
}
constexpr KeyShape parts(std::string_view name, const MapShape& shape) {
  return maps(name, shape).or_empty().required();
}

// ---- words ----

constexpr WordSet kAnyRankWords{{}, kRankNames};
constexpr WordSet kStandingWords{{}, kStandingNames};
constexpr std::array<std::string_view, 4> kReadings{"adverse", "mixed", "favourable", "unknown"};
constexpr WordSet kReadingWords{{}, kReadings};
constexpr std::array<std::string_view, 3> kAnswers{"yes", "no", "unknown"};
constexpr WordSet kAnswerWords{{}, kAnswers};
constexpr WordSet kGradeWords{{}, kGradeNames};
constexpr WordSet kKindWords{{}, kMineKinds};
constexpr std::array<std::string_view, 2> kDirections{"up", "down"};
constexpr WordSet kDirectionWords{{}, kDirections};
constexpr std::array<std::string_view, 3> kDiagnosticSeverities{"note", "warning", "error"};
constexpr WordSet kDiagnosticSeverityWords{{}, kDiagnosticSeverities};
constexpr std::array<std::string_view, 4> kOverrideKinds{"off", "severity", "points", "limit"};
constexpr WordSet kOverrideKindWords{{}, kOverrideKinds};
constexpr WordSet kGapWords{{}, kGapNames};
constexpr WordSet kTellsWords{{}, kBehindNames};
constexpr WordSet kNotWeighedWords{{}, kNotWeighedNames};
constexpr std::array<std::string_view, 3> kEarnestAnswers{"yes", "no", "open"};
constexpr WordSet kEarnestWords{{}, kEarnestAnswers};
constexpr std::array<std::string_view, 3> kAheadAnswers{"us", "rival", "open"};
constexpr WordSet kAheadWords{{}, kAheadAnswers};

// ---- what findings rest on ----

constexpr std::array kEvidenceKeys{text_of("file"),           whole_of("line"),
                                   whole_of("column"),        text_of("path"),
                                   text_of("value"),          text_of("by").or_null(),
                                   date_of("date").or_null(), word_of("grade", kGradeWords),
                                   text_of("note").or_null(), flag_of("stale")};
constexpr MapShape kEvidenceShape{"evidence", kEvidenceKeys};
constexpr std::array kNotWeighedKeys =
    joined(kEvidenceKeys, std::array{word_of("reason", kNotWeighedWords)});
constexpr MapShape kNotWeighedShape{"not_weighed", kNotWeighedKeys};
constexpr std::array kPersonKeys{text_of("id").or_null(), text_of("name").or_null()};
constexpr MapShape kPersonShape{"person", kPersonKeys};
constexpr KeyShape person(std::string_view name) { return part(name, kPersonShape).or_null(); }

constexpr std::array kFindingMineKeys{word_of("kind", kKindWords),
                                      word_of("severity", kSeverityWords)};
constexpr MapShape kFindingMineShape{"finding_mine", kFindingMineKeys};
constexpr std::array kFindingKeys{text_of("id"),
                                  text_of("label"),
                                  text_of("topic").or_null(),
                                  word_of("reading", kReadingWords),
                                  word_of("gap", kGapWords).or_null(),
                                  whole_of("points"),
                                  word_of("tells", kTellsWords),
                                  text_of("message"),
                                  text_of("why").or_null(),
                                  text_of("source").or_null(),
                                  part("mine", kFindingMineShape).or_null(),
                                  person("contact"),
                                  word_of("cap", kAnyRankWords).or_null(),
                                  word_of("lift", kAnyRankWords).or_null(),
                                  text_of("lifted_by").or_null(),
                                  flag_of("not_started"),
                                  text_of("waived").or_null(),
                                  parts("evidence", kEvidenceShape)};
constexpr MapShape kFindingShape{"finding", kFindingKeys};

constexpr std::array kTestKeys{
    text_of("id"),      text_of("label"),  word_of("passed", kAnswerWords),
    text_of("message"), text_of("source"), parts("evidence", kEvidenceShape)};
constexpr MapShape kTestShape{"check_result", kTestKeys};

// ---- the verdict ----

constexpr std::array kDealKeys{text_of("name").or_null(),     text_of("path"),
                               text_of("account").or_null(),  text_of("owner").or_null(),
                               word_of("stage", kStageWords), date_of("as_of"),
                               text_of("feeling").or_null()};
constexpr MapShape kDealShape{"report_deal", kDealKeys};
constexpr std::array kRangeKeys{word_of("worst", kStandingWords), word_of("best", kStandingWords),
                                whole_of("worst_points"), whole_of("best_points")};
constexpr MapShape kRangeShape{"range", kRangeKeys};
constexpr std::array kGaugeKeys{whole_of("favourable"), whole_of("mixed"), whole_of("adverse"),
                                whole_of("unknown")};
constexpr MapShape kGaugeShape{"gauge", kGaugeKeys};
constexpr std::array kStagesKeys{
    word_of("judged", kStageWords), word_of("declared", kStageWords).or_null(),
    word_of("milestones", kStageWords).or_null(), word_of("behaviour", kStageWords).or_null()};
constexpr MapShape kStagesShape{"report_stages", kStagesKeys};
constexpr std::array kFlipChangeKeys{text_of("rule"),
                                     text_of("label"),
                                     word_of("from", kReadingWords),
                                     word_of("to", kReadingWords),
                                     whole_of("points"),
                                     text_of("says"),
                                     flag_of("to_find_out")};
constexpr MapShape kFlipChangeShape{"flip_change", kFlipChangeKeys};
constexpr std::array kFlipKeys{word_of("direction", kDirectionWords), word_of("to", kVerdictWords),
                               parts("changes", kFlipChangeShape)};
constexpr MapShape kFlipShape{"flip", kFlipKeys};
constexpr std::array kOpenKeys{text_of("rule"),
                               text_of("label"),
                               text_of("ask"),
                               word_of("gap", kGapWords).or_null(),
                               whole_of("swing"),
                               word_of("worst", kStandingWords),
                               word_of("best", kStandingWords),
                               flag_of("moves"),
                               person("whom")};
constexpr MapShape kOpenShape{"open_question", kOpenKeys};

// ---- mines, bullets, steps ----

constexpr std::array kMineViewKeys{word_of("kind", kKindWords),
                                   word_of("severity", kSeverityWords),
                                   text_of("cause"),
                                   text_of("label"),
                                   text_of("message"),
                                   texts_of("rules"),
                                   whole_of("points"),
                                   person("contact"),
                                   flag_of("decides"),
                                   whole_of("answered_by").at_least(1).or_null(),
                                   parts("evidence", kEvidenceShape)};
constexpr MapShape kMineViewShape{"report_mine", kMineViewKeys};
constexpr std::array kBulletKeys{text_of("what"),
                                 word_of("holds", kAnswerWords),
                                 parts("tests", kTestShape),
                                 parts("recognised_by", kPersonShape),
                                 parts("moves", kPersonShape),
                                 whole_of("line"),
                                 whole_of("column")};
constexpr MapShape kBulletShape{"bullet", kBulletKeys};
constexpr std::array kRemovedKeys{text_of("cause"), text_of("label"), texts_of("rules")};
constexpr MapShape kRemovedShape{"removed_mine", kRemovedKeys};
constexpr std::array kStepKeys{text_of("play"),
                               text_of("source"),
                               text_of("label"),
                               text_of("says"),
                               flag_of("known"),
                               text_of("who"),
                               person("on"),
                               parts("through", kPersonShape),
                               text_of("with").or_null(),
                               parts("removes", kRemovedShape),
                               date_of("by").or_null(),
                               text_of("worked"),
                               text_of("failed")};
constexpr MapShape kStepShape{"next_step", kStepKeys};
constexpr std::array kPlanKeys{text_of("action"),
                               text_of("who").or_null(),
                               date_of("until").or_null(),
                               parts("moves", kPersonShape),
                               flag_of("done"),
                               parts("remarks", kFindingShape),
                               whole_of("line"),
                               whole_of("column")};
constexpr MapShape kPlanShape{"planned_step", kPlanKeys};

// ---- people and rivals ----

constexpr std::array kGoalKeys{text_of("kind"), text_of("what"), flag_of("first_hand"),
                               parts("evidence", kEvidenceShape)};
constexpr MapShape kGoalShape{"goal", kGoalKeys};
constexpr std::array kContactKeys{text_of("id"),
                                  text_of("name").or_null(),
                                  text_of("title").or_null(),
                                  texts_of("roles"),
                                  text_of("influence").or_null(),
                                  text_of("influence_why").or_null(),
                                  text_of("mode").or_null(),
                                  text_of("mode_allows").or_null(),
                                  whole_of("support").at_least(-5).at_most(5).or_null(),
                                  text_of("support_why").or_null(),
                                  word_of("support_grade", kGradeWords).or_null(),
                                  text_of("sees_us").or_null(),
                                  text_of("stance").or_null(),
                                  text_of("reached").or_null(),
                                  date_of("last_met").or_null(),
                                  whole_of("meetings"),
                                  flag_of("departed"),
                                  flag_of("reachable"),
                                  text_of("can_decide").or_null(),
                                  parts("needs_approval", kPersonShape),
                                  person("reports_to"),
                                  parts("trusts", kPersonShape),
                                  parts("goals", kGoalShape),
                                  parts("coach_tests", kTestShape),
                                  whole_of("line"),
                                  whole_of("column")};
constexpr MapShape kContactShape{"contact", kContactKeys};
constexpr std::array kRoleKeys{text_of("role"), text_of("state"), parts("people", kPersonShape),
                               whole_of("meetings"), date_of("last_met").or_null()};
constexpr MapShape kRoleShape{"role", kRoleKeys};
constexpr std::array kControlKeys{text_of("level"),
                                  text_of("label"),
                                  parts("indicators", kTestShape),
                                  parts("project", kTestShape),
                                  parts("special", kTestShape),
                                  parts("fit", kTestShape)};
constexpr MapShape kControlShape{"control", kControlKeys};
constexpr std::array kRivalKeys{
    text_of("name").or_null(), text_of("kind"),    text_of("position"), text_of("label"),
    whole_of("balance"),       texts_of("for_us"), texts_of("against"), texts_of("closable"),
    whole_of("line"),          whole_of("column")};
constexpr MapShape kRivalShape{"rival", kRivalKeys};

// ---- rules and complaints ----

constexpr std::array kOverrideChangeKeys{word_of("what", kOverrideKindWords),
                                         text_of("name").or_null(), text_of("before").or_null(),
                                         text_of("after").or_null(), text_of("unit").or_null()};
constexpr MapShape kOverrideChangeShape{"override_change", kOverrideChangeKeys};
constexpr std::array kOverrideViewKeys{text_of("rule"),
                                       flag_of("acted"),
                                       parts("changes", kOverrideChangeShape),
                                       texts_of("told"),
                                       text_of("reason").or_null(),
                                       text_of("file"),
                                       whole_of("line")};
constexpr MapShape kOverrideViewShape{"report_override", kOverrideViewKeys};
constexpr std::array kRulesKeys{text_of("version"),
                                text_of("hash"),
                                text_of("name"),
                                text_of("set").or_null(),
                                text_of("title").or_null(),
                                parts("overrides", kOverrideViewShape)};
constexpr MapShape kRulesShape{"rule_set", kRulesKeys};
constexpr std::array kDiagnosticKeys{word_of("severity", kDiagnosticSeverityWords),
                                     text_of("id"),
                                     text_of("message"),
                                     text_of("help").or_null(),
                                     text_of("file"),
                                     whole_of("line"),
                                     whole_of("column")};
constexpr MapShape kDiagnosticShape{"diagnostic", kDiagnosticKeys};

// ---- what stands behind the verdict ----

constexpr std::array kReasonKeys{text_of("rule"), text_of("message"), text_of("quote").or_null()};
constexpr MapShape kReasonShape{"reason", kReasonKeys};
constexpr std::array kEarnestKeys{word_of("answer", kEarnestWords), whole_of("points"),
                                  texts_of("rules")};
constexpr MapShape kEarnestShape{"earnest", kEarnestKeys};
constexpr std::array kAheadKeys{word_of("answer", kAheadWords), whole_of("points"),
                                texts_of("rules")};
constexpr MapShape kAheadShape{"ahead", kAheadKeys};

// ---- the whole ----

constexpr std::array kJudgedKeys{text_of("decision"),
                                 text_of("headline"),
                                 whole_of("points"),
                                 part("range", kRangeShape),
                                 number("coverage").at_least(0).at_most(1).required(),
                                 part("gauge", kGaugeShape),
                                 parts("questions", kFindingShape),
                                 parts("findings", kFindingShape),
                                 part("rules", kRulesShape),
                                 word_of("verdict", kVerdictWords),
                                 word_of("standing", kStandingWords)};
constexpr std::array kAlsoKeys = joined(kJudgedKeys, std::array{text_of("verdict_label")});
constexpr MapShape kAlsoShape{"report_also", kAlsoKeys};
constexpr std::array kReportKeys =
    joined(kJudgedKeys, std::array{text_of("format_version"),
                                   part("deal", kDealShape),
                                   text_of("project"),
                                   text_of("threat").or_null(),
                                   parts("because", kReasonShape),
                                   part("earnest", kEarnestShape).or_null(),
                                   part("ahead", kAheadShape).or_null(),
                                   whole_of("not_knowing"),
                                   whole_of("weighed"),
                                   parts("not_weighed", kNotWeighedShape),
                                   part("stages", kStagesShape),
                                   parts("flips", kFlipShape),
                                   parts("open_questions", kOpenShape),
                                   parts("mines", kMineViewShape),
                                   parts("bullets", kBulletShape),
                                   parts("next_steps", kStepShape),
                                   parts("plan", kPlanShape),
                                   parts("contacts", kContactShape),
                                   parts("roles", kRoleShape),
                                   part("control", kControlShape),
                                   parts("rivals", kRivalShape),
                                   parts("also", kAlsoShape),
                                   parts("diagnostics", kDiagnosticShape)});

constexpr std::array kFailedDealKeys{text_of("path")};
constexpr MapShape kFailedDealShape{"failed_deal", kFailedDealKeys};
constexpr std::array kFailedKeys{text_of("format_version"), part("deal", kFailedDealShape),
                                 flag_of("error"), parts("diagnostics", kDiagnosticShape)};

}  // namespace

const MapShape kReportShape{"report", kReportKeys};
const MapShape kFailedReportShape{"failed_report", kFailedKeys};

}  // namespace dealcheck

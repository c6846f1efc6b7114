// The table of shapes, continued: the verdict, call sheets, the portfolio and the settings.

#include <array>

#include "rules/callsheet_rules.h"
#include "schema/shape_rows.h"
#include "settings/settings.h"

namespace dealcheck {

namespace {

// ---- verdict.yaml ----

constexpr std::array kBandsKeys{whole("backup").required(), whole("contender").required(),
                                whole("first-choice").required()};
constexpr MapShape kBandsShape{"bands", kBandsKeys};
constexpr std::array kUnclearKeys{whole("questions"), whole("readings"),
                                  whole("weight").at_least(0)};
constexpr MapShape kUnclearShape{"unclear", kUnclearKeys};
constexpr std::array kAnswersKeys{whole("no").required(), whole("yes").required()};
constexpr MapShape kAnswersShape{"question_ends", kAnswersKeys};

constexpr KeyShape weight(std::string_view grade) {
  return number(grade).at_least(0).at_most(1).required();
}
constexpr std::array kGradeWeightKeys{weight("witnessed"), weight("reported"), weight("assumed")};
constexpr MapShape kGradeWeightShape{"grade_weight", kGradeWeightKeys};

constexpr std::array kVerdictTextKeys{bilingual("label").required(), bilingual("name"),
                                      bilingual("means").required()};
constexpr MapShape kVerdictTextShape{"verdict_text", kVerdictTextKeys};
constexpr KeyShape verdict_text(std::string_view verdict) {
  return map(verdict, kVerdictTextShape).required();
}
constexpr std::array kVerdictTextsKeys{verdict_text("column-fodder"), verdict_text("backup"),
                                       verdict_text("contender"),     verdict_text("first-choice"),
                                       verdict_text("unclear"),       verdict_text("no-project")};
constexpr MapShape kVerdictTextsShape{"verdict_texts", kVerdictTextsKeys};

constexpr std::array kProjectStateKeys{text("state").required(), bilingual("label").required(),
                                       condition("when").required()};
constexpr MapShape kProjectStateShape{"project_state", kProjectStateKeys};

constexpr std::array kDecisionKeys{text("decision").required(), bilingual("says").required()};
constexpr MapShape kDecisionShape{"decision", kDecisionKeys};
constexpr std::array kNurtureKeys = joined(kDecisionKeys, std::array{condition("when").required()});
constexpr MapShape kNurtureShape{"nurture", kNurtureKeys};
constexpr KeyShape decision(std::string_view standing) {
  return map(standing, kDecisionShape).required();
}
constexpr std::array kDecisionsKeys{decision("column-fodder"), decision("backup"),
                                    decision("contender"), decision("first-choice"),
                                    decision("unclear")};
constexpr MapShape kDecisionsShape{"decisions", kDecisionsKeys};
constexpr std::array kPositionsKeys{whole("far-ahead").required(), whole("ahead").required(),
                                    whole("level").required(), whole("behind").required()};
constexpr MapShape kPositionsShape{"positions", kPositionsKeys};
constexpr KeyShape kAnyPoints = whole("");
constexpr MapShape kStatusPointsShape{"status_points", {}, &kAnyPoints};
constexpr std::array kMacroKeys{map("bands", kPositionsShape).required(),
                                whole("recognised").required(), whole("by_decider").required(),
                                map("status", kStatusPointsShape).required()};
constexpr MapShape kMacroShape{"macro", kMacroKeys};

constexpr std::array kVerdictKeys{bilingual("title"),
                                  bilingual("about"),
                                  text("version").required(),
                                  whole("unknown_points").by_stage().required(),
                                  whole("unknown_most").by_stage(),
                                  map("earnest", kAnswersShape),
                                  map("ahead", kAnswersShape),
                                  map("bands", kBandsShape).by_stage().required(),
                                  map("unclear", kUnclearShape).required(),
                                  number("large_amount").required(),
                                  whole("stale_after").at_least(1).by_stage().required(),
                                  map("grade_weight", kGradeWeightShape).required(),
                                  map("verdicts", kVerdictTextsShape).partial_too().required(),
                                  maps("project", kProjectStateShape).required(),
                                  map("decisions", kDecisionsShape).by_stage().required(),
                                  map("not_started", kDecisionShape).required(),
                                  map("nurture", kNurtureShape).required(),
                                  map("macro", kMacroShape).required()};

// ---- callsheet.yaml ----

constexpr WordSet kOutlookWords{"rules.unknown-outlook", kCallOutlookNames};
constexpr WordSet kMatterWords{"rules.no-call-matter", kCallMatterNames};

constexpr std::array kCallAnswerKeys{text("id").required(), flag("blocks"),
                                     word("then", kOutlookWords), bilingual("label").required(),
                                     bilingual("says").required()};
constexpr MapShape kCallAnswerShape{"call_answer", kCallAnswerKeys};

constexpr std::array kCallRuleKeys{name_of("for", Names::contact_field, &kMatterWords),
                                   flag("or_nobody"),
                                   words("verdicts", kVerdictWords),
                                   names_of("decisions", Names::decision),
                                   condition("when"),
                                   bilingual("says").required()};
constexpr std::array kCallWhomKeys = joined(std::array{text("id").required()}, kCallRuleKeys);
constexpr std::array kCallWorthKeys =
    joined(kCallWhomKeys, std::array{name_of("answer", Names::call_answer)});
constexpr std::array kCallAimKeys =
    joined(kCallWhomKeys, std::array{bilingual("purpose").required()});
constexpr std::array kCallBringKeys = joined(kCallWhomKeys, std::array{flag("new")});
constexpr std::array kCallQuestionKeys = joined(kCallWhomKeys, std::array{flag("looks_ahead")});
constexpr std::array kCallAskKeys =
    joined(std::array{name_of("rule", Names::rule).required()}, kCallRuleKeys);
constexpr MapShape kCallWhomShape{"call_whom", kCallWhomKeys};
constexpr MapShape kCallWorthShape{"call_worth", kCallWorthKeys};
constexpr MapShape kCallAimShape{"call_aim", kCallAimKeys};
constexpr MapShape kCallBringShape{"call_bring", kCallBringKeys};
constexpr MapShape kCallQuestionShape{"call_question", kCallQuestionKeys};
constexpr MapShape kCallAskShape{"call_ask", kCallAskKeys};

constexpr std::array kCallStepKeys{text("id").required(), bilingual("label").required(),
                                   bilinguals("says").required()};
constexpr MapShape kCallStepShape{"call_step", kCallStepKeys};
constexpr std::array kOpenerKeys{text("id").required(), bilingual("phrases").required(),
                                 bilingual("instead").required()};
constexpr MapShape kOpenerShape{"opener", kOpenerKeys};
constexpr std::array kFrequencyKeys{whole("every").at_least(1).required(),
                                    whole("pause").at_least(0).required()};
constexpr MapShape kFrequencyShape{"frequency", kFrequencyKeys};
constexpr std::array kFrequenciesKeys{map("a", kFrequencyShape).required(),
                                      map("b", kFrequencyShape).required(),
                                      map("c", kFrequencyShape).required()};
constexpr MapShape kFrequenciesShape{"frequencies", kFrequenciesKeys};

constexpr std::array kCallsheetKeys{maps("answers", kCallAnswerShape).required(),
                                    maps("worth", kCallWorthShape).required(),
                                    maps("whom", kCallWhomShape).required(),
                                    maps("aims", kCallAimShape).required(),
                                    maps("bring", kCallBringShape).required(),
                                    maps("questions", kCallQuestionShape).required(),
                                    maps("asks", kCallAskShape).required(),
                                    bilinguals("link").required(),
                                    maps("flow", kCallStepShape).required(),
                                    maps("openers", kOpenerShape).required(),
                                    condition("bought").required(),
                                    map("frequency", kFrequenciesShape).required()};

// ---- portfolio.yaml ----

constexpr std::array<std::string_view, 3> kActBy{"customer", "us", "both"};
constexpr WordSet kActByWords{"rules.unknown-actor", kActBy};

constexpr std::array kFunnelEntryKeys{
    words("stages", kStageWords), words("verdicts", kVerdictWords),
    names_of("decisions", Names::decision), whole("evidence").at_least(0).at_most(100)};
constexpr MapShape kFunnelEntryShape{"funnel_entry", kFunnelEntryKeys};
constexpr std::array kFunnelLayerKeys{text("layer").required(),
                                      bilingual("label").required(),
                                      bilingual("work").required(),
                                      bilingual("starves").required(),
                                      whole("least").required(),
                                      whole("seats").required(),
                                      maps("takes", kFunnelEntryShape).required()};
constexpr MapShape kFunnelLayerShape{"funnel_layer", kFunnelLayerKeys};
constexpr std::array kActKeys{name_of("of", Names::section_or_field).required(),
                              word("by", kActByWords).required(), condition("unless")};
constexpr MapShape kActShape{"act", kActKeys};
constexpr std::array kCurrencyKeys{text("currency").required(), bilingual("label").required(),
                                   text("also").required()};
constexpr MapShape kCurrencyShape{"currency", kCurrencyKeys};

constexpr KeyShape fields(std::string_view name) {
  return {.name = name, .kind = Kind::name, .form = Form::list, .names = Names::field};
}
constexpr std::array kPortfolioKeys{maps("layers", kFunnelLayerShape).required(),
                                    names_of("drop", Names::decision),
                                    words("worth_time", kVerdictWords),
                                    whole("per_owner").required(),
                                    whole("review_after").at_least(1).required(),
                                    whole("stalled_after").at_least(1).by_stage().required(),
                                    whole("large_share").at_least(0).at_most(100).required(),
                                    fields("amount").required(),
                                    fields("closes").required(),
                                    maps("acts", kActShape).required(),
                                    maps("currencies", kCurrencyShape).required()};

// ---- .dealcheck.yaml ----

constexpr std::array<std::string_view, 4> kSeverities{"minor", "serious", "deadly", kSeverityOff};
constexpr WordSet kSeverityOrOffWords{"rules.unknown-word", kSeverities};
constexpr WordSet kFailOnWords{"rules.unknown-word", kVerdictNamesFromBest};

constexpr std::array kThresholdsKeys{whole("stale_after").at_least(1).by_stage().or_empty(),
                                     whole("review_overdue").at_least(1), money("large_amount")};
constexpr MapShape kThresholdsShape{"thresholds", kThresholdsKeys};
constexpr KeyShape kAnySeverity = word("", kSeverityOrOffWords);
constexpr MapShape kSeverityShape{"severity", {}, &kAnySeverity, Names::rule};
constexpr KeyShape kAnyReadingsPoints = whole("").by_stage().or_empty();
constexpr MapShape kOwnPointsShape{"own_points", {}, &kAnyReadingsPoints};
constexpr KeyShape kAnyLimitsNumber = number("");
constexpr MapShape kOwnLimitsShape{"own_limits", {}, &kAnyLimitsNumber};
constexpr std::array kOverrideKeys{name_of("rule", Names::rule).required(),
                                   flag("off"),
                                   word("severity", kSeverityOrOffWords),
                                   map("points", kOwnPointsShape),
                                   map("limits", kOwnLimitsShape),
                                   text("reason").required_or("settings.override-without-reason")};
constexpr MapShape kOverrideShape{"override", kOverrideKeys};
constexpr KeyShape kOverrides = maps("overrides", kOverrideShape).or_empty();
constexpr std::array kPathKeys{text("match").required(), map("severity", kSeverityShape),
                               kOverrides, word("fail_on", kFailOnWords)};
constexpr MapShape kPathShape{"path", kPathKeys};
constexpr std::array kSettingsKeys{text("rules"),
                                   texts("extra_rules"),
                                   name_of("pack", Names::pack),
                                   names_of("also", Names::pack),
                                   word("language", kLanguageWords),
                                   word("fail_on", kFailOnWords),
                                   map("thresholds", kThresholdsShape),
                                   map("severity", kSeverityShape),
                                   kOverrides,
                                   maps("paths", kPathShape).or_empty(),
                                   maps("ideal_customer", kCheckShape).or_empty()};

}  // namespace

const MapShape kVerdictShape{"verdict", kVerdictKeys};
const MapShape kCallsheetShape{"callsheet", kCallsheetKeys};
const MapShape kPortfolioShape{"portfolio", kPortfolioKeys};
const MapShape kSettingsShape{"settings", kSettingsKeys};

}  // namespace dealcheck

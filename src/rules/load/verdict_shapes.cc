// The shape of verdict.yaml.

#include <array>

#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

constexpr std::array kBandsKeys{whole("backup").required(), whole("contender").required(),
                                whole("first-choice").required()};
constexpr MapShape kBandsShape{"bands", kBandsKeys};
constexpr std::array kUnclearKeys{whole("questions"), whole("readings"),
                                  whole("weight").at_least(0)};
constexpr MapShape kUnclearShape{"unclear", kUnclearKeys};
constexpr std::array kQuestionEndsKeys{whole("no").required(), whole("yes").required()};
constexpr MapShape kQuestionEndsShape{"question_ends", kQuestionEndsKeys};

constexpr KeyShape weight(std::string_view grade) {
  return number(grade).at_least(0).at_most(1).required();
}
constexpr std::array kGradeWeightKeys{weight("witnessed"), weight("reported"), weight("assumed")};
constexpr MapShape kGradeWeightShape{"grade_weight", kGradeWeightKeys};

constexpr std::array kVerdictTextKeys{localized("label").required(), localized("name"),
                                      localized("means").required()};
constexpr MapShape kVerdictTextShape{"verdict_text", kVerdictTextKeys};
constexpr KeyShape verdict_text(std::string_view verdict) {
  return map(verdict, kVerdictTextShape).required();
}
constexpr std::array kVerdictTextsKeys{verdict_text("column-fodder"), verdict_text("backup"),
                                       verdict_text("contender"),     verdict_text("first-choice"),
                                       verdict_text("unclear"),       verdict_text("no-project")};
constexpr MapShape kVerdictTextsShape{"verdict_texts", kVerdictTextsKeys};

constexpr std::array kProjectStateKeys{text("state").required(), localized("label").required(),
                                       condition("when").required()};
constexpr MapShape kProjectStateShape{"project_state", kProjectStateKeys};

constexpr std::array kDecisionKeys{text("decision").required(), localized("says").required()};
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

constexpr std::array kVerdictKeys{localized("title"),
                                  localized("about"),
                                  text("version").required(),
                                  whole("unknown_points").by_stage().required(),
                                  whole("unknown_most").by_stage(),
                                  map("earnest", kQuestionEndsShape),
                                  map("ahead", kQuestionEndsShape),
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

}  // namespace

const MapShape kVerdictShape{"verdict", kVerdictKeys};

}  // namespace dealcheck

// The shape of callsheet.yaml.

#include <array>

#include "rules/callsheet_rules.h"
#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

constexpr WordSet kOutlookWords{"rules.unknown-outlook", kCallOutlookNames};
constexpr WordSet kMatterWords{"rules.no-call-matter", kCallMatterNames};

constexpr std::array kCallAnswerKeys{text("id").required(), flag("blocks"),
                                     word("then", kOutlookWords), localized("label").required(),
                                     localized("says").required()};
constexpr MapShape kCallAnswerShape{"call_answer", kCallAnswerKeys};

constexpr std::array kCallRuleKeys{name_of("for", Names::contact_field, &kMatterWords),
                                   flag("or_nobody"),
                                   words("verdicts", kVerdictWords),
                                   names_of("decisions", Names::decision),
                                   condition("when"),
                                   localized("says").required()};
constexpr std::array kCallWhomKeys = joined(std::array{text("id").required()}, kCallRuleKeys);
constexpr std::array kCallWorthKeys =
    joined(kCallWhomKeys, std::array{name_of("answer", Names::call_answer)});
constexpr std::array kCallAimKeys =
    joined(kCallWhomKeys, std::array{localized("purpose").required()});
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

constexpr std::array kCallStepKeys{text("id").required(), localized("label").required(),
                                   localized_list("says").required()};
constexpr MapShape kCallStepShape{"call_step", kCallStepKeys};
constexpr std::array kOpenerKeys{text("id").required(), localized("phrases").required(),
                                 localized("instead").required()};
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
                                    localized_list("link").required(),
                                    maps("flow", kCallStepShape).required(),
                                    maps("openers", kOpenerShape).required(),
                                    condition("bought").required(),
                                    map("frequency", kFrequenciesShape).required()};

}  // namespace

const MapShape kCallsheetShape{"callsheet", kCallsheetKeys};

}  // namespace dealcheck

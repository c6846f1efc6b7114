// The shape of portfolio.yaml.

#include <array>

#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 3> kActBy{"customer", "us", "both"};
constexpr WordSet kActByWords{"rules.unknown-actor", kActBy};

constexpr std::array kFunnelEntryKeys{
    words("stages", kStageWords), words("verdicts", kVerdictWords),
    names_of("decisions", Names::decision), whole("evidence").at_least(0).at_most(100)};
constexpr MapShape kFunnelEntryShape{"funnel_entry", kFunnelEntryKeys};
constexpr std::array kFunnelLayerKeys{text("layer").required(),
                                      localized("label").required(),
                                      localized("work").required(),
                                      localized("starves").required(),
                                      whole("least").required(),
                                      whole("seats").required(),
                                      maps("takes", kFunnelEntryShape).required()};
constexpr MapShape kFunnelLayerShape{"funnel_layer", kFunnelLayerKeys};
constexpr std::array kActKeys{name_of("of", Names::section_or_field).required(),
                              word("by", kActByWords).required(), condition("unless")};
constexpr MapShape kActShape{"act", kActKeys};
constexpr std::array kCurrencyKeys{text("currency").required(), localized("label").required(),
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

}  // namespace

const MapShape kPortfolioShape{"portfolio", kPortfolioKeys};

}  // namespace dealcheck

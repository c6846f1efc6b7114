// The shape of .dealcheck.yaml.

#include <array>

#include "schema/shape_rows.h"
#include "settings/settings.h"

namespace dealcheck {

namespace {

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

const MapShape kSettingsShape{"settings", kSettingsKeys};

}  // namespace dealcheck

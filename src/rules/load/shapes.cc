// The table of shapes: rules and their facts, plays, checks and conditions.

#include "schema/shapes.h"

#include <algorithm>
#include <array>

#include "rules/check.h"
#include "rules/play.h"
#include "rules/rule.h"
#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

// ---- rules ----

constexpr std::array<std::string_view, 2> kRuleKinds{"question", "rule"};
constexpr WordSet kRuleKindWords{"rules.unknown-kind", kRuleKinds};
constexpr WordSet kBehindWords{"rules.unknown-word", kBehindNames};
constexpr WordSet kTopicWords{"rules.unknown-topic", kTopics};
constexpr WordSet kMineWords{"rules.unknown-mine", kMineKinds};
constexpr WordSet kRankWords{"rules.unknown-standing", kRankNames};

constexpr std::array kWouldKeys{localized("help").required(), localized("hurt").required()};
constexpr MapShape kWouldShape{"would", kWouldKeys};

constexpr std::array kMineKeys{word("kind", kMineWords).required(),
                               word("severity", kSeverityWords).required(), text("cause"),
                               name_of("about", Names::person)};
constexpr MapShape kMineShape{"mine", kMineKeys};

constexpr std::array kReadingKeys{word("reads", kReadsWords).required(),
                                  whole("points").by_stage().or_empty().required(),
                                  word("tells", kBehindWords),
                                  words("stages", kStageWords),
                                  condition("when").required(),
                                  condition("unless"),
                                  localized("says").required(),
                                  map("mine", kMineShape),
                                  word("cap", kRankWords),
                                  word("lift", kRankWords),
                                  flag("not_started"),
                                  localized("lifted_by").required_with("cap")};
constexpr MapShape kReadingShape{"reading", kReadingKeys};

constexpr WordSet kUnitWords{"rules.unknown-unit", kLimitUnits};
constexpr std::array kLimitKeys{number("is").required(), word("unit", kUnitWords).required(),
                                localized("means").required()};
constexpr MapShape kLimitShape{"limit", kLimitKeys};
constexpr KeyShape kAnyLimit = map("", kLimitShape);

constexpr std::array kExampleKeys{KeyShape{.name = "deal", .kind = Kind::deal}.required(),
                                  KeyShape{.name = "reads", .kind = Kind::finding}.required()};

constexpr std::array kEntryKeys{name_of("section", Names::section).required(),
                                names_of("keys", Names::key_of_section).required(), flag("none")};

constexpr std::array kRuleKeys{
    text("id").required(),
    word("kind", kRuleKindWords).required(),
    whole("order").only_with("kind", "question").required(),
    word("tells", kBehindWords),
    words("stages", kStageWords).required(),
    name_of("for", Names::record_section),
    names_of("answered_by", Names::role),
    KeyShape{.name = "answer", .kind = Kind::answer, .form = Form::one_or_list},
    word("topic", kTopicWords),
    localized("label").required(),
    localized("question").required_with("kind", "question"),
    text("source").required(),
    localized("ask").required(),
    localized("why").required(),
    map("would", kWouldShape).only_with("kind", "question").required(),
    map("limits", kLimitsShape),
    maps("readings", kReadingShape).required(),
    maps("examples", kExampleShape).required().or_empty()};

// ---- facts ----

constexpr std::array kQueryKeys{localized("means").required(), flag("open"),
                                name_of("of", Names::record_section).required(),
                                condition("where")};
constexpr MapShape kQueryShape{"query", kQueryKeys};
constexpr KeyShape kAnyQuery = map("", kQueryShape);
constexpr MapShape kQueriesShape{"queries", {}, &kAnyQuery};
constexpr std::array kFactsKeys{map("facts", kQueriesShape).required()};

// ---- plays ----

constexpr WordSet kBulletWords{"rules.unknown-word", kWithBullet};
constexpr WordSet kActorWords{"rules.unknown-word", kActors};
constexpr std::array<std::string_view, 1> kOnMine{"mine"};
constexpr WordSet kOnWords{"rules.not-a-person", kOnMine};

constexpr std::array kAnswersKeys{words("kinds", kMineWords), names_of("causes", Names::mine_cause),
                                  names_of("rules", Names::rule)};
constexpr MapShape kAnswersShape{"answers", kAnswersKeys};

constexpr std::array kPlayKeys{text("play").required(),
                               whole("action").at_least(1).at_most(kSourcesOfAction).required(),
                               text("source").required(),
                               localized("label").required(),
                               words("stages", kStageWords),
                               names_of("decisions", Names::decision),
                               flag("urgent"),
                               flag("inside"),
                               flag("stops"),
                               flag("leaves"),
                               flag("last_resort"),
                               flag("ahead"),
                               name_of("instead_of", Names::play),
                               condition("when"),
                               map("answers", kAnswersShape),
                               name_of("on", Names::person, &kOnWords),
                               condition("who").only_with("on", {}),
                               word("bullet", kBulletWords),
                               word("actor", kActorWords),
                               whole("days").at_least(0).required(),
                               localized("says"),
                               localized("through"),
                               localized("worked").required(),
                               localized("failed").required()};
constexpr MapShape kPlayShape{"play", kPlayKeys};
constexpr std::array kPlaysKeys{maps("plays", kPlayShape).required()};

// ---- checks ----

constexpr std::array kCheckKeys{text("check").required(),       localized("label").required(),
                                text("source").required(),      condition("when").required(),
                                condition("failed").required(), localized("passes").required(),
                                localized("fails").required(),  localized("ask").required()};

constexpr KeyShape checks(std::string_view group) {
  return maps(group, kCheckShape).required().or_empty();
}
constexpr std::array kChecksKeys{checks("objective"), checks("project"), checks("special-control"),
                                 checks("fit"),       checks("bullet"),  checks("coach")};

// ---- tests of rules ----

constexpr KeyShape date(std::string_view name) { return {.name = name, .kind = Kind::date}; }
constexpr std::array kTestKeys{text("name").required(),
                               date("as_of"),
                               word("language", kLanguageWords),
                               KeyShape{.name = "deal", .kind = Kind::deal},
                               text("deal_file"),
                               KeyShape{.name = "facts", .kind = Kind::facts},
                               flag("only"),
                               KeyShape{.name = "expect", .kind = Kind::expected}.required()};
constexpr std::array kTestsKeys{date("as_of"), word("language", kLanguageWords),
                                maps("tests", kRuleTestShape).required()};

// ---- starter files ----

constexpr std::array kStarterKeys{maps("early", kEntryShape).required().or_empty(),
                                  maps("mid", kEntryShape).required().or_empty(),
                                  maps("late", kEntryShape).required().or_empty()};

// ---- conditions ----

constexpr std::array kSomeKeys{whole("at_least").at_least(1).required(),
                               conditions("of").required()};
constexpr std::array<std::string_view, 4> kStates{"known", "unknown", "none", "not_known"};
constexpr WordSet kStateWords{"rules.unknown-state", kStates};
constexpr std::array kMatcherKeys{
    word("is", kStateWords), KeyShape{.name = "not", .form = Form::one_or_list},
    bound("at_least"),       bound("at_most"),
    bound("above"),          bound("below")};
constexpr std::array kBoundKeys{name_of("limit", Names::limit).required()};

}  // namespace

const MapShape kRuleShape{"rule", kRuleKeys};
const MapShape kExampleShape{"example", kExampleKeys};
const MapShape kFactsShape{"facts", kFactsKeys};
const MapShape kPlaysShape{"plays", kPlaysKeys};
const MapShape kEntryShape{"entry", kEntryKeys};
const MapShape kStarterShape{"starter", kStarterKeys};
const MapShape kRuleTestsShape{"tests", kTestsKeys};
const MapShape kRuleTestShape{"test", kTestKeys};
const MapShape kChecksShape{"checks", kChecksKeys};
const MapShape kCheckShape{"check", kCheckKeys};
const MapShape kSomeShape{"some", kSomeKeys};
const MapShape kBoundShape{"bound", kBoundKeys};
const MapShape kLimitsShape{"limits", {}, &kAnyLimit};
const MapShape kMatcherShape{"matcher", kMatcherKeys};

std::span<const FileShape> rule_file_shapes() {
  using Mark = std::array<std::string_view, 1>;
  static constexpr Mark kId{"id"};
  static constexpr Mark kFacts{"facts"};
  static constexpr Mark kTests{"tests"};
  static constexpr Mark kVersion{"version"};
  static constexpr Mark kPlays{"plays"};
  static constexpr Mark kWorth{"worth"};
  static constexpr Mark kLayers{"layers"};
  static constexpr Mark kSections{"sections"};
  static constexpr Mark kCrms{"crms"};
  static constexpr std::array<FileShape, 11> kFiles{
      {{"FOLDER/*.yaml", &kRuleShape, kId},
       {"facts/*.yaml", &kFactsShape, kFacts},
       {"tests/*.yaml", &kRuleTestsShape, kTests},
       {"verdict.yaml", &kVerdictShape, kVersion, true},
       {"plays.yaml", &kPlaysShape, kPlays},
       {"checks.yaml", &kChecksShape, kCheckGroups, true},
       {"callsheet.yaml", &kCallsheetShape, kWorth},
       {"portfolio.yaml", &kPortfolioShape, kLayers},
       {"starter.yaml", &kStarterShape, kStageNames},
       {"import.yaml", &kImportShape, kCrms},
       {"vocabulary.yaml", &kVocabularyShape, kSections}}};
  return kFiles;
}

}  // namespace dealcheck

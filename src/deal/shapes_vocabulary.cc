// The table of shapes, continued: vocabulary.yaml.

#include <array>

#include "deal/vocabulary.h"
#include "schema/shape_rows.h"

namespace dealcheck {

/// A key of a section. It may hold a section of its own.
extern const MapShape kVocabularyKeyShape;

namespace {

constexpr WordSet kTypeWords{"rules.unknown-type", kWrittenTypes};
constexpr WordSet kShapeWords{"rules.unknown-word", kShapeNames};

constexpr std::array kSpellingKeys = joined(language_keys(), std::array{text("also")});
constexpr MapShape kSpellingShape{"spelling", kSpellingKeys};
constexpr KeyShape spelling(std::string_view name) { return map(name, kSpellingShape).required(); }
constexpr std::array kWordsKeys{spelling("unknown"), spelling("none"),
                                spelling("us"),      spelling("signal"),
                                spelling("value"),   map("events", kSpellingShape)};
constexpr MapShape kWordsShape{"words", kWordsKeys};

constexpr std::array kChoiceKeys =
    joined(kSpellingKeys, std::array{word("looks_like", kStageWords), flag("absence")});
constexpr MapShape kChoiceShape{"choice", kChoiceKeys};
constexpr KeyShape kAnyChoice = map("", kChoiceShape);
constexpr MapShape kChoicesShape{"choices", {}, &kAnyChoice};
constexpr KeyShape kAnySet = map("", kChoicesShape);
constexpr MapShape kSetsShape{"sets", {}, &kAnySet};

constexpr KeyShape kAnyKey = map("", kVocabularyKeyShape);
constexpr MapShape kKeysShape{"keys", {}, &kAnyKey};

constexpr std::array kKeyKeys = joined(
    kSpellingKeys,
    std::array{localized("means").required(), map("values", kChoicesShape),
               name_of("use", Names::value_set), word("type", kTypeWords), flag("many"),
               flag("each_informant"), flag("unweighed"), number("min"), number("max"),
               word("begins", kStageWords), flag("meeting"), whole("ahead_days"), text("none"),
               flag("last_day"), flag("exact_day"), text("undated"), text("counted"),
               map("keys", kKeysShape).only_with("type", "records").required(),
               text("shorthand").only_with("type", "records")});

constexpr std::array kSectionKeys =
    joined(kSpellingKeys,
           std::array{localized("means").required(), word("shape", kShapeWords).required(),
                      flag("top"), flag("ages"), flag("planned"), flag("past"), flag("unweighed"),
                      map("keys", kKeysShape).required(), text("shorthand")});
constexpr MapShape kSectionShape{"section", kSectionKeys};
constexpr KeyShape kAnySection = map("", kSectionShape);
constexpr MapShape kSectionsShape{"sections", {}, &kAnySection};

constexpr std::array kVocabularyKeys{
    map("words", kWordsShape).required(), map("sets", kSetsShape).required(),
    map("common", kKeysShape).required(), map("sections", kSectionsShape).required()};

}  // namespace

const MapShape kVocabularyKeyShape{"key", kKeyKeys};
const MapShape kVocabularyShape{"vocabulary", kVocabularyKeys};

}  // namespace dealcheck

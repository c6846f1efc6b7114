#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dealcheck {

// What may stand in every file that is not a deal: rule files and settings, and the reports that
// the program writes. One table (shapes*.cc) that the readers check a file against, and that the
// schemas for editors are made from. A new key is one row there, one text in
// rules/words/schema.yaml, and one line in its reader.

/// What a value is.
enum class Kind : std::uint8_t {
  text,       ///< any scalar
  number,     ///< a plain decimal number
  whole,      ///< a whole number
  bound,      ///< a number, or {limit: NAME}: one that has a name
  flag,       ///< yes or no
  date,       ///< 2026-03-20
  money,      ///< 1.2M EUR, 120万, 1200000
  word,       ///< one of a fixed set
  name,       ///< the name of something that a rule set holds
  localized,  ///< {en: …, zh: …}
  condition,  ///< a `when:` tree
  map,        ///< keys of another shape
  deal,       ///< a whole deal
  answer,     ///< where an answer is written: the name of a field, or {section, keys} of a list
  facts,      ///< values by the names of facts
  finding,    ///< what a rule has to read: a word, or fields of its reading
  expected,   ///< what a rule test expects: findings by rules, values by fields of the verdict
};

inline constexpr double kLargestWhole = 1'000'000;  ///< and the same below zero

/// How many of them.
enum class Form : std::uint8_t {
  one,
  one_or_list,
  list,
  by_stage,  ///< one for all stages, or a map with one for each
};

/// What a name stands for; it is the reader that looks it up.
enum class Names : std::uint8_t {
  fact,
  person,          ///< a fact over contacts
  section,         ///< of the deal file
  record_section,  ///< one that holds a list
  field,           ///< `deal.amount`
  key_of_section,  ///< of the section named beside it
  contact_field,   ///< `objections.by`: one that names a person
  section_or_field,
  value_set,
  role,
  rule,
  mine_cause,
  decision,
  play,
  call_answer,
  limit,  ///< of the same rule, or `RULE.NAME`
  pack,   ///< a built-in one, or a folder, which has a slash in it
};

/// A fixed set of words, and the complaint about any other: a sentence of diagnostics.yaml, told
/// with the `value`, the `known` words and the `nearest` of them.
struct WordSet {
  std::string_view complaint;
  std::span<const std::string_view> words;
};

struct MapShape;

/// One key of a map, and what it takes.
struct KeyShape {
  std::string_view name;
  Kind kind = Kind::text;
  Form form = Form::one;
  const WordSet* words = nullptr;   ///< of a word
  const MapShape* shape = nullptr;  ///< of a map
  Names names = Names::fact;        ///< of a name
  bool is_required = false;
  bool is_partial_too = false;    ///< of a map: where its own map is partial it may be
  bool may_be_null = false;       ///< of what the program writes
  bool may_be_empty = false;      ///< of a list; by stage: it may leave stages out
  std::string_view if_missing{};  ///< the complaint, when it is another than that a key is missing
  std::optional<double> least{};  ///< of a number
  std::optional<double> most{};
  // It may depend on another key: on its being there, or (`other_word`) on what it says.
  std::string_view other_key{};
  std::string_view other_word{};
  bool belongs_to_other = false;  ///< without the other it must not be there; else: is optional

  // The words of a row.
  [[nodiscard]] constexpr KeyShape required() const {
    KeyShape key = *this;
    key.is_required = true;
    return key;
  }
  [[nodiscard]] constexpr KeyShape required_or(std::string_view complaint) const {
    KeyShape key = required();
    key.if_missing = complaint;
    return key;
  }
  [[nodiscard]] constexpr KeyShape by_stage() const {
    KeyShape key = *this;
    key.form = Form::by_stage;
    return key;
  }
  [[nodiscard]] constexpr KeyShape required_with(std::string_view other,
                                                 std::string_view word = {}) const {
    KeyShape key = required();
    key.other_key = other;
    key.other_word = word;
    return key;
  }
  [[nodiscard]] constexpr KeyShape only_with(std::string_view other, std::string_view word) const {
    KeyShape key = *this;
    key.other_key = other;
    key.other_word = word;
    key.belongs_to_other = true;
    return key;
  }
  [[nodiscard]] constexpr KeyShape partial_too() const {
    KeyShape key = *this;
    key.is_partial_too = true;
    return key;
  }
  [[nodiscard]] constexpr KeyShape or_null() const {
    KeyShape key = *this;
    key.may_be_null = true;
    return key;
  }
  [[nodiscard]] constexpr KeyShape or_empty() const {
    KeyShape key = *this;
    key.may_be_empty = true;
    return key;
  }
  [[nodiscard]] constexpr KeyShape at_least(double limit) const {
    KeyShape key = *this;
    key.least = limit;
    return key;
  }
  [[nodiscard]] constexpr KeyShape at_most(double limit) const {
    KeyShape key = *this;
    key.most = limit;
    return key;
  }
};

/// A map. `id` names its description (`schema.shape.<id>`) and those of its keys
/// (`schema.<id>.<key>`; `schema.any.<key>` where a key means the same everywhere).
struct MapShape {
  std::string_view id;
  std::span<const KeyShape> keys;
  const KeyShape* others = nullptr;    ///< what stands under any other name; null: there is none
  std::optional<Names> other_names{};  ///< what those names stand for, when they are not free

  /// Null when there is no such key.
  [[nodiscard]] const KeyShape* find(std::string_view key) const;
};

// ---- whole files, and the parts that are read on their own ----

extern const MapShape kRuleShape;        ///< every file in a folder of rules
extern const MapShape kFactsShape;       ///< facts/*.yaml
extern const MapShape kVerdictShape;     ///< verdict.yaml
extern const MapShape kPlaysShape;       ///< plays.yaml
extern const MapShape kChecksShape;      ///< checks.yaml
extern const MapShape kCallsheetShape;   ///< callsheet.yaml
extern const MapShape kPortfolioShape;   ///< portfolio.yaml
extern const MapShape kVocabularyShape;  ///< vocabulary.yaml
extern const MapShape kStarterShape;     ///< starter.yaml
extern const MapShape kImportShape;      ///< import.yaml
extern const MapShape kEntryShape;       ///< a section and the keys of an entry of it
extern const MapShape kSettingsShape;    ///< .dealcheck.yaml
extern const MapShape kRuleTestsShape;   ///< tests/*.yaml
extern const MapShape kRuleTestShape;    ///< one test of them
extern const MapShape kCheckShape;       ///< one check of a list
extern const MapShape kExampleShape;     ///< one example of a rule
extern const MapShape kSomeShape;        ///< `some:` in a condition
extern const MapShape kMatcherShape;     ///< a comparison in a condition
extern const MapShape kBoundShape;       ///< `{limit: NAME}` in it
extern const MapShape kLimitsShape;      ///< numbers of a rule that have names
extern const MapShape kTextShape;        ///< a text in every language

extern const MapShape kReportShape;        ///< what is told of a deal in JSON
extern const MapShape kFailedReportShape;  ///< and of one that could not be judged

/// Whether what is missing is missed: of a file that only says what differs from another it is not.
enum class Completeness : std::uint8_t { whole, partial };

/// One kind of file of a rule folder.
struct FileShape {
  std::string_view name;  ///< `verdict.yaml`, `facts/*.yaml`
  const MapShape* shape;
  std::span<const std::string_view> marks;  ///< keys that no other kind has; one of them is there
  bool may_be_partial = false;              ///< in a pack or an added folder
};
[[nodiscard]] std::span<const FileShape> rule_file_shapes();

}  // namespace dealcheck

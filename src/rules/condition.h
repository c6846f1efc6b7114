#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stage.h"
#include "deal/opportunity.h"

namespace dealcheck {

/// Three-valued truth; ordered so that `min` is "and" and `max` is "or".
enum class Tri : std::uint8_t { no, unknown, yes };

[[nodiscard]] inline Tri operator!(Tri value) {
  return static_cast<Tri>(2 - static_cast<int>(value));
}

/// What a condition looks at: a field of a record, reached over contacts where needed.
/// Steps: a key of the record's section, a common key (from kCommonKey), or a derived field (from
/// kDerivedField); every step but the last is a contact, the next step a field of that contact.
using FieldId = std::uint16_t;
inline constexpr FieldId kDerivedField = 2000;
inline constexpr FieldId kParentStep = 3000;  ///< from a nested record to the one it hangs under
using FieldPath = std::vector<FieldId>;

struct Subject {
  enum class Kind : std::uint8_t {
    attribute,      ///< an attribute of the deal; `id` its section, `path` its key and on
    attribute_age,  ///< days since that was stated
    query,          ///< a named fact: does a record match?
    query_count,    ///< how many match
    query_age,      ///< days since the newest match
    query_field,    ///< a field of the newest match
    computed,       ///< a fact that code computes; `id` its place in the table
    field           ///< a field of the record at hand (`where`, `for`)
  };

  Kind kind = Kind::field;
  std::uint16_t id = 0;
  FieldPath path;

  friend bool operator==(const Subject&, const Subject&) = default;
};

/// An answer that is given instead of being looked up in a deal (the tests of rules).
struct GivenFact {
  Subject subject;
  Value value;
};

/// An end of a range.
struct Bound {
  enum class Kind : std::uint8_t { at_least, at_most, above, below };

  Kind kind = Kind::at_least;
  double number = 0;
  std::optional<std::uint16_t> limit{};  ///< what sets it: place among the rulebook's limits

  friend bool operator==(const Bound&, const Bound&) = default;
};
/// As they are written, by Bound::Kind.
inline constexpr std::array<std::string_view, 4> kBoundNames{"at_least", "at_most", "above",
                                                             "below"};
[[nodiscard]] inline std::string_view to_string(Bound::Kind kind) {
  return kBoundNames.at(static_cast<std::size_t>(kind));
}

/// What a value is held against.
struct Matcher {
  enum class Kind : std::uint8_t {
    any_of,
    range,
    known,
    unknown,   ///< nothing says what it is
    none,      ///< it was checked and there is none
    not_known  ///< the file says that it was asked and nobody knows
  };

  Kind kind = Kind::any_of;
  bool negated = false;
  std::vector<std::int32_t> choices;  ///< any_of: places in the subject's set
  std::vector<double> numbers;        ///< any_of: numbers
  std::vector<Bound> bounds{};        ///< range: at least one, of each kind at most one
};

/// A condition over facts: true, false or unknown.
struct Condition {
  enum class Op : std::uint8_t { all, any, negation, some, leaf };

  Op op = Op::all;
  std::uint16_t at_least = 0;  ///< some: how many parts must hold
  std::vector<Condition> parts;
  Subject subject;
  Matcher matcher;
};

/// A named question to a list of the deal (rules/facts): which records match?
struct Query {
  std::string name;
  LocalizedText means;
  std::uint16_t section = 0;
  Condition where;
  bool open = false;  ///< a list that does not show one does not prove that there is none
};

}  // namespace dealcheck

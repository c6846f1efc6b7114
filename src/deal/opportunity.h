#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/stage.h"
#include "deal/vocabulary.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// A contact that a statement names: an index into the contacts' records, or one of these.
inline constexpr std::int32_t kNobodyNamed = -1;
inline constexpr std::int32_t kOurSide = -2;
inline constexpr std::int32_t kNotListed = -3;  ///< a name that stands nowhere under contacts

/// One value as the file states it. `unknown` means that somebody asked and does not know; `none`
/// that it was checked and there is none. What the file does not mention has no Value at all.
struct Value {
  enum class Kind : std::uint8_t { unknown, none, choice, number, date, text, contact };

  Kind kind = Kind::unknown;
  std::int32_t index =
      0;  ///< choice: place in its set; contact: place under contacts, or a constant above
  double number = 0;  ///< number, money (in units of its currency)
  Date date;
  std::string_view text;  ///< as written; lives in the deal's document

  [[nodiscard]] bool same_as(const Value& other) const;
};

// Values that are read, or worked out and written nowhere; those have no text.
[[nodiscard]] Value number_value(double number, std::string_view text = {});
[[nodiscard]] Value choice_value(std::int32_t index, std::string_view text = {});
[[nodiscard]] Value date_value(Date date, std::string_view text = {});
[[nodiscard]] Value text_value(std::string_view text);
/// Of the choice between yes and no.
[[nodiscard]] Value answer_value(bool yes);

/// Who says so, since when, and how well it is known.
struct Provenance {
  std::optional<Date> date;
  std::int32_t by = kNobodyNamed;
  std::string_view by_text;  ///< as written
  Location by_at;
  std::optional<Grade> stated_grade;
  std::optional<Stage> seen_in;
  std::string_view note;
  std::string_view source;  ///< who passed it on
  std::optional<std::int32_t>
      trust;  ///< how far the source can be trusted: place in its choice set

  /// As stated; else witnessed when there is a day and a person, else reported (method 2). A span
  /// of days proves no witness.
  [[nodiscard]] Grade grade() const;
};

/// What was passed on to us: the file says that it was, or through whom.
[[nodiscard]] inline bool is_hearsay(const Provenance& proof) {
  const bool first_hand = proof.stated_grade && *proof.stated_grade != Grade::reported;
  return !first_hand && (proof.stated_grade || !proof.source.empty());
}

/// One value of one key, with its place and provenance (that of its record where it has none of its
/// own).
struct Statement {
  KeyId key = 0;
  Value value;
  Location at;
  Provenance proof;
};

/// One entry of a section: of records one map, of attributes all statements of the section.
struct Record {
  Location at;
  std::int32_t parent = -1;  ///< of nested records: place of the record they hang under
  Provenance proof;
  std::vector<Statement> statements;

  /// The first statement of a key, or null.
  [[nodiscard]] const Statement* find(KeyId key) const;
};

struct SectionData {
  enum class Presence : std::uint8_t { absent, unknown, none, stated };

  Presence presence = Presence::absent;
  Location at;
  std::vector<Record> records;  ///< attributes: exactly one once stated
};

/// The deal as written: every value located, nothing filled in, nothing judged.
struct Opportunity {
  std::shared_ptr<const YamlDocument> document;  ///< owns all text
  std::vector<SectionData> sections;             ///< by section number of the vocabulary

  [[nodiscard]] const std::string& path() const { return document->source->path(); }
  /// The first statement of an attribute, or null.
  [[nodiscard]] const Statement* find(std::uint16_t section, KeyId key) const;
};

/// Reads a deal. Every problem (unknown name, wrong type, empty value, impossible date, …) goes to
/// `diagnostics` with its place; nothing is returned when one of them is an error.
[[nodiscard]] std::optional<Opportunity> read_opportunity(
    std::shared_ptr<const YamlDocument> document, const Vocabulary& vocabulary,
    Diagnostics& diagnostics);

/// The same from any map inside a document (the examples of rules).
[[nodiscard]] std::optional<Opportunity> read_opportunity(
    Yaml root, std::shared_ptr<const YamlDocument> document, const Vocabulary& vocabulary,
    Diagnostics& diagnostics);

/// How a contact is told to people: name, else title, else id.
[[nodiscard]] std::string_view contact_name(const Opportunity& opportunity,
                                            const Vocabulary& vocabulary, std::int32_t contact);

}  // namespace dealcheck

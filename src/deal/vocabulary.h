#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/stage.h"
#include "i18n/words.h"

namespace dealcheck {

class Diagnostics;
class Yaml;

/// Spelling as names are compared: `alike`, ASCII lower case, blanks and hyphens as underscores.
[[nodiscard]] std::string normalise_name(std::string_view name);

/// The same for a look-up, for which no memory is asked unless the name is longer than 64 bytes
/// or may be spelled in two ways.
/// The text lies inside, so that it can be neither copied nor moved.
class NormalName {
 public:
  explicit NormalName(std::string_view name);
  NormalName(const NormalName&) = delete;
  NormalName& operator=(const NormalName&) = delete;
  operator std::string_view() const { return view_; }  // NOLINT(google-explicit-constructor)

 private:
  std::array<char, 64> short_;
  std::string long_;
  std::string_view view_;
};

/// Names in every spelling (English, Chinese, other) and what each stands for.
class NameIndex {
 public:
  using Entry = std::pair<SharedText, std::uint16_t>;

  [[nodiscard]] std::optional<std::uint16_t> find(std::string_view normalised) const;
  /// False when the name is taken by something else.
  bool add(std::string_view name, std::uint16_t id);
  [[nodiscard]] std::vector<std::string_view> all() const;
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  template <typename Archive>
  friend void fields(Archive& a, NameIndex& v);

  void place_all();

  std::vector<Entry> entries_;  ///< sorted by name
  /// Hash table with open addressing: place among the entries + 1, or 0; at most half of it is
  /// taken, and its size is a power of two.
  std::vector<std::uint16_t> slots_;
};

/// One value out of a fixed choice.
struct Choice {
  std::string id;
  LocalizedText label;
  std::optional<Stage> looks_like;  ///< the stage that such behaviour belongs to (method 3.5)
};

struct ChoiceSet {
  std::string id;
  std::vector<Choice> choices;
  NameIndex names;
  std::optional<std::uint16_t> absence;  ///< the choice that says the same as a checked absence
};

enum class Type : std::uint8_t { choice, number, money, date, text, contact, records };
/// The names of all but the first, in that order: a choice is written by its values.
inline constexpr std::array<std::string_view, 6> kWrittenTypes{"number", "money",   "date",
                                                               "text",   "contact", "records"};

/// One key of a section.
struct Key {
  std::string id;
  LocalizedText label;
  LocalizedText means;
  Type type = Type::text;
  bool many = false;            ///< takes one value or a list
  bool each_informant = false;  ///< a view: one person's later word does not replace another's
  bool unweighed = false;       ///< for people, or read by other parts of the program than rules
  std::uint16_t set = 0;        ///< of a choice: its set
  std::uint16_t nested = 0;     ///< of records: the section that holds them
  std::optional<double> min;
  std::optional<double> max;
  std::optional<Stage> begins;  ///< of a milestone: the stage it begins
  bool meeting = false;         ///< of a milestone: we sit with them then
  int ahead_days = 0;           ///< of a milestone: it counts this many days before its date
  std::vector<std::string> none_words;  ///< further spellings of a checked absence
  bool last_day = false;                ///< of a span of days the last one counts, else the first
  bool exact_day = false;               ///< takes no span of days
  /// Of a date: words that tell that it happened and no day (`yes`, `by_phone`).
  std::vector<std::string> undated;
  /// Of a number: what may stand behind it, with what one of it makes (`hours`: 60).
  std::vector<std::pair<std::string, double>> counted;
};

enum class Shape : std::uint8_t { attributes, records };
inline constexpr std::array<std::string_view, 2> kShapeNames{"attributes", "records"};

/// One section of the deal file. Attributes: one map from key to statements. Records: a list of
/// maps.
struct Section {
  std::string id;
  LocalizedText label;
  LocalizedText means;
  Shape shape = Shape::attributes;
  bool top = false;        ///< its keys stand at the top of the file, without a section
  bool ages = false;       ///< its statements go stale and belong to a stage
  bool planned = false;    ///< an entry dated after the day of judgement is a plan, not a mistake
  bool past = false;       ///< how it began, or what somebody did: it cannot un-happen
  bool unweighed = false;  ///< of all its keys: see Key
  std::optional<std::uint16_t> shorthand;  ///< of records: the key that a bare value stands for
  std::optional<std::uint16_t> parent;     ///< of nested records: the section they hang under
  std::vector<Key> keys;
  NameIndex names;
};

/// A key's number: below kCommonKey a key of its own section; from there one of the common keys.
using KeyId = std::uint16_t;
inline constexpr KeyId kCommonKey = 1000;

/// What a deal file in a language calls a choice, a key or a section: by its label; in English, and
/// where nobody has translated it, by its id.
[[nodiscard]] std::string_view written_name(const auto& named, Language language) {
  const std::string_view label =
      language == Language::en ? std::string_view() : named.label.own(language);
  return label.empty() ? std::string_view(named.id) : label;
}

/// Every word a deal file may use (rules/vocabulary.yaml).
struct Vocabulary {
  std::vector<ChoiceSet> sets;
  std::vector<Section> sections;
  Section common;           ///< the keys that every statement may carry
  NameIndex section_names;  ///< without nested ones
  NameIndex unknown_words;  ///< "asked, not known"
  NameIndex none_words;     ///< "checked, there is none"
  NameIndex entry_words;    ///< 0: the key of a full-form entry names its signal; 1: its value
  NameIndex us_words;       ///< our own side, where a contact is expected
  NameIndex event_words;    ///< the list of whatever happened; empty: these rules have none
  LocalizedText unknown;    ///< how the program itself writes those words into a deal
  LocalizedText none;
  LocalizedText us;
  LocalizedText value;
  LocalizedText events;

  /// Looks a key up by its canonical or any other name, common keys included.
  [[nodiscard]] std::optional<KeyId> find_key(const Section& section, std::string_view name) const;
  [[nodiscard]] const Key& key(const Section& section, KeyId id) const {
    return id >= kCommonKey ? common.keys[id - kCommonKey] : section.keys[id];
  }
  /// Section by canonical id, nested ones as `competitors.strengths`.
  [[nodiscard]] std::optional<std::uint16_t> section_id(std::string_view id) const;
  [[nodiscard]] std::optional<std::uint16_t> set_id(std::string_view id) const;
  [[nodiscard]] const ChoiceSet& choices(const Key& key) const { return sets[key.set]; }
};

/// Reads rules/vocabulary.yaml. Nothing when it has errors; all of them are in `diagnostics`.
[[nodiscard]] std::optional<Vocabulary> load_vocabulary(Yaml root, Diagnostics& diagnostics);

}  // namespace dealcheck

#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/people.h"

namespace dealcheck {

/// A section with its words, for reads by canonical name.
class SectionView {
 public:
  SectionView(const Vocabulary& vocabulary, const Opportunity& opportunity, std::string_view id)
      : vocabulary_(vocabulary),
        section_(vocabulary.sections[*vocabulary.section_id(id)]),
        data_(opportunity.sections[*vocabulary.section_id(id)]) {}

  [[nodiscard]] const std::vector<Record>& records() const { return data_.records; }
  [[nodiscard]] KeyId key(std::string_view id) const { return *section_.names.find(id); }

  [[nodiscard]] std::string_view choice(const Record& record, KeyId key) const {
    const Statement* statement = record.find(key);
    if (statement == nullptr || statement->value.kind != Value::Kind::choice) return {};
    const ChoiceSet& set = vocabulary_.choices(section_.keys[key]);
    return set.choices[static_cast<std::size_t>(statement->value.index)].id;
  }
  [[nodiscard]] bool is(const Record& record, KeyId key,
                        std::initializer_list<std::string_view> ids) const {
    return std::find(ids.begin(), ids.end(), choice(record, key)) != ids.end();
  }

 private:
  const Vocabulary& vocabulary_;
  const Section& section_;
  const SectionData& data_;
};

/// Whom a statement names; a word for unknown or none names nobody.
[[nodiscard]] inline std::int32_t contact_in(const Statement* statement) {
  const bool named = statement != nullptr && statement->value.kind == Value::Kind::contact;
  return named ? statement->value.index : kNobodyNamed;
}

/// Everything that speaks for, against or neither, from one contact.
struct Voices {
  bool in_favour = false;
  bool against = false;     ///< a preference for a rival is that too
  bool against_us = false;  ///< more than that
  bool neutral = false;
};

/// Puts the people of one deal together: who was reached and what each did (people.cc), and where
/// each stands (people_stance.cc). Used once.
class PeopleReader {
 public:
  PeopleReader(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of)
      : vocabulary_(vocabulary),
        opportunity_(opportunity),
        as_of_(as_of),
        contacts_(vocabulary, opportunity, "contacts"),
        people_(contacts_.records().size()),
        days_(people_.size()),
        door_(people_.size()),
        all_(people_.size()),
        firm_(people_.size()) {}

  std::vector<Person> read();

 private:
  [[nodiscard]] SectionView view(std::string_view id) const {
    return {vocabulary_, opportunity_, id};
  }
  [[nodiscard]] bool future(const std::optional<Date>& date) const {
    return date && *date > as_of_;
  }
  /// The word of somebody who may serve both sides.
  [[nodiscard]] bool untested(std::int32_t contact) const {
    return is_contact(contact) && people_[static_cast<std::size_t>(contact)].serves_both;
  }
  [[nodiscard]] bool is_contact(std::int32_t index) const {
    return index >= 0 && static_cast<std::size_t>(index) < people_.size();
  }

  void reach(std::int32_t contact, const std::optional<Date>& date, const Provenance& proof);
  void read_meetings();
  void read_interactions();
  void read_executive_access();
  void read_closed_doors();
  void close(std::int32_t contact, const Record& record, bool closed);
  void read_witnesses();
  [[nodiscard]] bool turned_us_away(const SectionView& access, const Record& record) const;

  /// `for_rival`: against only in that a rival is preferred.
  void voice(std::int32_t contact, Stance stance, Grade grade, bool for_rival = false);
  void read_declared_stance();
  void read_attitudes();
  void read_words();
  [[nodiscard]] static std::optional<Stance> settle(const Voices& voices);

  void read_acts();
  void read_changes();
  void read_counterweights();
  /// It stands in the file and is not only what we believe.
  [[nodiscard]] static bool is_known(const Statement* statement) {
    return statement != nullptr && statement->proof.grade() != Grade::assumed;
  }
  [[nodiscard]] bool stands_above(std::size_t upper, std::size_t lower) const;
  [[nodiscard]] bool can_hold_in_check(std::size_t supporter, std::size_t opponent) const;

  const Vocabulary& vocabulary_;
  const Opportunity& opportunity_;
  Date as_of_;
  SectionView contacts_;
  std::vector<Person> people_;
  std::vector<std::vector<Date>> days_;    ///< of meetings, for each contact
  std::vector<std::optional<Date>> door_;  ///< of the newest answer to a try to be seen
  std::vector<Voices> all_;
  std::vector<Voices> firm_;
};

}  // namespace dealcheck

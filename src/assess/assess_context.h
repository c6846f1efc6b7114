#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "deal/opportunity.h"
#include "engine/facts.h"
#include "i18n/words.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// Puts what was found into the words of one language: texts with their placeholders filled, places
/// of a deal as evidence. Refers to the rulebook, the deal and the facts it was made from.
class AssessContext {
 public:
  /// A brief one tells of evidence only where it stands and how well it is known.
  AssessContext(const Rulebook& rulebook, const Opportunity& opportunity, const Facts& facts,
                Language language, bool brief = false);

  [[nodiscard]] const Rulebook& rulebook() const { return rulebook_; }
  [[nodiscard]] const Opportunity& opportunity() const { return opportunity_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool brief() const { return brief_; }

  /// A text of a rule with its placeholders filled; what has no value becomes "?".
  [[nodiscard]] std::string say(const LocalizedText& text, const std::vector<Slot>& slots,
                                RecordRef it = {}) const;

  [[nodiscard]] Evidence evidence(const Origin& trace) const;
  /// The statements that made a condition come out as it did, in file order.
  [[nodiscard]] std::vector<Evidence> evidence(const Condition& condition, EvidencePolicy trust,
                                               RecordRef it = {}) const;

  /// A record in a few words: its values, in file order.
  [[nodiscard]] std::string describe(const Record& record, std::uint16_t section) const;
  /// Names joined as in a sentence: "a, b".
  [[nodiscard]] std::string joined(const std::vector<std::string>& parts) const {
    return listed(parts, language_);
  }

  // ---- values of the file by canonical names ----

  [[nodiscard]] const Statement* head(std::string_view key) const;
  [[nodiscard]] std::string head_text(std::string_view key) const;  ///< empty when not said
  /// The canonical name of a choice; empty when the record does not state one.
  [[nodiscard]] std::string choice_of(const Record& record, std::uint16_t section,
                                      std::string_view key) const;
  /// The canonical names of all choices that a key states, each once.
  [[nodiscard]] std::vector<std::string> choices_of(const Record& record, std::uint16_t section,
                                                    std::string_view key) const;
  /// The contacts that a key of a record names, those who are not listed left out.
  [[nodiscard]] std::vector<std::size_t> contacts_of(const Record& record, std::uint16_t section,
                                                     std::string_view key) const;
  [[nodiscard]] std::uint16_t contacts() const { return contacts_; }
  [[nodiscard]] std::uint16_t deal() const { return head_; }
  /// The entry of a contact, by its place among the contacts.
  [[nodiscard]] RecordRef record_of(std::size_t contact) const {
    return {contacts_, &opportunity_.sections[contacts_].records[contact]};
  }
  /// How a contact is told to people; empty for whoever is not listed.
  [[nodiscard]] std::string name_of(std::int32_t contact) const;
  /// The same within a sentence (engine/spoken_name.h).
  [[nodiscard]] std::string called(std::size_t contact) const;

 private:
  [[nodiscard]] std::string data_path(const Origin& trace) const;

  const Rulebook& rulebook_;
  const Opportunity& opportunity_;
  const Facts& facts_;
  Language language_;
  bool brief_;
  std::uint16_t contacts_;
  std::uint16_t head_;
};

/// The day that a statement tells, also in a key that takes any text; nothing when it tells none,
/// or when there is no statement.
[[nodiscard]] std::optional<Date> told_day(const Statement* said);

}  // namespace dealcheck

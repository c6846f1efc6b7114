#pragma once

#include <string>

#include "deal/edit/deal_edit.h"

namespace dealcheck {

/// An answer in the words and the notation of a deal file, written in one language. Refers to the
/// vocabulary and the answer.
class AnswerText {
 public:
  AnswerText(const Vocabulary& vocabulary, const DealAnswer& answer, Language language);

  [[nodiscard]] std::string section_name() const;
  /// Of the answer's first key.
  [[nodiscard]] std::string key_name() const { return name_of(answer_.values.front().key); }
  /// `few`, or `{value: few, date: 2026-03-02, by: rad}` where somebody said so or `as_map` asks
  /// for it; several values make a list.
  [[nodiscard]] std::string value(bool as_map = false) const;
  /// As an entry of a list: `{topic: price, date: 2026-03-02, by: rad}`.
  [[nodiscard]] std::string entry() const;
  /// `none` or `unknown`, said of the whole section.
  [[nodiscard]] std::string whole() const;
  /// The word that stands before the value in a map.
  [[nodiscard]] std::string value_name() const {
    return std::string(vocabulary_.value.in(language_));
  }

 private:
  [[nodiscard]] std::string name_of(KeyId key) const;
  [[nodiscard]] std::string spelled(const AnsweredValue& answer) const;
  [[nodiscard]] std::string values_of(KeyId key) const;
  [[nodiscard]] std::string proof() const;

  const Vocabulary& vocabulary_;
  const DealAnswer& answer_;
  const Section& words_;
  Language language_;
};

}  // namespace dealcheck

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"
#include "deal/opportunity.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// What is asked next: an open question, and the place that its answer is written to.
struct Ask {
  const Rule* rule = nullptr;
  OpenQuestion question;
  std::size_t place = 0;  ///< among the rule's answers

  [[nodiscard]] const AnswerPlace& where() const { return rule->answers[place]; }
};

/// The open questions of a deal as they can be asked.
struct OpenCount {
  std::size_t to_ask = 0;     ///< that the agenda still holds
  std::size_t elsewhere = 0;  ///< whose answer has no one place in the file
};

/// What an interview has still to ask. It is a value: a copy remembers.
class Agenda {
 public:
  /// The most telling open question that has not been asked, those that nobody could answer before
  /// after all others; nothing when all have been.
  [[nodiscard]] std::optional<Ask> next(const Rulebook& rules, const Opportunity& deal,
                                        const Assessment& judged) const;
  [[nodiscard]] OpenCount count(const Rulebook& rules, const Opportunity& deal,
                                const Assessment& judged) const;

  /// The place is not asked again; another one of the question may be.
  void answered(const Ask& ask);
  /// Nothing of the question is asked again.
  void skipped(const Ask& ask);

 private:
  struct Asked {
    std::string rule;
    AnswerPlace place;
  };

  [[nodiscard]] std::optional<std::size_t> find_place(const Rule& rule,
                                                      const OpenQuestion& question,
                                                      const Opportunity& deal,
                                                      const Vocabulary& vocabulary) const;
  [[nodiscard]] bool was_asked(const Rule& rule, const AnswerPlace& place, bool list) const;

  std::vector<Asked> asked_;
};

}  // namespace dealcheck

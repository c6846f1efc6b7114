#pragma once

#include <string>

#include "analysis/fact_diff.h"
#include "deal/opportunity.h"
#include "deal/vocabulary.h"

namespace dealcheck {

/// Matches the entries of two versions of a deal.
[[nodiscard]] EntryMatch match_entries(const Vocabulary& vocabulary, const Opportunity& before,
                                       const Opportunity& after);

/// What values and their provenance come to, as a text that is the same in both versions when they
/// are the same: a contact of the older version is told as the one of the newer that it became.
class Fingerprint {
 public:
  /// `contacts`: see `EntryMatch::after`; null for the newer version.
  explicit Fingerprint(const std::vector<std::optional<std::size_t>>* contacts)
      : contacts_(contacts) {}

  [[nodiscard]] std::string of(const Value& value) const;
  [[nodiscard]] std::string of(const Provenance& proof) const;
  /// Key, value, and its provenance where that is its own and not the record's.
  [[nodiscard]] std::string of(const Statement& statement, const Record& record) const;
  [[nodiscard]] std::string of(const Record& record) const;
  [[nodiscard]] std::string contact(std::int32_t index, std::string_view text) const;

 private:
  const std::vector<std::optional<std::size_t>>* contacts_;
};

}  // namespace dealcheck

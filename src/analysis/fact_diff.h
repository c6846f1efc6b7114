#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// Where each entry of a deal stands in another version of it: matched by what it is called, else
/// by what it says, never by its place.
struct EntryMatch {
  std::vector<std::vector<std::optional<std::size_t>>> after;  ///< by section and place

  /// Nothing: the other version has no such entry.
  [[nodiscard]] std::optional<std::size_t> find(std::uint16_t section, std::size_t entry) const;
};

/// One statement that two versions of a deal do not share.
struct FactChange {
  std::string section;             ///< canonical name
  std::vector<std::string> about;  ///< for people: section, entry, key
  std::optional<Evidence> before;  ///< empty: it is new
  std::optional<Evidence> after;   ///< empty: it is gone
  bool only_dates = false;         ///< nothing but a day differs
};

struct FactDiff {
  EntryMatch entries;
  std::vector<FactChange> changes;  ///< in the order of the vocabulary, then of the file
};

/// What two versions of a deal state differently. Order, layout and the spelling of names are no
/// difference; the day of judgement is none either.
[[nodiscard]] FactDiff compare_facts(const AssessContext& before, const AssessContext& after);

/// Whether a piece of evidence is, or lies in, one side of a change.
[[nodiscard]] bool rests_on(const Evidence& evidence, const std::optional<Evidence>& side);

}  // namespace dealcheck

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "rules/rulebook.h"

// What a test of a rule may expect, a row for each field.

namespace dealcheck {

/// How the value of a field is written.
enum class FieldKind : std::uint8_t {
  name,   ///< one of the known ones
  names,  ///< a list of known ones, in order
  whole,  ///< a whole number
  text    ///< anything, to the letter
};

/// Every name that a field can have with these rules; empty for numbers and texts.
using KnownNames = std::vector<std::string> (*)(const Rulebook& rulebook);

/// One field of a rule's finding.
struct FindingField {
  std::string_view name;
  FieldKind kind;
  KnownNames known;
  std::string (*actual)(const Finding& finding);
};

/// One field of the deal as a whole.
struct DealField {
  std::string_view name;
  FieldKind kind;
  KnownNames known;
  std::string (*actual)(const Assessment& deal);
};

/// How a rule without a finding reads; the only field that such a rule has.
inline constexpr std::string_view kSilent = "silent";
/// The field that a bare word behind a rule means.
inline constexpr std::string_view kReadsField = "reads";

[[nodiscard]] std::span<const FindingField> finding_fields();
[[nodiscard]] std::span<const DealField> deal_fields();

}  // namespace dealcheck
